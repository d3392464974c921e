"""`medlint glossary`: the abbreviations of articles, what they stand for and where that is said."""

from __future__ import annotations

import csv
import io

import click

from medlint.commands.governing import end
from medlint.document import Document
from medlint.record import Record
from medlint.reporters.plain import safe
from medlint.reporters.record import dumps
from medlint.runner import Request, Run
from medlint.span import Place
from medlint.views.abbreviations import Abbreviation, abbreviations

FORMATS = ("table", "json", "markdown", "csv")


class Entry(Record):
    """A short form with one of its long forms, the place where they are told, and how often the short form is used."""

    short: str
    long: str
    line: int
    column: int
    uses: int


@click.command("glossary")
@click.argument("paths", nargs=-1, metavar="[PATH|DIR|-]...")
@click.option("--format", "output", type=click.Choice(FORMATS), default="table", help="How the entries are shown.")
@click.option(
    "--all",
    "unexplained",
    is_flag=True,
    help="Also short forms that are used and never spelled out, with what the configuration says of them.",
)
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@click.option("--stdin-filename", metavar="NAME", help="What the standard input is called and read as.")
def command(
    paths: tuple[str, ...], output: str, unexplained: bool, config: str | None, stdin_filename: str | None
) -> None:
    """List the abbreviations that articles define and use.

    Uses are counted in running text, apart from the places that define the short form. Exit code 2: something could
    not be read.
    """
    run = Run(Request(paths or (".",), config, stdin_filename=stdin_filename))
    found = [(document.source.path, entries(document, unexplained)) for document, _ in run.documents()]
    click.echo({"table": _table, "json": _json, "markdown": _markdown, "csv": _csv}[output](found), nl=False)
    end(run)


Found = list[tuple[str, list[Entry]]]


def entries(document: Document, unexplained: bool = False) -> list[Entry]:
    """Give the glossary of one article in the order of the article, each pair of short and long form once.

    Of what the article does not explain, the house may say what it stands for.
    """
    found: dict[tuple[str, str], Entry] = {}
    for each in document.view(abbreviations).values():
        for definition in (*each.definitions, *each.elsewhere):
            pair = (definition.short_text, definition.long_text)
            if definition.shape != "bare":
                found.setdefault(pair, _entry(document, each, pair, definition.short))
        if unexplained and each.uses and not (each.definitions or each.elsewhere):
            pair = (each.key, document.surroundings.abbreviations.get(each.key, ""))
            found[pair] = _entry(document, each, pair, each.uses[0].place)
    return sorted(found.values(), key=lambda entry: (entry.line, entry.column))


def _entry(document: Document, found: Abbreviation, pair: tuple[str, str], place: Place) -> Entry:
    position = document.source.lines.position(document.span(place).start)
    return Entry(*pair, position.line, position.column, len(found.uses))


def _json(found: Found) -> str:
    return dumps([{"path": path, "entries": [each._asdict() for each in rows]} for path, rows in found], 2) + "\n"


def _table(found: Found) -> str:
    """Give one aligned list an article, with the places that an editor can jump to."""
    lines = []
    for path, rows in found:
        if rows:
            width = max(len(safe(each.short)) for each in rows)
            lines += [click.style(safe(path), bold=True)] + [_row(each, width) for each in rows] + [""]
    if found and not lines:
        return f"No short forms in {len(found)} {'article' if len(found) == 1 else 'articles'}.\n"
    return "\n".join(lines)


def _row(each: Entry, width: int) -> str:
    uses = "not used" if not each.uses else "1 use" if each.uses == 1 else f"{each.uses} uses"
    return f"  {safe(each.short):{width}}  {safe(each.long) or '(never spelled out)'}  ({uses}, line {each.line})"


def _markdown(found: Found) -> str:
    """Give one Markdown table of all articles, sorted by short form, to paste into a page."""
    merged = {(each.short.lower(), each.long.lower()): (each.short, each.long) for _, rows in found for each in rows}
    rows = sorted(merged.values(), key=lambda row: row[0].lower())
    lines = ["| Abbreviation | Meaning |", "| --- | --- |"]
    lines += [f"| {_cell(short)} | {_cell(long)} |" for short, long in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return safe(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _csv(found: Found) -> str:
    """Give one line a pair; a cell that a spreadsheet would take for a formula is put behind an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("path", *Entry._fields))
    for path, rows in found:
        writer.writerows((_plain(path), _plain(each.short), _plain(each.long), *each[2:]) for each in rows)
    return out.getvalue()


def _plain(text: str) -> str:
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text
