"""Compiled regular expressions, kept between runs as Python keeps its compiled modules.

Compiling the patterns of one check costs more than the check. What the standard library's compiler makes of an
expression depends on nothing but itself, its flags and the version of Python; so it is kept in the user's cache,
in a file for this version, and handed back to the engine of `re` as it was. A cache that is missing, of another kind or
broken is done without, and so is a Python whose compiler lacks the parts used here: `re.compile` is the way then.
"""

from __future__ import annotations

import re

from medlint.cache import Kept

Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""The flags, the code, the number of groups, and the names of groups both ways, as the engine of `re` wants them."""


PATTERNS = Kept("patterns", 5000)
"""What was compiled in earlier runs and in this one. It never changes what is found, only how soon."""


def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Give the compiled expression. Raises re.error where it is broken."""
    kept = PATTERNS.held
    key = (str(expression), int(flags))
    try:
        if key not in kept:
            PATTERNS.add(key, _compile(*key))
        return _restored(expression, kept[key])
    except re.error:
        raise
    except Exception:
        return re.compile(expression, flags)


def _compile(expression: str, flags: int) -> Compiled:
    """Compile with the parts that `re.compile` is made of, and give what comes before the last of them."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(expression, flags)
    code = array("I", (int(each) for each in _compiler._code(parsed, flags)))
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return (flags | int(parsed.state.flags), code.tobytes(), parsed.state.groups - 1, groups, tuple(names))


def _restored(expression: str, kept: Compiled) -> re.Pattern[str]:
    """Give the pattern that was kept; the engine checks the code before it takes it."""
    import _sre  # type: ignore[import-not-found]

    flags, code, groups, numbers, names = kept
    pattern: re.Pattern[str] = _sre.compile(
        expression, flags, memoryview(code).cast("I").tolist(), groups, numbers, names
    )
    return pattern
