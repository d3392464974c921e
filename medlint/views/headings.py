"""Headings: how they are nested, and what stands under each."""

from __future__ import annotations

from medlint.document import Document
from medlint.record import Record


class Section(Record):
    """A heading with what it heads: indices of blocks; `end` is the next heading of any level, or the block count."""

    heading: int
    level: int
    end: int


def sections(document: Document) -> tuple[Section, ...]:
    """Give the headings of the article in reading order, those of the site round it left out."""
    found = [
        i
        for i, block in enumerate(document.blocks)
        if block.shape == "heading" and block.role in ("body", "disclaimer")
    ]
    ends = [*found[1:], len(document.blocks)]
    return tuple(Section(i, document.blocks[i].level, end) for i, end in zip(found, ends, strict=bool(found)))
