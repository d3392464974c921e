"""The texts that spelling checkers are measured on, and how many of their errors a checker found."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

OTHER_BREAKS = re.compile(r"[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Flag(NamedTuple):
    """A place that a checker calls misspelt, and what it would write there, the best first."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()


class Slip(NamedTuple):
    """A misspelling that is known to stand in a text; a term is a word of specialists."""

    start: int
    end: int
    right: str
    term: bool


class Text(NamedTuple):
    """One text of the run: the set it belongs to, what it says, its slips, and wrong words that nobody counts."""

    group: str
    text: str
    slips: tuple[Slip, ...] = ()
    uncounted: frozenset[str] = frozenset()


def one_kind_of_break(text: str) -> str:
    """Leave the line feed as the only line break, character for character, so that all checkers count lines alike."""
    return OTHER_BREAKS.sub(" ", text)


def pairs(file: Path) -> Iterator[Text]:
    """Read misspelling, right form and tier: each form is a text of its own."""
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            wrong, right = row["misspelling"], row["correct"]
            yield Text("wrong", wrong, (Slip(0, len(wrong), right, row["tier"] == "term"),))
            yield Text("right", right)


def running(file: Path) -> Iterator[Text]:
    """Read running text with its errors; those that are words themselves are for a grammar checker and left out."""
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        slips = (
            Slip(each["start"], each["end"], each["right"], each["tier"] == "term")
            for each in row["errors"]
            if each["kind"] == "nonword"
        )
        yield Text(file.stem, one_kind_of_break(row["text"]), tuple(slips))


def clean(folder: Path, group: str, adjudicated: Path | None) -> Iterator[Text]:
    """Read edited texts; the real errors that were found in them are no false alarms."""
    real = defaultdict(set)
    for line in adjudicated.read_text("utf-8").splitlines()[1:] if adjudicated else ():
        name, word, *_ = line.split("\t")
        real[name].add(word)
    for file in sorted(folder.glob("*.txt")):
        yield Text(group, one_kind_of_break(file.read_text("utf-8")), (), frozenset(real[file.name]))


class Tally(NamedTuple):
    """What a checker did in one set of texts."""

    words: int
    slips: int
    found: int
    terms: int
    terms_found: int
    put_right: int
    alarms: int
    texts: int
    texts_flagged: int


def plain(word: str) -> str:
    return word.lower().replace("’", "'").strip(" .,;:!?'\"")


def tally(texts: Iterable[Text], flags: Iterable[list[Flag]]) -> Tally:
    """Count what was found and put right, and the flags that lie on no slip."""
    total = [0] * len(Tally._fields)
    for text, found in zip(texts, flags, strict=True):
        hits = [(slip, [f for f in found if f.start < slip.end and f.end > slip.start]) for slip in text.slips]
        on_slips = {flag for _, over in hits for flag in over}
        alarms = [f for f in found if f not in on_slips and text.text[f.start : f.end] not in text.uncounted]
        each = (
            len(text.text.split()),
            len(hits),
            sum(bool(over) for _, over in hits),
            sum(slip.term for slip, _ in hits),
            sum(slip.term and bool(over) for slip, over in hits),
            sum(bool(over) and plain(slip.right) in map(plain, over[0].suggestions[:1]) for slip, over in hits),
            len(alarms),
            1,
            bool(found),
        )
        total = [a + b for a, b in zip(total, each, strict=True)]
    return Tally(*total)
