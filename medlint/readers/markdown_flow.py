"""The flow of text into blocks, whether it comes from Markdown, raw HTML or the tags of MDX."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from medlint.lazy import lazy
from medlint.readers.blocks import BlockBuilder
from medlint.readers.markdown_masks import MASK, Mask, Masked
from medlint.readers.markdown_page import Page

ENTITY = lazy(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
BLANKS = " \t\r\n\f"

Piece = tuple[str | None, int, int]
"""Text for a caption: what it reads as (None: as the source is written), and its source span."""


class Flow:
    """Puts text, holes and captions into blocks, in reading order.

    `text` is the source with everything masked that is no text; offsets are the same in both. `hidden` names the open
    element whose text nobody reads, such as a script.
    """

    def __init__(self, source: str, hidden: Masked) -> None:
        self.build = BlockBuilder(source)
        self.source = source
        self.text = hidden.text
        self.masks = hidden.masks
        self.quotes = 0
        self.at = 0
        self.captions: list[list[Piece]] = []
        self.links: list[tuple[int, int, str]] = []
        self.after_nothing = False
        self.hidden = ""
        self.on_tag: Callable[[int], None] = lambda start: None
        self.on_text: Callable[[int], None] = lambda start: None

    @property
    def role(self) -> str:
        """The role of a block that begins here."""
        return "quote" if self.quotes else "body"

    def open(self, shape: str, at: int, level: int = 0, parent: int = -1, group: int = 0, marker: str = "") -> None:
        """Begin a block, and end the one before it."""
        self.close()
        self.build.open(shape, at, self.role, level, parent, group, marker)

    def close(self) -> int:
        """End the open block and give its index or -1; what its pictures show follows it."""
        index = self.build.close()
        self.after_nothing = False
        self.links.clear()
        captions, self.captions = self.captions, []
        for pieces in captions:
            self.caption(pieces, index)
        return index

    def caption(self, pieces: list[Piece], parent: int, shape: str = "caption") -> None:
        """Add a block of its own for text that stands in an attribute."""
        self.build.open(shape, pieces[0][1], self.role, parent=parent)
        for text, start, end in pieces:
            if text is None:
                self.build.literal(start, end)
            else:
                self.build.replaced(text, start, end)
        self.build.close()

    def aside(self, shape: str, pieces: list[Piece]) -> None:
        """Add text of an attribute: at its place between blocks, or after the block that it stands in."""
        if self.build.is_begun:
            self.captions.append(pieces)
        else:
            self.caption(pieces, -1, shape)

    def image(self, start: int, end: int, target: str, pieces: list[Piece]) -> None:
        """Add a picture: a hole in the text, and its alt text after the block."""
        self.build.hole("image", start, end, target)
        if any((text is None and self.source[at:stop].strip()) or (text and text.strip()) for text, at, stop in pieces):
            self.captions.append(pieces)

    def nothing(self, start: int) -> None:
        """Pass over what gives no text; of the blanks on either side of it, one side is enough."""
        self.after_nothing = self.build.is_begun and start > 0 and self.source[start - 1] in BLANKS

    def words(self, value: str, start: int, last: int, page: Page) -> None:
        """Add text that the parser gives as `value`, which the source may spell otherwise; it ends at byte `last`."""
        if self.after_nothing:
            self.after_nothing = False
            start += len(value) - len(value.lstrip(BLANKS))
            value = value.lstrip(BLANKS)
        if self.is_literal(value, start, last, page):
            if self.masks and MASK in value:
                self.stretch(start, start + len(value))
            else:
                self.build.literal(start, start + len(value))
        else:
            self.build.replaced(value, start, page.offset(last))

    def is_literal(self, value: str, start: int, last: int, page: Page) -> bool:
        """Tell whether text reads as it is written; `&` may be the first letter of `&amp;`."""
        return self.text.startswith(value, start) and (value != "&" or page.offset(last) == start + 1)

    def stretch(self, start: int, end: int) -> None:
        """Add a stretch of source text with what is masked in it."""
        while self.at < len(self.masks) and self.masks[self.at].start < end:
            mask = self.masks[self.at]
            self.at += 1
            if mask.end > start:
                self._literal(start, mask.start)
                self._masked(mask)
                start = max(start, mask.end)
        self._literal(start, end)

    def masks_in(self, start: int, end: int) -> list[Mask]:
        """Give what is masked in a stretch."""
        return self.masks[bisect_left(self.masks, (start,)) : bisect_left(self.masks, (end,))]

    def skip(self, end: int) -> None:
        """Go past what is masked before `end` without heeding it: in code, it is code."""
        while self.at < len(self.masks) and self.masks[self.at].start < end:
            self.at += 1

    def catch_up(self, start: int) -> None:
        """Go past what is masked before `start`; a tag that stood alone on its lines is heeded there."""
        while self.at < len(self.masks) and self.masks[self.at].start < start:
            mask = self.masks[self.at]
            self.at += 1
            if mask.sort == "tag":
                self.on_tag(mask.start)

    def _literal(self, start: int, end: int) -> None:
        if self.hidden:
            return
        if self.after_nothing or not self.build.is_begun:
            self.after_nothing &= start >= end
            while start < end and self.source[start] in BLANKS:
                start += 1
        if start < end:
            if not self.build.is_open:
                self.on_text(start)
            self.build.literal(start, end)

    def _masked(self, mask: Mask) -> None:
        start, end, sort, detail = mask
        if self.hidden and sort != "tag":
            return
        if sort not in ("tag", "nothing", "break") and not self.build.is_open:
            self.on_text(start)
        if sort in ("hole", "control"):
            self.build.hole(detail, start, end)
        elif sort == "tag":
            self.on_tag(start)
        elif sort == "nothing":
            self.nothing(start)
        elif sort == "text":
            self.build.replaced(detail, start, end)
        elif sort == "citation":
            self.build.cite(start, end, detail)
        elif sort == "image":
            self.build.hole("image", start, end, detail)
        elif sort == "link":
            self.links.append((self.build.here, start, detail))
        elif sort == "link-end" and self.links:
            begin, opened, target = self.links.pop()
            self.build.mark("link", begin, opened, end, target)

    def raw(self, start: int, end: int) -> None:
        """Add text as HTML has it: with entities, and with white space that counts once or not at all."""
        at = start
        while at < end and self.source[at] in BLANKS:
            at += 1
        if at > start:
            self.build.space(start, at)
        stop = end
        while stop > at and self.source[stop - 1] in BLANKS:
            stop -= 1
        if at < stop:
            for text, begin, finish in entities(self.text, at, stop):
                if text is None:
                    self.stretch(begin, finish)
                else:
                    self.build.replaced(text, begin, finish)
            if stop < end:
                self.build.space(stop, end)


def entities(text: str, start: int, end: int) -> list[Piece]:
    """Part a stretch of text into what reads as it is written and the entities, with what they stand for."""
    if text.find("&", start, end) < 0:
        return [(None, start, end)]
    from html import unescape

    pieces: list[Piece] = []
    at = start
    for match in ENTITY.finditer(text, start, end):
        meaning = unescape(match[0])
        if meaning != match[0]:
            if at < match.start():
                pieces.append((None, at, match.start()))
            pieces.append((meaning, *match.span()))
            at = match.end()
    if at < end:
        pieces.append((None, at, end))
    return pieces
