"""Words that stand where their near-twin belongs; told by the words beside them, never by the word alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

BEFORE = 80
NEAR = 40
"""Where both twins stand so near each other, they are being told apart."""


class Twin(NamedTuple):
    """A word, the one that was meant, and what stands before and after it then: expressions that must both match."""

    find: str
    write: str
    before: str = ""
    after: str = ""


class Options(NamedTuple):
    """Which twins."""

    twins: Annotated[tuple[Twin, ...], "Words that are taken for each other, each with the company that gives it away."]


@kind("confusable", options=Options, values=("replacement",))
def confusable(document: Document, options: Options) -> Iterator[Hit]:
    """Report each twin in company that only the other keeps."""
    twins = _by_word(options.twins)
    text = document.prose.text
    for place, write, before, after in _uses(document, twins):
        start, end = place
        block = document.block_at(start)
        if before and not before.search(text[max(start - BEFORE, block.start) : start]):
            continue
        if after and not after.match(text, end, block.end):
            continue
        if not re.search(rf"\b{write}\b", text[max(start - NEAR, block.start) : end + NEAR], re.I):
            right = write.capitalize() if text[start].isupper() else write
            yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),))


def _uses(document: Document, twins: dict[str, list[tuple[str, Any, Any]]]) -> Iterator[tuple[Range, str, Any, Any]]:
    """Yield the places of each twin, with the word that may be meant and the company that gives it away."""
    forms, places = document.view(word_forms), document.view(words)
    for lower in forms.keys() & twins.keys():
        for word in forms[lower]:
            for write, before, after in twins[lower]:
                for start in places[word]:
                    yield Range(start, start + len(word)), write, before, after


@lru_cache(maxsize=8)
def _by_word(twins: tuple[Twin, ...]) -> dict[str, list[tuple[str, Any, Any]]]:
    found: dict[str, list[tuple[str, Any, Any]]] = {}
    for find, write, before, after in twins:
        left = re.compile(rf"(?<![\w-])(?:{before})\s*\Z", re.I) if before else None
        right = re.compile(rf"\s?+(?:{after})(?!\w)", re.I) if after else None
        found.setdefault(find, []).append((write, left, right))
    return found
