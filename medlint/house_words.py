"""The words that a house accepts and rejects: those of its configuration and those of the lists that it points at.

A word is asked for in the way it stands, then as a capital at the start of a sentence or a heading in capitals would
hide it, and without an ending of the plural or the possessive. An entry with a capital is right only with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Protocol

from medlint.inflection import forms, plural
from medlint.lazy import lazy
from medlint.record import Record

FIRST = lazy(r"[^\W\d_]+(?:'[^\W\d_]+)*(?!\w)")


class Listed(Protocol):
    """A list that was opened: its rejected words, and whether it holds a word in one exact form."""

    @property
    def rejected(self) -> Mapping[str, str]:
        """The words that it rejects, with what to write instead."""

    @property
    def own(self) -> bool:
        """Whether the house keeps it itself, so that each of its words was put there on purpose."""

    def holds(self, form: str) -> bool:
        """Tell whether the list accepts a word in this form."""


class Rejected(Record):
    """A rejected word or phrase, and what to write instead, the best first."""

    wrong: str
    right: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it and its plural, a word that is rejected in lower case in any case."""
        return _pattern(self.wrong)


class HouseWords:
    """What a house says about words. A house that says nothing accepts and rejects none."""

    def __init__(
        self,
        accepted: frozenset[str] = frozenset(),
        rejected: Mapping[str, str] = {},
        lists: tuple[Listed, ...] = (),
    ) -> None:
        self.accepted = accepted
        self.rejected = rejected
        self.lists = lists

    def plus(self, accepted: Iterable[str], rejected: Mapping[str, str], lists: Iterable[Listed]) -> HouseWords:
        """Give these words and more: what is said now wins over what was said before, rejecting over accepting."""
        added = HouseWords(frozenset(accepted), {}, tuple(lists))
        now = {wrong: right for each in added.lists for wrong, right in each.rejected.items()} | dict(rejected)
        if not (added.accepted or added.lists or now):
            return self
        kept = {wrong: right for wrong, right in self.rejected.items() if not added.names(wrong)}
        return HouseWords(self.accepted | added.accepted, kept | now, (*self.lists, *added.lists))

    def accepts(self, word: str) -> bool:
        """Tell whether a word is right in this house, in any form of it."""
        if not (self.accepted or self.lists):
            return False
        return any(self.holds(form) for form in forms(word)) and not self.rejects(word)

    def holds(self, form: str) -> bool:
        """Tell whether the house accepts a word in one exact form."""
        if form in self.accepted or "~" + form.lower() in self.accepted:
            return True
        return any(each.holds(form) for each in self.lists)

    def names(self, form: str) -> bool:
        """Tell whether the house itself, and not a dictionary that it points at, accepts a word in one exact form."""
        return form in self.accepted or any(each.own and each.holds(form) for each in self.lists)

    def rejects(self, word: str) -> bool:
        """Tell whether a word, as it stands or but for its capitals, is a rejected one."""
        return word in self.rejected or word.lower() in self.rejected

    @cached_property
    def rejected_by_first(self) -> dict[str, list[Rejected]]:
        """The rejected words and phrases by their first words in lower case; by "" where that holds a digit."""
        found: dict[str, list[Rejected]] = {}
        for wrong, right in self.rejected.items():
            made = Rejected(wrong, tuple(filter(None, map(str.strip, right.split(",")))))
            first = FIRST.match(wrong)
            for form in {first[0].lower(), plural(first[0].lower())} if first else {""}:
                found.setdefault(form, []).append(made)
        return found


@lru_cache(maxsize=1024)
def _pattern(wrong: str) -> re.Pattern[str]:
    made = rf"(?<!\w)(?:{_spaced(wrong)}|(?P<plural>{_spaced(plural(wrong))}))(?!\w)"
    return re.compile(made, re.I if wrong.islower() else 0)


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word).replace("'", "['\u2019]") for word in words.split())
