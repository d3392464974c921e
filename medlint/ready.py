"""The options of the shipped cards, made once and kept between runs in a form that `marshal` can hold.

Making options checks every value against its declared type; for a card that has not changed since, that is known.
A value without named tuples in it is held as it is; any other becomes a list that says what to make of its parts.
"""

from __future__ import annotations

import sys
from typing import Any

READY: dict[str, Any] = {}
"""The packed options of each shipped card as the cache holds them, by id."""


class Stale(ValueError):
    """What is held was made by another version of a kind."""


def pack(value: Any) -> Any:
    """Give a value of options as plain data: a list stands for something that `unpack` has to make."""
    if isinstance(value, str):
        return str(value)
    if hasattr(value, "_fields"):
        made = type(value)
        return ["named", made.__module__, made.__qualname__, list(made._fields), *map(pack, value)]
    if isinstance(value, tuple):
        parts = [pack(each) for each in value]
        return ["tuple", *parts] if _has_list(parts) else tuple(parts)
    if isinstance(value, dict):
        packed = {name: pack(each) for name, each in value.items()}
        return ["dict", packed] if _has_list(packed.values()) else packed
    return value


def _has_list(values: Any) -> bool:
    return any(isinstance(value, list) for value in values)


def unpack(packed: Any) -> Any:
    """Give the value that was packed. Raises Stale (a ValueError) where its types have changed or are not imported."""
    if not isinstance(packed, list):
        return packed
    if packed[0] == "tuple":
        return tuple([unpack(part) for part in packed[1:]])
    if packed[0] == "dict":
        return {name: unpack(part) for name, part in packed[1].items()}
    _, module, name, fields, *parts = packed
    made: Any = getattr(sys.modules.get(module), name, None)
    if list(getattr(made, "_fields", ())) != fields:
        raise Stale(f"{module}.{name}")
    return made(*[unpack(part) for part in parts])
