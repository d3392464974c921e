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
from medlint.cache import cache_file, write
from medlint.lexicon import WordList
from medlint.list_files import ListError, affix_file, affixes, is_hunspell, list_entries

SHORT = 100_000
"""Bytes up to which reading a list costs less than looking after a copy of it."""


class HouseList:
    """One list that a house points at."""

    def __init__(
        self, find: Callable[[str], str | None], rejected: dict[str, str], rules: Affixes, *, own: bool
    ) -> None:
        self.rejected = rejected
        self.own = own
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


def opened(path: str, *, own: bool = False) -> HouseList:
    """Open a list, the house's own or another. Raises ListError."""
    if not os.path.isfile(path):
        raise ListError("it is no plain file")
    if os.path.getsize(path) > SHORT:
        copy = _copy(path)
        if copy:
            return HouseList(_finder(WordList(copy)), _rejected(copy), affixes(path), own=own)
    entries = dict(list_entries(path))
    rejected = {key[1:]: entries.pop(key) for key in list(entries) if key[0] == "!"}
    return HouseList(entries.get, rejected, affixes(path), own=own)


def _finder(copy: WordList) -> Callable[[str], str | None]:
    def find(key: str) -> str | None:
        values = copy.entry(key)
        return None if values is None else "".join(values)

    return find


REJECTED = b"#!"
"""Begins the lines of a copy that hold its rejected words: all of them are wanted, so they stand in its head."""


def _rejected(copy: str) -> dict[str, str]:
    found = {}
    with open(copy, "rb") as file:
        file.readline()
        for line in iter(file.readline, b""):
            if not line.startswith(REJECTED):
                break
            wrong, _, right = line.decode().rstrip("\n").removeprefix("#!").partition("\t")
            found[wrong] = right
    return found


def _copy(path: str) -> str | None:
    """Give the path of the sorted copy of a list, or None where there can be none."""
    copy = cache_file(f"words-{zlib.crc32(os.path.realpath(path).encode('utf-8', 'surrogateescape')):08x}.txt")
    head = f"# {_signature(path)}\n".encode("ascii", "backslashreplace")
    if not _is_fresh(copy, head):
        entries = dict(list_entries(path))
        lines = (f"{key}\t{value}\n".encode() if value else f"{key}\n".encode() for key, value in entries.items())
        write(copy, b"".join((head, *sorted(REJECTED + line[1:] if line[:1] == b"!" else line for line in lines))))
    return copy if _is_fresh(copy, head) else None


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
