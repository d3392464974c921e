"""Which words a regular expression cannot match without; worked out once per expression."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from medlint.lazy import lazy

MOST = 64
"""A gate of more words than this costs more than it saves."""

MANY = 16
"""A gate of more words than this is taken only where there is no smaller one."""

FEW = 10
"""A class of more characters than this tells nothing."""

COMMON = " .,-'"
"""What stands in any article, and so keeps nothing out."""

FREQUENT = frozenset(
    (
        *(" that", " with", " and ", "and ", " the ", "the ", " the", " are ", " are", "'s ", "your", "have", " have"),
        *("this", "from", " is ", " his ", " was", " has", " is", "these", "these "),
        *("disease", " disease", "blood", "health", "patients"),
    )
)
"""What stands in most blocks; a rarer string is better, if a shorter one."""

ONLY_REGEX = lazy(r"(?<!\\)(?:\[\^?\[|\[:|\{[^}]*[a-z<=])")
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
    run = {""}
    for code, argument in [*_flat(sequence), (None, None)]:
        chars, again = _chars(code, argument)
        ends, whole = _ends(argument) if code is codes.BRANCH and run != {""} else (set(), False)
        if ends and len(run) * len(ends) <= MANY:
            run = {head + tail for head in run for tail in ends}
            best = _better(_better(best, run), _required_of(code, argument))
            run = run if whole else {""}
            continue
        if chars and len(run) * len(chars) <= MOST:
            run = {head + tail for head in run for tail in chars}
            if again:
                best = _better(best, run)
                run = chars
            continue
        best = _better(best, run)
        run = {""}
        best = _better(best, chars or _required_of(code, argument))
    return best - {""}


def _flat(sequence: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the parts of a sequence with its groups opened, and without what takes up no room."""
    for code, argument in sequence:
        if code is codes.SUBPATTERN:
            yield from _flat(argument[-1])
        elif code is codes.ATOMIC_GROUP:
            yield from _flat(argument)
        elif code not in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            yield code, argument


def _chars(code: Any, argument: Any) -> tuple[set[str], bool]:
    """Give the characters of which one must come next, and whether more of them may follow it.

    What comes behind a repeated character stands next to the last one of them.
    """
    if code is codes.LITERAL:
        return ({chr(argument).lower()} if _is_plain(argument) else set()), False
    if code is codes.IN:
        return _one_of(argument), False
    if code in REPEATS and argument[0] and len(argument[2]) == 1:
        inner, _ = _chars(*argument[2][0])
        if len(inner) == 1:
            return {char * min(argument[0], 8) for char in inner}, not argument[0] == argument[1] <= 8
    return set(), False


def _ends(argument: Any) -> tuple[set[str], bool]:
    """Give the plain strings that the branches begin with, if all do, and whether they are nothing else."""
    found, whole = set(), True
    for branch in argument[1]:
        head = ""
        for code, value in _flat(branch):
            if code is not codes.LITERAL or not _is_plain(value):
                whole = False
                break
            head += chr(value).lower()
        if not head:
            return set(), False
        found.add(head)
    return found, whole


def _one_of(items: Any) -> set[str]:
    """Give the characters of a small class; none, where it is negated, large or not plain."""
    found: set[str] = set()
    for code, value in items:
        if code not in (codes.LITERAL, codes.RANGE):
            return set()
        first, last = (value, value) if code is codes.LITERAL else value
        if last - first >= FEW or not all(map(_is_plain, range(first, last + 1))):
            return set()
        found |= {chr(char).lower() for char in range(first, last + 1)}
    return found if len(found) <= FEW else set()


def _required_of(code: Any, argument: Any) -> set[str]:
    if code in REPEATS and argument[0] > 0:
        return _required(argument[2])
    if code is codes.BRANCH:
        branches = [_required(branch) for branch in argument[1]]
        return set().union(*branches) if all(branches) else set()
    return set()


def _better(one: set[str], other: set[str]) -> set[str]:
    return max(one, other, key=_worth)


def _worth(words: set[str]) -> tuple[bool, bool, bool, bool, int, int]:
    shortest = min(map(len, words), default=0)
    tells = bool(words) and all(map(_tells, words))
    return len(words) <= MOST, tells, words.isdisjoint(FREQUENT), len(words) <= MANY, shortest, -len(words)


def _tells(word: str) -> bool:
    """Tell whether a string is rare enough to keep articles out: two characters, or an unusual one."""
    return len(word) > 1 or not (word.isalnum() or word in COMMON)


def _is_plain(code: int) -> bool:
    """Tell whether `Prose.lowered` writes the character the one way that it stands here."""
    return code < 128 or chr(code).lower() == chr(code).upper() == chr(code)
