"""Showing what an article holds so that it cannot act: on the terminal, on its reader, or on a log that obeys lines."""

from __future__ import annotations

import re
import unicodedata

from medlint.lazy import lazy

UNSAFE = lazy(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]"
    "|##(?=\\[|vso\\[)"
)
"""Control, bidirectional and invisible characters, lone surrogates, and what starts a command in some CI logs."""


def safe(text: str) -> str:
    """Give text with everything that is not plainly visible written out; line ends and tabs read as spaces."""
    return UNSAFE.sub(_written, text)


def _written(match: re.Match[str]) -> str:
    if match[0] in "\t\n\r":
        return " "
    return "#<U+0023>" if match[0] == "##" else f"<U+{ord(match[0]):04X}>"


def safe_path(path: str) -> str:
    """Give a path that is one line and starts no command of a CI system."""
    shown = safe(path)
    return f"./{shown}" if shown.lstrip()[:2] in ("::", "##") or shown[:1] == " " else shown


def width(text: str) -> int:
    """Give the columns that text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
