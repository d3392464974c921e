"""Plain text: nothing is marked, so everything is read off the lines."""

from __future__ import annotations

import re

from medlint.document import Document, Metadata, Surroundings
from medlint.readers.blocks import BlockBuilder
from medlint.source import Source

PARAGRAPH = re.compile(r"[^\s][^\r\n]*(?:(?:\r\n|\r|\n)[^\r\n]*\S[^\r\n]*)*")


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read plain text: a paragraph is what stands between blank lines."""
    build = BlockBuilder(source.text)
    for match in PARAGRAPH.finditer(source.text):
        build.open("paragraph", match.start())
        build.literal(match.start(), match.end())
    build.close()
    return Document(
        source,
        "text",
        build.prose.build(),
        tuple(build.blocks),
        metadata=Metadata(),
        surroundings=surroundings,
    )
