"""What a reader could not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, NamedTuple

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind


class Options(NamedTuple):
    """Which faults."""

    what: Annotated[Literal["front-matter", "file"], "The sort of fault to report."] = "front-matter"


@kind("fault", options=Options, values=("fault",))
def fault(document: Document, options: Options) -> Iterator[Hit]:
    """Report each fault that the reader noted."""
    for found in document.faults:
        if found.what == options.what:
            yield Hit(found.span, {"fault": found.message})
