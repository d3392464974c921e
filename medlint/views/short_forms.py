"""Short forms: the words in capitals that may stand for something longer, wherever they are written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from typing import NamedTuple

from medlint.document import Document
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Range
from medlint.views.words import readable

SEED = lazy(r"[A-Z][a-zα-ω0-9]{0,2}[-/&.]?[A-Z]")
"""Two capitals that are near each other; the word round them is found from there."""

BEFORE = lazy(r"[^\W_]+(?:[-/&+'’][^\W_]+)*[-/&+'’]?\Z")
AFTER = lazy(r"(?:(?:[-/&+'’]|(?<![^\W_].)\.(?=[A-Z](?![a-z])))?[^\W_])*\+?")
DOTTED = lazy(r"(?:[A-Za-z]\.){2,}\Z")
PART = lazy(r"[^\W_]+(?:['’&+.][^\W_]+)*\+?")
PLURAL = lazy(r"(?<=[A-Z0-9])s\Z")
POSSESSIVE = lazy(r"['’]s?\Z")

LONGEST = 60
"""Characters of the longest word that may hold a short form."""

READ_ROLES = frozenset({"body", "disclaimer", "quote"})
RUNNING_SHAPES = frozenset({"paragraph", "list-item", "table-cell", "caption"})
SKIPPED_MARKS = frozenset({"url", "code", "template", "citation"})


class Token(NamedTuple):
    """A word with at least two capitals, whole: `HIV/AIDS`, `FDA-approved`, `P.A.D.`"""

    start: int
    end: int
    text: str
    block: int


class Use(Record):
    """One place where a short form is written; `key` is what all its spellings share (NSAIDs, NSAID; D.V.T., DVT)."""

    key: str
    place: Range
    token: Token


def key_of(short: str) -> str:
    """Give what the plural, the possessive and the dotted spelling of a short form share."""
    short = POSSESSIVE.sub("", short)
    if DOTTED.match(short) or DOTTED.match(short + "."):
        short = short.replace(".", "")
    return PLURAL.sub("", short).replace("‐", "-").replace("–", "-")


def tokens(document: Document) -> tuple[Token, ...]:
    """Give the words with capitals inside, in reading order, headings included, code and addresses not."""
    text = document.prose.text
    found: list[Token] = []
    skipped = _ranges(document, SKIPPED_MARKS)
    raised = [start for start, _ in _ranges(document, {"sup"})]
    done = index = 0
    for match in SEED.finditer(document.view(readable)):
        at = match.start()
        if at < done:
            continue
        index = document.block_index(at)
        block = document.blocks[index]
        if block.shape == "code" or (block.role not in READ_ROLES and block.shape != "title"):
            done = block.end
            continue
        before = BEFORE.search(text, max(done, block.start, at - 40), at)
        start = before.start() if before else at
        after = AFTER.match(text, at)
        end = after.end() if after else match.end()
        if text[end : end + 1] == "." and DOTTED.match(text[start : end + 1]):
            end += 1
        note = bisect_right(raised, at)
        if note < len(raised) and raised[note] < end:
            end = raised[note]
        done = end
        if end - start > LONGEST or _is_skipped(skipped, start):
            continue
        if sum(map(str.isupper, text[start:end])) > 1:
            found.append(Token(start, end, text[start:end], index))
    return tuple(found)


def _ranges(document: Document, what: Container[str]) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in document.marks if mark.what in what]


def _is_skipped(ranges: list[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, (at, 1 << 60)) - 1
    return index >= 0 and ranges[index][0] <= at < ranges[index][1]
