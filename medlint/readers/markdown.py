"""Markdown, by way of pyromark, which gives the byte range of every event."""

from __future__ import annotations

from collections.abc import Sequence

from medlint.document import Document, Surroundings
from medlint.readers import front_matter
from medlint.readers.front_matter import Front
from medlint.readers.markdown_events import read_pages
from medlint.readers.markdown_masks import Masked, masked
from medlint.readers.markdown_tags import Tag
from medlint.source import Source
from medlint.span import Span


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read Markdown. An article without a body may have its text in a key of the front matter."""
    text = source.text
    front = front_matter.read(text)
    if text[front.body :].strip() or not front.metadata.fields:
        return document(
            source, "markdown", surroundings, front, masked(text, front.body), [[Span(front.body, len(text))]]
        )
    from medlint.readers import front_prose

    pages = front_prose.stretches(text, front.metadata.fields)
    start = pages[0][0].start if pages else len(text)
    hidden = masked(text, start, front_prose.escapes(text, front.metadata.fields))
    return document(source, "markdown", surroundings, front, hidden, pages)


def document(
    source: Source,
    format: str,
    surroundings: Surroundings,
    front: Front,
    hidden: Masked,
    pages: Sequence[Sequence[Span]],
    tags: dict[int, Tag] | None = None,
) -> Document:
    """Make a document of what stands in front and of the pages, each in stretches of the text, of the body."""
    build, comments = read_pages(source.text, hidden, pages, tags)
    prose = build.finished_prose()
    return Document(
        source,
        format,
        prose,
        tuple(build.blocks),
        tuple(build.marks),
        front.metadata,
        tuple(sorted([*hidden.comments, *comments], key=lambda comment: comment.span)),
        front.faults,
        surroundings,
    )
