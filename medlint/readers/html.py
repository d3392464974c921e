"""HTML, by way of justhtml: the article with its marks, the site round it as chrome, metadata with its places."""

from __future__ import annotations

import re

from medlint.document import Block, Document, Fault, Metadata, Surroundings
from medlint.lazy import lazy
from medlint.prose import Prose
from medlint.source import Source
from medlint.span import Span

MOST = 2_000_000
"""Characters of the largest page that is read; the parser takes about a second for each million."""

MOST_TAGS = 100_000
"""The parser spends its time on tags; a page of the largest size holds fewer."""

FORMATTING = lazy(r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b([^<>]*)", re.IGNORECASE)
"""Elements that go on in the next block if nobody closes them: the parser opens all of them again in each."""

MOST_REOPENED = 1_000_000
"""Open elements times tags; the parser takes about a second for so many."""


def read(source: Source, surroundings: Surroundings = Surroundings()) -> Document:
    """Read a page of HTML."""
    refused = _refused(source.text)
    if refused:
        return _empty(source, surroundings, refused)
    from justhtml import JustHTML

    from medlint.readers.html_metadata import MetadataReader
    from medlint.readers.html_walk import Walk
    from medlint.readers.html_zones import roles

    tree = JustHTML(source.text, track_node_locations=True, sanitize=False)
    metadata = MetadataReader(source.text)
    walk = Walk(source.text, metadata)
    walk.run(tree.root)
    prose = walk.build.finished_prose()
    found = roles(walk.zones, walk.seen, walk.build.blocks, prose.text)
    blocks = tuple(
        block if block.role == role else block._replace(role=role)
        for block, role in zip(walk.build.blocks, found, strict=True)
    )
    place = _place(walk.title_ends, blocks, prose)
    return Document(
        source,
        "html",
        prose,
        blocks,
        tuple(walk.build.marks),
        Metadata(tuple(sorted(metadata.fields, key=lambda field: field.span)), Span(place, place)),
        tuple(sorted(walk.comments, key=lambda comment: comment.span)),
        surroundings=surroundings,
    )


def _place(titles: list[tuple[int, int]], blocks: tuple[Block, ...], prose: Prose) -> int:
    """Give where a missing field belongs: after the article's first heading, else before its first words."""
    for index, end in titles:
        if end >= 0 and 0 <= index < len(blocks) and blocks[index].role == "body":
            return end
    first = next((block for block in blocks if block.role == "body"), None)
    return prose.span(first.start, first.end).start if first else 0


def _refused(text: str) -> str:
    """Say why a page is not read, or nothing."""
    if len(text) > MOST:
        return f"The page has more than {MOST:,} characters and was not checked; split it up."
    tags = text.count("<")
    if tags > MOST_TAGS:
        return f"The page has more than {MOST_TAGS:,} tags and was not checked; it is hardly an article."
    if tags * _left_open(text) > MOST_REOPENED:
        return "The page opens formatting elements by the hundred without closing them and was not checked; close them."
    return ""


def _left_open(text: str) -> int:
    """Give the most formatting elements that are open at once; of those that are alike, three count."""
    depth: dict[str, int] = {}
    most: dict[str, int] = {}
    alike: dict[str, set[str]] = {}
    for match in FORMATTING.finditer(text):
        name = match[2].lower()
        if match[1]:
            depth[name] = max(depth.get(name, 0) - 1, 0)
            continue
        depth[name] = depth.get(name, 0) + 1
        if depth[name] > 3:
            most[name] = max(most.get(name, 0), depth[name])
            alike.setdefault(name, set()).add(match[3])
    return sum(min(most[name], 3 + 3 * len(alike[name])) for name in most)


def _empty(source: Source, surroundings: Surroundings, message: str) -> Document:
    fault = Fault("file", message, Span(0, min(len(source.text), 1)))
    return Document(source, "html", Prose("", [], [], []), (), faults=(fault,), surroundings=surroundings)
