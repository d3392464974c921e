"""Lists of words opened for look-up: short ones are held in memory, long ones searched in a sorted copy.

The copy lies in the user's cache and is made anew when the list, or the affix rules beside it, has changed. So half a
million words cost a second once, and nothing in the checks after it. Where no cache can be written, memory serves.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable

from medlint import __version__
from medlint.affixes import Affixes
from medlint.lexicon import WordList
from medlint.list_files import ListError, affix_file, affixes, is_hunspell, list_entries
from medlint.pattern_cache import cache_file, write_cache

SHORT = 100_000
"""Bytes up to which reading a list costs less than looking after a copy of it."""


class HouseList:
    """One list that a house points at."""

    def __init__(self, find: Callable[[str], str | None], rejected: dict[str, str], rules: Affixes) -> None:
        self.rejected = rejected
        self._find = find
        self._rules = rules

    def holds(self, form: str) -> bool:
        """Tell whether the list accepts a word in this form: as an entry, or made of one by the affix rules."""
        flags = self._find(form)
        if flags is not None and not self._rules.bears(flags, "NEEDAFFIX", "PSEUDOROOT"):
            return True
        if self._find("~" + form.lower()) is not None:
            return True
        return any(self._is_made(stem, needed) for stem, needed in self._rules.undone(form))

    def _is_made(self, stem: str, needed: tuple[str, ...]) -> bool:
        flags = self._find(stem)
        return flags is not None and set(needed) <= set(self._rules.flags(flags))


def opened(path: str) -> HouseList:
    """Open a list. Raises ListError."""
    if not os.path.isfile(path):
        raise ListError("it is no plain file")
    if os.path.getsize(path) > SHORT:
        copy = _copy(path)
        if copy:
            return HouseList(_finder(copy), dict(_rejected(copy)), affixes(path))
    entries = dict(list_entries(path))
    rejected = {key[1:]: value for key, value in entries.items() if key[0] == "!"}
    return HouseList(entries.get, rejected, affixes(path))


def _finder(copy: WordList) -> Callable[[str], str | None]:
    def find(key: str) -> str | None:
        values = copy.entry(key)
        return None if values is None else "".join(values)

    return find


def _rejected(copy: WordList) -> list[tuple[str, str]]:
    lines = copy.stretch("!").decode().split("\n")
    return [(wrong[1:], right) for wrong, _, right in (line.partition("\t") for line in lines if line)]


def _copy(path: str) -> WordList | None:
    """Give the sorted copy of a list, or None where there can be none."""
    name = f"words-{zlib.crc32(os.path.realpath(path).encode('utf-8', 'surrogateescape')):08x}.txt"
    head = f"# {_signature(path)}\n".encode("ascii", "backslashreplace")
    if not _is_fresh(cache_file(name), head):
        entries = dict(list_entries(path))
        lines = sorted(f"{key}\t{value}\n".encode() if value else f"{key}\n".encode() for key, value in entries.items())
        write_cache(name, b"".join((head, *lines)))
    return WordList(cache_file(name)) if _is_fresh(cache_file(name), head) else None


def _is_fresh(copy: str, head: bytes) -> bool:
    try:
        with open(copy, "rb") as file:
            return file.read(len(head)) == head
    except OSError:
        return False


def _signature(path: str) -> str:
    """Say what a copy was made of: it is stale as soon as this changes."""
    files = [path, *([rules] if is_hunspell(path) and (rules := affix_file(path)) else [])]
    stats = [(os.path.realpath(file), os.stat(file)) for file in files]
    return f"medlint {__version__} {[(file, stat.st_size, stat.st_mtime_ns) for file, stat in stats]!r}"
