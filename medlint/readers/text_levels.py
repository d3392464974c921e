"""At which level each heading of a plain text stands: by how the headings are written and follow each other."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.readers.text_pieces import Piece

TAGGED = lazy(r"h[1-6]\Z")
"""The style of a heading that was written as one, with a tag or number signs."""


def give_levels(body: list[Piece]) -> None:
    """Give each heading its level: a style that follows straight upon another stands below it."""
    below = _below(body)
    questions = False
    for piece in body:
        if piece.shape == "title":
            piece.level = 1
        elif piece.shape == "heading" and TAGGED.match(piece.style):
            piece.level = int(piece.style[1])
        elif piece.shape == "heading":
            piece.level = 2 + _depth(piece, below)
            section = _section(piece)
            questions = section == "questions" or (questions and piece.style == "question" and not section)
            if questions and section != "questions":
                piece.level += piece.level == 2


def _section(piece: Piece) -> str:
    """Name the part of an article that a heading opens, if it is one that many articles have."""
    found = entry("labels/sections", piece.text.rstrip(":.").lower())
    return found[0] if found else ""


def _depth(piece: Piece, below: dict[str, str]) -> int:
    if piece.style.startswith("numbered"):
        return int(piece.style[-1])
    if _section(piece):
        return 0
    depth, style = 0, _family(piece)
    while style in below and depth < 3:
        style = below[style]
        depth += 1
    return depth


def _family(piece: Piece) -> str:
    return "title" if piece.style == "plain" else piece.style


def _below(body: list[Piece]) -> dict[str, str]:
    """Tell which style stands below which: the one that follows straight upon it, and never the other way."""
    follows = Counter(
        (_family(one), _family(other))
        for one, other in pairwise(body)
        if one.shape == other.shape == "heading" and not _section(one) and not _section(other)
    )
    return {lower: upper for upper, lower in follows if upper != lower and not follows[lower, upper]}
