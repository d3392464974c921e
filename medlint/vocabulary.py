"""Which strings may stand in an article: asked of hundreds of them in each, most of which stand nowhere.

To search the article for each is dear, and even to search its distinct words. So the words are cut into all stretches
of four bytes first: a string may stand there only where each four of its own are among them.
"""

from __future__ import annotations

from collections.abc import Iterable

from medlint.cache import Kept


class Vocabulary:
    """The distinct words of one text; `words` are they in no order, with a blank between any two."""

    def __init__(self, text: str) -> None:
        self.words = " ".join(set(text.split()))
        self._fours = _fours(self.words)

    def held(self, strings: Iterable[str]) -> list[str]:
        """Give those of some strings that may stand in the text; of most that do not, it is sure."""
        fours = self._fours
        needed = NEEDED.held
        held = [each for each in strings if (needed[each] if each in needed else _needed(each)) <= fours]
        return [each for each in held if len(each) > 3 or all(part in self.words for part in each.split())]


NEEDED = Kept("fours", 5000)
"""The fours in the longest part without blanks of each string that was ever asked for: mostly the same in each run."""


def _needed(string: str) -> frozenset[int]:
    found = _fours(max(string.split(), key=len, default=""))
    NEEDED.add(str(string), found)
    return found


def _fours(text: str) -> frozenset[int]:
    """Give all stretches of four bytes in a text, each as a number; none of a shorter text."""
    data = memoryview(text.encode("utf-8", "surrogatepass"))
    size = len(data)
    shifted = (data[start : start + (size - start) // 4 * 4].cast("I") for start in range(min(4, size - 3)))
    return frozenset[int]().union(*shifted)
