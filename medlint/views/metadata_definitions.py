"""Definitions in the metadata: what a title, a description or a summary of the page spells out."""

from __future__ import annotations

from medlint.document import Block, Document, Field
from medlint.lazy import lazy
from medlint.prose import BLOCK_BREAK, Prose
from medlint.views.alignment import word_set
from medlint.views.definitions import Definition, definitions
from medlint.views.short_forms import SEED

PROSE_FIELDS = word_set(
    "title headline subtitle description summary abstract excerpt teaser deck dek lead lede intro standfirst tagline"
)
LAST_NAME = lazy(r"[a-z]+\Z")
LONGEST = 5000
"""Characters of a value beyond which it is the article over again."""


def metadata_definitions(document: Document) -> tuple[Definition, ...]:
    """Give the definitions in the metadata of a page, with spans of the source for places.

    They are found as those in the text are. What a value does not say as it is written (a folded line, an entity) has
    the place of the whole value.
    """
    fields = [field for field in document.metadata.fields if _is_prose(field)]
    if not fields:
        return ()
    page = _page(document, fields)
    found = []
    for each in page.view(definitions):
        field = fields[page.block_index(each.short.start)]
        exact = document.text(field.span) == field.value
        short, long = (page.span(place) if exact else field.span for place in (each.short, each.long))
        found.append(each._replace(short=short, long=long, running=False))
    return tuple(found)


def field_of(document: Document, definition: Definition) -> str:
    """Give the last part of the name of the metadata field that a definition stands in, "" for one in the text."""
    fields = (
        field for field in document.metadata.fields if field.span.start <= definition.short.start < field.span.end
    )
    return next((_last_name(field) for field in fields), "")


def _last_name(field: Field) -> str:
    match = LAST_NAME.search(field.name.lower())
    return match[0] if match else ""


def _is_prose(field: Field) -> bool:
    """Tell whether a field is of prose and holds capitals that may be a short form."""
    if field.origin == "byline" or _last_name(field) not in PROSE_FIELDS or len(field.value) > LONGEST:
        return False
    return SEED.search(field.value) is not None


def _page(document: Document, fields: list[Field]) -> Document:
    """Give the values as an article of their own, each a paragraph that knows where it comes from."""
    text = ""
    starts, blocks = [], []
    for field in fields:
        text += BLOCK_BREAK if text else ""
        starts.append(len(text))
        blocks.append(Block("paragraph", "body", len(text), len(text) + len(field.value)))
        text += field.value
    spans = [field.span for field in fields]
    return Document(document.source, "text", Prose(text, starts, spans, [True] * len(fields)), tuple(blocks))
