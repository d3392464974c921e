"""Lines that stand twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from medlint.document import Block, Document
from medlint.finding import Edit, Hit, Related
from medlint.inflection import counted
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Range, Span

BETWEEN = lazy(r"[\s>]*(?:[-*+•]\s+)?")
LETTERS = 4
"""A line with fewer letters may well stand twice."""

SHAPES = ("title", "heading", "paragraph", "list-item", "caption")


class Options(Record):
    """When many repeated lines are one finding."""

    threshold: Annotated[int, "From this many on, they are one finding for the file."] = 8


@kind("duplicate-line", options=Options, values=("line", "others"))
def duplicate_line(document: Document, options: Options) -> Iterator[Hit]:
    """Report a block that says word for word what the block before it says; several in a row are one finding."""
    found = list(_repeated(document))
    if len(found) < options.threshold:
        yield from found
        return
    others = f" (and {counted(len(found) - 1, 'more line')} of this file)"
    related = tuple(Related(hit.place, "this too") for hit in found[1:50])
    yield found[0]._replace(values={**found[0].values, "others": others}, edits=(), related=related)


def _repeated(document: Document) -> Iterator[Hit]:
    text = document.prose.text
    blocks = document.blocks
    at = 1
    while at < len(blocks):
        stop = at
        while stop < len(blocks) and _same(text, blocks[at - 1], blocks[stop]):
            stop += 1
        if stop > at and sum(map(str.isalpha, text[blocks[at].start : blocks[at].end])) >= LETTERS:
            yield _hit(document, blocks[at - 1], blocks[at:stop])
        at = stop + 1


def _same(text: str, one: Block, other: Block) -> bool:
    if other.end - other.start != one.end - one.start or one.shape not in SHAPES or other.shape != one.shape:
        return False
    return "chrome" not in (one.role, other.role) and text[one.start : one.end] == text[other.start : other.end]


def _hit(document: Document, first: Block, again: tuple[Block, ...]) -> Hit:
    """Make the hit; the copies can be taken out where only line ends and list marks stand between them."""
    span = document.prose.span(first.start, first.end)
    related = tuple(Related(Range(block.start, block.end), "and again") for block in again[1:])
    line = document.source.lines.position(span.start).line
    edits: tuple[Edit, ...] = ()
    spans = [span, *(document.prose.span(block.start, block.end) for block in again)]
    source = document.source.text
    if document.format in ("text", "markdown", "mdx") and all(
        BETWEEN.fullmatch(source, one.end, other.start) and source[slice(*one)] == source[slice(*other)]
        for one, other in pairwise(spans)
    ):
        edits = (Edit(Span(span.end, spans[-1].end), ""),)
    return Hit(Range(again[0].start, again[0].end), {"line": line, "others": ""}, edits=edits, related=related)
