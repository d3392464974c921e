"""Which strings may stand in an article: asked of hundreds of them in each, most of which stand nowhere.

To search the article for each is dear, and even to search its distinct words. So the words are cut into all stretches
of four bytes first: a string may stand there only where each four of its own are among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


class Vocabulary:
    """The distinct words of one text; `words` are they in no order, with a blank between any two."""

    def __init__(self, text: str) -> None:
        self.words = " ".join(set(text.split()))
        self._fours = _fours(self.words)

    def held(self, strings: Iterable[str]) -> list[str]:
        """Give those of some strings that may stand in the text; of most that do not, it is sure."""
        words, fours = self.words, self._fours
        cut = [(string, *_cut(string)) for string in strings]
        return [string for string, needed, longest in cut if (needed <= fours if needed else longest in words)]


@lru_cache(maxsize=8192)
def _cut(string: str) -> tuple[frozenset[int], str]:
    """Give what the longest part without blanks of a string needs: its fours, and itself."""
    longest = max(string.split(), key=len, default="")
    return _fours(longest), longest


def _fours(text: str) -> frozenset[int]:
    """Give all stretches of four bytes in a text, each as a number; none of a shorter text."""
    data = memoryview(text.encode("utf-8", "surrogatepass"))
    found: set[int] = set()
    for start in range(min(4, len(data) - 3)):
        found.update(data[start : start + (len(data) - start) // 4 * 4].cast("I"))
    return frozenset(found)
