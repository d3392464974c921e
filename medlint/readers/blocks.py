"""What readers share: collecting blocks, marks and prose in reading order."""

from __future__ import annotations

from medlint.document import Block, Mark
from medlint.prose import HOLE, ProseBuilder
from medlint.span import Span


class BlockBuilder:
    """Builds the flat list of blocks with the prose under them.

    Between `open` and `close` the inline content of one block is added; a block that stayed empty leaves no trace.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = ProseBuilder(source)
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._open: Block | None = None
        self._at = 0

    @property
    def is_open(self) -> bool:
        """Whether a block is open."""
        return self._open is not None

    def open(
        self,
        shape: str,
        at: int,
        role: str = "body",
        level: int = 0,
        parent: int = -1,
        group: int = 0,
        marker: str = "",
    ) -> None:
        """Begin a block; `at` is its source offset."""
        self.close()
        self._open = Block(shape, role, -1, -1, level, parent, group, marker)
        self._at = at

    def close(self) -> int:
        """End the open block and give its index, or -1 where there was nothing in it."""
        block, self._open = self._open, None
        if block is None or block.start < 0:
            return -1
        self.blocks.append(block._replace(end=self.prose.length))
        return len(self.blocks) - 1

    def literal(self, start: int, end: int) -> None:
        """Add source text as it stands."""
        if start < end:
            self._begin(start)
            self.prose.literal(start, end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add text that is written otherwise in the source."""
        self._begin(start)
        self.prose.replaced(text, start, end)

    def hole(self, what: str, start: int, end: int, target: str = "") -> None:
        """Add something that is no text, such as an image."""
        self.replaced(HOLE, start, end)
        self.mark(what, self.prose.length - 1, start, end, target)

    def mark(self, what: str, begin: int, start: int, end: int, target: str = "") -> None:
        """Mark the prose from offset `begin` to here; `start` and `end` are the source span of all the markup."""
        if begin < self.prose.length:
            self.marks.append(Mark(what, begin, self.prose.length, target, Span(start, end)))

    def begin(self, at: int) -> int:
        """Have the open block begin at source offset `at`, if it has not yet, and give the prose offset from there."""
        self._begin(at)
        return self.prose.length

    def _begin(self, at: int) -> None:
        if self._open is None:
            self.open("paragraph", at)
        assert self._open is not None
        if self._open.start < 0:
            if self.blocks:
                self.prose.block_break(at)
            self._open = self._open._replace(start=self.prose.length)
