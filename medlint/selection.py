"""Which rules run: what people select and ignore, and who wins.

The command line beats the file, a file beats what it extends, an override beats the rest of its file. Within one of
these the more specific name wins (an id or slug over a prefix or family, that over ALL); of two alike, ignoring wins.
`select` starts anew: what it does not name is off. A setting under `rules` speaks of one rule: `off` takes it out,
anything else adds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os.path import basename, dirname
from typing import Any

from medlint import options
from medlint.card import Card
from medlint.config import Config, Override
from medlint.record import Record

ALL = "ALL"
ALWAYS = ("MED902", "MED903")
"""A run that could not look must say so: these are off only where they are ignored by name."""

EXACT = 99


class Choice(Record):
    """What one place says about which rules run."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Any] = {}


def choice_of(part: Config | Override) -> Choice:
    """Give what a configuration, or one of its overrides, says about which rules run."""
    return Choice(part.select, part.ignore, part.rules)


def is_on(card: Card, choices: Iterable[Choice]) -> bool:
    """Tell whether a rule runs, by the choices from the weakest to the strongest."""
    on = card.default
    for choice in choices:
        if choice.select and card.id not in ALWAYS:
            on = False
        wanted = specificity(card, choice.select)
        unwanted = specificity(card, choice.ignore)
        for name, value in choice.rules.items():
            if name in (card.id, card.name):
                wanted, unwanted = (wanted, EXACT) if value == "off" else (EXACT, unwanted)
        if wanted >= 0 or unwanted >= 0:
            on = wanted > unwanted
    return on


def specificity(card: Card, names: Iterable[str]) -> int:
    """Give how closely the best of these names means a rule; -1 where none does."""
    return max((_closeness(card, name) for name in names), default=-1)


def _closeness(card: Card, name: str) -> int:
    if name in (card.id, card.name):
        return EXACT
    if name == ALL:
        return 0
    if name == family(card):
        return 4
    return len(name) if _is_prefix(name) and card.id.startswith(name) else -1


def _is_prefix(name: str) -> bool:
    return len(name) > 2 and name.isalnum() and name[:2].isupper()


def family(card: Card) -> str:
    """Give the family of a rule: the folder that its card lies in."""
    return basename(dirname(card.path))


def check_names(names: Iterable[str], cards: Iterable[Card]) -> str:
    """Give what is wrong with the first name that means no rule, or "" where all of them do."""
    cards = tuple(cards)
    for name in names:
        if not any(_closeness(card, name) >= 0 for card in cards) and name != ALL:
            return _told(name, cards)
    return ""


def _told(name: str, cards: tuple[Card, ...]) -> str:
    from difflib import get_close_matches

    known = {word for card in cards for word in (card.id, card.name, family(card))}
    near = get_close_matches(name, sorted(known), 1, 0.6)
    if near and not _is_prefix(name):
        return options.unknown("rule", name, known)
    families = ", ".join(sorted({family(card) for card in cards}))
    return f'there is no rule "{name}"; name an id, a slug, a prefix such as MED2, ALL or a family: {families}'
