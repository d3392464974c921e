"""Which rules run, with which options and severities."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from medlint import options
from medlint.card import Card
from medlint.kinds import KINDS, Kind
from medlint.ready import READY, unpack
from medlint.record import Record


class Rule(Record):
    """A card made ready to run."""

    card: Card
    kind: Kind
    options: Any
    severity: str


class Plan(Record):
    """The rules of one run over one document, in the order of their ids.

    `known` are the ids and slugs of all rules there are, run or not: a suppression may name any of them.
    """

    rules: tuple[Rule, ...]
    known: frozenset[str] = frozenset()


def make_rule(card: Card, changed: Mapping[str, Any] | None = None, severity: str | None = None) -> Rule:
    """Make a rule of a card and what a configuration changes in its options. Raises options.Wrong.

    A rule that is given a pattern is no longer one that was shipped: it runs under the time limit of a user's own.
    """
    kind = KINDS[card.kind]
    if card.shipped and not changed:
        return Rule(card, kind, _shipped_options(card, kind), severity or card.severity)
    made = options.convert(kind.options, {**card.options, **(changed or {})})
    if changed and card.shipped and _has_own_pattern(kind, made, changed):
        card = card._replace(shipped=False)
    return Rule(card, kind, made, severity or card.severity)


def _shipped_options(card: Card, kind: Kind) -> Any:
    """Give the options of a shipped card as they stand on it, from the cache where it holds them."""
    try:
        return unpack(READY[card.id])
    except (LookupError, TypeError, ValueError):
        return options.convert(kind.options, card.options)


def _has_own_pattern(kind: Kind, made: Any, changed: Mapping[str, Any]) -> bool:
    """Check the patterns among changed options, and tell whether there are any. Raises options.Wrong."""
    from medlint.patterns import check_patterns, patterns_of

    schema: Any = kind.options
    known = options.declared(schema)
    values = {name: getattr(made, known[name].name) for name in changed}
    check_patterns(values)
    return any(True for _ in patterns_of(values))


def load_cards(folder: str, *, shipped: bool = True) -> list[Card]:
    """Give the cards below a folder, sorted by their ids; no link is followed. Raises CardError."""
    from medlint.cards import card_files, read_card

    paths = [path for path in card_files(folder) if os.path.isfile(path) and not os.path.islink(path)]
    return sorted((read_card(path, shipped=shipped) for path in paths), key=lambda card: card.id)
