"""The shipped cards as they were last read, kept in the user's cache.

Reading a hundred cards from YAML costs more than checking an article. The cache holds what a run needs of them (not
their examples), their options ready made, and what their patterns' gates are. It is found by the names, sizes and times
of the card files; a cache that is missing, stale or broken is made anew, silently, and one that cannot be written is
done without.
"""

from __future__ import annotations

import os
from typing import Any

from medlint import __version__, cache
from medlint.card import Card
from medlint.cards import card_files, read_card
from medlint.kinds import KINDS
from medlint.matching import GATES
from medlint.plan import make_rule
from medlint.ready import READY, pack
from medlint.shipped import shipped

NAME = "cards"
LEFT_OUT = ("invalid", "valid", "why", "except_", "sources")
"""What only people read; `explain` takes it from the card itself."""


def shipped_cards() -> tuple[Card, ...]:
    """Give the shipped cards, sorted by id, without what only people read."""
    paths = card_files(shipped("rules"))
    signature = _signature(paths)
    data = cache.load(NAME)
    if isinstance(data, dict) and data.get("signature") == signature:
        try:
            cards = tuple(Card(*each) for each in data["cards"])
            GATES.known.update(data["gates"])
            KINDS.homes.update(data["homes"])
            READY.update(data["ready"])
            return cards
        except (KeyError, TypeError, ValueError):
            pass
    cards = tuple(sorted((read_card(path) for path in paths), key=lambda card: card.id))
    GATES.grown = True
    return tuple(card._replace(**{name: _EMPTY[name] for name in LEFT_OUT}) for card in cards)


_EMPTY: dict[str, Any] = {"invalid": (), "valid": (), "why": "", "except_": "", "sources": ()}


def save(cards: tuple[Card, ...]) -> None:
    """Keep the shipped cards, and the gates and patterns that this run worked out, if there is anything new."""
    cache.save_all()
    if not GATES.grown:
        return
    GATES.grown = False
    shipped_ones = [card for card in cards if card.shipped]
    data = {
        "signature": _signature(card_files(shipped("rules"))),
        "cards": [tuple(card) for card in shipped_ones],
        "gates": GATES.known,
        "homes": {card.kind: KINDS[card.kind].look.__module__.rpartition(".")[2] for card in shipped_ones},
        "ready": {card.id: pack(make_rule(card).options) for card in shipped_ones},
    }
    cache.save(NAME, data)


def _signature(paths: list[str]) -> list[Any]:
    """Give what changes when a card does, or the program that reads it."""
    code = os.path.dirname(os.path.abspath(__file__))
    readers = [os.path.join(code, name) for name in ("card.py", "cards.py", "literals.py", "options.py", "ready.py")]
    kinds = os.path.join(code, "kinds")
    readers += [os.path.join(kinds, name) for name in sorted(os.listdir(kinds)) if name.endswith(".py")]
    stats = [(path, os.stat(path)) for path in (*paths, *readers)]
    return [__version__, list(Card._fields), [[path, stat.st_size, stat.st_mtime_ns] for path, stat in stats]]
