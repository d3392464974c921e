"""Whether a user's own pattern may run: what would take for ever to compile is refused before it is tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from medlint.lazy import lazy
from medlint.matching import LIST, filled
from medlint.options import Path, Pattern, Wrong

LONGEST = 1000
COUNT = lazy(r"\{\d*,?\d*\}")
PART = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(|\)|\{\d*,?\d*\}", re.S)


def check_patterns(options: Any, path: Path = ()) -> None:
    """Raise Wrong for the first pattern among a user's options that may not run."""
    for where, expression in patterns_of(options, path):
        reason = refusal(expression)
        if reason:
            raise Wrong(reason, where)
    if getattr(options, "patterns", None):
        from medlint import nlp

        reason = nlp.refusal(options.patterns)
        if reason:
            raise Wrong(reason, (*path, "patterns"))


def patterns_of(value: Any, path: Path = ()) -> Iterator[tuple[Path, Pattern]]:
    """Yield every pattern in a set of options, with the path to it."""
    if isinstance(value, Pattern):
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from patterns_of(part, (*path, str(name)))
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        for name, part in zip(names, value, strict=True):
            yield from patterns_of(part, (*path, name.rstrip("_") if isinstance(name, str) else name))


def refusal(expression: str) -> str:
    """Say why a pattern may not run; "" where it may."""
    if len(expression) > LONGEST:
        return f"a pattern may have {LONGEST:,} characters, this one has {len(expression):,}"
    if _counts_nest(expression):
        return "a counted repeat such as {2,9} may not stand inside another: it could take for ever"
    return _unknown_list(expression) or _broken(expression)


def _unknown_list(expression: str) -> str:
    for match in LIST.finditer(expression):
        try:
            if filled(match[0]) == "(?:)":
                return f"the list {match[1]} has no class {match[2]}"
        except OSError:
            return f"there is no list {match[1]} to fill in for {match[0]}"
    return ""


def _broken(expression: str) -> str:
    import regex

    try:
        regex.compile(filled(expression), regex.MULTILINE)
    except (regex.error, RecursionError, OverflowError) as error:
        return f"this is no regular expression: {error}"
    return ""


def _counts_nest(expression: str) -> bool:
    """Tell whether a group with a counted repeat in it is itself repeated a counted number of times."""
    groups = [False]
    closed = False
    for match in PART.finditer(expression):
        part = match[0]
        if part == "(":
            groups.append(False)
        elif part == ")" and len(groups) > 1:
            closed = groups.pop()
            groups[-1] = groups[-1] or closed
            closed_at = match.end()
            if closed and COUNT.match(expression, closed_at):
                return True
        elif part[0] == "{":
            if COUNT.match(expression, match.end()):
                return True
            groups[-1] = True
    return False
