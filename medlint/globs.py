"""Path patterns as people write them in a `.gitignore`, for the settings that name files.

A pattern without a slash fits a name at any depth; one with a slash starts at the folder of the settings. `*` and `?`
stop at a slash, `**` stands for any folders. What fits a folder fits everything below it. No pattern makes
a path cost more than its length times that of the pattern, however odd it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import translate
from functools import cache, lru_cache

ANY = "**"


def fits(patterns: Iterable[str], path: str) -> bool:
    """Tell whether a path (with slashes, below the folder of the settings) fits one of the patterns."""
    return any(_fits(parts(pattern), path.split("/")) for pattern in patterns)


@lru_cache(maxsize=1024)
def parts(pattern: str) -> tuple[str, ...]:
    """Split a pattern into what each folder and the file must fit."""
    plain = pattern.removeprefix("./").rstrip("/")
    made = tuple(part for part in plain.split("/") if part)
    return made if "/" in plain or not made else (ANY, *made)


def _fits(wanted: tuple[str, ...], names: list[str]) -> bool:
    @cache
    def rest(i: int, j: int) -> bool:
        """Tell whether the parts from `i` on fit the names from `j` on, or some of them in front."""
        if i == len(wanted):
            return True
        if j == len(names):
            return False
        if wanted[i] == ANY:
            return i == len(wanted) - 1 or rest(i + 1, j) or rest(i, j + 1)
        return bool(name(wanted[i]).match(names[j])) and rest(i + 1, j + 1)

    return bool(wanted) and rest(0, 0)


@lru_cache(maxsize=1024)
def name(part: str) -> re.Pattern[str]:
    """Give the expression of one part, made by the standard library so that it never backtracks far."""
    return re.compile(translate(part))
