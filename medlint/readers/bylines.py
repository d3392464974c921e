"""Labels and their values in the text of an article: "Medically reviewed by" and the name, here or two lines below.

What a name or a date means is for views to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Block, Field
from medlint.lazy import lazy
from medlint.prose import Prose
from medlint.readers.labels import WORD, label_of, leading
from medlint.readers.roles_chrome import JOIN, TRIM
from medlint.record import Record
from medlint.span import Range, Span

ORIGIN = "byline"
HEAD = 15
"""A bare "By ..." is a byline only in the first blocks."""

REACH = 3
"""How many blocks below its label a value may stand."""

LONGEST = 2000
"""So much of a block is read for labels."""

FARTHEST = 60
"""No label is longer."""

LISTED = 20
"""How many entries of a list below its label are read."""

SIGNS = ("*", "_", "#", "[", " ", "(")
"""What may stand before a label."""

LEAD = lazy(
    r"(?:(?:this|the|our) (?:article|content|document|fact sheet|guide|information|page|post) (?:was|is|has been|were) "
    r"(?:also |most recently )?)",
    re.I,
)
BETWEEN = lazy(r"\s*(?:[:：]\s*|[–—|]\s+|-\s+)?")
NEXT = lazy(r"\s+[|·•/–—]\s+|\s{3,}|;\s+|(?<=[a-z0-9)]\.)\s+(?=[A-Z])")
SEPARATOR = lazy(r"\s+[|·•]\s+")
INNER = lazy(r"(?<=[\w.)]) (?=[A-Z][a-z]+(?: [A-Za-z]+){0,3}:? )")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
DATE = lazy(
    rf"""(?:(?:on|at)\s+)?
    (?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?
    (?:\d{{1,2}}:\d\d\s*\S{{0,5}}\s+)?
    (?: {MONTH}\b | \d{{1,2}}(?:st|nd|rd|th)?[\s.-]*{MONTH}\b
      | \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}} | (?:19|20)\d\d\b | \d+\s(?:day|week|month|year)s?\sago )""",
    re.I | re.X,
)
NAME = lazy(r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame)\b\.?\s*)*(?:the\s+)?[A-ZÀ-ÞŁŚŠŽ][\w.'’-]*", re.S)
TITLED = lazy(r"(?:Dra?|Prof)\.?\s+[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,5}(?:,.{0,80})?\Z")
SENTENCE = lazy(r"\b(?:are|can|do|does|found|has|have|is|may|shows?|that|this|was|were|which|will|your?)\b")
PUBLISHED = lazy(
    r"\b(?:19|20)\d\d\b|https?://|www\.|\bet al\b|\b(?:Academy|Association|Centers?|Clinic|College|Department|"
    r"Foundation|Institutes?|Journal|Lancet|Library|Ministry|Organi[sz]ation|Press|Society|University|CDC|FDA|NHS|NIH|WHO)\b"
)
YEAR = lazy(r"\b(?:19|20)\d\d\b")
WORDS = 25


class Placed(Record):
    """A label found in the text: its name, the sort of value it takes, and its range of prose."""

    name: str
    sort: str
    start: int
    end: int


class Entry(Record):
    """A label with its value, and the indexes of the blocks that they stand in."""

    label: Placed
    value: Range
    blocks: tuple[int, ...]


def entries(prose: Prose, blocks: tuple[Block, ...]) -> Iterator[Entry]:
    """Yield the labels with their values, in reading order."""
    for index, block in enumerate(blocks):
        if block.shape == "code" or block.role in ("reference", "quote"):
            continue
        text = prose.text[block.start : block.end]
        label = label_at(text, 0, block.start)
        if label is None or (block.role == "chrome" and label.end - block.start < len(text.rstrip(TRIM))):
            yield from _glued(prose, blocks, index)
        elif label.end - block.start >= len(text.rstrip(TRIM)):
            yield from _value_below(prose, blocks, index, label)
        elif block.shape != "heading":
            yield from _values(text[:LONGEST], index, block, label)


def label_at(text: str, at: int = 0, start: int = 0) -> Placed | None:
    """Give the label that stands at an offset of a text; `start` is where the text stands in the prose."""
    while text[at : at + 1] in SIGNS:
        at += 1
    lead = LEAD.match(text, at)
    at = lead.end() if lead else at
    first = WORD.match(text, at)
    known = leading().get(first[0].lower()) if first else None
    if known is None:
        return None
    words = list(WORD.finditer(text, at, at + FARTHEST))
    label = label_of(text, words, 0, known)
    if label is None or (text[at - 1 : at] == "(" and label.sort in ("text", "sources")):
        return None
    return Placed(" ".join(label.words), label.sort, start + at, start + words[len(label.words) - 1].end())


def _values(text: str, index: int, block: Block, label: Placed) -> Iterator[Entry]:
    """Yield the label that a block begins with, if a value follows, and further ones on the same line."""
    found: Placed | None = label
    while found is not None:
        gap = BETWEEN.match(text, found.end - block.start)
        start = gap.end() if gap else found.end - block.start
        if not _fits(text[start:], found, bool(gap and gap[0].strip()), index, block):
            return
        following, stop = _next_label(text, start, block.start)
        if following is None and found.sort == "date":
            bar = SEPARATOR.search(text, start)
            stop = bar.start() if bar else stop
        end = start + len(text[start:stop].rstrip())
        yield Entry(found, Range(block.start + start, block.start + end), (index,))
        found = following


def _next_label(text: str, start: int, at: int) -> tuple[Placed | None, int]:
    """Find the next label on a line, behind a bar or the like, and where the value before it ends."""
    for cut in NEXT.finditer(text, start):
        label = label_at(text, cut.end(), at)
        if label and label.sort != "text" and (label.name != "by" or not cut[0][-1:].isalpha()):
            return label, cut.start()
    return _inner_label(text, start, at, len(text))


def _inner_label(text: str, start: int, at: int, stop: int) -> tuple[Placed | None, int]:
    """Find a second label after the value of the first, with nothing between: "Posted: 3 May Updated: 5 May"."""
    for cut in INNER.finditer(text, start):
        label = label_at(text, cut.end(), at)
        if label and label.sort in ("date", "person") and label.name != "by":
            end = label.end - at
            if text[end : end + 1] == ":" or (
                " " in label.name and _begins_value(text[end : end + 60].lstrip(), label.sort)
            ):
                return label, cut.start()
    return None, stop


def _begins_value(text: str, sort: str) -> bool:
    return bool((DATE if sort == "date" else NAME).match(text))


def _fits(value: str, label: Placed, colon: bool, index: int, block: Block) -> bool:
    """Tell whether what follows a label is a value of it, and not the rest of a sentence."""
    words = len(value.split())
    if label.name in ("by", "date") and not colon:
        short = index < HEAD and words <= 15 and block.shape in ("paragraph", "list-item")
        return short and _begins_value(value, label.sort) and not SENTENCE.search(value) and value[-1:] not in "?:"
    if label.sort == "date":
        return bool(DATE.match(value)) or (colon and words <= 6)
    if label.sort == "person":
        if colon:
            return words > 0
        return bool(NAME.match(value)) and (" by" in label.name) and not (words > WORDS and SENTENCE.search(value))
    if label.sort == "sources":
        return colon and bool(PUBLISHED.search(value))
    return colon and words <= 60


def _value_below(prose: Prose, blocks: tuple[Block, ...], index: int, label: Placed) -> Iterator[Entry]:
    """Yield a label that stands alone, with the value found in the blocks below it."""
    block = blocks[index]
    colon = prose.text[label.end : block.end].strip()[:1] == ":"
    if label.sort == "text" and not colon:
        return
    if label.sort == "sources":
        if colon and block.shape != "heading" and not _has_list(prose, blocks, index):
            yield Entry(label, Range(block.end, block.end), (index,))
        return
    reach = REACH if label.sort != "text" else LISTED
    for at in range(index + 1, min(index + 1 + reach, len(blocks))):
        below = blocks[at]
        text = prose.text[below.start : below.end]
        if label_at(text) or (at > index + 1 and label.sort == "text" and below.group != blocks[at - 1].group):
            return
        if below.shape in ("heading", "title") and label.sort != "person":
            return
        if _is_value(text, label.sort, colon):
            yield Entry(label, Range(below.start, below.end), (index, at))
            if label.sort != "text" or below.shape != "list-item":
                return
        elif label.sort == "text" or len(text.split()) > WORDS:
            return


def _is_value(text: str, sort: str, colon: bool) -> bool:
    if sort == "date":
        return len(text.split()) <= 8 and bool(DATE.match(text))
    if sort == "person":
        short = len(text.split()) <= WORDS and not DATE.match(text)
        return short and bool(NAME.match(text)) and not SENTENCE.search(text) and text[-1] not in "?!:"
    return colon and len(text.split()) <= 60


def _has_list(prose: Prose, blocks: tuple[Block, ...], index: int) -> bool:
    """Tell whether anything that could be a list of sources follows a block."""
    if index + 1 == len(blocks):
        return False
    below = blocks[index + 1]
    is_listed = below.shape == "list-item" or below.role == "reference"
    return is_listed or bool(PUBLISHED.search(prose.text, below.start, below.end))


def _glued(prose: Prose, blocks: tuple[Block, ...], index: int) -> Iterator[Entry]:
    """Yield a label for sources that is stuck between other labels in a line of chrome, with nothing under it."""
    block = blocks[index]
    at = block.start
    if block.role != "chrome" or _has_list(prose, blocks, index):
        return
    for part in JOIN.split(prose.text[block.start : block.end]):
        label = label_at(part, 0, at)
        if label and label.sort == "sources" and label.end - at == len(part.rstrip()):
            yield Entry(label, Range(block.end, block.end), (index,))
            return
        at += len(part)


def field_of(found: Entry, prose: Prose) -> Field:
    """Give the metadata entry for a label and its value."""
    label, value = found.label, found.value
    key = prose.span(label.start, label.end)
    span = prose.span(*value)
    if value.start == value.end:
        span = Span(span.end, span.end)
    return Field(label.name, prose.text[value.start : value.end], key, span, ORIGIN)


def is_dateline(text: str) -> bool:
    """Tell whether a line is nothing but a date with its year."""
    return len(text) <= 40 and len(text.split()) <= 6 and bool(DATE.match(text)) and bool(YEAR.search(text))


def is_name_line(text: str) -> bool:
    """Tell whether a line is nothing but a doctor's name, as on a card at the foot of an article."""
    return len(text) <= 120 and bool(TITLED.match(text)) and not SENTENCE.search(text)
