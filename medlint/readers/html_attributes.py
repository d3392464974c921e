"""Where the attributes of an element stand in the source."""

from __future__ import annotations

from typing import Any

from medlint.lazy import lazy
from medlint.record import Record

ATTRIBUTE = lazy(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`][^\s>]*)))?""")
NAME = lazy(r"<[^\s/>]+")


class Written(Record):
    """An attribute as written: the range of its value (empty, after its name, where it has none)."""

    start: int
    end: int


def attribute(text: str, node: Any, name: str) -> Written | None:
    """Give the source range of an attribute's value, or None where the source does not show it."""
    start, end = node._start_tag_start, node._start_tag_end
    if start is None or end is None:
        return None
    head = NAME.match(text, start, end)
    if head is None:
        return None
    for match in ATTRIBUTE.finditer(text, head.end(), end):
        if match[1].lower() == name:
            group = match.lastindex or 1
            return Written(match.end(1), match.end(1)) if group == 1 else Written(*match.span(group))
    return None
