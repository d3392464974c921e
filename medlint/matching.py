"""Finding a pattern in the prose: the one place that runs regular expressions over an article.

Most patterns of most cards occur in no given article. So each is preceded by a gate: the words of which
one must occur in any match, tested with `in` before the expression is even compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from medlint.document import Document

TIMEOUT = 0.25
"""Seconds that a user's own pattern may take on one article."""

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

            found = self.known[expression] = required_literals(expression)
            self.grown = True
        return found


GATES = Gates()
"""A memo of a pure function: what it holds never changes what is found, only how soon."""


def find(document: Document, expression: str, *, ignorecase: bool = True) -> Iterator[Match]:
    """Yield the matches of an expression in the prose, none of which reaches over a block's end.

    `^` and `$` mean the ends of blocks. A match that crosses into the next block is tried again inside its
    first one. Raises PatternTooSlow for a user's pattern.
    """
    literals = GATES.literals(expression)
    lowered = document.prose.lowered
    if literals and not any(literal in lowered for literal in literals):
        return iter(())
    return matches(document, expression, ignorecase)


def matches(document: Document, expression: str, ignorecase: bool = True) -> Iterator[Match]:
    """Yield matches without asking the gate first."""
    text = document.prose.text
    pattern = compiled(expression, ignorecase, document.guarded)
    limits: dict[str, Any] = {"timeout": TIMEOUT} if document.guarded else {}
    try:
        at = 0
        while at <= len(text):
            match = pattern.search(text, at, **limits)
            if match is None:
                return
            start, end = match.span()
            if "\0" in match[0]:
                stop = text.index("\0", start) - 1
                match = pattern.search(text, start, max(stop, start), **limits) if stop > start else None
                if match is None:
                    at = start + 1
                    continue
                start, end = match.span()
            yield match
            at = end if end > start else end + 1
    except TimeoutError:
        raise PatternTooSlow(expression) from None


@lru_cache(maxsize=4096)
def compiled(expression: str, ignorecase: bool = True, guarded: bool = False) -> Any:
    """Give the compiled expression, from `regex` (which can be timed out) for a user's own."""
    if guarded:
        import regex

        return regex.compile(expression, regex.MULTILINE | (regex.IGNORECASE if ignorecase else 0))
    return re.compile(expression, re.MULTILINE | (re.IGNORECASE if ignorecase else 0))


def words(expression: str) -> str:
    """Give an expression that matches only as whole words, as Vale's tokens do."""
    start = r"\b" if expression[:1].isalnum() or expression[:1] == "(" else ""
    end = r"\b" if expression[-1:].isalnum() or expression[-1:] == ")" else ""
    return f"{start}(?:{expression}){end}"
