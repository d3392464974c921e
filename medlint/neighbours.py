"""The known words that a misspelt one may stand for, the likeliest first.

Candidates come from an index by sound (`dictionaries/spelling/near`), so a few hundred look-ups find what lies one or
two letters off. They are ordered by how easily the slip is made and by how common the word is.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import accumulate, compress

from medlint.cache import Kept
from medlint.lexicon import unaccented, word_list
from medlint.record import Record
from medlint.shipped import shipped
from medlint.sounds import near_sounds, other_sounds, sound


class Neighbour(Record):
    """A known word near another: `letters` is how many letters apart, `cost` how hard the slip is to make.

    `rank` says how common the word is, from 0 to 7; `sort` is g (general), m (medical), d (drug), b (brand),
    e (eponym), o (organism) or n (other names). `alike` is what else speaks for it: its sound, its end, its letters.
    """

    cost: float
    letters: int
    rank: int
    sort: str
    word: str
    alike: float = 0.0

    @property
    def score(self) -> float:
        """The lower, the likelier."""
        return self.cost - 0.25 * self.rank - 0.25 * (self.sort == "m") - self.alike


VOWELS = frozenset("aeiouy")
ALIKE = frozenset(
    frozenset(pair)
    for pair in (
        "iy",
        "ck",
        "cs",
        "sz",
        "kq",
        "fv",
        "gj",
        "mn",
        "xz",
        "dt",
        "bp",
        "sx",
        "cq",
        "ae",
        "ei",
        "ao",
        "oe",
        "ou",
        "ai",
    )
)
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KEYS = {letter: (x + 0.5 * y, y) for y, row in enumerate(ROWS) for x, letter in enumerate(row)}
SILENT = frozenset("hpegut")


@lru_cache(maxsize=4096)
def neighbours(word: str) -> tuple[Neighbour, ...]:
    """Give the known words within reach of a word in lower case, the likeliest first.

    Two letters are the limit, one for words of up to four letters; a word that sounds the same may differ by three.
    A page is checked again and again, so what was found is remembered between runs.
    """
    if word not in FOUND.held:
        FOUND.add(word, marshal.dumps([tuple(each) for each in _sought(word)]))
    return tuple(Neighbour(*each) for each in marshal.loads(FOUND.held[word]))


def _stamp() -> list[tuple[int, int]]:
    """Give what changes when the index of neighbours does, or the way they are sought."""
    here = os.path.dirname(os.path.abspath(__file__))
    files = (
        shipped("dictionaries/spelling/near.txt"),
        os.path.join(here, "sounds.py"),
        os.path.join(here, "neighbours.py"),
    )
    return [(stat.st_size, stat.st_mtime_ns) for stat in map(os.stat, files)]


FOUND = Kept("neighbours", 2000, _stamp)
"""What was found for each word, packed by itself: a run asks for few of them."""


def _sought(word: str) -> tuple[Neighbour, ...]:
    plain = unaccented(word)
    key = sound(plain)
    if not 3 <= len(plain) <= 40 or not key:
        return ()
    reach, length, letters, spoken = 1 if len(plain) < 5 else 2, len(plain), set(plain), as_spoken(plain)
    keys = near_sounds(key).union({sound(form) for form in shortened(plain)}, *map(near_sounds, other_sounds(plain)))
    found = []
    for group, same in (((key,), True), (keys - {key}, False)):
        most = reach + (same and length > 5) + (length > 7)
        for item, other in _within(most, plain, group):
            limit = most if most == reach or as_spoken(other)[0] == spoken[0] else reach
            odd = len(letters.symmetric_difference(other))
            if odd <= 2 * limit:
                cost, apart = differ(plain, spoken, other, limit)
                if 0 < apart <= limit and (apart <= reach or cost < DEAREST * length):
                    alike = SAME * (same + (other[-1] == plain[-1])) - ODD * odd
                    found.append(Neighbour(cost, apart, int(item[-2]), item[-1], item[: -len(KIND)], alike))
    return tuple(sorted(found, key=lambda each: (each.score, each.word)))


SAME, ODD = 0.25, 0.05
"""What it counts that two words sound the same, or end in the same letter; and each letter that one of them lacks."""

DEAREST = 0.34
"""How hard a slip of more than two letters may be, for each letter of the word."""

KIND = "=3g"
"""What stands behind each word of the index: how common it is, and its sort."""


def _within(most: int, plain: str, keys: Iterable[str]) -> list[tuple[str, str]]:
    """Give the words of some keys of the index that are within some letters of one: each with its kind, and without
    capitals and accents."""
    line = " ".join(word_list("spelling/near").values(keys))
    items, others, measure = line.split(), line.lower().split(), _measure()
    others = [item[: -len(KIND)] if item.isascii() else unaccented(item[: -len(KIND)]) for item in others]
    near = [measure(plain, other, score_cutoff=most) <= most for other in others]
    return [*compress(zip(items, others, strict=True), near)]


def differ(plain: str, spoken: str, other: str, limit: int) -> tuple[float, int]:
    """Give the cost of a slip and how many letters it is: as written, or as spoken, whichever is likelier."""
    apart = distance(plain, other, limit)
    cost = slip(plain, other) if apart <= limit else 9.0
    heard = as_spoken(other)
    if heard != other or spoken != plain:
        letters = distance(spoken, heard, limit) + 1
        if letters <= limit:
            cost = min(cost, (slip(spoken, heard) if letters > 1 else 0) + 0.45)
            apart = min(apart, letters)
    return cost, apart


SPOKEN = (
    ("ph", "f"),
    ("ae", "e"),
    ("oe", "e"),
    ("rh", "r"),
    ("ck", "k"),
    ("sc", "s"),
    ("y", "i"),
    ("kn", "n"),
    ("wr", "r"),
)


@lru_cache(maxsize=8192)
def as_spoken(word: str) -> str:
    """Give a word in a simpler spelling: without silent letters, and with one letter for sounds that have several."""
    if word[:2] in ("ps", "pn", "pt", "gn", "mn"):
        word = word[1:]
    for written, heard in SPOKEN:
        word = word.replace(written, heard)
    return word


def shortened(word: str) -> set[str]:
    """Give the forms of a word with one letter left out or two neighbouring letters swapped."""
    out = {word[:i] + word[i + 1 :] for i in range(len(word))}
    return out | {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}


@lru_cache(maxsize=8192)
def rank(word: str) -> int:
    """Give how common a word is, from 0 to 7, or -1 where it is not among those that may be suggested."""
    entry = word_list("spelling/near").entry(sound(word))
    for item in entry[0].split() if entry else ():
        written, _, kind = item.rpartition("=")
        if written.lower() == word:
            return int(kind[0])
    return -1


def split(word: str) -> Neighbour | None:
    """Give the two words that a word was run together from, one of them a little one, or None."""
    pairs = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
    ranks = [
        (rank(other if one in LITTLE else one), f"{one} {other}")
        for one, other in pairs
        if (one in LITTLE or other in LITTLE)
        and (len(one) > 2 or one in LITTLE)
        and (len(other) > 2 or other in LITTLE)
        and not (other == "is" and one.endswith(LATIN))
    ]
    best, words = max(ranks, default=(0, ""))
    return Neighbour(0.9, 1, best, "g", words) if best >= 4 and len(word) > 5 else None


LATIN = ("al", "ar")
"""What stands before -is in many a Latin word (medialis, vascularis)."""

LITTLE = frozenset((
    "a", "an", "am", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "had", "has",
    "have", "he", "if", "in", "is", "it", "may", "not", "of", "on", "or", "she", "such", "than", "that",
    "the", "their", "they", "this", "to", "was", "we", "were", "when", "which", "who", "with", "you", "your",
))  # fmt: skip


def trimmed(one: str, other: str) -> tuple[str, str, str]:
    """Give two words without what they share at both ends, and the letter before the difference."""
    shortest = min(len(one), len(other))
    start = 0
    while start < shortest and one[start] == other[start]:
        start += 1
    end = 0
    while end < shortest - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end], one[start - 1 : start]


def distance(one: str, other: str, limit: int) -> int:
    """Give how many letters to change, add, leave out or swap make one word of the other; over `limit`, limit + 1."""
    return _measure()(one, other, score_cutoff=limit)


@cache
def _measure() -> Callable[..., int]:
    """Import the measure of distances when the first word is doubted."""
    from rapidfuzz.distance import OSA

    return OSA.distance


def slip(wrong: str, right: str) -> float:
    """Give how hard the slip from the right word to the wrong one is: 1 for an odd letter, less for a likely one."""
    first = 0.0 if wrong[0] == right[0] else 0.4
    one, other, previous = trimmed(wrong, right)
    left_out = [_missing(letter, before) for letter, before in zip(other, (previous, *other), strict=False)]
    before: list[float] = []
    last = [0.0, *accumulate(left_out)]
    for i, a in enumerate(one):
        added = _missing(a, one[i - 1] if i else previous)
        cost = last[0] + added
        row = [cost]
        for j, b in enumerate(other):
            cost = min(last[j] + _changed(a, b), last[j + 1] + added, cost + left_out[j])
            if i and j and a == other[j - 1] and b == one[i - 1]:
                cost = min(cost, before[j - 1] + 0.6)
            row.append(cost)
        before, last = last, row
    return last[-1] + first


@lru_cache(maxsize=2048)
def _missing(letter: str, previous: str) -> float:
    """Give how hard it is to leave a letter out or add it after another: easy where it doubles it or is silent."""
    if letter == previous:
        return 0.5
    return 0.75 if letter in VOWELS or letter in SILENT else 0.95


@lru_cache(maxsize=2048)
def _changed(one: str, other: str) -> float:
    """Give how hard it is to write one letter for another: easy for those that sound alike or lie side by side."""
    if one == other:
        return 0.0
    if frozenset((one, other)) in ALIKE:
        return 0.6
    if one in VOWELS and other in VOWELS:
        return 0.7
    a, b = KEYS.get(one), KEYS.get(other)
    return 0.9 if a and b and abs(a[0] - b[0]) <= 1 and abs(a[1] - b[1]) <= 1 else 1.1
