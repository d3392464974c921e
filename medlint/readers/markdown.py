"""Markdown, by way of pyromark, which gives the byte range of every event."""

from __future__ import annotations

from medlint.document import Document, Surroundings
from medlint.readers import front_matter
from medlint.readers.front_matter import Front
from medlint.readers.markdown_events import Events
from medlint.readers.markdown_masks import Masked, masked
from medlint.readers.markdown_tags import Tag
from medlint.source import Source
from medlint.span import Span


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read Markdown."""
    front = front_matter.read(source.text)
    hidden = masked(source.text, front.body)
    return document(source, "markdown", surroundings, front, hidden, [Span(front.body, len(source.text))])


def document(
    source: Source,
    format: str,
    surroundings: Surroundings,
    front: Front,
    hidden: Masked,
    stretches: list[Span],
    tags: dict[int, Tag] | None = None,
) -> Document:
    """Make a document of what stands in front and of the stretches of the body that the parser is to read.

    An article without a body may have its text in a key of the front matter.
    """
    events = Events(source.text, hidden, tags or {})
    if front.prose and not hidden.text[front.body :].strip():
        for lines in front.prose:
            events.read(lines)
    else:
        events.read(stretches)
    prose = events.flow.build.finished_prose()
    return Document(
        source,
        format,
        prose,
        tuple(events.flow.build.blocks),
        tuple(events.flow.build.marks),
        front.metadata,
        tuple(sorted([*hidden.comments, *events.comments], key=lambda comment: comment.span)),
        front.faults,
        surroundings,
    )
