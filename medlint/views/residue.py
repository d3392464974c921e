"""What a web page left in the text of an article: lines of its chrome, each of one sort, and words run together."""

from __future__ import annotations

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.readers.roles_chrome import chrome_sort
from medlint.record import Record
from medlint.span import Range

JOINT = lazy(r"[A-Z](?<=[a-z][A-Z])")
SHAPES = ("paragraph", "list-item", "heading", "title")


class Residue(Record):
    """One line of chrome: its sort (see `chrome_sort`), the index of its block, its place.

    The sort is "" for what only stands among chrome.
    """

    sort: str
    block: int
    place: Range


def residue(document: Document) -> tuple[Residue, ...]:
    """Give the lines of chrome in reading order. In HTML, chrome is no residue: a page has buttons."""
    if document.format == "html":
        return ()
    text = document.prose.text
    return tuple(
        Residue(chrome_sort(text[block.start : block.end]), index, Range(block.start, block.end))
        for index, block in enumerate(document.blocks)
        if block.role == "chrome" and block.shape in SHAPES and not _is_link(document, block)
    )


def _is_link(document: Document, block: Block) -> bool:
    """Tell whether a block is one link: whoever wrote it meant it."""
    links = document.marks_in(Range(block.start, block.end), "link")
    return any(link.start <= block.start and block.end <= link.end for link in links)


def joints(document: Document) -> tuple[int, ...]:
    """Give the prose offsets of the capitals that follow a small letter: there, something may have run together."""
    return tuple(match.start() for match in JOINT.finditer(document.prose.text))
