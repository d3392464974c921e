"""Names of medicines: generic ones without a capital, brands with one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import all_of, has
from medlint.span import Range
from medlint.views.words import words

PLAIN_BEFORE = lazy(r"(?:[a-z]|[a-z],|\d(?:mg|g|mcg)?)\s\Z")
NAME_AFTER = lazy(r"(?:\s(?:[A-Z]|and [A-Z])|[-/&\u00ae\u2122(]|\s\()")


class Options(NamedTuple):
    """Which names."""

    sort: Annotated[Literal["generic", "brand"], "The names to look at."] = "generic"


@kind("medicine-case", options=Options, values=("replacement",))
def medicine_case(document: Document, options: Options) -> Iterator[Hit]:
    """Report generic names with a capital inside a sentence, or brands without one."""
    text = document.prose.text
    for word, starts in document.view(words).items():
        right = _generic(word) if options.sort == "generic" else _brand(word)
        for start in starts if right else ():
            end = start + len(word)
            block = document.block_at(start)
            before = text[max(start - 6, block.start) : start]
            if options.sort == "brand" or (PLAIN_BEFORE.search(before) and not NAME_AFTER.match(text, end)):
                yield Hit(Range(start, end), {"replacement": right}, (right,), (Edit(Range(start, end), right),))


def _generic(word: str) -> str:
    """Give a capitalised generic name in lower case, or ""."""
    lower = word.lower()
    return lower if len(word) > 4 and word.istitle() and lower in _names("terms/drugs") else ""


def _brand(word: str) -> str:
    """Give a brand that is written in lower case as it should be, or ""."""
    right = _names("terms/brands").get(word, "")
    return right if right and word.islower() and len(word) > 4 and not has("words/english", word) else ""


@cache
def _names(name: str) -> dict[str, str]:
    """Give a list of names with how each is written; every word of an article is looked up in it."""
    return {word: values[0] if values else "" for word, *values in all_of(name)}
