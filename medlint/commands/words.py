"""`medlint words`: the house's own words, added one by one or learnt from what it has published."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import click

from medlint.commands.governing import end, governing
from medlint.document import Document
from medlint.fixes import write
from medlint.lexicon import is_word
from medlint.reporters.plain import safe
from medlint.reporters.record import dumps
from medlint.runner import Request, Run
from medlint.views.spelling import Unknown, unknown_words

FILE = "medlint-words.txt"
AROUND = 30


class Learnt(NamedTuple):
    """An unknown word: how often and in how many articles it is used, what it may stand for, and its first context."""

    word: str
    uses: int
    articles: int
    near: str
    context: str


@click.group("words")
def command() -> None:
    """Keep the words that are right in this house."""


@command.command()
@click.argument("terms", nargs=-1, metavar="TERM...")
@click.option("--from", "lists", multiple=True, type=click.File("r", encoding="utf-8"), help="Add each line of a file.")
@click.option("--file", metavar="FILE", help="The list to add to; else the first that medlint.yml names.")
def add(terms: tuple[str, ...], lists: tuple[Iterable[str], ...], file: str | None) -> None:
    """Add words to the house's list."""
    given = [*terms, *(line.strip() for lines in lists for line in lines)]
    wanted = dict.fromkeys(term for term in given if term and not term.startswith("#"))
    path, named = (file, True) if file else _list_of(os.getcwd())
    old = _lines(path)
    new = [term for term in wanted if term not in old]
    if new:
        _write(path, [*old, *new])
    for term in new:
        click.echo(f"{safe(term)}{' (medlint knows it already)' if is_word(term) else ''}")
    click.echo(f"{len(new)} added to {safe(path)}, {len(wanted) - len(new)} there already")
    if not named:
        click.echo(f"To have it read, write in medlint.yml:\n\ndictionaries:\n  - {os.path.basename(path)}")


@command.command()
@click.argument("paths", nargs=-1, metavar="[PATH|DIR]...")
@click.option("--least", default=2, show_default=True, help="Leave out words that are used fewer times.")
@click.option("--format", "output", type=click.Choice(("table", "list", "json")), default="table")
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
def learn(paths: tuple[str, ...], least: int, output: str, config: str | None) -> None:
    """Propose the unknown words of articles, with counts and a context, to accept or to put right.

    `--format list` gives the words alone; strike those that are wrong and hand the rest to `medlint words add --from`.
    """
    run = Run(Request(paths or (".",), config))
    found = [each for each in learnt(document for document, _ in run.documents()) if each.uses >= least]
    if output == "json":
        click.echo(dumps([each._asdict() for each in found]))
    elif output == "list":
        click.echo("".join(f"{safe(each.word)}\n" for each in found), nl=False)
    else:
        for each in found:
            meant = f" ({safe(each.near)}?)" if each.near else ""
            click.echo(f"{each.uses:5} in {each.articles:<4} {safe(each.word)}{meant}  … {safe(each.context)} …")
        click.echo(f"{len(found)} words that no list knows")
    end(run)


def learnt(documents: Iterable[Document]) -> list[Learnt]:
    """Give the unknown words of some documents, the most used first."""
    uses: dict[str, list[tuple[Document, Unknown]]] = {}
    for document in documents:
        for unknown in document.view(unknown_words):
            uses.setdefault(unknown.word, []).append((document, unknown))
    return sorted((_learnt(word, found) for word, found in uses.items()), key=lambda each: (-each.uses, each.word))


def _learnt(word: str, found: list[tuple[Document, Unknown]]) -> Learnt:
    document, first = found[0]
    start, stop = first.places[0]
    block = document.block_at(start)
    context = document.prose.text[max(start - AROUND, block.start) : min(stop + AROUND, block.end)]
    near = first.near[0].word if first.doubted and first.near else ""
    return Learnt(word, sum(len(unknown.places) for _, unknown in found), len(found), near, context.strip())


def _list_of(folder: str) -> tuple[str, bool]:
    """Give the list that the configuration of a folder names first, or where one would lie; and whether it is named."""
    house = governing(folder, None)
    for path in _named(house.value("dictionaries"), folder):
        return path, True
    return os.path.join(folder, FILE), False


def _named(dictionaries: Iterable[str], folder: str) -> Iterator[str]:
    yield from (os.path.join(folder, path) for path in dictionaries if not path.endswith(".dic"))


def _lines(path: str) -> list[str]:
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def _write(path: str, lines: list[str]) -> None:
    """Write a list in one step, its comments first and its words sorted."""
    comments = [line for line in lines if line.startswith("#")]
    terms = sorted({line.strip() for line in lines if line.strip() and not line.startswith("#")}, key=str.casefold)
    data = "".join(f"{line}\n" for line in (*comments, *terms)).encode()
    if os.path.exists(path):
        write(path, data)
    else:
        with open(path, "xb") as file:
            file.write(data)
