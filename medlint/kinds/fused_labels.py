"""Labels that ran into their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lexicon import entry
from medlint.span import Span


class Options(NamedTuple):
    """Which labels."""

    sorts: Annotated[tuple[str, ...], "The sorts of label (person, date, text) that are looked at."] = (
        "person",
        "date",
    )


@kind("label-value-fused", options=Options, values=("label", "value"))
def label_value_fused(document: Document, options: Options) -> Iterator[Hit]:
    """Report a label that runs into its value: "Reviewed AtMay 3"."""
    source = document.source.text
    for field in document.metadata.fields:
        if field.origin != "byline" or not field.value or not source[field.span.start : field.span.start + 1].isalnum():
            continue
        sort = entry("labels/bylines", field.name)
        between = source[field.key.end : field.span.start]
        if sort and sort[0] in options.sorts and between in ("", ":"):
            label = source[slice(*field.key)] + between
            end = field.span.start + len(re.split(r"\s", field.value, maxsplit=1)[0])
            place = Span(field.key.start, min(end, field.span.end))
            edit = Edit(Span(field.span.start, field.span.start), " ")
            yield Hit(place, {"label": label, "value": field.value}, edits=(edit,))
