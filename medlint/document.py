"""The document: what every reader makes, and all that views and kinds ever see."""

from __future__ import annotations

import copy
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from medlint.house_words import HouseWords
from medlint.prose import Prose
from medlint.record import Record
from medlint.source import Source
from medlint.span import Place, Range, Span

SHAPES = ("title", "heading", "paragraph", "list-item", "table-cell", "caption", "code")
ROLES = ("body", "chrome", "byline", "reference", "disclaimer", "quote")
MARKS = ("link", "image", "code", "emphasis", "sup", "sub", "abbr", "url", "citation", "template")


class Block(NamedTuple):
    """A stretch of prose with one shape and one role; blocks stand in reading order and do not overlap.

    `start` and `end` are offsets into `Prose.text`. `level` is a heading's level, a list item's depth (from 1) or a
    table cell's row (from 0, the head). `parent` is the index of the block that holds this one, or -1. `group` is the
    number of the list or table that it belongs to, shared by siblings at one depth, or 0. `marker` is a list item's
    bullet or number as written.
    """

    shape: str
    role: str
    start: int
    end: int
    level: int = 0
    parent: int = -1
    group: int = 0
    marker: str = ""


class Mark(Record):
    """Inline markup: what it is, the range of prose inside it, where it leads, the source span of it all."""

    what: str
    start: int
    end: int
    target: str
    span: Span


class Field(Record):
    """One metadata entry. `name` is a path such as `reviewers[0].name`; `value` is always the string as written.

    `origin` is `front-matter`, `json-ld`, `microdata`, `meta` or `byline`.
    """

    name: str
    value: str
    key: Span
    span: Span
    origin: str


class Metadata(Record):
    """All metadata entries in source order, and the place where one that is missing would belong."""

    fields: tuple[Field, ...] = ()
    place: Span = Span(0, 0)


class Comment(Record):
    """A comment of the markup: its text without the delimiters, and the source span with them."""

    text: str
    span: Span


class Fault(Record):
    """What a reader could not read. `what` is `front-matter` or `file`; `message` says what to do."""

    what: str
    message: str
    span: Span


class Outcome(Record):
    """What came of a run, for the rules about the run itself.

    `idle` are suppressions that kept nothing quiet: the place, what is wrong with it, and the text to put there
    instead. `slow` are the names of rules that ran out of time.
    """

    idle: tuple[tuple[Span, str, str | None], ...] = ()
    slow: tuple[str, ...] = ()


class Surroundings(Record):
    """Facts from outside the article, gathered by the runner.

    `type` is the kind of page ("article" is held to metadata rules), `supplied` what the site's templates add
    to every page (field -> `template`), `today` the date that counts as today, or None where nobody said. The rest is
    the house's own knowledge: words that are right and wrong, short forms that need no explanation (and what they
    stand for, or ""), the approved reviewers and the approved disclaimers.
    """

    today: date | None = None
    locale: str = "auto"
    type: str = "article"
    supplied: Mapping[str, str] = {}
    words: HouseWords = HouseWords()
    abbreviations: Mapping[str, str] = {}
    reviewers: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()


Viewed = TypeVar("Viewed")


class Document:
    """An article as medlint sees it. Nothing in it changes after the reader has made it."""

    def __init__(
        self,
        source: Source,
        format: str,
        prose: Prose,
        blocks: tuple[Block, ...],
        marks: tuple[Mark, ...] = (),
        metadata: Metadata = Metadata(),
        comments: tuple[Comment, ...] = (),
        faults: tuple[Fault, ...] = (),
        surroundings: Surroundings = Surroundings(),
    ) -> None:
        self.source = source
        self.format = format
        self.prose = prose
        self.blocks = blocks
        self.marks = marks
        self.metadata = metadata
        self.comments = comments
        self.faults = faults
        self.surroundings = surroundings
        self.guarded = False
        self.outcome = Outcome()
        self._views: dict[Callable[[Document], Any], Any] = {}
        self._holding: dict[str, list[int]] = {}

    def view(self, function: Callable[[Document], Viewed]) -> Viewed:
        """Give `function(self)`, computed once however many rules ask."""
        try:
            return self._views[function]  # type: ignore[no-any-return]
        except KeyError:
            found = self._views[function] = function(self)
            return found

    def under_guard(self) -> Document:
        """Give the same document marked `guarded`: patterns run over it are a user's own, and may be timed out."""
        twin = copy.copy(self)
        twin.guarded = True
        return twin

    def after(self, outcome: Outcome) -> Document:
        """Give the same document with what came of the run over it."""
        twin = copy.copy(self)
        twin.outcome = outcome
        return twin

    def span(self, place: Place) -> Span:
        """Give the source span of a place.

        A range that takes in part of the text of an emphasis, link or the like and more beside it
        covers the whole of that markup, so that what is underlined is well-formed.
        """
        if isinstance(place, Span):
            return place
        start, end = self.prose.span(place.start, place.end)
        for mark in self.marks_in(place):
            if place.start < mark.start or mark.end < place.end:
                start, end = min(start, mark.span.start), max(end, mark.span.end)
        return Span(start, end)

    def blocks_with(self, literal: str) -> list[int]:
        """Give the indexes of the blocks that hold a lower-case string; looked up once however many patterns ask."""
        known = self._holding.get(literal)
        if known is None:
            known = self._holding[literal] = []
            lowered = self.prose.lowered
            at = lowered.find(literal)
            while at >= 0:
                index = self.block_index(at)
                known.append(index)
                at = lowered.find(literal, max(self.blocks[index].end, at + 1))
        return known

    def blocks_with_any(self, literals: Iterable[str]) -> list[int]:
        """Give the indexes of the blocks that hold any of some lower-case strings, in order."""
        held = self.prose.vocabulary.held(literals)
        return sorted({index for literal in held for index in self.blocks_with(literal)}) if held else []

    def text(self, place: Place) -> str:
        """Give the text of a place: prose for a range, source for a span."""
        text = self.source.text if isinstance(place, Span) else self.prose.text
        return text[place.start : place.end]

    def block_at(self, offset: int) -> Block:
        """Give the block that holds a prose offset (the nearest one before it, between two)."""
        return self.blocks[self.block_index(offset)]

    def block_index(self, offset: int) -> int:
        """Give the index of the block that holds a prose offset."""
        index = bisect_right(self._block_starts, offset)
        return index - 1 if index else 0

    def marks_in(self, place: Range, *what: str) -> list[Mark]:
        """Give the marks (of the named sorts, or of any) that touch a range."""
        starts, marks, reach = self._marks_in_order
        at = bisect_left(starts, place.end) - 1
        found = []
        while at >= 0 and reach[at] > place.start:
            mark = marks[at]
            if mark.end > place.start and (not what or mark.what in what):
                found.append(mark)
            at -= 1
        return found[::-1]

    @cached_property
    def _marks_in_order(self) -> tuple[list[int], list[Mark], list[int]]:
        """The marks by where they start, their starts, and how far those up to each of them reach."""
        marks = sorted(self.marks, key=lambda mark: mark.start)
        return [mark.start for mark in marks], marks, list(accumulate((mark.end for mark in marks), max))

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]
