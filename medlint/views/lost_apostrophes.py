"""Words that an apostrophe was left out of, or an -ies: what "the bodys needs" and "the studys" should be."""

from __future__ import annotations

import re
from functools import cache

from medlint.document import Document
from medlint.inflection import plural
from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.neighbours import Neighbour
from medlint.span import Place, Range

MANY = frozenset(("children", "men", "women", "people"))
CONSONANT_Y = lazy(r"[^aeiou]y\Z")
NEXT = lazy(r"\s([a-z]+)")
BEFORE_PLURAL = lazy(
    r"\b(?:all|both|few|many|most|other|several|some|these|those|various|two|three|four|five|six|\d+)\s\Z",
    re.IGNORECASE,
)


def with_s_apart(document: Document, place: Place, plain: str, near: tuple[Neighbour, ...]) -> tuple[str, ...]:
    """Give what a word in lower case is if its -s was put on wrongly, the likelier first; nothing if it was not."""
    base = next((each for each in near if each.word.lower() + "s" == plain), None)
    if base is None:
        return ()
    owner = base.word + ("\u2019s" if "\u2019" in document.prose.text else "'s")
    if base.sort in "en" or base.word in MANY:
        return (owner,)
    if not CONSONANT_Y.search(base.word):
        return ()
    both = owner, plural(base.word)
    return both if isinstance(place, Range) and _owns(document.prose.text, place) else both[::-1]


def _owns(text: str, place: Range) -> bool:
    """Tell whether a noun seems to follow, which a plural does not have."""
    following = NEXT.match(text, place.end)
    if not following or BEFORE_PLURAL.search(text[max(place.start - 12, 0) : place.start]):
        return False
    return following[1] not in _little_words()


@cache
def _little_words() -> frozenset[str]:
    return frozenset((entry("words/function-words", "en") or ("",))[0].split())
