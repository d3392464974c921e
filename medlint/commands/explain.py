"""`medlint explain`: one rule's card, as a person wants to read it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

import click

from medlint import options
from medlint.card import Card
from medlint.cards import examples, read_card
from medlint.commands.governing import governing
from medlint.kinds import KINDS
from medlint.lazy import lazy
from medlint.reporters.plain import safe
from medlint.selection import check_names, family, specificity

WIDTH = 88
MOST_EXAMPLES = 6
MARKED = lazy(r"<<(.*?)>>(?!>)", re.S)


@click.command("explain")
@click.argument("name", metavar="RULE")
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
def command(name: str, config: str | None) -> None:
    """Explain one rule, named by its id (MED201) or its slug."""
    house = governing(".", config)
    found = [card for card in house.cards if name.lower() in (card.id.lower(), card.name)]
    if not found:
        meant = ", ".join(card.name for card in house.cards if specificity(card, (name,)) >= 0)
        raise click.ClickException(check_names((name,), house.cards) or f"{name} means several rules: {meant}")
    card = read_card(found[0].path, shipped=found[0].shipped)
    click.echo("\n".join(told(card)))


def told(card: Card) -> Iterator[str]:
    """Yield the lines that explain a rule."""
    yield f"{click.style(f'{card.id} {card.name}', bold=True)}"
    yield click.style(" · ".join(_facts(card)), dim=True)
    yield ""
    yield from _wrapped(card.message)
    yield from _section("Why", _paragraphs(card.why))
    yield from _section("What is left alone", _paragraphs(card.except_))
    yield from _section("Found", _found(card))
    yield from _section("Not found", (f"{line}" for item in card.valid[:MOST_EXAMPLES] for line in _example(item)))
    yield from _section(f"Options (in medlint.yml, under rules: {card.name}:)", _options(card))
    yield from _section("Sources", (line for source in card.sources for line in _source(source)))


def _facts(card: Card) -> Iterator[str]:
    yield family(card)
    yield card.severity
    yield {"none": "no fix", "safe": "safe fix", "unsafe": "unsafe fix"}[card.fix]
    yield "on" if card.default else "off unless selected"
    if card.formats:
        yield f"only {', '.join(card.formats)}"
    if card.types:
        yield f"only pages of type {', '.join(card.types)}"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    made = list(lines)
    if made:
        yield ""
        yield click.style(title, bold=True)
        yield from (f"  {line}".rstrip() for line in made)


def _paragraphs(text: str) -> Iterator[str]:
    for number, part in enumerate(part for part in text.split("\n\n") if part.strip()):
        if number:
            yield ""
        yield from _wrapped(part)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(safe(" ".join(text.split())), WIDTH)


def _found(card: Card) -> Iterator[str]:
    """Yield the examples that are found, with what is underlined shown, and what the fix makes of them."""
    for item, (example, _) in list(zip(card.invalid, examples(card), strict=False))[:MOST_EXAMPLES]:
        yield from _example(item)
        if example.after is not None:
            yield from _shown(example.after, "-> ", "   ")


def _example(item: Any) -> Iterator[str]:
    text = item["before"] if isinstance(item, dict) else item
    yield from _shown(str(text), "- ", "  ")


def _shown(text: str, first: str, rest: str) -> Iterator[str]:
    for number, line in enumerate(text.strip("\n").split("\n")):
        marked = MARKED.sub(lambda match: click.style(f"[{match[1]}]", fg="red"), safe(line))
        yield (rest if number else first) + marked


def _options(card: Card) -> Iterator[str]:
    """Yield each option, what it means, and what the card sets it to where that is short."""
    for name, option in _declared(card).items():
        value = card.options.get(name, option.default)
        text = "" if value is ... or len(str(value)) > 40 else f" ({_plain(value)})"
        yield from textwrap.wrap(f"{name}: {option.help}{text}", WIDTH, subsequent_indent="    ")


def _plain(value: Any) -> str:
    if value is None or value in ((), {}, "", []):
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def _source(source: Any) -> Iterator[str]:
    text = safe("- " + ", ".join(part for part in source if part))
    yield from textwrap.wrap(text, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _declared(card: Card) -> dict[str, options.Option]:
    kind: Any = KINDS[card.kind].options
    return options.declared(kind)
