"""The text that an article's metadata shows to readers: titles, descriptions, keywords, words for images."""

from __future__ import annotations

from medlint.document import Document, Field
from medlint.lexicon import has
from medlint.views.keys import PART, THROUGH, plain

HOLDERS = THROUGH | {"og", "twitter", "dc", "opengraph", "hero"}
"""What such a key may stand below: containers that speak of the article itself, not of its sources or pictures."""


def shown_fields(document: Document) -> tuple[Field, ...]:
    """Give the fields that readers see as text, where the source has them exactly as they read."""
    text = document.source.text
    return tuple(
        field
        for field in document.metadata.fields
        if field.origin in ("front-matter", "meta", "byline")
        and _is_shown(field)
        and text[field.span.start : field.span.end] == field.value
        and not document.prose.range(field.span)
    )


def _is_shown(field: Field) -> bool:
    if field.origin == "meta":
        return has("metadata/shown-keys", plain(field.name))
    *above, last = [plain(part) for part in PART.split(field.name) if part] or [""]
    return has("metadata/shown-keys", last) and HOLDERS.issuperset(above)
