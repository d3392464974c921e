"""What every language of front matter is read as."""

from __future__ import annotations

from typing import NamedTuple

from medlint.document import Fault, Field


class Fields(NamedTuple):
    """The fields of one front-matter block, and what is wrong with it."""

    fields: list[Field]
    faults: list[Fault]
