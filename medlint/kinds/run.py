"""What the run itself has to say: files it could not read, suppressions that do nothing, rules that ran out of time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import NoOptions, kind
from medlint.record import Record
from medlint.span import Span


class FaultOptions(Record):
    """Which faults."""

    what: Annotated[Literal["front-matter", "file"], "The sort of fault to report."] = "front-matter"


@kind("fault", options=FaultOptions, values=("fault",))
def fault(document: Document, options: FaultOptions) -> Iterator[Hit]:
    """Report each fault that the reader noted."""
    for found in document.faults:
        if found.what == options.what:
            yield Hit(found.span, {"fault": found.message})


@kind("unused-suppression", values=("flaw",), after=True)
def unused_suppression(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report each suppression that keeps nothing quiet; a comment is taken out or shortened, text is left alone."""
    for place, flaw, instead in document.outcome.idle:
        edits = () if instead is None else (Edit(place, instead),)
        yield Hit(place, {"flaw": flaw}, (instead,) if instead else (), edits)


@kind("rule-timed-out", values=("rule",), after=True)
def rule_timed_out(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report each rule whose pattern took too long on this article."""
    for rule in document.outcome.slow:
        yield Hit(Span(0, 0), {"rule": rule})
