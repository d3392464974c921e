"""Finding a pattern in the prose: the one place that runs regular expressions over an article.

Most patterns of most cards occur in no given article. So each is preceded by a gate: the words of which
one must occur in any match, tested with `in` before the expression is even compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from medlint import pattern_cache
from medlint.document import Document
from medlint.lazy import lazy
from medlint.span import Range

TIMEOUT = 0.25
"""Seconds that a user's own pattern may take on one article, over all its matches."""

Match = Any
"""An `re.Match`, or its like from the `regex` package."""


class PatternTooSlow(Exception):
    """A user's pattern ran out of time on an article."""


class Gates:
    """What each expression needs to find in an article; kept between runs by the card cache."""

    def __init__(self) -> None:
        self.known: dict[str, list[str]] = {}
        self.grown = False

    def literals(self, expression: str) -> list[str]:
        """Give lower-case strings of which every match holds at least one; none: nothing is known."""
        found = self.known.get(expression)
        if found is None:
            from medlint.literals import required_literals

            found = self.known[str(expression)] = required_literals(expression)
            self.grown = True
        return found


GATES = Gates()
"""A memo of a pure function: what it holds never changes what is found, only how soon."""


def find(document: Document, expression: str, *, ignorecase: bool = True) -> Iterator[Match]:
    """Yield the matches of an expression in the prose, none of which reaches over a block's end.

    `^` and `$` mean the ends of blocks, and `{units/dose}` any entry of class `dose` in the shipped list `units`.
    A match that crosses into the next block is tried again inside its first one. Raises PatternTooSlow for a
    user's pattern.
    """
    expression = filled(expression)
    literals = GATES.literals(expression)
    if not literals:
        return matches(document, expression, ignorecase)
    holding = document.blocks_with_any(literals)
    if not holding:
        return iter(())
    if document.guarded:
        return matches(document, expression, ignorecase)
    return _in_blocks(document, expression, ignorecase, holding)


def _in_blocks(document: Document, expression: str, ignorecase: bool, holding: list[int]) -> Iterator[Match]:
    """Yield the matches in some blocks.

    Each is searched to the line feed behind it, so that what looks ahead to a block's end can see it.
    """
    text = document.prose.text
    search = compiled(expression, ignorecase).search
    for index in holding:
        at, end = document.blocks[index].start, document.blocks[index].end
        while at <= end and (match := search(text, at, min(end + 1, len(text)))):
            if match.end() > end:
                match = search(text, match.start(), end)
                if match is None:
                    break
            yield match
            at = match.end() + (match.end() == match.start())


def matches(document: Document, expression: str, ignorecase: bool = True) -> Iterator[Match]:
    """Yield matches without asking the gate first."""
    text = document.prose.text
    look = _timed(expression, ignorecase) if document.guarded else compiled(expression, ignorecase).search
    at = 0
    while at <= len(text):
        match = look(text, at)
        if match is None:
            return
        if "\0" in match[0]:
            start = match.start()
            stop = max(text.index("\0", start) - 1, start)
            match = look(text, start, stop)
            if match is None:
                at = stop + 1
                continue
        yield match
        at = match.end() + (match.end() == match.start())


def search(document: Document, expression: str, place: Range, *, ignorecase: bool = False) -> Match | None:
    """Give the first match of an expression within a place, or None. Raises PatternTooSlow for a user's pattern."""
    expression = filled(expression)
    if document.guarded:
        return _timed(expression, ignorecase)(document.prose.text, *place)
    return compiled(expression, ignorecase).search(document.prose.text, *place)


def _timed(expression: str, ignorecase: bool) -> Any:
    """Give a search that may take `TIMEOUT` seconds in all."""
    from time import process_time

    pattern = compiled(expression, ignorecase, guarded=True)
    left = TIMEOUT

    def search(text: str, *limits: int) -> Match | None:
        nonlocal left
        began = process_time()
        try:
            found = pattern.search(text, *limits, timeout=max(left, 0.001))
        except TimeoutError:
            raise PatternTooSlow(expression) from None
        left -= process_time() - began
        if left <= 0:
            raise PatternTooSlow(expression)
        return found

    return search


@lru_cache(maxsize=4096)
def compiled(expression: str, ignorecase: bool = True, guarded: bool = False) -> Any:
    """Give the compiled expression, from `regex` (which can be timed out) for a user's own."""
    if guarded:
        import regex

        return regex.compile(expression, regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))
    return pattern_cache.compiled(expression, re.MULTILINE | (re.IGNORECASE if ignorecase else 0))


LIST = lazy(r"\{([a-z][a-z-]*)/([a-z-]+)\}")
FIRST, LAST = lazy(r"\w|\\[dw]"), lazy(r"(?<!\\)\w\Z")


@lru_cache(maxsize=4096)
def filled(expression: str) -> str:
    """Write out each `{list/class}` of an expression: the entries of that class, longest first."""
    return LIST.sub(lambda match: _alternatives(match[1], match[2]), expression) if "{" in expression else expression


def _alternatives(name: str, wanted: str) -> str:
    from medlint.lexicon import all_of

    entries = [word for word, *classes in all_of(name) if wanted in classes]
    return "(?:" + "|".join(map(re.escape, sorted(entries, key=lambda word: (-len(word), word)))) + ")"


@lru_cache(maxsize=4096)
def words(expression: str) -> str:
    """Give an expression that matches only as whole words, as Vale's tokens do.

    A token may begin or end with something that is no word character ("(sic)"): there, nothing is asked of its
    neighbour.
    """
    alone = "|" not in expression
    start = r"\b" if alone and FIRST.match(expression) else r"(?:\b|(?!\w))"
    end = r"\b" if alone and LAST.search(expression) else r"(?:\b|(?<!\w))"
    return f"{start}(?:{expression}){end}"
