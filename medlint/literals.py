"""Which words a regular expression cannot match without; worked out once per expression."""

from __future__ import annotations

import re
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST = 64
"""A gate of more words than this costs more than it saves."""

COMMON = " .,-'"
"""What stands in any article, and so keeps nothing out."""

ONLY_REGEX = re.compile(r"(?<!\\)(?:\[\^?\[|\[:|\{[^}]*[a-z<=])")
"""What the `regex` package reads as a class or a fuzzy match, and `re` as plain characters."""

REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)


def required_literals(expression: str) -> list[str]:
    """Give lower-case strings of which every match of `expression` holds at least one; [] if none is sure.

    They are sure whether or not case is ignored, and for both `re` and `regex`.
    """
    if ONLY_REGEX.search(expression):
        return []
    try:
        found = _required(parser.parse(expression, re.MULTILINE | re.IGNORECASE))
    except (re.error, RecursionError, OverflowError):
        return []
    return sorted(found) if found and len(found) <= MOST and all(map(_tells, found)) else []


def _required(sequence: Any) -> set[str]:
    """Give the best set of strings that a sequence needs: the one whose shortest member is longest."""
    best: set[str] = set()
    run = ""
    for code, argument in [*sequence, (None, None)]:
        if code is codes.LITERAL and _is_plain(argument):
            run += chr(argument).lower()
            continue
        sure, goes_on = _repeated(code, argument)
        run += sure
        if goes_on:
            continue
        if run:
            best = _better(best, {run})
            run = ""
        best = _better(best, _required_of(code, argument))
    return best


def _repeated(code: Any, argument: Any) -> tuple[str, bool]:
    """Give what a repeated character is sure to add to a run of them, and whether the run goes on behind it."""
    if code not in REPEATS or not argument[0] or len(argument[2]) != 1:
        return "", False
    inner, value = argument[2][0]
    if inner is not codes.LITERAL or not _is_plain(value):
        return "", False
    return chr(value).lower() * min(argument[0], 8), argument[0] == argument[1] <= 8


def _required_of(code: Any, argument: Any) -> set[str]:
    if code is codes.SUBPATTERN:
        return _required(argument[-1])
    if code is codes.ATOMIC_GROUP:
        return _required(argument)
    if code in REPEATS and argument[0] > 0:
        return _required(argument[2])
    if code is codes.BRANCH:
        branches = [_required(branch) for branch in argument[1]]
        return set().union(*branches) if all(branches) else set()
    return set()


def _better(one: set[str], other: set[str]) -> set[str]:
    return max(one, other, key=_worth)


def _worth(words: set[str]) -> tuple[bool, bool, int, int]:
    shortest = min(map(len, words), default=0)
    return (len(words) <= MOST, bool(words) and all(map(_tells, words)), shortest, -len(words))


def _tells(word: str) -> bool:
    """Tell whether a string is rare enough to keep articles out: two characters, or an unusual one."""
    return len(word) > 1 or not (word.isalnum() or word in COMMON)


def _is_plain(code: int) -> bool:
    """Tell whether `Prose.lowered` writes the character the one way that it stands here."""
    return code < 128 or chr(code).lower() == chr(code).upper() == chr(code)
