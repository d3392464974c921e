"""Plain text: nothing is marked, so everything is read off the lines."""

from __future__ import annotations

import re

from medlint.document import Block, Document, Metadata, Surroundings
from medlint.lazy import lazy
from medlint.readers import roles
from medlint.readers.blocks import BlockBuilder
from medlint.readers.roles_chrome import chrome_sort
from medlint.readers.text_headings import find_headings
from medlint.readers.text_lines import INLINE_TAG, lines_of
from medlint.readers.text_pieces import Grouping, Piece
from medlint.source import Source
from medlint.span import Span

LONGEST_PATH = 8
TARGET = lazy(r"""<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]*)""", re.I)
ENTITY = lazy(r"&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
ENTITY_OR_TAG = lazy(f"{ENTITY.pattern}|{INLINE_TAG.pattern}", re.I)


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read plain text: pieces first, then which of them are the page's chrome, then headings among the rest."""
    lines, tagged = lines_of(source.text)
    pieces = Grouping(lines).all()
    _mark_path(pieces)
    build = BlockBuilder(source.text)
    kept = []
    for piece in pieces:
        build.open(piece.shape, piece.stretches[0][0], piece.role)
        _add_words(build, piece, tagged)
        if build.close() >= 0:
            kept.append(piece)
    pieces = kept
    prose = build.finished_prose()
    front = roles.fronted(prose, tuple(build.blocks))
    for piece, block in zip(pieces, front.blocks, strict=True):
        piece.role = block.role
    find_headings(pieces)
    start = pieces[0].stretches[0][0] if pieces else 0
    return Document(
        source,
        "text",
        prose,
        _blocks(pieces, build.blocks),
        tuple(build.marks),
        Metadata(front.fields, Span(start, start)),
        surroundings=surroundings,
    )


def _mark_path(pieces: list[Piece]) -> None:
    """The lines above a title may be the path to the page: "Home", "Skin", "Rashes", with no blank line between."""
    if not pieces or chrome_sort(pieces[0].text) not in ("ui", "weak"):
        return
    end = next((at for at, piece in enumerate(pieces) if at and piece.blank), len(pieces))
    path = pieces[:end]
    is_path = end > 1 or pieces[0].text.lower() == "home"
    if is_path and end <= LONGEST_PATH and end < len(pieces) and all(len(piece.text.split()) <= 5 for piece in path):
        for piece in path:
            piece.role = "chrome"


def _add_words(build: BlockBuilder, piece: Piece, tagged: bool) -> None:
    """Add the words of a piece: its lines, with one space for each line end."""
    last = -1
    for start, end in piece.stretches:
        if last >= 0:
            build.replaced(" ", last, start)
        if tagged:
            _add_tagged(build, start, end)
        else:
            build.literal(start, end)
        last = end


def _add_tagged(build: BlockBuilder, start: int, end: int) -> None:
    """Add a line that has inline tags or entities in it: tags are no text, and links are marked."""
    at, link = start, (-1, 0, "")
    for match in ENTITY_OR_TAG.finditer(build.source, start, end):
        build.literal(at, match.start())
        at = match.end()
        if match[0][0] == "&":
            from html import unescape

            build.replaced(unescape(match[0]), match.start(), match.end())
        elif match[0][:2] == "</" and link[0] >= 0 and match[0][2:3] in "aA":
            build.mark("link", link[0], link[1], match.end(), link[2])
            link = (-1, 0, "")
        elif target := TARGET.match(match[0]):
            link = (build.begin(at), match.start(), target[1])
    build.literal(at, end)


def _blocks(pieces: list[Piece], built: list[Block]) -> tuple[Block, ...]:
    """Give the blocks their shapes and levels, now that headings are known."""
    index = {id(piece): i for i, piece in enumerate(pieces)}
    return tuple(
        block._replace(
            shape=piece.shape,
            role=piece.role,
            level=piece.level,
            parent=index.get(id(piece.parent), -1),
            group=piece.group,
            marker=piece.marker,
        )
        for piece, block in zip(pieces, built, strict=True)
    )
