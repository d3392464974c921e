"""The parts of a page that each have to explain their short forms: the page, or its sections, tables and captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from medlint.document import Block, Document
from medlint.record import Record
from medlint.views.abbreviations import Abbreviation, abbreviations

Per = Literal["page", "section"]
Reading = Literal["text", "apart", "skip"]
"""How what stands beside the text is read: as a part of it, by itself, or not at all."""


class Parting(Record):
    """How a page falls into parts."""

    per: Per = "page"
    tables: Reading = "text"
    captions: Reading = "text"

    def of(self, block: Block) -> Reading:
        """Give how a block is read."""
        return self.tables if block.shape == "table-cell" else self.captions if block.shape == "caption" else "text"

    def name(self, block: Block) -> str:
        """Give what the part that a block stands in is called, "" for the whole page."""
        if self.of(block) == "apart":
            return "table" if block.shape == "table-cell" else "caption"
        return "section" if self.per == "section" else ""


def in_parts(document: Document, parting: Parting) -> Iterator[Abbreviation]:
    """Yield the abbreviations of each part of a page as if it stood alone.

    A table is read together with its caption and the line of notes below it. What a table or a caption that is
    skipped explains is explained all the same, for the part that it stands in.
    """
    found = document.view(abbreviations).values()
    if parting == Parting():
        yield from found
        return
    parts = _Parts(document, parting)
    for each in found:
        read = [use for use in each.uses if parting.of(document.blocks[use.token.block]) != "skip"]
        uses = [(use, parts.number(use.token.block)) for use in read]
        told = [(one, parts.numbers(document.block_index(one.short.start))) for one in each.definitions]
        for number in sorted({number for _, number in uses} | {number for _, several in told for number in several}):
            yield each._replace(
                uses=tuple(use for use, part in uses if part == number),
                definitions=tuple(one for one, several in told if number in several),
            )


class _Parts:
    """The number of the part that each block stands in; tables and captions that stand apart have numbers below 0."""

    def __init__(self, document: Document, parting: Parting) -> None:
        self.blocks = document.blocks
        self.parting = parting
        self.sections = document.view(_sections) if parting.per == "section" else [0] * len(self.blocks)

    def number(self, index: int) -> int:
        """Give the number of the part that a block stands in."""
        block = self.blocks[index]
        if block.shape == "table-cell" and self.parting.tables == "apart":
            return -2 * block.group - 1
        if block.shape == "caption":
            table = self._table_beside(index)
            if table:
                return table
            if self.parting.captions == "apart":
                return -2 * index - 2
        return self.sections[index]

    def numbers(self, index: int) -> set[int]:
        """Give the numbers of the parts that a block explains something for: a table's notes speak for it as well."""
        found = {self.number(index)}
        if self.blocks[index].shape == "paragraph" and (table := self._table_beside(index, (-1,))):
            found.add(table)
        return found

    def _table_beside(self, index: int, steps: tuple[int, ...] = (1, -1)) -> int:
        """Give the number of the table that stands apart right after a block or before it, 0 for none."""
        for step in steps if self.parting.tables == "apart" else ():
            at = index + step
            if 0 <= at < len(self.blocks) and self.blocks[at].shape == "table-cell":
                return self.number(at)
        return 0


def _sections(document: Document) -> list[int]:
    """Give the number of the section that each block stands in; the headings of the two highest levels part them."""
    levels = sorted({block.level for block in document.blocks if block.shape == "heading"})[:2]
    found, number = [], 0
    for block in document.blocks:
        number += block.shape == "title" or (block.shape == "heading" and block.level in levels)
        found.append(number)
    return found
