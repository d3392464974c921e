"""What readers share: collecting blocks, marks and prose in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Block, Mark
from medlint.lazy import lazy
from medlint.prose import HOLE, Prose, ProseBuilder
from medlint.span import Span

URL = lazy(
    r"(?<![\w@/.-])(?:"
    r"(?P<link>(?:https?|ftp)://[^\s<>\"“”\ufffc]{1,2000}|www\.[\w-]{1,63}\.[^\s<>\"“”\ufffc]{1,2000})"
    r"|(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})"
    r"|(?:doi:[ ]?)?(?P<doi>10\.\d{4,9}/[^\s<>\"“”\ufffc]{1,300})"
    r")",
    re.I,
)
"""What leads somewhere though no markup says so: an address, an e-mail address, a DOI."""


CUE = lazy(r":(?=//)|w(?=[wW]{2}\.)|W(?=[wW]{2}\.)|@|1(?=0\.)")
"""What every address holds."""


class BlockBuilder:
    """Builds the flat list of blocks with the prose under them.

    Between `open` and `close` the inline content of one block is added; a block that stayed empty leaves no trace.
    White space added with `space` counts only between text.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.prose = ProseBuilder(source)
        self.blocks: list[Block] = []
        self.marks: list[Mark] = []
        self._open: tuple[str, str, int, int, int, str] | None = None
        self._begun = False
        self._start = 0
        self._space: tuple[int, int] | None = None
        self._cited: list[tuple[str, int, int]] = []

    @property
    def is_open(self) -> bool:
        """Whether a block is open."""
        return self._open is not None

    @property
    def is_begun(self) -> bool:
        """Whether there is anything in the open block."""
        return self._begun

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
        self._open = (shape, role, level, parent, group, marker)

    def close(self) -> int:
        """End the open block and give its index, or -1 where there was nothing in it."""
        block, begun = self._open, self._begun
        if block is None:
            return -1
        self._open, self._begun, self._space = None, False, None
        self._cited.clear()
        if not begun:
            return -1
        shape, role, level, parent, group, marker = block
        self.blocks.append(Block(shape, role, self._start, self.prose.length, level, parent, group, marker))
        return len(self.blocks) - 1

    def literal(self, start: int, end: int) -> None:
        """Add source text as it stands; blanks at the start of a block are none of it."""
        if not self._begun:
            while start < end and self.source[start].isspace():
                start += 1
        if start < end:
            if self._space or not self._begun:
                self._begin(start)
            self.prose.literal(start, end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add text that is written otherwise in the source."""
        if text and (self._begun or not text.isspace()):
            self._begin(start)
            self.prose.replaced(text, start, end)

    def space(self, start: int, end: int) -> None:
        """Add white space that reads as one space between what is before and after it, and else as nothing."""
        if self._begun and not self.prose.ends_blank:
            self._space = (self._space[0] if self._space else start, end)

    @property
    def here(self) -> int:
        """The prose offset at which markup begins that has no text of its own yet; adds white space that is due."""
        return self.begin(self._space[1]) if self._space else self.prose.length

    def begin(self, at: int) -> int:
        """Have the open block begin at source offset `at`, if it has not yet, and give the prose offset from there."""
        self._begin(at)
        return self.prose.length

    def hole(self, what: str, start: int, end: int, target: str = "") -> None:
        """Add something that is no text, such as an image; `what` may be "" where no mark says what it is."""
        self.replaced(HOLE, start, end)
        if what:
            self.mark(what, self.prose.length - 1, start, end, target)

    def mark(self, what: str, begin: int, start: int, end: int, target: str = "") -> None:
        """Mark the prose from offset `begin` to here, within one block.

        `start` and `end` are the source span of all the markup.
        """
        if self._begun:
            begin = max(begin, self._start)
        elif self.blocks and begin < self.blocks[-1].start:
            return
        if begin < self.prose.length:
            self.marks.append(Mark(what, begin, self.prose.length, target, Span(start, end)))

    def cite(self, start: int, end: int, target: str) -> None:
        """Note a reference that is no text: a mark of no length at this place of the prose."""
        if self._begun:
            self.marks.append(Mark("citation", self.prose.length, self.prose.length, target, Span(start, end)))
        else:
            self._cited.append((target, start, end))

    def finished_prose(self) -> Prose:
        """Close what is open and give the prose; adds the marks of bare addresses."""
        self.close()
        prose = self.prose.build()
        self.marks += found_urls(prose, self.marks)
        self.marks.sort(key=lambda mark: (mark.start, -mark.end, mark.span.start))
        return prose

    def _begin(self, at: int) -> None:
        if self._space:
            start, end = self._space
            self._space = None
            self.prose.replaced(" ", start, end)
        if self._begun:
            return
        if self._open is None:
            self.open("paragraph", at)
        if self.blocks:
            self.prose.block_break(at)
        self._begun = True
        self._start = self.prose.length
        for target, start, end in self._cited:
            self.marks.append(Mark("citation", self.prose.length, self.prose.length, target, Span(start, end)))
        self._cited.clear()


def found_urls(prose: Prose, marks: list[Mark]) -> list[Mark]:
    """Give a mark for each address that stands in the prose and has none yet."""
    known = {mark[1:3] for mark in marks if mark.what == "url"}
    found = []
    for match in _addresses(prose.text):
        start, end = match.span(str(match.lastgroup))
        end = start + len(_without_end_marks(prose.text[start:end]))
        if end - start > 6 and (start, end) not in known:
            target = _target(str(match.lastgroup), prose.text[start:end])
            found.append(Mark("url", start, end, target, prose.span(start, end)))
    return found


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Yield the addresses in a text; only what stands between the blanks round a cue is searched for them."""
    done = 0
    for cue in CUE.finditer(text):
        if cue.start() >= done:
            start = max(text.rfind(" ", done, cue.start()), text.rfind("\n", done, cue.start()), done - 1) + 1
            end = text.find(" ", cue.end())
            line_end = text.find("\n", cue.end(), end if end >= 0 else len(text))
            done = line_end if line_end >= 0 else end if end >= 0 else len(text)
            yield from URL.finditer(text, start, done)


def _without_end_marks(address: str) -> str:
    """Leave out the punctuation of the sentence that an address stands in."""
    while address:
        last = address[-1]
        if last in ".,;:!?'’*_~|…" or (last in ")]}" and address.count(last) > address.count("([{"[")]}".index(last)])):
            address = address[:-1]
        else:
            break
    return address


def _target(sort: str, address: str) -> str:
    if sort == "mail":
        return f"mailto:{address}"
    if sort == "doi":
        return f"https://doi.org/{address}"
    return address if "://" in address else f"http://{address}"
