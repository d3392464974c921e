"""`medlint test-rules`: the examples on a house's own cards, run as tests."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date

import click

from medlint import options, yamltext
from medlint.card import Card, Example
from medlint.cards import CardError, card_files, examples, read_card
from medlint.document import Document, Surroundings
from medlint.engine import RuleFailed, lint
from medlint.fixes import fixed
from medlint.house_words import HouseWords
from medlint.plan import Plan, make_rule
from medlint.readers import FORMATS, read
from medlint.reporters.plain import safe
from medlint.source import Source

LEAST = 2
"""Examples of each sort that a card needs before anyone can trust it."""


@click.command("test-rules")
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True), metavar="DIR...")
def command(folders: tuple[str, ...]) -> None:
    """Run the examples on your own rule cards: each marked place must be found, and nothing else.

    Exit code 0: all hold; 1: an example does not hold; 2: a card cannot be read.
    """
    paths = [path for folder in folders for path in (card_files(folder) if os.path.isdir(folder) else [folder])]
    if not paths:
        raise click.ClickException("there is no card (a file that ends in .yml) here")
    broken, wrong, tested = 0, 0, 0
    for path in paths:
        try:
            card = read_card(path, shipped=False)
            told = list(failures(card))
        except CardError as error:
            broken += 1
            click.echo(str(error), err=True)
            continue
        tested += len(card.invalid) + len(card.valid)
        wrong += len(told)
        for line, message in told:
            click.echo(f"{path}:{line}:1: {safe(message)}")
    cards = "1 card" if len(paths) == 1 else f"{len(paths)} cards"
    click.echo(f"{cards}, {tested} examples: {_summary(broken, wrong)}")
    raise SystemExit(2 if broken else 1 if wrong else 0)


def _summary(broken: int, wrong: int) -> str:
    if not broken and not wrong:
        return "all hold."
    told = [f"not holding: {wrong}"] if wrong else []
    return "; ".join([*told, *([f"cards that cannot be read: {broken}"] if broken else [])]) + "."


def failures(card: Card) -> Iterator[tuple[int, str]]:
    """Yield where a card's examples do not hold: the line in the card's file, and what is wrong. Raises CardError."""
    with open(card.path, encoding="utf-8") as file:
        places = yamltext.load(file.read(), 256 * 1024)
    for key, given in (("invalid", card.invalid), ("valid", card.valid)):
        if len(given) < LEAST:
            yield places.place((key,))[0], f'at least {LEAST} examples are needed under "{key}"'
    rows = [("invalid", i) for i in range(len(card.invalid))] + [("valid", i) for i in range(len(card.valid))]
    for (key, i), (example, _) in zip(rows, examples(card), strict=True):
        line, column = places.place((key, i))
        try:
            yield from ((line, message) for message in _wrong(card, example))
        except options.Wrong as error:
            raise CardError(error.message, card.path, line, column) from None


def _wrong(card: Card, example: Example) -> Iterator[str]:
    """Yield what is wrong with one example. Raises options.Wrong where it cannot be run at all."""
    plan = Plan((make_rule(card, example.options),))
    try:
        found = {finding.span for finding in lint(_document(example, example.text), plan)}
        after = _after(example, plan) if example.after is not None else None
    except RuleFailed as error:
        yield str(error)
        return
    for span in sorted(set(example.spans) - found):
        yield f'"{example.text[slice(*span)]}" is not found in: {_short(example.text)}'
    for span in sorted(found - set(example.spans)):
        yield f'"{example.text[slice(*span)]}" is found, but should not be, in: {_short(example.text)}'
    if after != example.after:
        yield f'the fix gives "{_short(after or "")}", not "{_short(example.after or "")}"'


def _after(example: Example, plan: Plan) -> str:
    source = Source(example.path or "example", example.text)
    return fixed(source, lambda text: lint(_document(example, text), plan), unsafe=True)


def _document(example: Example, text: str) -> Document:
    """Read an example. Raises options.Wrong where it says something that no example can."""
    known = sorted(set(FORMATS.values()))
    if example.format not in known:
        raise options.Wrong(options.unknown("format", str(example.format), known), ("format",))
    try:
        today = date.fromisoformat(str(example.today)) if example.today else None
    except ValueError:
        raise options.Wrong(f"{example.today!r} is not a date such as 2026-01-31", ("today",)) from None
    if not isinstance(example.reject, Mapping):
        raise options.Wrong("a mapping is needed here, wrong -> right", ("reject",))
    words = HouseWords(rejected={str(wrong): str(right) for wrong, right in example.reject.items()})
    surroundings = Surroundings(today=today, locale=example.locale, words=words)
    return read(Source(example.path or "example", text), example.format, surroundings)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
