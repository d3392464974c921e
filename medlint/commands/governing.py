"""Where commands begin and end: the configuration that they talk about, and the problems that they met."""

from __future__ import annotations

import os
from typing import NoReturn

import click

from medlint.reporters.plain import safe, safe_path
from medlint.runner import Request, Run
from medlint.settings import House


def governing(path: str, config: str | None) -> House:
    """Give the configuration that holds for a path; a mistake in it is told, and ends the command with code 2."""
    run = Run(Request(config=config))
    house = run.house(os.path.join(path, "x") if os.path.isdir(path) else path)
    if house is None:
        click.echo("\n".join(map(safe_path, run.problems)), err=True)
        raise SystemExit(2)
    return house


def end(run: Run) -> NoReturn:
    """Tell what could not be read, and end the command: with code 2 where there was such a thing."""
    for problem in run.problems:
        click.echo(f"medlint: {safe(problem)}", err=True)
    raise SystemExit(2 if run.problems else 0)
