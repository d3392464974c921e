"""Roles: what each block of an article is for. Runs after the reader of every format.

Most false alarms on real pages come from rules reading what is not the article: a cookie banner, the reviewer
on a related article's card, the dates in a list of references. So the blocks are told apart before rules run; what
is not plainly something else is the article's body.
"""

from __future__ import annotations

from itertools import pairwise

from medlint.document import Block, Document, Field, Mark, Metadata
from medlint.prose import Prose
from medlint.readers import bylines
from medlint.readers.roles_chrome import CUES, chrome_sort
from medlint.readers.roles_sections import (
    DENIAL_CUES,
    is_citation,
    is_disclaimer,
    lists_sources,
    section_end,
    section_sort,
)
from medlint.record import Record

NEAR = 2
"""A weak word is chrome when another bit of chrome is at most this many blocks away."""

LONG = 200
"""The value of a label such as "Description" is text to be read from so many characters on."""

BETWEEN = 12
"""So many lines between two bits of chrome may be chrome without being known."""

SHORT = 20
"""An entry of a list of links has at most this many words."""


class Front(Record):
    """The blocks with chrome and bylines told apart, and the fields that the bylines hold."""

    blocks: tuple[Block, ...]
    fields: tuple[Field, ...]


def assign(document: Document) -> None:
    """Give the blocks of a document their roles, and add what its bylines say to its metadata.

    A step of reading: nobody has seen the document yet. The text reader has told chrome and bylines apart itself,
    since it looks for headings among the rest only.
    """
    is_done = document.format == "text"
    front = Front(document.blocks, ()) if is_done else fronted(document.prose, document.blocks)
    document.blocks = _sectioned(document.prose, list(front.blocks), document.marks, document.format)
    fields = sorted((*document.metadata.fields, *front.fields), key=lambda field: (field.key, field.name))
    document.metadata = Metadata(tuple(fields), document.metadata.place)


def fronted(prose: Prose, blocks: tuple[Block, ...]) -> Front:
    """Tell chrome and bylines from the rest."""
    cues = [cue for cue in CUES if cue in prose.lowered]
    sorts = [
        ""
        if block.role != "body" or block.shape in ("code", "table-cell", "title")
        else chrome_sort(prose.text[block.start : block.end], cues)
        for block in blocks
    ]
    chrome = [sort not in ("", "weak", "related", "tags") or blocks[i].role == "chrome" for i, sort in enumerate(sorts)]
    _spread(sorts, chrome, blocks)
    _lists_of_links(prose, sorts, chrome, blocks)
    found = [
        block._replace(role="chrome") if chrome[i] and block.role == "body" else block for i, block in enumerate(blocks)
    ]
    entries = list(bylines.entries(prose, tuple(found)))
    for each in entries:
        for index in each.blocks:
            is_edge = index < bylines.HEAD or index >= len(found) - bylines.HEAD
            if found[index].role == "body" and _is_byline(each, found[index], is_edge=is_edge):
                found[index] = found[index]._replace(role="byline")
    _name_lines(prose, found)
    return Front(tuple(found), tuple(bylines.field_of(each, prose) for each in entries))


def _is_byline(entry: bylines.Entry, block: Block, *, is_edge: bool) -> bool:
    """Tell whether a block is there for its label: a caption's credit stays a caption, and a long text is read.

    In the midst of an article, "Description:" begins a line like any other.
    """
    if entry.label.sort == "text":
        return is_edge and block.shape != "caption" and entry.value.end - entry.value.start < LONG
    return entry.label.sort != "sources"


def _spread(sorts: list[str], chrome: list[bool], blocks: tuple[Block, ...]) -> None:
    """Weak words are chrome beside chrome, or three in a row."""
    weak = [i for i, sort in enumerate(sorts) if sort == "weak" and blocks[i].shape != "heading"]
    for i, first in enumerate(weak):
        if weak[i : i + 3] == [first, first + 1, first + 2]:
            chrome[first] = chrome[first + 1] = chrome[first + 2] = True
    for order in (weak, weak[::-1]):
        for i in order:
            chrome[i] = chrome[i] or any(chrome[max(i - NEAR, 0) : i + NEAR + 1])


def _lists_of_links(prose: Prose, sorts: list[str], chrome: list[bool], blocks: tuple[Block, ...]) -> None:
    """Words such as "Related articles" are chrome with the short entries below them."""
    head = -1
    for index, sort in enumerate(sorts):
        if sort in ("related", "tags"):
            head = index
        elif head >= 0 and (sort not in ("", "weak") or not _is_entry(prose, blocks, index, head, sorts[head])):
            head = -1
        chrome[index] = chrome[index] or head >= 0


def _is_entry(prose: Prose, blocks: tuple[Block, ...], index: int, head: int, sort: str) -> bool:
    """Tell whether a block is one of the links below a head; a line with running text below it is a heading."""
    block, last = blocks[index], blocks[index - 1]
    if block.role != "body" or block.shape not in ("list-item", "paragraph") or (sort == "tags" and index > head + 1):
        return False
    if block.shape != last.shape and index > head + 1:
        return False
    text = prose.text[block.start : block.end]
    if len(text) > 200 or len(text.split()) > SHORT:
        return False
    if block.shape == "list-item":
        return True
    is_heading = index + 1 < len(blocks) and _is_running(prose, blocks[index + 1])
    return text[-1] not in ".:;" and not is_heading


def _name_lines(prose: Prose, blocks: list[Block]) -> None:
    """A doctor's name on a line of its own is a byline, and so is the short line about them below it."""
    after = False
    for index, block in enumerate(blocks):
        text = prose.text[block.start : block.end]
        if block.shape not in ("paragraph", "heading"):
            after = False
        elif block.role == "body" and index < bylines.HEAD and bylines.is_dateline(text):
            blocks[index] = block._replace(role="byline")
        elif block.role in ("body", "byline") and bylines.is_name_line(text):
            blocks[index] = block._replace(role="byline")
            after = True
        elif after and block.role == "body" and block.shape == "paragraph":
            if len(text.split()) <= 8 and text[-1] not in ".?!:" and not bylines.SENTENCE.search(text):
                blocks[index] = block._replace(role="byline")
            after = False
        else:
            after = False


def _sectioned(prose: Prose, blocks: list[Block], marks: tuple[Mark, ...], format: str) -> tuple[Block, ...]:
    """Find disclaimers and references, block by block."""
    reference = disclaimer = 0
    cues = [cue for cue in DENIAL_CUES if cue in prose.lowered]
    for index, block in enumerate(blocks):
        if block.shape == "code" or (block.role != "body" and block.shape != "heading"):
            continue
        text = prose.text[block.start : block.end]
        sort = section_sort(text) if len(text) < 60 else ""
        if sort == "reference" and _heads(block, blocks, index):
            end = section_end(blocks, index)
            reference = end if lists_sources(prose, blocks, marks, index, end) else reference
        elif sort == "disclaimer" and block.shape == "heading":
            disclaimer = section_end(blocks, index)
        elif block.role == "body" and block.shape not in ("heading", "title"):
            if index < disclaimer or is_disclaimer(text, cues):
                blocks[index] = block._replace(role="disclaimer")
            elif index < reference or is_citation(text):
                blocks[index] = block._replace(role="reference")
    if format == "text":
        _bracketed(prose, blocks)
    return tuple(blocks)


def _heads_sources(prose: Prose, block: Block) -> bool:
    return block.end - block.start < 60 and section_sort(prose.text[block.start : block.end]) == "reference"


def _heads(block: Block, blocks: list[Block], index: int) -> bool:
    """Tell whether a block heads a section: as a heading, or as a line with a list below it."""
    return block.shape in ("heading", "title") or (index + 1 < len(blocks) and blocks[index + 1].shape == "list-item")


def _bracketed(prose: Prose, blocks: list[Block]) -> None:
    """In a scraped text, short lines between chrome are chrome too, where no running text comes between.

    At the foot of the text two such bits are enough, and what looks like a heading there is none.
    """
    running = [index for index, block in enumerate(blocks) if _is_running(prose, block)]
    bounds = [-1, *running, len(blocks)]
    for before, after in pairwise(bounds):
        marked = [index for index in range(before + 1, after) if blocks[index].role == "chrome"]
        is_foot = after == len(blocks)
        if len(marked) < (2 if is_foot else 3):
            continue
        for one, other in pairwise(marked):
            if other - one <= BETWEEN:
                _close(prose, blocks, one + 1, other, is_foot)


def _close(prose: Prose, blocks: list[Block], start: int, stop: int, is_foot: bool) -> None:
    for index in range(start, stop):
        block = blocks[index]
        is_label = block.shape in ("paragraph", "list-item") or (
            block.shape == "heading" and blocks[index + 1].role == "chrome"
        )
        if block.role == "body" and (is_foot or is_label) and not _heads_sources(prose, block):
            blocks[index] = block._replace(shape="paragraph", role="chrome", level=0)


def _is_running(prose: Prose, block: Block) -> bool:
    """Tell whether a block is the article's own running text."""
    if block.role not in ("body", "reference", "quote"):
        return False
    return block.shape == "list-item" or (block.end - block.start > 80 and prose.text[block.end - 1] in '.?!)”"')
