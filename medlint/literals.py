"""Which words a regular expression cannot match without; worked out once per expression."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 64
"""A gate of more words than this costs more than it saves."""


def required_literals(expression: str) -> list[str]:
    """Give lower-case strings of which every match of `expression` holds at least one; [] if none is sure."""
    try:
        found = _required(parser.parse(expression, re.MULTILINE | re.IGNORECASE))
    except (re.error, RecursionError, OverflowError):
        return []
    return sorted(found) if found and len(found) <= MOST and all(len(word) > 1 for word in found) else []


def _required(sequence: Any) -> set[str]:
    """Give the best set of strings that a sequence needs: the one whose shortest member is longest."""
    best: set[str] = set()
    run = ""
    for code, argument in [*sequence, (None, None)]:
        if code is codes.LITERAL and _is_plain(argument):
            run += chr(argument).lower()
            continue
        if run:
            best = _better(best, {run})
            run = ""
        best = _better(best, _required_of(code, argument))
    return best


def _required_of(code: Any, argument: Any) -> set[str]:
    if code is codes.SUBPATTERN:
        return _required(argument[-1])
    if code is codes.ATOMIC_GROUP:
        return _required(argument)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT) and argument[0] > 0:
        return _required(argument[2])
    if code is codes.BRANCH:
        branches = [_required(branch) for branch in argument[1]]
        return set().union(*branches) if all(branches) else set()
    return set()


def _better(one: set[str], other: set[str]) -> set[str]:
    def worth(words: set[str]) -> tuple[bool, int, int]:
        shortest = min(map(len, words), default=0)
        return (len(words) <= MOST, shortest, -len(words))

    return max(one, other, key=worth)


def _is_plain(code: int) -> bool:
    """Tell whether `Prose.lowered` writes the character the one way that it stands here."""
    return code < 128 or not chr(code).isalpha()
