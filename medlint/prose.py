"""The text a reader sees, as one flat string with a map back to the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from medlint.lazy import lazy
from medlint.span import Range, Span
from medlint.vocabulary import Vocabulary

BLOCK_BREAK = "\n\0\n"
"""Stands between two blocks: neither `.` nor a run of white space bridges it by accident."""

HOLE = "\ufffc"
"""Stands for something that is no text: an image, a formula, template code."""

ODD = lazy(
    "(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t]*"
    "|[\t\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\0\ud800-\udfff]"
)
"""What does not read as it is written: white space other than a plain space, NUL, and a byte that is no text."""


ODD_CHARACTER = lazy("[\t\n\r\x0b\x0c\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\0\ud800-\udfff]")
"""One of these is in whatever does not read as it is written; quick to look for."""


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

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The distinct words of the text in lower case, to ask still more quickly for what is not in it."""
        return Vocabulary(self.lowered)

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
        """Give the prose range that was read from a source span, or None where none of it was.

        Where the source is not read in its own order (alt texts follow their block), the range covers all of it.
        """
        begins, pieces = self._by_source
        at = max(bisect_right(begins, span.start) - 1, 0)
        start, end = len(self.text), -1
        while at < len(pieces) and begins[at] < span.end:
            piece = pieces[at]
            source = self.sources[piece]
            if source.end > span.start:
                begin = self.starts[piece]
                length = self._length(piece)
                start = min(start, begin + (max(span.start - source.start, 0) if self.literals[piece] else 0))
                end = max(end, begin + (min(span.end - source.start, length) if self.literals[piece] else length))
            at += 1
        return Range(start, end) if end >= 0 else None

    @cached_property
    def _by_source(self) -> tuple[list[int], list[int]]:
        """The pieces that stand for something, in source order: where each begins there, and its index."""
        pieces = [i for i, source in enumerate(self.sources) if source.end > source.start]
        pieces.sort(key=lambda i: self.sources[i])
        return [self.sources[i].start for i in pieces], pieces

    def _length(self, piece: int) -> int:
        following = piece + 1
        return (self.starts[following] if following < len(self.starts) else len(self.text)) - self.starts[piece]


class ProseBuilder:
    """Collects the prose of a document piece by piece."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._sources: list[Span] = []
        self._literals: list[bool] = []
        self.length = 0

    @property
    def ends_blank(self) -> bool:
        """Whether the last character so far is a space."""
        return bool(self._parts) and self._parts[-1].endswith(" ")

    def literal(self, start: int, end: int) -> None:
        """Add source text as it stands; its odd white space and NULs read as one plain character each."""
        text = self._source[start:end]
        if text.isprintable() or not ODD_CHARACTER.search(text):
            self._literal(text, start, end)
            return
        done = 0
        for match in ODD.finditer(text):
            at, stop = match.span()
            if at > done:
                self._literal(text[done:at], start + done, start + at)
            self._add(_plain(match), start + at, start + stop)
            done = stop
        if done < end - start:
            self._literal(text[done:], start + done, end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add text that reads otherwise than its source span is written (an entity, a soft break)."""
        if text:
            self._add(text if text == " " else ODD.sub(_plain, text), start, end)

    def block_break(self, at: int) -> None:
        """Add the mark between two blocks; `at` is where it stands in the source."""
        self._add(BLOCK_BREAK, at, at)

    def _literal(self, text: str, start: int, end: int) -> None:
        """Add a literal piece, or make the last one longer where this goes on from it."""
        if self._literals and self._literals[-1] and self._sources[-1].end == start:
            self._sources[-1] = Span(self._sources[-1].start, end)
            self._parts.append(text)
            self.length += len(text)
        else:
            self._literals.append(True)
            self._parts.append(text)
            self._starts.append(self.length)
            self._sources.append(Span(start, end))
            self.length += len(text)

    def _add(self, text: str, start: int, end: int) -> None:
        self._literals.append(False)
        self._parts.append(text)
        self._starts.append(self.length)
        self._sources.append(Span(start, end))
        self.length += len(text)

    def build(self) -> Prose:
        """Give the finished prose."""
        return Prose("".join(self._parts), self._starts, self._sources, self._literals)


def _plain(match: re.Match[str]) -> str:
    """Give what an odd character reads as: a space, or U+FFFD where it is no character at all."""
    return " " if match[0].isspace() else "\ufffd"
