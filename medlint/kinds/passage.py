"""Passages that every article should have: a disclaimer, a list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.record import Record
from medlint.span import Range, Span
from medlint.views.disclaimers import disclaimer
from medlint.views.sources import sources


class Options(Record):
    """Which passage, and what is wrong with it."""

    passage: Annotated[Literal["disclaimer", "sources"], "The passage that is looked for."]
    state: Annotated[Literal["absent", "empty"], "What is reported."] = "absent"
    accept_links: Annotated[bool, "Whether a link out, an identifier or a note will do for a list of sources."] = True


@kind("passage", options=Options, values=("label",))
def passage(document: Document, options: Options) -> Iterator[Hit]:
    """Report a passage that is absent, at the end of the article, or one that is empty, where it stands."""
    if not document.blocks:
        return
    if options.passage == "disclaimer":
        found = document.view(disclaimer)
        if found.state == options.state:
            yield Hit(end_of(document), {"label": ""})
        return
    listed = document.view(sources)
    accepted = listed.elsewhere or (listed.state == "absent" and options.accept_links and listed.cited)
    if listed.state == options.state and not accepted:
        place = end_of(document) if listed.state == "absent" else document.span(listed.place)
        yield Hit(place, {"label": listed.label})


def end_of(document: Document) -> Span:
    """Give the empty place behind the article's last words, and behind the markup that they stand in."""
    last = document.blocks[-1]
    end = document.prose.span(last.end, last.end).end
    for mark in document.marks_in(Range(last.start, last.end)):
        if mark.end == last.end:
            end = max(end, mark.span.end)
    return Span(end, end)
