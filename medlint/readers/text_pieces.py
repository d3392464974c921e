"""From the lines of a plain text to its pieces: paragraphs, list items, table cells, captions."""

from __future__ import annotations

import re
from itertools import pairwise

from medlint.lazy import lazy
from medlint.readers.text_bullets import Bullet, bullets_of
from medlint.readers.text_lines import Line

CAPTION = lazy(r"(?:Fig(?:ure|\.)|Table|Photo|Image|Box|Chart)\s+\d{1,3}[a-z]?\s*[.:–—-]\s*\S", re.I)
RULE = lazy(r"[\s|:+=_*~#.-]{3,}\Z")
RUN_IN = lazy(r"(?<=[.!?]) +- +(?=[A-Z])")
MARKDOWN = lazy(r"(#{1,6})[ \t]+(?=\S)")
INNER = "o◦▪▫‣⁃–—"
"""Marks that are seldom those of an outer list."""

SHORTEST = 25
"""A line shorter than this does not run on into the next one unless the whole text is wrapped."""


class Piece:
    """One block in the making: the stretches of source that its words stand in, and what it has been found to be."""

    def __init__(self, shape: str, line: Line, start: int, blank: bool) -> None:
        self.shape = shape
        self.role = "quote" if line.quoted else "body"
        self.text = line.text[start - line.start :]
        self.stretches = [(start, line.end)]
        self.indent = line.indent
        self.hint = line.hint
        self.blank = blank
        self.level = 0
        self.parent: Piece | None = None
        self.group = 0
        self.marker = ""
        self.style = ""

    def extend(self, line: Line) -> None:
        """Take in one more line that runs on."""
        self.text = f"{self.text} {line.text}"
        self.stretches.append((line.start, line.end))

    @property
    def lines(self) -> int:
        """How many lines it stands on."""
        return len(self.stretches)


def wrap_width(lines: list[Line], bullets: list[Bullet | None]) -> int:
    """Give the width at which the lines of a text were broken, or 0 where each line is a block of its own.

    Lines that were broken at a width are full (the next word would not have fitted) and often go on in lower case.
    """
    pairs = [
        (len(one.text) + one.indent, other.text)
        for i, (one, other) in enumerate(pairwise(lines))
        if not other.blank and bullets[i] is None and bullets[i + 1] is None
    ]
    if len(pairs) < 2:
        return 0
    width = sorted(length for length, _ in pairs)[len(pairs) * 19 // 20]
    full = sum(length + 1 + len(text.split(None, 1)[0]) > 0.9 * width for length, text in pairs)
    low = sum(text[0].islower() for _, text in pairs)
    return width if 30 <= width <= 140 and full >= 0.6 * len(pairs) and low >= 0.3 * len(pairs) else 0


class Grouping:
    """One pass over the lines of a text."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.bullets = bullets_of(lines)
        self.width = wrap_width(lines, self.bullets)
        self.pieces: list[Piece] = []
        self.open: list[Piece] = []
        self.groups = 0

    def all(self) -> list[Piece]:
        """Give the pieces in reading order."""
        at = 0
        while at < len(self.lines):
            rows = self._table(at)
            at += rows or self._line(at)
        return self.pieces

    def _line(self, at: int) -> int:
        line, bullet = self.lines[at], self.bullets[at]
        if bullet:
            self._item(line, bullet)
        elif at and self._runs_on(self.lines[at - 1], line):
            self.pieces[-1].extend(line)
        elif RULE.match(line.text):
            self._rule(line)
        else:
            self._paragraph(line)
        return 1

    def _paragraph(self, line: Line) -> None:
        shape = "caption" if CAPTION.match(line.text) and len(line.text) < 300 else "paragraph"
        piece = Piece(shape, line, line.start, line.blank)
        self.open = [item for item in self.open if item.indent < line.indent] if not line.hint else self.open
        if line.hint == "li" and self.pieces:
            self.pieces[-1].extend(line)
            return
        if self.open and line.indent:
            piece.parent = self.open[-1]
        mark = MARKDOWN.match(line.text)
        if mark and len(line.text) == line.end - line.start:
            piece.style = f"h{len(mark[1])}"
            piece.text = piece.text[mark.end() :]
            piece.stretches = [(line.start + mark.end(), line.end)]
        self.pieces.append(piece)

    def _rule(self, line: Line) -> None:
        """A row of signs is no text; below a short line it makes that line a heading."""
        if self.pieces and not line.blank and line.text[0] in "=-~" and self.pieces[-1].shape == "paragraph":
            above = self.pieces[-1]
            if above.lines == 1 and len(set(line.text)) == 1:
                above.style = f"underlined{line.text[0]}"
        elif not any(char in "-=*_~.|+:#" for char in line.text):
            self._paragraph(line)

    def _runs_on(self, above: Line, line: Line) -> bool:
        """Tell whether a line goes on with what the line above began."""
        if not self.pieces or line.blank or above.quoted != line.quoted or RULE.match(above.text):
            return False
        if line.hint and line.hint == above.hint:
            return True
        last = self.pieces[-1]
        if line.hint != above.hint or line.text[0] == "#" or RULE.match(line.text) or last.shape == "table-cell":
            return False
        if last.style and last.shape == "paragraph":
            return False
        if last.shape == "list-item" and line.indent > last.indent:
            return True
        if self.width:
            word = len(line.text.split(None, 1)[0])
            room = self.width - (len(above.text) + above.indent + 1 + word)
            return room < 0.12 * self.width or (line.text[0].islower() and above.text[-1] not in ".!?:")
        return line.text[0].islower() and above.text[-1] not in ".!?:;" and len(above.text) >= SHORTEST

    def _item(self, line: Line, bullet: Bullet) -> None:
        piece = Piece("list-item", line, bullet.start, line.blank)
        piece.marker = bullet.marker
        if bullet.family == "li":
            piece.indent = line.depth * 4
        self._nest(piece, bullet.family)
        self.pieces.append(piece)
        if bullet.family == "-":
            self._split(piece)

    def _nest(self, piece: Piece, family: str) -> None:
        """Find the list that an item belongs to, by its indent and its marker."""
        if self.pieces and self.pieces[-1].shape != "list-item" and not self.pieces[-1].parent:
            self.open = []
        piece.style = family
        while self.open and self.open[-1].indent > piece.indent + 1:
            self.open.pop()
        inside = self.open[-1].indent < piece.indent - 1 if self.open else True
        if not inside and self.open[-1].style != family:
            level = [item.style for item in self.open]
            if family in level:
                del self.open[level.index(family) + 1 :]
            elif piece.blank and family not in INNER:
                self.open.pop()
                inside = True
            else:
                inside = piece.indent >= self.open[-1].indent
        if inside:
            self.groups += 1
            piece.group = self.groups
            piece.parent = self.open[-1] if self.open else None
        else:
            sibling = self.open.pop()
            piece.group, piece.parent = sibling.group, sibling.parent
        self.open.append(piece)
        piece.level = len(self.open)

    def _split(self, piece: Piece) -> None:
        """Take apart a line on which several items were run together: "- One thing. - Another."."""
        start, end = piece.stretches[0]
        cuts = list(RUN_IN.finditer(piece.text))
        if not cuts or len(piece.text) != end - start:
            return
        line = Line(piece.text, start, end, piece.indent, False)
        bounds = [0, *(cut.end() for cut in cuts), len(piece.text)]
        stops = [*(cut.start() for cut in cuts), len(piece.text)]
        for begin, stop in list(zip(bounds, stops, strict=False))[1:]:
            part = Line(line.text[begin:stop], start + begin, start + stop, piece.indent, False)
            item = Piece("list-item", part, part.start, False)
            item.marker, item.style, item.level = piece.marker, piece.style, piece.level
            item.group, item.parent = piece.group, piece.parent
            self.pieces.append(item)
        piece.text, piece.stretches = piece.text[: stops[0]], [(start, start + stops[0])]

    def _table(self, at: int) -> int:
        """Read the table that begins at a line, and tell how many lines it takes."""
        first = self.lines[at].text
        if self.lines[at].hint or ("\t" not in first and "|" not in first):
            return 0
        sign = "\t" if "\t" in first else "|"
        columns = len(_cells(first, sign))
        stop = at
        while stop < len(self.lines) and (stop == at or not self.lines[stop].blank):
            text = self.lines[stop].text
            if len(_cells(text, sign)) != columns and not (sign == "|" and RULE.match(text)):
                break
            stop += 1
        if columns < 2 or stop - at < 2:
            return 0
        self.groups += 1
        self.open = []
        rows = [line for line in self.lines[at:stop] if not RULE.match(line.text)]
        for row, line in enumerate(rows):
            for begin, end in _cells(line.text, sign):
                cell = Line(line.text[begin:end], line.start + begin, line.start + end, 0, line.blank)
                piece = Piece("table-cell", cell, cell.start, line.blank)
                piece.level, piece.group = row, self.groups
                self.pieces.append(piece)
        return stop - at


def _cells(text: str, sign: str) -> list[tuple[int, int]]:
    """Give where the cells of a table row stand in its line."""
    found, at = [], 0
    for part in text.split(sign):
        words = part.strip()
        if words:
            begin = at + part.index(words)
            found.append((begin, begin + len(words)))
        at += len(part) + len(sign)
    return found
