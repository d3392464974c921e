"""The command `medlint`."""

from __future__ import annotations

import json
import os
import sys

import click

from medlint.cards import card_files, read_card
from medlint.engine import lint
from medlint.plan import make_plan
from medlint.readers import FORMATS, format_of, read
from medlint.shipped import shipped
from medlint.source import NotText, decode


@click.group()
def main() -> None:
    """Check medical content before its readers do."""


@main.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "output", default="text")
@click.option("--fail-on", default="error")
def check(paths: tuple[str, ...], output: str, fail_on: str) -> None:
    """Check articles."""
    plan = make_plan(read_card(path) for path in card_files(shipped("rules")))
    for path in paths:
        names = (
            [path]
            if os.path.isfile(path)
            else sorted(os.path.join(root, name) for root, _, files in os.walk(path) for name in files)
        )
        for name in names:
            if not name.endswith(tuple(FORMATS)):
                continue
            with open(name, "rb") as file:
                try:
                    source = decode(name, file.read())
                except NotText:
                    continue
            try:
                document = read(source, format_of(name))
            except ModuleNotFoundError:
                continue
            for finding in lint(document, plan):
                start, end = (source.lines.position(offset) for offset in finding.span)
                sys.stdout.write(
                    json.dumps(
                        {
                            "path": name,
                            "line": start.line,
                            "column": start.column,
                            "end_line": end.line,
                            "end_column": end.column,
                            "rule": finding.rule,
                            "name": finding.name,
                            "severity": finding.severity,
                            "message": finding.message,
                            "excerpt": source.text[slice(*finding.span)],
                            "suggestions": finding.suggestions,
                            "fix": None,
                            "related": [],
                        }
                    )
                    + "\n"
                )
