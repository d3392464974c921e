"""British and American spellings in an article."""

from __future__ import annotations

import re
from functools import cache

from medlint.document import Document
from medlint.lazy import lazy
from medlint.lexicon import entry, word_list
from medlint.record import Record
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

GLOSS = 60
"""Two spellings of one word so near each other explain each other."""

SPELLINGS = "spelling/varieties"
LOCALES = {"en-GB": "GB", "en-US": "US"}
ROLES = ("body", "disclaimer")
AT_SENTENCE_START = lazy(r"(?:^|[.!?:;\u2022\n\0(\"\u201c][\"\u201d)]?\s*)\Z")


class Variant(Record):
    """A word that one variety of English writes so, its place, and how the other writes it."""

    place: Range
    variety: str
    word: str
    other: str


def variants(document: Document) -> tuple[Variant, ...]:
    """Give the words of one variety in reading order, without names and words that stand beside their other form."""
    found = []
    forms, places = document.view(word_forms), document.view(words)
    for lower in _varied().intersection(forms):
        variety, other = entry(SPELLINGS, lower) or ("", "")
        for word in forms[lower] if len(lower) > 3 else ():
            found += [
                Variant(Range(start, start + len(word)), variety, word, other)
                for start in places[word]
                if _counts(document, word, start)
            ]
    glossed = {each.word.lower() for each in found if _is_glossed(document, each)}
    kept = [each for each in found if each.word.lower() not in glossed and each.other not in glossed]
    return tuple(sorted(kept))


def variety(document: Document) -> str:
    """Give the variety that an article is in, GB or US: as set, or as most of its words are; "" where nothing tells."""
    told = LOCALES.get(document.surroundings.locale)
    if told:
        return told
    british = sum(each.variety == "GB" for each in document.view(variants))
    american = len(document.view(variants)) - british
    return "" if british == american else ("GB" if british > american else "US")


def in_variety(document: Document, word: str) -> str:
    """Give a word as the variety of an article writes it."""
    values = entry(SPELLINGS, word)
    return values[1] if values and document.view(variety) not in ("", values[0]) else word


@cache
def _varied() -> frozenset[str]:
    """Give the words that are spelled in two ways; asked for every word of an article, so they are read once."""
    return word_list(SPELLINGS).words()


def _counts(document: Document, word: str, start: int) -> bool:
    """Tell whether a word speaks for its author: it is no name, and neither quoted nor a reference."""
    block = document.block_at(start)
    if block.role not in ROLES:
        return False
    if not word[0].isupper():
        return True
    if block.shape in ("title", "heading") or word.isupper():
        return block.start == start
    before = document.prose.text[max(start - 5, block.start) : start]
    after = document.prose.text[start + len(word) : start + len(word) + 3]
    return bool(AT_SENTENCE_START.search(before) or start == block.start) and not re.match(r"\s[A-Z]", after)


def _is_glossed(document: Document, variant: Variant) -> bool:
    start, end = variant.place
    around = document.prose.text[max(start - GLOSS, 0) : end + GLOSS]
    return variant.other in around.lower() and bool(re.search(rf"\b{re.escape(variant.other)}\b", around, re.I))
