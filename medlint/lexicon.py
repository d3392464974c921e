"""One service over `dictionaries/`: is this a word, a drug, an eponym, a gene?

A word list is a UTF-8 text file: comment lines (`#`) with its sources and licences, then entries sorted by their bytes.
The file itself is the index: it is mapped into memory and searched by bisection, so that nothing is loaded whole.
An entry may carry values after tabs.
"""

from __future__ import annotations

import mmap
import os
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

from medlint.cache import Kept
from medlint.lazy import lazy
from medlint.shipped import shipped

PAGE = 1024
"""A list is searched in two steps, so many bytes at the second: which page an entry is on, and where on it."""

NEWLINE, TAB = b"\n\t"
AFTER_KEY = b"\x0b"
"""Sorts behind the two ends of keys, and before all that keys are made of: a key comes before those it begins."""

WORD = lazy(r"\n([^\t\n]+)")
WORDS = (
    "words/english",
    "words/names",
    "words/medical",
    "words/drugs",
    "terms/medical",
    "terms/everyday",
    "words/rare",
    "words/brands",
    "words/substances",
    "terms/drugs",
    "terms/brands",
)
"""The lists of words in lower case that make a form right, the likeliest first."""

PLURAL_OF = ("words/medical", "words/drugs", "terms/medical", "terms/drugs")
"""The lists whose words may take a plural s that the list itself does not hold."""


PAGES = Kept("pages", 40)
"""Where the pages of each list begin, kept between runs: a list seldom changes."""


class WordList:
    """One sorted file of entries."""

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            stat = os.fstat(file.fileno())
        self.name = (path, stat.st_size, stat.st_mtime_ns, PAGE)
        self._start = 0
        while self._map[self._start : self._start + 1] == b"#":
            self._start = self._map.find(b"\n", self._start) + 1

    @cached_property
    def _pages(self) -> tuple[list[bytes], list[int]]:
        """The first line of each page and where it starts; behind them what is beyond all lines, and where they end."""
        if self.name not in PAGES.held:
            PAGES.add(self.name, self._parted())
        pages: tuple[list[bytes], list[int]] = PAGES.held[self.name]
        return pages

    def _parted(self) -> tuple[list[bytes], list[int]]:
        file, end = self._map, len(self._map)
        later = (file.find(b"\n", at) + 1 for at in range(self._start + PAGE, end, PAGE))
        starts = [self._start, *(at for at in later if 0 < at < end)]
        return [*(file[at : file.find(b"\n", at)] for at in starts), b"\xff"], [*starts, end]

    def _page(self, wanted: bytes) -> bytes:
        """Give the lines among which an entry stands if there is one, with a line end on either side."""
        firsts, starts = self._pages
        number = bisect_right(firsts, wanted + AFTER_KEY) or 1
        return self._map[starts[number - 1] - 1 : starts[number]]

    def entry(self, word: str) -> tuple[str, ...] | None:
        """Give the values of an entry (often none), or None where there is no such entry."""
        wanted = word.encode("utf-8", "surrogatepass")
        page = self._page(wanted)
        at = page.find(b"\n" + wanted)
        end = at + 1 + len(wanted)
        if at < 0 or not wanted:
            return None
        if page[end] == NEWLINE:
            return ()
        return tuple(page[end + 1 : page.find(b"\n", end)].decode().split("\t")) if page[end] == TAB else None

    def values(self, words: Iterable[str]) -> list[str]:
        """Give the values of those words that have an entry: many are asked for at once, and few have one."""
        (firsts, starts), found = self._pages, []
        page = following = b""
        for wanted in sorted("\n".join(words).encode("utf-8", "surrogatepass").split(b"\n")):
            if wanted + AFTER_KEY >= following:
                number = bisect_right(firsts, wanted + AFTER_KEY) or 1
                page, following = self._map[starts[number - 1] - 1 : starts[number]], firsts[number]
            at = page.find(b"\n%b\t" % wanted)
            if at >= 0:
                found.append(page[at + len(wanted) + 2 : page.find(b"\n", at + 1)].decode())
        return found

    def __contains__(self, word: str) -> bool:
        return self.entry(word) is not None

    def entries(self) -> list[tuple[str, ...]]:
        """Give all entries with their values; for short lists only."""
        return [tuple(line.decode().split("\t")) for _, line in self.lines()]

    def words(self) -> frozenset[str]:
        """Give all words without their values; for short lists only."""
        return frozenset(WORD.findall(self._map[self._start - 1 :].decode()))

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield all lines as they stand, each with its place; for short lists only."""
        at = self._start
        for line in self._map[self._start :].split(b"\n")[:-1]:
            yield at, line
            at += len(line) + 1

    def line(self, at: int) -> str:
        """Give the line that begins at a place."""
        return self._map[at : self._map.find(b"\n", at)].decode()


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
    if any(form in word_list(name) for name in WORDS):
        return True
    if len(form) > 5 and form[-1] == "s" and form[-2] not in "sxz":
        return any(form[:-1] in word_list(name) for name in PLURAL_OF)
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
