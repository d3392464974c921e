"""Where a small letter is followed by a capital with nothing between: there, something may have run together."""

from __future__ import annotations

from medlint.document import Document
from medlint.lazy import lazy

JOINT = lazy(r"(?<=[a-z])[A-Z]")


def joints(document: Document) -> tuple[int, ...]:
    """Give the prose offsets of the capitals that follow a small letter."""
    return tuple(match.start() for match in JOINT.finditer(document.prose.text))
