"""The configuration that a command talks about, or the end of the command where it is broken."""

from __future__ import annotations

import os

import click

from medlint.reporters.plain import safe_path
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
