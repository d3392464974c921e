"""One service over `dictionaries/`: is this a word, a drug, an eponym, a unit?

A word list is a UTF-8 text file: comment lines (`#`) with its sources and licences, then entries sorted by their bytes.
The file itself is the index: it is mapped into memory and searched by bisection, so that nothing is loaded whole.
An entry may carry values after tabs.
"""

from __future__ import annotations

import mmap
from functools import cache, lru_cache

from medlint.shipped import shipped


class WordList:
    """One sorted file of entries."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = 0
        while self._map[self._start : self._start + 1] == b"#":
            self._start = self._map.find(b"\n", self._start) + 1

    def entry(self, word: str) -> tuple[str, ...] | None:
        """Give the values of an entry (often none), or None where there is no such entry."""
        wanted = word.encode()
        low, high = self._start, len(self._map)
        while low < high:
            middle = self._map.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._map.find(b"\n", middle, high)
            end = high if end < 0 else end
            key, *values = self._map[middle:end].split(b"\t")
            if key == wanted:
                return tuple(value.decode() for value in values)
            if key < wanted:
                low = end + 1
            else:
                high = middle
        return None

    def __contains__(self, word: str) -> bool:
        return self.entry(word) is not None

    def entries(self) -> list[tuple[str, ...]]:
        """Give all entries with their values; for short lists only."""
        lines = self._map[self._start :].decode().splitlines()
        return [tuple(line.split("\t")) for line in lines]


@cache
def word_list(name: str) -> WordList:
    """Open the shipped list `dictionaries/<name>.txt`; `name` may hold slashes."""
    return WordList(shipped(f"dictionaries/{name}.txt"))


@lru_cache(maxsize=65536)
def entry(name: str, word: str) -> tuple[str, ...] | None:
    """Give the values of a word in a shipped list, or None; each is looked up once a run."""
    return word_list(name).entry(word)


def has(name: str, word: str) -> bool:
    """Tell whether a shipped list holds a word, exactly as written."""
    return entry(name, word) is not None


@cache
def all_of(name: str) -> tuple[tuple[str, ...], ...]:
    """Give a short list whole."""
    return tuple(word_list(name).entries())
