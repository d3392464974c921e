"""Which lines of a plain text begin a list item."""

from __future__ import annotations

import re
from itertools import pairwise

from medlint.lazy import lazy
from medlint.readers.text_lines import Line
from medlint.record import Record

SURE = lazy(r"([•●▪▫◦‣⁃∙○■□►▶▸➢➤➔✓✔✅❖◆◇][\ufe0e\ufe0f]?|·)\s*(?=\S)")
DASHED = lazy(r"([-*+–—])\s+(?=\S)")
COUNTED = lazy(r"(\(?(?:\d{1,3}|[ivx]{1,4}|[a-zA-Z])[.)]|o)\s+(?=\S)")
SIGNED = "—"
"""A dash that also signs a quotation: one alone begins no list."""


class Bullet(Record):
    """The marker of a list item: as written, its family (all `-` are one), where the words begin, its number or 0."""

    marker: str
    family: str
    start: int
    number: int = 0


def bullets_of(lines: list[Line]) -> list[Bullet | None]:
    """Give for each line the bullet it begins with, or None.

    A dash or an asterisk with words after it is one; a number, a letter or an "o" only beside others of its family.
    """
    found = [_bullet(line) for line in lines]
    weak = [i for i, bullet in enumerate(found) if bullet and (bullet.number or bullet.family in ("o", SIGNED))]
    kept = {i for one, other in pairwise(weak) if _follow(found[one], found[other]) for i in (one, other)}
    for i in weak:
        if i not in kept:
            found[i] = None
    return found


def _bullet(line: Line) -> Bullet | None:
    first = line.text[0]
    if line.hint == "li" and line.blank:
        return Bullet("", "li", line.start)
    if first.isalnum() or first == "(":
        match = COUNTED.match(line.text)
        return _counted(match, line) if match else None
    match = SURE.match(line.text) or DASHED.match(line.text)
    if not match or not any(map(str.isalnum, line.text)):
        return None
    return Bullet(match[1], match[1][0], line.start + match.end())


def _counted(match: re.Match[str], line: Line) -> Bullet:
    marker = match[1]
    start = line.start + match.end()
    if marker == "o":
        return Bullet(marker, marker, start)
    sign = marker.strip("().")
    shape = marker.replace(sign, "1")
    if sign.isdigit():
        return Bullet(marker, shape, start, int(sign) + 1)
    return Bullet(marker, shape.replace("1", "a" if sign.islower() else "A"), start, ord(sign[0]))


def _follow(one: Bullet | None, other: Bullet | None) -> bool:
    """Tell whether two neighbouring weak bullets belong to one list."""
    if not one or not other or one.family != other.family:
        return False
    return not one.number or other.number - one.number == 1 or one.marker.strip("().").lower() in ("i", "ii", "v")
