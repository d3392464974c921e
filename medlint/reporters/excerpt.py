"""The source line of a finding behind a gutter, with its place underlined."""

from __future__ import annotations

from medlint.record import Record
from medlint.reporters.plain import safe, width
from medlint.source import Source
from medlint.span import Span

WIDEST = 100
"""Columns of a source line that are shown."""

BEFORE = 40
"""Columns shown before a place that stands further to the right than fits."""

CUT = "…"


class Excerpt(Record):
    """A line of the source as shown, and where the underline starts and ends in it (in columns)."""

    number: int
    text: str
    start: int
    end: int

    def lines(self) -> tuple[str, str]:
        """Give the source line and the underline, each behind the gutter."""
        gutter = " " * len(f"{self.number:5}")
        marks = "^" * max(self.end - self.start, 1)
        return f"{self.number:5} | {self.text}", f"{gutter} | {' ' * self.start}{marks}"


def excerpt(source: Source, span: Span) -> Excerpt:
    """Cut the line at a span out of the source; of a span over several lines, the first line is shown."""
    position = source.lines.position(span.start)
    line = source.lines.span(position.line)
    start = min(span.start, line.end)
    end = max(min(span.end, line.end), start)
    text = source.text
    left = _left(text, line.start, start)
    before = (CUT if left > line.start else "") + safe(text[left:start])
    stop = min(end, start + WIDEST - width(before))
    match = safe(text[start:stop])
    right = min(stop + max(WIDEST - width(before) - width(match), 0), line.end)
    after = safe(text[stop:right]) if stop == end else ""
    tail = CUT if right < line.end else ""
    column = width(before)
    shown = f"{before}{match}{after}{tail}".rstrip()
    return Excerpt(position.line, shown, column, column + width(match))


def _left(text: str, start: int, place: int) -> int:
    """Give where to start showing: the start of the line, or a word not far before the place."""
    if place - start <= WIDEST // 2:
        return start
    cut = place - BEFORE
    blank = text.find(" ", cut, place)
    return blank + 1 if blank >= 0 else cut
