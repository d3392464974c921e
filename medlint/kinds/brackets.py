"""Brackets that have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.matching import find
from medlint.prose import HOLE
from medlint.span import Range

PARTNER = {"(": ")", "[": "]"}
MARKER = re.compile(r"(?:^|[\s(,;/])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[*†‡§#]+)\Z", re.M)
FACE = re.compile(r"[:;=8xX][-'^]?\Z")
INTERVAL = re.compile(r"[^A-Za-z]*[\d∞][^A-Za-z]*\Z")
CODE = frozenset("{}=<>|\\")
CUT_OFF = re.compile(r"(?:\.\.+|…|￼)[\s)\]]*\Z")
NEAR = 3
"""As many blocks on, the partner may still stand: the text was broken up between the two."""


class Bracket(NamedTuple):
    """A bracket without a partner in its block."""

    offset: int
    block: int
    opens: bool


@kind("unbalanced-bracket", values=("partner",))
def unbalanced_bracket(document: Document, _: object) -> Iterator[Hit]:
    """Report the first bracket of a block that has no partner there, nor in the blocks close by."""
    lost = _without_those_near(list(_lost(document)))
    reported = set()
    for bracket in lost:
        if bracket.block not in reported:
            reported.add(bracket.block)
            char = document.prose.text[bracket.offset]
            partner = PARTNER.get(char) or {")": "(", "]": "["}[char]
            yield Hit(Range(bracket.offset, bracket.offset + 1), {"partner": partner})


def _lost(document: Document) -> Iterator[Bracket]:
    """Yield the brackets without a partner, block by block."""
    text = document.prose.text
    index = -1
    waiting: list[int] = []
    for match in find(document, r"[()\[\]]"):
        at = match.start()
        if index < 0 or at >= document.blocks[index].end:
            yield from _left_open(document, index, waiting)
            index, waiting = document.block_index(at), []
        if text[at] in PARTNER:
            waiting.append(at)
        elif waiting and (PARTNER[text[waiting[-1]]] == text[at] or INTERVAL.match(text, waiting[-1] + 1, at)):
            waiting.pop()
        elif not waiting and not _excused(document, index, at):
            yield Bracket(at, index, False)
        elif len(waiting) > 1 and PARTNER[text[waiting[-2]]] == text[at]:
            yield Bracket(waiting[-1], index, True)
            del waiting[-2:]
    yield from _left_open(document, index, waiting)


def _left_open(document: Document, index: int, waiting: list[int]) -> Iterator[Bracket]:
    for at in waiting:
        block = document.blocks[index]
        if not _excused(document, index, at) and not CUT_OFF.search(document.prose.text, at, block.end):
            yield Bracket(at, index, True)


def _excused(document: Document, index: int, at: int) -> bool:
    """Tell whether a bracket needs no partner: a list marker, a smiling face, code, a place where text is missing."""
    text, block = document.prose.text, document.blocks[index]
    if block.shape == "code" or HOLE in text[block.start : block.end]:
        return True
    if text[at] == ")" and MARKER.search(text, max(block.start, at - 8), at):
        return True
    if FACE.search(text, max(block.start, at - 3), at):
        return True
    if text[at - 1 : at] in CODE or text[at + 1 : at + 2] in CODE:
        return True
    return bool(document.marks_in(Range(at, at + 1), "code", "url", "template", "citation"))


def _without_those_near(lost: list[Bracket]) -> list[Bracket]:
    """Leave out the pairs that stand in neighbouring blocks."""
    kept: list[Bracket] = []
    for bracket in lost:
        if not bracket.opens and kept and kept[-1].opens and bracket.block - kept[-1].block <= NEAR:
            kept.pop()
        else:
            kept.append(bracket)
    return kept
