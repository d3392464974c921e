"""Pairing the text that a parser gives with the source it was written as, exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from medlint.lazy import lazy

TOKEN = lazy(
    r"[^&<\r\0]+"
    r"|(?P<entity>&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?)"
    r"|(?P<cdata><!\[CDATA\[|\]\]>)"
    r"|(?P<tag><!--.*?-->|<[/?!]?[A-Za-z](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|</[^A-Za-z>][^>]*>|</>)"
    r"|\r\n?|\0|[&<]",
    re.S,
)


class Piece(NamedTuple):
    """A stretch of source; `text` is None where it reads as it is written."""

    start: int
    end: int
    text: str | None


def pieces(source: str, start: int, text: str, limit: int = -1) -> Iterator[Piece]:
    """Yield the source from `start` in pieces that together read as `text`.

    Tags that the parser passed over stand between the pieces. Text that it moved here from elsewhere (out of a
    table, say) has no place of its own and stands where the rest ends.
    """
    if source.startswith(text, start):
        yield Piece(start, start + len(text), None)
        return
    at, done, total = start, 0, len(text)
    reached = start
    while done < total:
        match = TOKEN.match(source, at) if limit < 0 else TOKEN.match(source, at, limit)
        if match is None:
            break
        piece = _piece(match, text, done)
        if piece is None:
            break
        at = piece.end
        if piece.text != "":
            done += at - piece.start if piece.text is None else len(piece.text)
            reached = at
            yield piece
    if done < total:
        yield Piece(reached, reached, text[done:])


def _piece(match: re.Match[str], text: str, done: int) -> Piece | None:
    """Pair one token of the source with the text from `done`; None where they do not go together."""
    start, end = match.span()
    written = match[0]
    if match.lastgroup == "entity":
        return _entity(written, start, text, done)
    if match.lastgroup in ("tag", "cdata") and not text.startswith(written, done):
        plain = written.replace("\r\n", "\n").replace("\r", "\n")
        return Piece(start, end, plain if plain != written and text.startswith(plain, done) else "")
    if written[0] == "\r":
        return Piece(start, end, "\n") if text.startswith("\n", done) else None
    if written == "\0":
        return Piece(start, end, "\ufffd" if text.startswith("\ufffd", done) else "")
    if text.startswith(written, done):
        return Piece(start, end, None)
    return _prefix(written, start, text, done)


def _entity(written: str, start: int, text: str, done: int) -> Piece | None:
    decoded = unescape(written)
    if decoded != written and text.startswith(decoded, done):
        return Piece(start, start + len(written), decoded)
    if text.startswith(written, done):
        return Piece(start, start + len(written), None)
    return _prefix(written, start, text, done)


def _prefix(written: str, start: int, text: str, done: int) -> Piece | None:
    """Pair as much of a plain stretch as the text still holds."""
    rest = text[done : done + len(written)]
    same = 0
    while same < len(rest) and rest[same] == written[same]:
        same += 1
    return Piece(start, start + same, None) if same else None
