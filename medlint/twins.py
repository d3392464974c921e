"""The company of words that are taken for each other: what beside or near one means that its twin belongs there.

`dictionaries/spelling/confusable.txt` holds a pair a line: the word and the one that was meant, then contexts, each
`before=`, `after=`, `both=` (before > after), `near=` or `unless=` and phrases that `|` divides.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from medlint.lazy import lazy
from medlint.lexicon import all_of

NEAREST = 9
LONGEST = 3

TOKEN = lazy(r"[^\W_]+(?:['\u2019][^\W\d_]+)*|[,;:()/\n\0]|[.!?](?=\s|\Z)")
STOPS = frozenset(".!?\n\0")


class Phrases(NamedTuple):
    """Phrases, and the beginnings of phrases (written with `*` at the end)."""

    whole: frozenset[str]
    begun: tuple[str, ...]

    def hold(self, heard: tuple[str, ...]) -> bool:
        """Tell whether any of some phrases is among these."""
        if not self.whole.isdisjoint(heard):
            return True
        return bool(self.begun) and any(phrase.startswith(self.begun) for phrase in heard)

    def stand_in(self, heard: tuple[str, ...], line: str) -> bool:
        """Tell whether a word of these is among the words, or a phrase of these in the line that they make."""
        return self.hold(heard) or any(" " in phrase and f" {phrase} " in line for phrase in self.whole)


class Company(NamedTuple):
    """One pair: the word that was meant, and what gives that away."""

    write: str
    both: tuple[tuple[Phrases | None, Phrases | None], ...]
    near: Phrases | None
    unless: Phrases | None


class Neighbours:
    """A word's neighbours in its sentence, heard once for all its twins."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = _before(before), _after(after)
        self.left = tuple(" ".join(map(_counted, self._before[-n:])) for n in range(1, LONGEST + 1))
        self.right = tuple(" ".join(map(_counted, self._after[:n])) for n in range(1, LONGEST + 1))

    def mean(self, company: Company) -> bool:
        """Tell whether the twin is meant here."""
        beside = any(
            (before is None or before.hold(self.left)) and (after is None or after.hold(self.right))
            for before, after in company.both
        )
        if not beside and (company.near is None or not company.near.stand_in(*self._near())):
            return False
        return company.unless is None or not company.unless.stand_in(*self._near())

    def _near(self) -> tuple[tuple[str, ...], str]:
        before, after = self._before[-NEAREST:], self._after[:NEAREST]
        return (*before, *after), " ".join(("", *before, "~", *after, ""))


@cache
def twins_of(word: str) -> tuple[Company, ...]:
    """Give the pairs of a word in lower case."""
    return tuple(_company(*entry) for entry in _entries().get(word, ()))


@cache
def _entries() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for pair, *contexts in all_of("spelling/confusable"):
        word, write = pair.split(" ")[:2]
        found.setdefault(word, []).append((write, tuple(contexts)))
    return found


def _company(write: str, contexts: tuple[str, ...]) -> Company:
    both: list[tuple[Phrases | None, Phrases | None]] = []
    asked: dict[str, Phrases] = {}
    for context in contexts:
        where, _, phrases = context.partition("=")
        if where == "both":
            left, _, right = phrases.partition(" > ")
            both.append((_phrases(left), _phrases(right)))
        elif where == "before":
            both.append((_phrases(phrases), None))
        elif where == "after":
            both.append((None, _phrases(phrases)))
        else:
            asked[where] = _phrases(phrases)
    return Company(write, tuple(both), asked.get("near"), asked.get("unless"))


def _phrases(written: str) -> Phrases:
    phrases = written.split("|")
    begun = tuple(phrase[:-1] for phrase in phrases if phrase.endswith("*"))
    return Phrases(frozenset(phrase for phrase in phrases if not phrase.endswith("*")), begun)


def _before(text: str) -> list[str]:
    heard = _heard(text)
    for at in range(len(heard) - 1, -1, -1):
        if heard[at] in STOPS:
            return ["^", *heard[at + 1 :]]
    return ["^", *heard]


def _after(text: str) -> list[str]:
    heard = _heard(text)
    for at, token in enumerate(heard):
        if token in STOPS:
            return [*heard[:at], "$"]
    return [*heard, "$"]


def _heard(text: str) -> list[str]:
    return TOKEN.findall(text.lower().replace("\u2019", "'"))


def _counted(token: str) -> str:
    return "#" if token[0].isdigit() else token
