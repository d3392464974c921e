"""Names of medicines: generic ones without a capital, brands with one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import all_of, has, is_english, is_name
from medlint.record import Record
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

PLAIN_BEFORE = lazy(r"(?:[a-z]|[a-z],|\d(?:mg|g|mcg)?)\s\Z")
NAME_AFTER = lazy(r"(?:\s(?:[A-Z]|(?:and|on|of|for) [A-Z])|[-/&\u00ae\u2122(]|\s\()")
NAMED_BEFORE = lazy(r"(?:(?P<inside>[a-z,;)]\s)|\A|\W)(?P<name>[A-Z][\w'\u2019-]*)\s\Z")
REACH = 30


class Options(Record):
    """Which names."""

    sort: Annotated[Literal["generic", "brand"], "The names to look at."] = "generic"


@kind("medicine-case", options=Options, values=("replacement",))
def medicine_case(document: Document, options: Options) -> Iterator[Hit]:
    """Report generic names with a capital inside a sentence, or brands without one."""
    text = document.prose.text
    for word, right in _written(document, options.sort):
        for start in document.view(words)[word]:
            end = start + len(word)
            block = document.block_at(start)
            place, before = Range(start, end), text[max(start - REACH, block.start) : start]
            if options.sort == "brand" or not (
                PLAIN_BEFORE.search(before) is None or NAME_AFTER.match(text, end) or _is_part(document, place, before)
            ):
                yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),))


def _is_part(document: Document, place: Range, before: str) -> bool:
    """Tell whether a word in capitals is the end of a longer name, or a title of its own in slanted letters."""
    match = NAMED_BEFORE.search(before)
    if match and (match["inside"] or (is_name(match["name"]) and not is_english(match["name"]))):
        return True
    return any(mark.start == place.start and mark.end == place.end for mark in document.marks_in(place, "emphasis"))


def _written(document: Document, sort: str) -> Iterator[tuple[str, str]]:
    """Yield the generic names that an article writes with a capital, or the brands without, and how each should be."""
    forms = document.view(word_forms)
    names = _names("terms/drugs" if sort == "generic" else "terms/brands")
    for lower in forms.keys() & names.keys():
        for word in forms[lower] if len(lower) > 4 else ():
            if sort == "generic":
                if word.istitle():
                    yield word, lower
            elif word == lower and names[lower] and not has("words/english", word):
                yield word, names[lower]


@cache
def _names(name: str) -> dict[str, str]:
    """Give a list of names with how each is written; every word of an article is looked up in it."""
    return {word: values[0] if values else "" for word, *values in all_of(name)}
