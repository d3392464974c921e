"""Reading cards: from YAML with every mistake placed, and from the cache when nothing has changed."""

from __future__ import annotations

import os
import re
from typing import Any

from medlint import options
from medlint.card import Card, Example
from medlint.lazy import lazy
from medlint.span import Span

CARD_ID = lazy(r"[A-Z]{2,8}\d{3}\Z")
CARD_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")


class CardError(ValueError):
    """A mistake in a card: which file, which line, and what would be right."""

    def __init__(self, message: str, path: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.message = message
        self.path = path
        self.line = line
        self.column = column


def card_files(folder: str) -> list[str]:
    """Give the card files below a folder, sorted."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        found += [os.path.join(root, name) for name in sorted(files) if name.endswith((".yml", ".yaml"))]
    return found


def read_card(path: str, *, shipped: bool = True) -> Card:
    """Read one card whole. Raises CardError, OSError."""
    with open(path, encoding="utf-8") as file:
        return parse_card(file.read(), path, shipped=shipped)


def parse_card(text: str, path: str, *, shipped: bool = True) -> Card:
    """Make a card of YAML text. Raises CardError."""
    from medlint import yamltext

    try:
        placed = yamltext.load(text, 256 * 1024)
    except yamltext.YamlError as error:
        raise CardError(error.message, path, error.line, error.column) from None
    data = placed.data
    try:
        known = set(options.declared(Card)) - {"path", "shipped"}
        for name in data if isinstance(data, dict) else ():
            if name not in known:
                raise options.Wrong(options.unknown("key", name, known), (name,))
        card: Card = options.convert(Card, data)._replace(path=path, shipped=shipped)
        _check(card)
    except options.Wrong as wrong:
        raise CardError(wrong.message, path, *placed.place(wrong.path)) from None
    return card


def _check(card: Card) -> None:
    """Check what the types of a card do not say."""
    from medlint.kinds import KINDS

    if not CARD_ID.match(card.id):
        raise options.Wrong("an id is capital letters and three digits, such as MED201", ("id",))
    if not CARD_NAME.match(card.name):
        raise options.Wrong("a name is lower-case words joined by hyphens", ("name",))
    if card.kind not in KINDS:
        raise options.Wrong(options.unknown("kind", card.kind, KINDS), ("kind",))
    kind = KINDS[card.kind]
    try:
        given = options.convert(kind.options, card.options)
        if not card.shipped:
            from medlint.patterns import check_patterns

            check_patterns(given)
    except options.Wrong as wrong:
        raise options.Wrong(wrong.message, ("options", *wrong.path)) from None
    values = {"match", *kind.values}
    for text, key in ((card.message, "message"), (card.fix_title, "fix_title")):
        for placeholder in re.findall(r"\{(\w*)[^}]*\}", text):
            if placeholder not in values:
                raise options.Wrong(options.unknown("value", placeholder, values), (key,))


def examples(card: Card) -> list[tuple[Example, bool]]:
    """Give the examples of a card and whether each must be found. Raises CardError."""
    found = [(_example(item, card, invalid=True), True) for item in card.invalid]
    return found + [(_example(item, card, invalid=False), False) for item in card.valid]


def _example(item: Any, card: Card, *, invalid: bool) -> Example:
    data = dict(item) if isinstance(item, dict) else {"before": item}
    text = data.pop("before", None)
    allowed = set(Example._fields) - {"text", "spans", "line"}
    wrong = [name for name in data if name not in allowed]
    if not isinstance(text, str) or wrong:
        told = options.unknown("key", wrong[0], allowed | {"before"}) if wrong else 'an example needs "before"'
        raise CardError(f"{told} (in an example)", card.path)
    plain, spans = unmarked(text) if invalid else (text, ())
    if invalid and not spans:
        raise CardError(f"mark what must be found with <<...>>: {text!r}", card.path)
    return Example(text=plain, spans=spans, **data)


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """Take the `<<...>>` marks out of an example and give the spans that they stood round."""
    plain, spans, start = "", [], 0
    for part in re.split(r"(<<|>>(?!>))", text):
        if part == "<<":
            start = len(plain)
        elif part == ">>":
            spans.append(Span(start, len(plain)))
        else:
            plain += part
    return plain, tuple(spans)
