"""`medlint metadata`: what articles say of themselves, and where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from medlint.commands.governing import end
from medlint.document import Document
from medlint.reporters.plain import safe
from medlint.runner import Request, Run
from medlint.span import Place
from medlint.views.dates import KINDS, Dated
from medlint.views.facts import Facts, facts
from medlint.views.person import Person

FORMATS = ("table", "json", "jsonl")
WIDTH = 76


@click.command("metadata")
@click.argument("paths", nargs=-1, metavar="[PATH|DIR|-]...")
@click.option("--format", "output", type=click.Choice(FORMATS), default="table", help="How the facts are shown.")
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@click.option("--stdin-filename", metavar="NAME", help="What the standard input is called and read as.")
def command(paths: tuple[str, ...], output: str, config: str | None, stdin_filename: str | None) -> None:
    """Show authors, reviewers, dates, disclaimers and sources of articles, and where each stands.

    A state says what stands in a place: present, organisation, placeholder, not-a-person, negated, invalid, empty,
    template-supplied or absent. Exit code 2: something could not be read.
    """
    run = Run(Request(paths or (".",), config, stdin_filename=stdin_filename))
    records = _records(run)
    if output == "json":
        click.echo(json.dumps(list(records), ensure_ascii=False, indent=2))
    else:
        show = _line if output == "jsonl" else _table
        for record in records:
            click.echo(show(record))
    end(run)


def record_of(document: Document, found: Facts) -> dict[str, Any]:
    """Give the facts of one article as plain data, in the form that is printed."""

    def at(place: Place) -> dict[str, int]:
        position = document.source.lines.position(document.span(place).start)
        return {"line": position.line, "column": position.column}

    def person(each: Person) -> dict[str, Any]:
        letters = list(each.credentials)
        return {"name": each.name or each.said, "credentials": letters, "role": each.role, "state": each.state} | at(
            each.place
        )

    def dated(each: Dated | None) -> dict[str, Any]:
        if each is None:
            return {"value": None, "precision": None, "state": "absent"} | at(document.metadata.place)
        value = each.value if each.state == "present" else None
        return {"value": value, "precision": each.precision or None, "state": each.state} | at(each.place)

    title, disclaimer, sources = found.title, found.disclaimer, found.sources
    return {
        "path": document.source.path,
        "title": {"value": title.value or None, "state": title.state} | at(title.place),
        "authors": [person(each) for each in found.people.authors],
        "reviewers": [person(each) for each in found.people.reviewers],
        "dates": {kind: dated(found.dates.get(kind)) for kind in KINDS},
        "disclaimer": {"value": disclaimer.text or None, "state": disclaimer.state} | at(disclaimer.place),
        "sources": {"value": sources.label or None, "state": sources.state} | at(sources.place),
        "sources_empty": sources.state == "empty",
    }


def _records(run: Run) -> Iterator[dict[str, Any]]:
    """Yield what each article says; whatever goes wrong inside medlint becomes a problem of that file alone."""
    for target in run.targets():
        try:
            document, _ = run.document(target)
            faults = [fault.message for fault in document.faults if fault.what == "file"]
            if not faults:
                yield record_of(document, document.view(facts))
        except (Exception, RecursionError) as error:
            faults = [f"medlint failed on this file: {type(error).__name__}: {error}"]
        if faults:
            run.problems.append(f"{target.path}: {faults[0]}")


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)


def _table(record: dict[str, Any]) -> str:
    """Show one article as a small table for people."""
    rows = [("title", _said(record["title"]), record["title"])]
    for name, role in (("authors", "author"), ("reviewers", "reviewer")):
        rows += [(role, _named(each), each) for each in record[name]] or [(role, "absent", None)]
    rows += [(kind.replace("_", " "), _said(each), each) for kind, each in record["dates"].items()]
    rows += [(name, _said(record[name]), record[name]) for name in ("disclaimer", "sources")]
    lines = [f"  {name:<12} {text:<{WIDTH}}{_at(each)}".rstrip() for name, text, each in rows]
    return "\n".join([safe(record["path"]), *lines, ""])


def _said(each: dict[str, Any]) -> str:
    value = safe(str(each["value"] or ""))
    if len(value) > WIDTH - 24:
        value = value[: WIDTH - 25] + "…"
    return value if each["state"] == "present" else f"{each['state']}: {value}" if value else str(each["state"])


def _named(each: dict[str, Any]) -> str:
    text = safe(", ".join([each["name"], *each["credentials"]]) + (f" ({each['role']})" if each["role"] else ""))
    text = text if each["state"] == "present" else f"{each['state']}: {text}"
    return text if len(text) < WIDTH else text[: WIDTH - 2] + "…"


def _at(each: dict[str, Any] | None) -> str:
    return f" {each['line']}:{each['column']}" if each and each["state"] != "absent" else ""
