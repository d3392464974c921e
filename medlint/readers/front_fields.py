"""What every language of front matter is read as."""

from __future__ import annotations

from typing import NamedTuple

from medlint.document import Fault, Field
from medlint.span import Span


class Fields(NamedTuple):
    """The fields of one front-matter block, what is wrong with it, and the lines of each long text in it."""

    fields: list[Field]
    faults: list[Fault]
    prose: list[tuple[Span, ...]]
