"""What every language of front matter is read as."""

from __future__ import annotations

from medlint.document import Fault, Field
from medlint.record import Record


class Fields(Record):
    """The fields of one front-matter block, and what is wrong with it."""

    fields: list[Field]
    faults: list[Fault]
