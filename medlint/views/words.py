"""The words of an article, each with all its places: one pass, shared by every rule that asks about words."""

from __future__ import annotations

from collections import defaultdict

from medlint.document import Document
from medlint.lazy import lazy

TOKEN = lazy(r"[^\W_]+(?:['\u2019][^\W\d_]+)*")
"""Letters and digits, with apostrophes inside. What holds a digit is no word, nor is its lettered half."""

ADDRESS = lazy(r"://|@|www\.|\.(?:com|org|gov|net|edu|uk|io|htm|html|pdf|jpg|png)\b")
ENDS = ' \n\0<>"\u201c\u201d|'
SKIPPED_MARKS = ("code", "url", "template")
FARTHEST = 2048


def readable(document: Document) -> str:
    """Give the prose with code, addresses and template code blanked out; every offset stays what it was."""
    text = document.prose.text
    skipped = [(block.start, block.end) for block in document.blocks if block.shape == "code"]
    skipped += [(mark.start, mark.end) for mark in document.marks if mark.what in SKIPPED_MARKS]
    skipped += addresses(text)
    if not skipped:
        return text
    parts, done = [], 0
    for start, end in sorted(skipped):
        start = max(start, done)
        if start < end:
            parts += [text[done:start], " " * (end - start)]
            done = end
    return "".join((*parts, text[done:]))


def words(document: Document) -> dict[str, list[int]]:
    """Give each distinct word as written with the prose offsets that it starts at, in the order of first uses.

    A word is letters with apostrophes inside; the parts of a hyphenated compound are words of their own.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in TOKEN.finditer(document.view(readable)):
        found[match[0]].append(match.start())
    return {word: starts for word, starts in found.items() if word.isalpha() or not _holds_digit(word)}


def _holds_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def addresses(text: str) -> list[tuple[int, int]]:
    """Give the ranges of web and mail addresses: each from blank to blank round what gives it away."""
    found, done = [], 0
    for match in ADDRESS.finditer(text):
        if match.start() >= done:
            start, end = match.span()
            while start > max(done, match.start() - FARTHEST) and text[start - 1] not in ENDS:
                start -= 1
            limit = min(len(text), end + FARTHEST)
            while end < limit and text[end] not in ENDS:
                end += 1
            found.append((start, end))
            done = end
    return found
