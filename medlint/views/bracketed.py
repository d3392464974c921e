"""Definitions in brackets: `long form (SF)`, `SF (long form)`, `(long form, SF)`, in round brackets and square ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Document
from medlint.lazy import lazy
from medlint.views.alignment import word_set
from medlint.views.capitals_beside import STATES
from medlint.views.long_forms import (
    BRACKET_LIMIT,
    BRACKETS,
    CAPITAL,
    LONGEST,
    SAID_LIMIT,
    SHORT_FIRST_LIMIT,
    Pair,
    Place,
    fits,
    is_short_form,
    long_before,
)
from medlint.views.short_forms import DOTTED

PERSON = lazy(r"\b[A-Z][a-z]+ [A-Z][a-z]+\Z")
"""A name, after which two capitals in a bracket are a state: `Ana Lund (OR)`."""

LEAST_LETTERS = 3
"""Letters of a short form that is told from a letter of a larger one by itself."""

CLOSING = {")": "(", "]": "["}
BETWEEN = lazy(r"[;,] +| +or +| +and +| +[–—-] +")
LEAD = word_set(
    """or also abbreviated as called termed known commonly sometimes hereafter hereinafter the for short acronym
    abbreviation abbr abbr. abbrev. shortened to often simply usually in a an which stands of i.e. i.e., ie"""
)
NOUN_AFTER = lazy(
    r"(?<=[A-Z0-9]) (?:scans?|tests?|imaging|oil|virus|disease|syndrome|therapy|treatments?|levels?|score|drugs?"
    r"|medications?|procedure|vaccines?|machine|device)\Z"
)
LAST_WORD = lazy(r"(?<![^\s(\[/\"“])([^\s()\[\]/\"”]+)[\"'”’]?(?P<noun> [a-z]{3,12})? ?\Z")


def bracketed(document: Document) -> Iterator[Pair]:
    """Yield `long form (SF)`, `SF (long form)` and what is said inside a bracket alone."""
    text = document.prose.text
    for start, end in _brackets(text):
        block = document.block_at(start)
        if block.shape == "code" or block.role in ("chrome", "reference"):
            continue
        before = max(block.start, start - LONGEST)
        found = list(_long_then_short(text, before, start, end))
        yield from found or _short_then_long(text, before, start, end)


def _brackets(text: str) -> Iterator[Place]:
    """Yield the inside of each closed bracket that is not too long, the inner ones first; none reaches over a block."""
    opened: list[int] = []
    for match in BRACKETS.finditer(text):
        char, at = match[0], match.start()
        if char == "\0":
            opened.clear()
        elif char in "([":
            opened.append(at)
        elif opened and text[opened[-1]] == CLOSING[char]:
            start = opened.pop() + 1
            if 0 < at - start <= LONGEST:
                yield start, at


def pieces(text: str, start: int, end: int) -> list[Place]:
    """Give the parts of a bracket, without the words that lead up to them ("also called", quotation marks)."""
    found, at = [], start
    for match in BETWEEN.finditer(text, start, end):
        found.append(_trimmed(text, at, match.start()))
        at = match.end()
    found.append(_trimmed(text, at, end))
    return [piece for piece in found if piece[0] < piece[1]]


def _trimmed(text: str, start: int, end: int) -> Place:
    while True:
        while start < end and text[start] in " \"'“‘*-":
            start += 1
        stop = text.find(" ", start, end)
        if stop < 0 or text[start:stop].lower() not in LEAD:
            break
        start = stop
    while end > start and text[end - 1] in " \"'”’*.,":
        if text[end - 1] == "." and DOTTED.match(text[start:end]):
            break
        end -= 1
    if text.startswith(" for short", end - 10, end):
        end -= 10
    if text.endswith(("'s", "’s"), start, end):
        end -= 2
    return start, end


def _long_then_short(text: str, before: int, start: int, end: int) -> Iterator[Pair]:
    """Yield the pairs of `long form (SF)`, `long form (SF1 or SF2)` and `(long form, SF)`."""
    for number, (begin, stop) in enumerate(_alternatives(text, pieces(text, start, end)[:6])):
        noun = NOUN_AFTER.search(text, begin, stop)
        stop = noun.start() if noun else stop
        short = text[begin:stop]
        if not is_short_form(short):
            continue
        long = None
        if number and short in STATES:
            continue  # "(Salem, OR)"
        if number and len(CAPITAL.findall(short)) >= 2:
            long = long_before(text, start, begin, short, SAID_LIMIT)
        long = long or long_before(text, before, start - 1, short, BRACKET_LIMIT)
        if long and not (short in STATES and PERSON.search(text, before, long[1])):
            yield (begin, stop), long


def _alternatives(text: str, found: list[Place]) -> Iterator[Place]:
    """Yield the parts of a bracket; of `ICU/ITU` the whole, and then the first of the two."""
    for begin, stop in found:
        yield begin, stop
        slash = text.find("/", begin, stop)
        parts = text[begin:stop].split("/")
        if len(parts) == 2 and all(len(part) >= LEAST_LETTERS and part.isalpha() and part.isupper() for part in parts):
            yield begin, slash


def _third_last_blank(text: str, first: int, end: int) -> int:
    """Give where the last words before `end` begin, at most two blanks in them; `first` where there are no more."""
    for _ in range(3):
        end = text.rfind(" ", first, end)
        if end < 0:
            return first
    return end


def _short_then_long(text: str, before: int, start: int, end: int) -> Iterator[Pair]:
    """Yield the pair of `SF (long form)`, if it is one."""
    match = LAST_WORD.search(text, _third_last_blank(text, before, start - 1), start - 1)
    if not match or not is_short_form(match[1]) or not CAPITAL.search(match[1]):
        return
    short = match[1]
    begin, stop = _trimmed(text, start, end)
    if match["noun"]:
        if len(CAPITAL.findall(short)) < 2 or " " not in text[begin:stop]:
            return
        if text.endswith(match["noun"], begin, stop):
            stop -= len(match["noun"])
    for cut in (stop, *(found.start() for found in re.finditer(r"[;:,] ", text[begin:stop]))):
        stop = cut if cut == stop else begin + cut
        long = text[begin:stop]
        if " " not in long and len(long) < 8:
            continue
        if fits(short, long, SHORT_FIRST_LIMIT):
            yield match.span(1), (begin, stop)
            return
