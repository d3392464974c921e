"""The inline content of one block: white space collapsed as a browser would, lines cut at line breaks."""

from __future__ import annotations

from collections.abc import Callable

from medlint.lazy import lazy
from medlint.readers.blocks import BlockBuilder
from medlint.readers.html_text import pieces
from medlint.record import Record

BLANK = " \t\n\r\f\v\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
STRETCH = lazy(f"[^{BLANK}]+(?: [^{BLANK}]+)*")
ENDED = lazy(r"[.!?:;][\"'”’)\]]*$")
BULLET = lazy(r"(?:[-–*•●▪■◦·»o]|\(?\d{1,2}[.)])\s")
DEEPEST = 50
"""Inline markup nested deeper than this leaves no marks."""

SHORT_LINE = 45
"""A line that breaks off before this many characters was ended, not wrapped."""


class Inline:
    """Inline markup that is open: what it is, where it leads and where its source begins."""

    __slots__ = ("begin", "shown", "start", "target", "what")

    def __init__(self, what: str, target: str, start: int) -> None:
        self.what = what
        self.target = target
        self.start = start
        self.shown = False
        self.begin = -1


class Op(Record):
    """One step in writing a block: a stretch of text, a mark's begin or end, a hole, a line break."""

    code: str
    start: int
    end: int
    text: str | None = None
    inline: Inline | None = None


class Flow:
    """Collects inline content, then writes it as one block, or several where lines were broken."""

    def __init__(self, source: str, build: BlockBuilder) -> None:
        self.source = source
        self.build = build
        self.open: list[Inline] = []
        self.links = 0
        self._shown = 0
        self._too_deep = 0
        self._clear()

    def _clear(self) -> None:
        self.ops: list[Op] = []
        self.chars = 0
        self.link_chars = 0
        self.breaks = False
        self._blank: Op | None = None
        self._before: list[Op] = []
        self._bare = True

    @property
    def has_text(self) -> bool:
        """Whether anything was collected that a reader sees."""
        return self.chars > 0

    @property
    def at_line_start(self) -> bool:
        """Whether no text stands before this on its line."""
        return self._bare

    def text(self, start: int, text: str, limit: int = -1) -> None:
        """Add a text node: `text` as parsed, from source offset `start`."""
        if self.source.startswith(text, start):
            if text.isspace():
                self.blank(start, start + len(text))
            else:
                self.literal(start, start + len(text))
            return
        for piece in pieces(self.source, start, text, limit):
            if piece.text is None:
                self.literal(piece.start, piece.end)
            elif not piece.text.strip(BLANK):
                self.blank(piece.start, piece.end)
            else:
                self.replaced(piece.text, piece.start, piece.end)

    def literal(self, start: int, end: int) -> None:
        """Add source text; white space in it collapses."""
        at = start
        for match in STRETCH.finditer(self.source, start, end):
            first, last = match.span()
            if at < first:
                self.blank(at, first)
            self._content(last - first)
            self.ops.append(Op("text", first, last))
            at = last
        if at < end:
            self.blank(at, end)

    def code(self, start: int, text: str) -> None:
        """Add a text node of preformatted text, whose white space stays, but not round it."""
        for piece in pieces(self.source, start, text):
            if piece.text is not None:
                self.replaced(piece.text, piece.start, piece.end)
                continue
            written = self.source[piece.start : piece.end]
            first = piece.start + len(written) - len(written.lstrip())
            last = max(piece.start + len(written.rstrip()), first)
            self.blank(piece.start, first)
            if first < last:
                self._content(last - first)
                self.ops.append(Op("text", first, last))
                self.blank(last, piece.end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add text that is written otherwise in the source."""
        text = " ".join(text.split())
        if text:
            self._content(len(text))
            self.ops.append(Op("text", start, end, text))

    def blank(self, start: int, end: int) -> None:
        """Add white space, of which one space is shown if text follows and stands before it."""
        held = self._blank
        if start == end or self._bare:
            return
        if held is None:
            self._blank = Op("text", start, end, " ")
        elif held.end == start:
            self._blank = Op("text", held.start, end, " ")

    def line_break(self, start: int, end: int) -> None:
        """Break the line."""
        self.ops.append(Op("break", start, end))
        self.breaks = True
        self._blank = None
        self._before = []
        self._bare = True

    def hole(self, start: int, end: int, target: str) -> None:
        """Add an image, which leaves a hole only where text stands on both sides."""
        if not self._bare and not self._before:
            self._before = [*([self._blank] if self._blank else []), Op("hole", start, end, target)]
            self._blank = None

    def push(self, what: str, target: str, start: int) -> None:
        """Open inline markup."""
        if len(self.open) >= DEEPEST:
            self._too_deep += 1
            return
        self.open.append(Inline(what, target, start))
        self.links += what == "link"

    def pop(self, end: int) -> None:
        """Close the inline markup opened last; `end` is where it ends, or -1 if the source does not say."""
        if self._too_deep:
            self._too_deep -= 1
            return
        inline = self.open.pop()
        self._shown = min(self._shown, len(self.open))
        self.links -= inline.what == "link"
        if inline.shown:
            self.ops.append(Op("end", inline.start, end, None, inline))

    def _content(self, length: int) -> None:
        """Write what was held back until text came."""
        if not self._bare:
            self.ops += self._before
            if self._blank:
                self.ops.append(self._blank)
        self._blank = None
        self._before = []
        self._bare = False
        self.chars += length
        if self.links:
            self.link_chars += length
        while self._shown < len(self.open):
            inline = self.open[self._shown]
            inline.shown = True
            self.ops.append(Op("begin", 0, 0, None, inline))
            self._shown += 1

    def write(self, begin: Callable[[int], None], done: Callable[[int, int], None], split: bool = True) -> None:
        """Write the block, or the blocks where line breaks part it, and start anew.

        `begin(offset)` opens a block; `done(chars, link_chars)` closes it and is told how much of it is links.
        """
        if self.chars:
            writing = _Writing(self.source, self.build)
            for ops in _paragraphs(self.source, self.ops) if self.breaks and split else [self.ops]:
                writing.paragraph(ops, begin, done)
            for inline in self.open:
                inline.shown = False
            self._shown = 0
        if self.ops or self._before:
            self._clear()
        self._blank = None


class _Writing:
    """Writes collected steps to the block builder; marks that run on into the next paragraph begin anew there."""

    def __init__(self, source: str, build: BlockBuilder) -> None:
        self.source = source
        self.build = build
        self.running: list[Inline] = []
        self.last = 0

    def paragraph(self, ops: list[Op], begin: Callable[[int], None], done: Callable[[int, int], None]) -> None:
        chars = linked = 0
        held: Op | None = None
        for inline in self.running:
            inline.begin = -1
        for op in ops:
            if op.code == "end":
                self._turn(op)
            elif op.code == "break":
                held = op if chars else None
            elif not chars and op.code != "begin":
                begin(op.start)
                chars += self._put(op)
                linked += chars if self._in_link() else 0
            else:
                if held:
                    chars += self._put(held)
                    held = None
                if op.code == "begin":
                    self._turn(op)
                else:
                    length = self._put(op)
                    chars += length
                    linked += length if self._in_link() else 0
        for inline in self.running:
            self._mark(inline, -1)
        if chars:
            done(chars, linked)

    def _put(self, op: Op) -> int:
        code, start, end, text, _ = op
        begin = self.build.begin(start)
        for inline in self.running:
            if inline.begin < 0:
                inline.begin = begin
                inline.start = start if inline.start < 0 else inline.start
        self.last = end
        if code == "hole":
            self.build.hole("image", start, end, text or "")
            return 1
        if code == "break" or (text == " " and end - start > 1):
            self.build.replaced(" ", start, end)
            return 1
        if text is None or self.source[start:end] == text:
            self.build.literal(start, end)
            return end - start
        self.build.replaced(text, start, end)
        return len(text)

    def _in_link(self) -> bool:
        return any(inline.what == "link" for inline in self.running)

    def _turn(self, op: Op) -> None:
        inline = op.inline
        assert inline is not None
        if op.code == "begin":
            self.running.append(inline)
            inline.begin = -1
        elif inline in self.running:
            self.running.remove(inline)
            self._mark(inline, op.end)

    def _mark(self, inline: Inline, end: int) -> None:
        if inline.begin >= 0:
            self.build.mark(inline.what, inline.begin, inline.start, end if end >= 0 else self.last, inline.target)
            inline.start = -1


def _paragraphs(source: str, ops: list[Op]) -> list[list[Op]]:
    """Part the steps of a block at the line breaks that end a paragraph; the others stay, as a space."""
    lines: list[list[Op]] = [[]]
    for op in ops:
        if op.code == "break":
            lines.append([op])
        else:
            lines[-1].append(op)
    parts = [lines[0]]
    before = _read(source, lines[0])
    for line in lines[1:]:
        words = _read(source, line)
        if parts_from(before, words):
            parts.append(line)
        else:
            parts[-1].extend(line)
        before = words
    return parts


def parts_from(before: str, line: str) -> bool:
    """Tell whether a line begins a paragraph of its own after the line before it."""
    if not before or not line:
        return True
    if ENDED.search(before) or BULLET.match(line):
        return True
    return len(before) < SHORT_LINE and (line[0].isupper() or line[0].isdigit())


def _read(source: str, ops: list[Op]) -> str:
    return "".join(
        source[op.start : op.end] if op.text is None else op.text
        for op in ops
        if op.inline is None and op.code == "text"
    ).strip()
