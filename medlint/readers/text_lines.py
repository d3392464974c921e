"""The lines of a plain text: where their words are, how they are indented, what stands before them."""

from __future__ import annotations

import re

from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import LINE_END

BLOCK_TAG = lazy(r"</?(p|div|section|article|ul|ol|li|h[1-6]|br|hr|table|tr|td|th|blockquote)(?:\s[^<>]*)?/?>", re.I)
INLINE_TAG = lazy(r"</?(?:a|abbr|b|cite|em|font|i|img|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.I)
TAGS = 3
"""As many block tags make a text one with markup in it."""

BLANKS = " \t\v\f\u00a0\u2002\u2003\u2009\u200b\u2028\u2029\u202f\u3000\ufeff"
"""What may stand at the margins of a line."""

QUOTED = lazy(r"(?:> ?)+")


class Line(Record):
    """One line with something on it.

    `start` and `end` are the source offsets of its words, without the margins and any `>` of a quotation; `text` is
    what stands between them, without inline tags. `blank` tells whether a blank line stands before it. `hint` is the
    block tag that it stands in, such as `li` or `h2`, and `depth` how many lists that tag is in.
    """

    text: str
    start: int
    end: int
    indent: int
    blank: bool
    quoted: bool = False
    hint: str = ""
    depth: int = 0


def lines_of(source: str) -> tuple[list[Line], bool]:
    """Split a text into its lines; also tell whether it has markup in it."""
    tagged = source.count("<") >= TAGS and sum(1 for _ in BLOCK_TAG.finditer(source)) >= TAGS
    return (_tagged(source) if tagged else _plain(source)), tagged


def _plain(source: str) -> list[Line]:
    lines: list[Line] = []
    at, blank = 0, True
    for end in LINE_END.finditer(source):
        blank = _add(lines, source, at, end.start(), blank)
        at = end.end()
    _add(lines, source, at, len(source), blank)
    return lines


def _add(lines: list[Line], source: str, at: int, stop: int, blank: bool, hint: str = "", depth: int = 0) -> bool:
    """Add the line between two offsets, if there is anything on it, and tell whether it was blank."""
    start, end = _trimmed(source, at, stop)
    indent = len(source[at:start].expandtabs(4))
    quote = QUOTED.match(source, start, end)
    if quote:
        start, end = _trimmed(source, quote.end(), end)
    if start >= end:
        return True
    text = source[start:end]
    if hint:
        text = INLINE_TAG.sub("", text).strip()
        if not text:
            return True
    lines.append(Line(text, start, end, indent, blank, bool(quote), hint.strip("-"), depth))
    return False


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    line = source[start:end]
    left = len(line) - len(line.lstrip(BLANKS))
    right = len(line.rstrip(BLANKS))
    return start + left, max(start + right, start + left)


def _tagged(source: str) -> list[Line]:
    """Split a text that has block tags in it: at its line ends, and at those tags."""
    lines: list[Line] = []
    at, blank, hint, depth = 0, True, "-", 0
    for match in re.finditer(rf"{LINE_END.pattern}|{BLOCK_TAG.pattern}", source, re.I):
        blank = _add(lines, source, at, match.start(), blank, hint, depth)
        at = match.end()
        if not match[1]:
            continue
        name = match[1].lower()
        closes = match[0].startswith("</")
        if name in ("ul", "ol"):
            depth = max(depth - 1 if closes else depth + 1, 0)
        hint = "-" if closes or name in ("br", "hr", "ul", "ol", "div", "section", "article", "table", "tr") else name
        blank = True
    _add(lines, source, at, len(source), blank, hint, depth)
    return lines
