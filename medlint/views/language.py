"""Which parts of an article are English.

A rule that knows English has nothing to say about a Spanish leaflet or a Japanese summary in an English page.
A block is judged by its own little words where it has enough of them, else by the article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache

from medlint.document import Document
from medlint.lazy import lazy
from medlint.lexicon import all_of

WORD = lazy(r"[^\W\d_]+")
ASCII = lazy(r"[A-Za-z]+")
FEWEST = 6
"""A block of fewer words goes with the article."""


@cache
def _known() -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Give the function words of English, and of each other language."""
    lists = {code: frozenset(words.split()) for code, words in all_of("words/function-words")}
    return lists.pop("en"), tuple(lists.values())


@cache
def _all_known() -> frozenset[str]:
    ours, others = _known()
    return ours.union(*others)


class Languages:
    """Tells for each block of a document, when asked, whether it is English."""

    def __init__(self, document: Document) -> None:
        self._text = document.prose.text
        self._blocks = document.blocks
        self._starts = [block.start for block in document.blocks]
        self._known: dict[int, bool] = {}
        self.english = _article(document)

    def is_english(self, offset: int) -> bool:
        """Tell whether the block at a prose offset is English."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._judged(index) if self._blocks else self.english
        return found

    def _judged(self, index: int) -> bool:
        block = self._blocks[index]
        verdict = verdict_on(self._text[block.start : min(block.end, block.start + 2000)])
        return self.english if verdict is None else verdict


def languages(document: Document) -> Languages:
    """Give the judge of this document's blocks."""
    return Languages(document)


def _article(document: Document) -> bool:
    """Judge the article as a whole: by its text, and by what its metadata says where the text leaves it open."""
    declared = next((field.value for field in document.metadata.fields if field.name.lower() in DECLARED), "").strip()
    verdict = verdict_on(document.prose.text[:6000])
    if verdict is None:
        return declared.lower().startswith("en") if declared.isascii() and 2 <= len(declared) <= 6 else True
    return verdict


DECLARED = ("lang", "language", "inlanguage", "locale")


def verdict_on(text: str) -> bool | None:
    """Tell whether a text is English, or None where it is too short or too mixed to say."""
    found = (ASCII if text.isascii() else WORD).findall(text)
    found = [word for word in found if len(word) == 1 or not word.isupper()]
    if not text.isascii():
        foreign = sum(len(word) for word in found if ord(word[0]) > 0x24F)
        if foreign > 3 and 2 * foreign > len("".join(found)):
            return False
    size = len(found)
    if size < FEWEST:
        return None
    ours, others = _known()
    counts = Counter(filter(_all_known().__contains__, " ".join(found).lower().split()))
    distinct = set(counts)
    best = max((words & distinct for words in others), key=len)
    other = sum(map(counts.__getitem__, best))
    english = sum(map(counts.__getitem__, (ours & distinct) - best))
    theirs = sum(map(counts.__getitem__, best - ours))
    if 12 * english >= size and english >= theirs:
        return True
    return False if len(best) >= 3 and other >= 2 * english and 8 * other >= size else None
