"""Path patterns as people write them in a `.gitignore`, for the settings that name files.

A pattern without a slash fits a name at any depth; one with a slash starts at the folder of the settings. `*` and `?`
stop at a slash, `**` does not. What fits a folder fits everything below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

PART = re.compile(r"\*\*/|/\*\*\Z|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.S)
MEANING = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def fits(patterns: Iterable[str], path: str) -> bool:
    """Tell whether a path (with slashes, below the folder of the settings) fits one of the patterns."""
    return any(expression(pattern).match(path) for pattern in patterns)


@lru_cache(maxsize=1024)
def expression(pattern: str) -> re.Pattern[str]:
    """Give the regular expression of a path pattern."""
    plain = pattern.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in plain else "(?:.*/)?"
    parts = "".join(_part(match[0]) for match in PART.finditer(plain.removeprefix("/")))
    return re.compile(f"{anywhere}{parts}(?:/.*)?\\Z", re.S)


def _part(part: str) -> str:
    if part in MEANING:
        return MEANING[part]
    if part[0] == "[" and len(part) > 2:
        negated = part[1] == "!"
        inside = re.sub(r"([\\^\[])", r"\\\1", part[1 + negated : -1])
        return f"[{'^' if negated else ''}{inside}]"
    return re.escape(part)
