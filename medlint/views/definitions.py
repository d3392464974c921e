"""Definitions: where a short form and its long form stand together, so that the one explains the other."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.document import Document
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Range, Span
from medlint.views.bracketed import bracketed
from medlint.views.long_forms import Place, is_short_form
from medlint.views.short_forms import RUNNING_SHAPES, key_of
from medlint.views.unbracketed import named_later, unbracketed

SHARED = lazy(r"[A-Z][a-z]{3,} [A-Z]{2}")


class Definition(Record):
    """A short form explained: `short` and `long` are where the two are written, spans for those in the metadata.

    `running` tells whether it stands in running text, where a reader is sure to meet it, and not in a heading.
    `shape` is how it is written: `markup` (`<abbr title>`), `bracket`, `plain` or, after its first use, `later`;
    `bare` where only a kind of the thing is explained (`GSD` by `GSD 4`).
    """

    key: str
    short: Range | Span
    long: Range | Span
    short_text: str
    long_text: str
    running: bool
    shape: str


def definitions(document: Document) -> tuple[Definition, ...]:
    """Give the definitions of a document in reading order, headings and titles included."""
    found: dict[Place, Definition] = {}
    for each in _marked(document):
        found.setdefault(each.short, each)
    for shape, pairs in (("bracket", bracketed), ("plain", unbracketed), ("later", named_later)):
        for short, long in pairs(document):
            each = _definition(document, shape, short, long)
            found.setdefault(each.short, each)
    return tuple(sorted(found.values(), key=lambda each: each.short))


def _definition(document: Document, shape: str, short: Place, long: Place) -> Definition:
    text = document.prose.text
    while SHARED.match(text, *short) and _first(text, short) == _first(text, long):
        short, long = _rest(text, short), _rest(text, long)  # "Marburg hemorrhagic fever (Marburg HF)"
    block = document.block_at(short[0])
    written = text[short[0] : short[1]]
    running = block.shape in RUNNING_SHAPES and block.role != "chrome"
    return Definition(key_of(written), Range(*short), Range(*long), written, text[long[0] : long[1]], running, shape)


def _first(text: str, place: Place) -> str:
    return text[place[0] : place[1]].split(" ", 1)[0].lower()


def _rest(text: str, place: Place) -> Place:
    return text.find(" ", *place) + 1, place[1]


def _marked(document: Document) -> Iterator[Definition]:
    """Yield what `<abbr title>` says."""
    for mark in document.marks:
        if mark.what == "abbr" and mark.target.strip() and is_short_form(document.prose.text[mark.start : mark.end]):
            found = _definition(document, "markup", (mark.start, mark.end), (mark.start, mark.end))
            yield found._replace(long_text=mark.target.strip())
