"""Titles and headings in one style of capitals."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.matching import search
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, units
from medlint.span import Range

WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
PART = lazy(r"[.:?!–—]\s")
"""Behind these, a new part of a heading begins with its first word."""

SMALL = frozenset(
    WORD.findall("a an the and but or nor for so yet as at by in of off on per to up via vs v with from into onto over")
)
ALWAYS_SMALL_AP = 3
"""In AP style, a small word has this many letters at most."""


class Options(Record):
    """As Vale's `capitalization`."""

    match: Annotated[Pattern, "$title, $sentence, $lower, $upper, or a regular expression for the whole text."]
    style: Annotated[Literal["AP", "Chicago"], "Whose list of small words $title follows."] = "AP"
    exceptions: Annotated[tuple[str, ...], "Words that are written as they stand here."] = ()
    scope: Annotated[Scope, "What is looked at."] = "heading"


@kind("capitalization", options=Options, values=("style",))
def capitalization(document: Document, options: Options) -> Iterator[Hit]:
    """Report a heading (or what else is in scope) that is not capitalised as asked."""
    asked = options.match.removeprefix("$")
    for unit in units(document, options.scope):
        text = document.text(unit)
        if not (_is_right(text, options) if options.match in CHECKS else _fits(document, options.match, unit)):
            yield Hit(Range(unit.start, unit.end), {"style": asked})


def _fits(document: Document, expression: str, unit: Range) -> bool:
    match = search(document, rf"(?:{expression})\Z", unit)
    return match is not None and match.start() == unit.start


def _is_right(text: str, options: Options) -> bool:
    check = CHECKS[options.match]
    kept = frozenset(word for exception in options.exceptions for word in WORD.findall(exception))
    parts = [WORD.findall(part) for part in PART.split(text)]
    return all(
        word in kept or check(word, 0 < i < len(words) - 1, i == 0, options)
        for words in parts
        for i, word in enumerate(words)
    )


def _is_title(word: str, inner: bool, first: bool, options: Options) -> bool:
    if inner and word.lower() in SMALL and (options.style == "Chicago" or len(word) <= ALWAYS_SMALL_AP):
        return True
    return not word[0].islower() or _is_mixed(word)


def _is_sentence(word: str, inner: bool, first: bool, options: Options) -> bool:
    if first:
        return not word[0].islower() or _is_mixed(word)
    return not word[0].isupper() or _is_mixed(word) or len(word) == 1


def _is_lower(word: str, inner: bool, first: bool, options: Options) -> bool:
    return word == word.lower()


def _is_upper(word: str, inner: bool, first: bool, options: Options) -> bool:
    return word == word.upper()


def _is_mixed(word: str) -> bool:
    """Tell whether a word has capitals of its own: an abbreviation, a brand, a gene (MRI, mRNA, pH)."""
    return word[1:] != word[1:].lower()


CHECKS = {"$title": _is_title, "$sentence": _is_sentence, "$lower": _is_lower, "$upper": _is_upper}
