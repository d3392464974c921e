"""Brackets that have lost their partner."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from medlint.document import Block, Document
from medlint.finding import Hit
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.matching import find
from medlint.prose import HOLE
from medlint.record import Record
from medlint.span import Range

PARTNER = {"(": ")", "[": "]"}
MARKER = lazy(r"(?:^|[\s(,;/])(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5}|[*†‡§#]+)\Z", re.M)
FACE = lazy(r"[:;=8xX][-'^]?\Z")
INTERVAL = lazy(r"[^A-Za-z]*[\d∞][^A-Za-z]*\Z")
CODE = frozenset("{}=<>|\\")
CUT_OFF = lazy(r"(?:\.\.+|…|￼)[\s)\]]*\Z")
SKIPPED = frozenset({"code", "url", "template", "citation"})
NEAR = 3
"""As many blocks on, the partner may still stand: the text was broken up between the two."""


class Bracket(Record):
    """A bracket without a partner in its block."""

    offset: int
    block: int
    opens: bool


@kind("unbalanced-bracket", values=("partner",))
def unbalanced_bracket(document: Document, options: NoOptions) -> Iterator[Hit]:
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
    """Yield the brackets without a partner, block by block; where a part of the text is missing, none is sure."""
    text = document.prose.text
    for index, places in _by_block(document).items():
        block = document.blocks[index]
        if block.shape != "code" and HOLE not in text[block.start : block.end]:
            for at, opens in sorted(_unpaired(text, places)):
                if not (_cut_off if opens else _marks)(text, block, at) and not _is_odd(text, block, at):
                    yield Bracket(at, index, opens)


def _by_block(document: Document) -> dict[int, list[int]]:
    """Give the brackets of each block, those in code and addresses left out."""
    skipped = [mark for mark in document.marks if mark.what in SKIPPED]
    found: dict[int, list[int]] = defaultdict(list)
    done = 0
    for match in find(document, r"[()\[\]]"):
        at = match.start()
        while done < len(skipped) and skipped[done].end <= at:
            done += 1
        if done == len(skipped) or at < skipped[done].start:
            found[document.block_index(at)].append(at)
    return found


def _unpaired(text: str, places: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield the brackets that do not pair up, and whether each opens."""
    waiting: list[int] = []
    for at in places:
        if text[at] in PARTNER:
            waiting.append(at)
        elif waiting and (PARTNER[text[waiting[-1]]] == text[at] or INTERVAL.match(text, waiting[-1] + 1, at)):
            waiting.pop()
        elif not waiting:
            yield at, False
        elif len(waiting) > 1 and PARTNER[text[waiting[-2]]] == text[at]:
            yield waiting[-1], True
            del waiting[-2:]
    yield from ((at, True) for at in waiting)


def _marks(text: str, block: Block, at: int) -> bool:
    """Tell whether a closing bracket belongs to a list marker such as 1) or a)."""
    return bool(MARKER.search(text, max(block.start, at - 8), at))


def _cut_off(text: str, block: Block, at: int) -> bool:
    """Tell whether the text ends in dots behind an opening bracket."""
    return bool(CUT_OFF.search(text, max(at, block.end - 20), block.end))


def _is_odd(text: str, block: Block, at: int) -> bool:
    """Tell whether a bracket is part of a smiling face or of a program."""
    if FACE.search(text, max(block.start, at - 3), at):
        return True
    return text[at - 1 : at] in CODE or text[at + 1 : at + 2] in CODE


def _without_those_near(lost: list[Bracket]) -> list[Bracket]:
    """Leave out the pairs that stand in neighbouring blocks."""
    kept: list[Bracket] = []
    for bracket in lost:
        if not bracket.opens and kept and kept[-1].opens and bracket.block - kept[-1].block <= NEAR:
            kept.pop()
        else:
            kept.append(bracket)
    return kept
