"""Words that stand where their near-twin belongs; told by the words beside them, never by the word alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any

from medlint.document import Block, Document
from medlint.finding import Edit, Hit
from medlint.inflection import in_case_of
from medlint.kinds import kind
from medlint.pattern_cache import compiled
from medlint.record import Record
from medlint.span import Range
from medlint.twins import Company, Vicinity, heard_in, twins, twins_of
from medlint.views.word_forms import word_forms
from medlint.views.words import words

BEFORE = 80
NEAR = 40
"""Where both twins stand so near each other, they are being told apart."""


class Twin(Record):
    """A word, the one that was meant, and what stands before and after it then: expressions that must both match."""

    find: str
    write: str
    before: str = ""
    after: str = ""


class Options(Record):
    """Which twins."""

    twins: Annotated[
        tuple[Twin, ...], "Words that are taken for each other, each with the company that gives it away."
    ] = ()
    listed: Annotated[bool, "Whether the twins of the shipped list are looked for as well."] = True


@kind("confusable", options=Options, values=("replacement",))
def confusable(document: Document, options: Options) -> Iterator[Hit]:
    """Report each twin in company that only the other keeps, once."""
    forms = document.view(word_forms)
    heard = heard_in(forms)
    for low in _asked(options).intersection(forms):
        written = [twin for twin in options.twins if twin.find == low]
        told = twins_of(low, heard) if options.listed and low in twins() else []
        for word in forms[low] if written or told else ():
            listed = told if word == low or not word.isupper() else []
            for start in document.view(words)[word] if written or listed else ():
                place = Range(start, start + len(word))
                right = _meant(document, low, place, written, listed)
                if right:
                    right = in_case_of(word, right)
                    yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),))


def _meant(document: Document, low: str, place: Range, written: list[Twin], listed: list[Company]) -> str:
    """Give the word that was meant instead of one (in lower case) in a place, or nothing."""
    text, block = document.prose.text, document.block_at(place.start)
    found = _written(text, written, place, block) if written else []
    if listed and not found:
        heard = Vicinity(text, (place.start, place.end), (block.start, block.end))
        found = heard.meant(low, listed)
    return next((write for write in found if not _stands_near(write, text, place, block)), "")


def _written(text: str, written: list[Twin], place: Range, block: Block) -> list[str]:
    before = text[max(place.start - BEFORE, block.start) : place.start]
    after = text[place.end : min(place.end + BEFORE, block.end)]
    return [twin.write for twin in written if _stands(twin, before, after)]


def _stands_near(write: str, text: str, place: Range, block: Block) -> bool:
    before = text[max(place.start - NEAR, block.start) : place.start]
    after = text[place.end : min(place.end + NEAR, block.end)]
    return bool(re.search(rf"\b{write}\b", f"{before} {after}", re.I))


def _stands(twin: Twin, before: str, after: str) -> bool:
    left, right = _patterns(twin)
    return (right is None or bool(right.match(after))) and (left is None or bool(left.search(before)))


@lru_cache(maxsize=8)
def _asked(options: Options) -> frozenset[str]:
    """Give the words that have twins."""
    return frozenset(twin.find for twin in options.twins).union(twins() if options.listed else ())


@lru_cache(maxsize=2048)
def _patterns(twin: Twin) -> tuple[Any, Any]:
    """Give what must match before and after; compiled when the word is first met."""
    left = compiled(rf"(?<![\w-])(?:{twin.before})\s*\Z", re.I) if twin.before else None
    right = compiled(rf"\s?+(?:{twin.after})(?!\w)", re.I) if twin.after else None
    return left, right
