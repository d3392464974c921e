"""Where labels such as "Medically reviewed by" stand in an article: anywhere in the blocks that could hold one."""

from __future__ import annotations

from functools import cache

from medlint.document import Block, Document
from medlint.readers.labels import WORD, Label, anywhere, label_of
from medlint.span import Range

LONG = 400
"""A block of more characters than this is prose: only its beginning and end are searched for labels."""

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


@cache
def _signs() -> tuple[str, ...]:
    """Give strings of which one stands in every label but "by": the stem of what was done, else its longest word."""
    labels = {label.words for labels in anywhere().values() for label in labels} - {("by",)}
    return tuple({next((stem for stem in STEMS if stem in " ".join(words)), max(words, key=len)) for words in labels})


def marked(document: Document) -> list[int]:
    """Give the blocks that may hold a label; to find them by plain search costs a tenth of reading every word."""
    found = set(document.blocks_with_any(_signs()))
    text = document.prose.text
    for sign in ("By", "BY"):
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
    known = anywhere()
    words = list(WORD.finditer(text, start, end))
    found, done = [], 0
    for at, word in enumerate(words):
        labels = known.get(word[0].lower())
        if not labels or at < done or not _begins(text, word.start(), start):
            continue
        label = label_of(text, words, at, labels)
        if label:
            done = at + len(label.words)
            found.append((label, Range(word.start(), words[done - 1].end())))
    return found


def _begins(text: str, at: int, start: int) -> bool:
    """Tell whether a word begins here, if only because a space was lost ("RoeMedically reviewed")."""
    before = text[at - 1 : at] if at > start else ""
    return not (before.isalnum() or before in ("-", "‑", "'", "’")) or (before.islower() and text[at].isupper())
