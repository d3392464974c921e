"""Options as data: a record says what there is, what type it has and what it means.

    class Options(Record):
        tokens: Annotated[tuple[str, ...], "Words to find."] = ()

From that one statement cards are checked, `explain` is printed and the configuration is validated.
Supported types: str, int, float, bool, Literal, `X | None`, `tuple[X, ...]` (a YAML list), `dict[str, X]` and further
records (YAML mappings; a two-part record may also be written as a list of two).
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from medlint.record import Record

Path = tuple[str | int, ...]
LONGEST = 60
"""Characters of what stands in a file that a message repeats."""


class Pattern(str):
    """A string that is a regular expression; a user's own is checked before it may run."""


class Wrong(ValueError):
    """An option that is unknown or has the wrong type; `path` says which, from the outside in."""

    def __init__(self, message: str, path: Path) -> None:
        super().__init__(message)
        self.message = message
        self.path = path


class Option(Record):
    """One option: its name, type, default and meaning."""

    name: str
    type: Any
    default: Any
    help: str


@cache
def declared(options: Any) -> dict[str, Option]:
    """Give the options that a record declares, by name."""
    hints = get_type_hints(options, include_extras=True)
    defaults: Mapping[str, Any] = getattr(options, "_field_defaults", {})
    found = {}
    for name, hint in hints.items():
        kind, help_text = hint, ""
        if get_origin(hint) is Annotated:
            kind, help_text = get_args(hint)[:2]
        found[name.rstrip("_")] = Option(name, kind, defaults.get(name, ...), help_text)
    return found


def convert(options: Any, data: Any, path: Path = ()) -> Any:
    """Build an options record from plain data. Raises Wrong, with the nearest right word."""
    if not isinstance(data, Mapping):
        raise Wrong("a mapping is needed here", path)
    known = declared(options)
    values = {}
    for name, value in data.items():
        if name not in known:
            raise Wrong(unknown("option", str(name), known), (*path, name))
        values[known[name].name] = _converted(known[name].type, value, (*path, name))
    for name, option in known.items():
        if option.default is ... and option.name not in values:
            raise Wrong(f'"{name}" is missing', path)
    return options(**values)


def unknown(what: str, word: str, known: Any) -> str:
    """Say that a word is not known, and which known one is nearest."""
    from difflib import get_close_matches

    word = _short(word)
    near = get_close_matches(word, [str(name) for name in known], 1, 0.6)
    if near:
        return f'there is no {what} "{word}"; did you mean "{near[0]}"?'
    return f'there is no {what} "{word}"; there is {", ".join(sorted(map(str, known)))}'


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _converted(kind: Any, value: Any, path: Path) -> Any:
    origin = get_origin(kind)
    if origin is Annotated:
        return _converted(get_args(kind)[0], value, path)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(kind), value, path)
    if origin is Literal:
        if value not in get_args(kind):
            raise Wrong(unknown("value", str(value), get_args(kind)), path)
        return value
    if origin is tuple:
        return _many(get_args(kind)[0], value, path)
    if origin is dict:
        return _mapped(get_args(kind)[1], value, path)
    if hasattr(kind, "_fields"):
        if isinstance(value, list) and len(value) == len(kind._fields):
            value = dict(zip(declared(kind), value, strict=True))
        return convert(kind, value, path)
    return _plain(kind, value, path)


def _one_of(kinds: tuple[Any, ...], value: Any, path: Path) -> Any:
    if value is None and type(None) in kinds:
        return None
    wrong: Wrong | None = None
    for kind in kinds:
        if kind is not type(None):
            try:
                return _converted(kind, value, path)
            except Wrong as error:
                wrong = wrong or error
    raise wrong or Wrong("nothing fits here", path)


def _many(kind: Any, value: Any, path: Path) -> tuple[Any, ...]:
    if isinstance(value, str | int | float):
        value = [value]
    if not isinstance(value, list | tuple):
        raise Wrong("a list is needed here", path)
    return tuple(_converted(kind, item, (*path, i)) for i, item in enumerate(value))


def _mapped(kind: Any, value: Any, path: Path) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Wrong("a mapping is needed here", path)
    return {name: _converted(kind, item, (*path, name)) for name, item in value.items()}


def _plain(kind: Any, value: Any, path: Path) -> Any:
    if kind is Pattern:
        return Pattern(_plain(str, value, path))
    if kind is str and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is not Any and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
        names = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
        raise Wrong(f"{names.get(kind, kind)} is needed here, not {_short(repr(value))}", path)
    return value
