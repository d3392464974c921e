"""One service over `dictionaries/`: is this a word, a drug, an eponym, a gene?

A word list is a UTF-8 text file: comment lines (`#`) with its sources and licences, then entries sorted by their bytes.
The file itself is the index: it is mapped into memory and searched by bisection, so that nothing is loaded whole.
An entry may carry values after tabs.
"""

from __future__ import annotations

import mmap
import unicodedata
from functools import cache, lru_cache

from medlint.shipped import shipped

PREFIX = 3
"""Words that share so many bytes in front stand in one stretch, which is found by bisection once and then searched."""

MOST_STRETCHES = 20_000
"""How many stretches of a list are remembered; each takes some 200 bytes."""

WORDS = (
    "words/english",
    "words/names",
    "words/medical",
    "words/drugs",
    "terms/medical",
    "words/rare",
    "words/brands",
    "words/substances",
    "terms/drugs",
    "terms/brands",
)
"""The lists of words in lower case that make a form right, the likeliest first."""

PLURAL_OF = ("words/medical", "words/drugs", "terms/medical")
"""The lists whose words may take a plural s that the list itself does not hold."""


class WordList:
    """One sorted file of entries."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = 0
        while self._map[self._start : self._start + 1] == b"#":
            self._start = self._map.find(b"\n", self._start) + 1
        self._stretches: dict[bytes, tuple[int, int]] = {}
        self._marks = (b"\t", b"\n") if self._map.find(b"\t", self._start) >= 0 else (b"\n",)

    def entry(self, word: str) -> tuple[str, ...] | None:
        """Give the values of an entry (often none), or None where there is no such entry."""
        wanted = word.encode("utf-8", "surrogatepass")
        if not wanted:
            return None
        low, high = self._stretch(wanted[:PREFIX])
        if low == high:
            return None
        for mark in self._marks:
            at = self._map.find(b"\n" + wanted + mark, max(low - 1, 0), high) + 1
            if at or self._map[low : low + len(wanted) + 1] == wanted + mark:
                at = at or low
                line = self._map[at : self._map.find(b"\n", at)]
                return tuple(line.decode().split("\t")[1:])
        return None

    def stretch(self, prefix: str) -> bytes:
        """Give the lines that begin with a short prefix, with a line end on either side."""
        low, high = self._stretch(prefix.encode())
        return self._map[low - 1 : high] if low < high else b""

    def _stretch(self, prefix: bytes) -> tuple[int, int]:
        """Give where the lines that begin with a prefix stand; looked up once for all words that share it."""
        found = self._stretches.get(prefix)
        if found is None:
            if len(self._stretches) > MOST_STRETCHES:
                self._stretches.clear()
            low = self._first(prefix)
            found = self._stretches[prefix] = (low, self._first(prefix + b"\xff", low))
        return found

    def _first(self, wanted: bytes, low: int = 0) -> int:
        """Give the start of the first line that is not below some bytes."""
        file, low, high = self._map, max(low, self._start), len(self._map)
        while low < high:
            middle = file.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if file[middle : middle + len(wanted)] < wanted:
                low = file.find(b"\n", middle, high) + 1 or high
            else:
                high = middle
        return low

    def __contains__(self, word: str) -> bool:
        return self.entry(word) is not None

    def entries(self) -> list[tuple[str, ...]]:
        """Give all entries with their values; for short lists only."""
        lines = self._map[self._start :].decode().split("\n")
        return [tuple(line.split("\t")) for line in lines if line]


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


def folded(word: str) -> str:
    """Give the form that the lists of words hold: lower case, a plain apostrophe, no possessive ending."""
    word = word.replace("\u2019", "'").lower()
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def unaccented(word: str) -> str:
    """Give a word without its accents."""
    if word.isascii():
        return word
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Tell whether any shipped list holds a word, in any case, with or without possessive ending, plural s or accents.

    Wide on purpose: names, brands, genes and chemicals are words too. To be asked before a text is blamed.
    """
    form = folded(word)
    return _is_known(form) or (not form.isascii() and _is_known(unaccented(form))) or is_gene(word)


@lru_cache(maxsize=65536)
def _is_known(form: str) -> bool:
    if any(entry(name, form) is not None for name in WORDS):
        return True
    if len(form) > 5 and form[-1] == "s" and form[-2] not in "sxz":
        return any(entry(name, form[:-1]) is not None for name in PLURAL_OF)
    return is_eponym(form)


def is_english(word: str) -> bool:
    """Tell whether a word stands in the general English list (names do not)."""
    return has("words/english", folded(word)) or has("words/rare", folded(word))


def is_name(word: str) -> bool:
    """Tell whether a word is always written with a capital: a person, a place, a language."""
    return has("words/names", folded(word)) or is_eponym(word)


def is_drug(word: str) -> bool:
    """Tell whether a word is the official name of a medicine or ingredient; common English words are not."""
    form = folded(word)
    return has("words/drugs", form) or has("terms/drugs", form)


def is_brand(word: str) -> bool:
    """Tell whether a word is the brand name of a medicine."""
    form = folded(word)
    return has("words/brands", form) or has("terms/brands", form)


def is_eponym(word: str) -> bool:
    """Tell whether a word is a name that diseases, signs or procedures are called by, in any case."""
    return has("terms/eponyms", folded(word))


def is_organism(words: str) -> bool:
    """Tell whether this is a genus, or a genus and species, that people meet in medicine, in any case."""
    return has("terms/organisms", folded(words))


def is_gene(word: str) -> bool:
    """Tell whether a word is a gene symbol, exactly as written."""
    return has("terms/genes", word)
