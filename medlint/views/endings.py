"""How a block ends: with which mark, and whether that mark ends a sentence or a shortened word."""

from __future__ import annotations

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.span import Range
from medlint.views.sentences import COUNTED, NEVER_LAST, SOMETIMES_LAST

CLOSING = "\"'”’)]» "
LAST_WORD = lazy(r"[\w.]*\w\.\Z")
INITIALS = lazy(r"(?:[A-Za-z]\.)+|(?:[A-Z][a-z]{0,3}\.){2,}")


def last_char(document: Document, block: Block) -> int:
    """Give the prose offset of the last character of a block that is no blank, or -1 where there is none."""
    text = document.prose.text
    at = block.end - 1
    while at >= block.start and text[at] in " \n":
        at -= 1
    return at if at >= block.start else -1


def ends_in_shortening(document: Document, block: Block, at: int) -> bool:
    """Tell whether the full stop at `at` may belong to a shortened word (etc., U.S., Inc.) and not end a sentence."""
    match = LAST_WORD.search(document.prose.text[max(block.start, at - 24) : at + 1])
    if match is None:
        return False
    word = match[0][:-1].lower()
    return bool(INITIALS.fullmatch(match[0])) or word in NEVER_LAST or word in COUNTED or word in SOMETIMES_LAST


def inside(document: Document, at: int, *what: str) -> bool:
    """Tell whether the character at `at` stands in one of the named marks."""
    return bool(document.marks_in(Range(at, at + 1), *what))
