"""The text a reader sees, as one flat string with a map back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from medlint.span import Range, Span

BLOCK_BREAK = "\n\0\n"
"""Stands between two blocks: neither `.` nor a run of white space bridges it by accident."""

HOLE = "\ufffc"
"""Stands for something that is no text: an image, a formula, template code."""

ODD = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\0]|[ \t]*(?:\r\n|\r|\n)[ \t]*")
"""What does not read as it is written: white space other than a plain space, and NUL."""


class Prose:
    """One string for the whole article, made of pieces that each know where they come from.

    A *literal* piece is the same in the source, code point for code point. Any other (an entity, a soft
    line break, a block break) stands for the whole of its source span, or for none of it.
    """

    def __init__(self, text: str, starts: list[int], sources: list[Span], literals: list[bool]) -> None:
        self.text = text
        self.starts = starts
        self.sources = sources
        self.literals = literals

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, to ask quickly whether a word occurs at all; not for positions.

        The three letters that a pattern which ignores case takes for an i or an s read as such.
        """
        if self.text.isascii():
            return self.text.lower()
        return self.text.replace("İ", "i").lower().replace("ı", "i").replace("ſ", "s")

    def span(self, start: int, end: int) -> Span:
        """Give the source span that the prose range `[start, end)` was read from."""
        if not self.starts:
            return Span(0, 0)
        first = max(bisect_right(self.starts, start) - 1, 0)
        if start >= end:
            offset = self._offset(first, start)
            return Span(offset, offset)
        last = bisect_right(self.starts, end - 1) - 1
        source = self.sources[last]
        stop = source.start + end - self.starts[last] if self.literals[last] else source.end
        begin = self._offset(first, start)
        return Span(min(begin, stop), max(begin, stop))

    def _offset(self, piece: int, start: int) -> int:
        source = self.sources[piece]
        inside = start - self.starts[piece]
        if self.literals[piece]:
            return min(source.start + inside, source.end)
        return source.end if inside else source.start

    def is_literal(self, start: int, end: int) -> bool:
        """Tell whether `[start, end)` stands in one literal stretch of the source, so that it can be edited."""
        span = self.span(start, end)
        if span.end - span.start != end - start:
            return False
        piece = max(bisect_right(self.starts, start) - 1, 0)
        while piece < len(self.starts) and (self.starts[piece] < end or start == end):
            if not self.literals[piece]:
                return False
            if start == end:
                break
            piece += 1
        return bool(self.starts)

    def range(self, span: Span) -> Range | None:
        """Give the prose range that was read from a source span, or None where none of it was."""
        touched = [
            (self.starts[i], source)
            for i, source in enumerate(self.sources)
            if source.start < span.end and span.start < source.end
        ]
        if not touched:
            return None
        start, first = touched[0]
        end, last = touched[-1]
        begin = start + max(span.start - first.start, 0)
        length = self._length(touched[-1][0])
        return Range(begin, end + min(max(span.end - last.start, 0), length))

    def _length(self, start: int) -> int:
        piece = bisect_right(self.starts, start)
        return (self.starts[piece] if piece < len(self.starts) else len(self.text)) - start


class ProseBuilder:
    """Collects the prose of a document piece by piece."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[Span] = []
        self._literals: list[bool] = []
        self.length = 0

    def literal(self, start: int, end: int) -> None:
        """Add source text as it stands; its odd white space and NULs read as one plain character each."""
        text = self._source[start:end]
        done = 0
        for match in ODD.finditer(text):
            self._add(text[done : match.start()], start + done, start + match.start(), literal=True)
            self._add("\ufffd" if match[0] == "\0" else " ", start + match.start(), start + match.end())
            done = match.end()
        self._add(text[done:] if done else text, start + done, end, literal=True)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add text that reads otherwise than its source span is written (an entity, a soft break)."""
        self._add(text, start, end)

    def block_break(self, at: int) -> None:
        """Add the mark between two blocks; `at` is where it stands in the source."""
        self._add(BLOCK_BREAK, at, at)

    def _add(self, text: str, start: int, end: int, *, literal: bool = False) -> None:
        if not text:
            return
        self._parts.append(text)
        self._starts.append(self.length)
        self._sources.append(Span(start, end))
        self._literals.append(literal)
        self.length += len(text)

    def build(self) -> Prose:
        """Give the finished prose."""
        return Prose("".join(self._parts), self._starts, self._sources, self._literals)
