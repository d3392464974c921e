"""Labels: the words before a name or a date ("Medically reviewed by", "Last updated"), in all their spellings.

Which there are, and what follows them, is data (`dictionaries/labels/bylines.txt`).
"""

from __future__ import annotations

import re
from functools import cache

from medlint.lazy import lazy
from medlint.lexicon import all_of
from medlint.record import Record

WORD = lazy(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|[&/]|\(s\)")
"""A word of a label; a capital inside a word begins another, since "AuthorJane" is two that lost their space."""

SPOKEN = {"&": "and", "/": "or"}


class Label(Record):
    """A label: its words, what follows where it begins a line, whose name (author, reviewer ...), which date."""

    words: tuple[str, ...]
    sort: str
    people: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


Labels = dict[str, tuple[Label, ...]]
"""Labels by their first word, the longest first."""


@cache
def leading() -> Labels:
    """Give the labels that may begin a line."""
    return _by_first_word([Label(tuple(row[0].split()), row[1]) for row in _rows() if row[1] != "-"])


@cache
def anywhere() -> Labels:
    """Give the labels that may stand anywhere in a line that says who and when."""
    return _by_first_word(
        [Label(tuple(row[0].split()), row[1], _parts(row[2]), _parts(row[3])) for row in _rows() if len(row) > 2]
    )


def _rows() -> tuple[tuple[str, ...], ...]:
    return all_of("labels/bylines")


def _parts(value: str) -> tuple[str, ...]:
    return () if value == "-" else tuple(value.split("+"))


def _by_first_word(labels: list[Label]) -> Labels:
    found: dict[str, list[Label]] = {}
    for label in sorted(labels, key=lambda label: -len(label.words)):
        found.setdefault(label.words[0], []).append(label)
    return {word: tuple(same) for word, same in found.items()}


def label_of(text: str, words: list[re.Match[str]], at: int, labels: tuple[Label, ...]) -> Label | None:
    """Give the first of some labels whose words stand here; between two of them stands nothing but a hyphen."""
    for label in labels:
        found = words[at : at + len(label.words)]
        if len(found) == len(label.words) and all(
            SPOKEN.get(word[0], word[0].lower()) == wanted
            and (k == 0 or text[found[k - 1].end() : word.start()].strip(" \n") in ("", "-"))
            for k, (word, wanted) in enumerate(zip(found, label.words, strict=True))
        ):
            return label
    return None
