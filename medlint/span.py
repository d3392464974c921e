"""Places: half-open ranges, and the lines and columns people call them by."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from medlint.lazy import lazy
from medlint.record import Record

LINE_END = lazy(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in the *source* text."""

    start: int
    end: int


class Range(NamedTuple):
    """A half-open range `[start, end)` of code points in the *prose* of a document.

    Kinds and views think in ranges, since that is the text they match; the engine turns
    each into the `Span` of the source that it stands for.
    """

    start: int
    end: int


Place = Span | Range


class Position(Record):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


class Lines:
    """The lines of a text. A line ends at LF, CRLF or a lone CR, and nowhere else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        """Give the line and column of an offset; the end of the text is a position too."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Give the offset of a line and column, the inverse of `position`."""
        return self.starts[position.line - 1] + position.column - 1

    def span(self, line: int) -> Span:
        """Give the span of a line (from 1) without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def __len__(self) -> int:
        return len(self.starts)
