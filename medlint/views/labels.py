"""Labels in the text: "Medically reviewed by", "Last updated:"; which words are one, wherever they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from medlint import lexicon
from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.span import Range

LONG = 400
"""A block of more characters than this is prose: only its beginning and end are searched for labels."""

WORD = lazy(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|[&/]")
SPOKEN = {"&": "and", "/": "or"}
STEMS = (
    "review",
    "updat",
    "modif",
    "publi",
    "post",
    "revis",
    "writ",
    "author",
    "edit",
    "creat",
    "issue",
    "releas",
    "expir",
)


class Label(NamedTuple):
    """A label: its words, whose name follows (author, reviewer ...), which date follows."""

    words: tuple[str, ...]
    people: tuple[str, ...]
    dates: tuple[str, ...]


@cache
def _known() -> dict[str, tuple[Label, ...]]:
    """Give the shipped labels by their first word, the longest first."""
    known: dict[str, list[Label]] = {}
    for phrase, people, dates in lexicon.all_of("metadata/labels"):
        label = Label(
            tuple(phrase.split()), *(() if part == "-" else tuple(part.split("+")) for part in (people, dates))
        )
        known.setdefault(label.words[0], []).append(label)
    return {word: tuple(sorted(labels, key=lambda label: -len(label.words))) for word, labels in known.items()}


@cache
def _signs() -> tuple[str, ...]:
    """Give strings of which one stands in every label but "by": the stem of what was done, else its longest word."""
    labels = {label.words for labels in _known().values() for label in labels} - {("by",)}
    return tuple({next((stem for stem in STEMS if stem in " ".join(words)), max(words, key=len)) for words in labels})


def marked(document: Document) -> list[int]:
    """Give the blocks that may hold a label; to find them by plain search costs a tenth of reading every word."""
    found = set()
    for text, signs in ((document.prose.lowered, _signs()), (document.prose.text, ("By", "BY"))):
        for sign in signs:
            at = text.find(sign)
            while at >= 0:
                found.add(document.block_index(at))
                at = text.find(sign, at + len(sign))
    return sorted(found)


def labels_in(text: str, block: Block) -> list[tuple[Label, Range]]:
    """Find what reads like a label in a block, wherever it stands."""
    if block.end - block.start <= LONG:
        return _scan(text, block.start, block.end)
    return _scan(text, block.start, block.start + LONG // 2) + _scan(text, block.end - LONG // 2, block.end)


def _scan(text: str, start: int, end: int) -> list[tuple[Label, Range]]:
    known = _known()
    words = list(WORD.finditer(text, start, end))
    found, at = [], 0
    while at < len(words):
        first = words[at][0].lower()
        label = first in known and _begins(text, words[at].start(), start) and _match(text, words, at, known[first])
        if label:
            found.append((label, Range(words[at].start(), words[at + len(label.words) - 1].end())))
            at += len(label.words)
        else:
            at += 1
    return found


def _begins(text: str, at: int, start: int) -> bool:
    """Tell whether a word begins here, if only because a space was lost ("RoeMedically reviewed")."""
    before = text[at - 1 : at] if at > start else ""
    return not (before.isalnum() or before in ("-", "‑", "'", "’")) or (before.islower() and text[at].isupper())


def _match(text: str, words: list[re.Match[str]], at: int, labels: tuple[Label, ...]) -> Label | None:
    for label in labels:
        found = words[at : at + len(label.words)]
        if len(found) == len(label.words) and all(
            SPOKEN.get(word[0], word[0].lower()) == wanted
            and (k == 0 or text[found[k - 1].end() : word.start()].strip(" \n") in ("", "-"))
            for k, (word, wanted) in enumerate(zip(found, label.words, strict=True))
        ):
            return label
    return None
