"""What only the cards can tell about a configuration: that each name means a rule, and that its settings fit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from medlint import options
from medlint.card import Card
from medlint.cards import CardError
from medlint.config import Layer
from medlint.finding import SEVERITIES
from medlint.kinds import KINDS
from medlint.plan import make_rule
from medlint.selection import Choice, check_names, choice_of


def check_cards(cards: Iterable[Card]) -> None:
    """Check that no two rules have one name. Raises CardError."""
    seen: dict[str, Card] = {}
    for card in cards:
        for name in (card.id, card.name):
            if name in seen:
                raise CardError(f'"{name}" is also the rule of {seen[name].path}', card.path)
            seen[name] = card


def check_layer(layer: Layer, cards: tuple[Card, ...]) -> None:
    """Check what a configuration file says about rules. Raises ConfigError."""
    _check_choice(layer, (), choice_of(layer.config), cards)
    for i, override in enumerate(layer.config.overrides):
        _check_choice(layer, ("overrides", i), choice_of(override), cards)


def _check_choice(layer: Layer, path: tuple[str | int, ...], choice: Choice, cards: tuple[Card, ...]) -> None:
    for key in ("select", "ignore"):
        for i, name in enumerate(getattr(choice, key)):
            if wrong := check_names((name,), cards):
                raise layer.error(wrong, *path, key, i)
    by_name = {name: card for card in cards for name in (card.id, card.name)}
    for name, value in choice.rules.items():
        where = (*path, "rules", name)
        if name not in by_name:
            raise layer.error(options.unknown("rule", name, by_name), *where)
        try:
            _check_rule(by_name[name], value)
        except options.Wrong as wrong:
            raise layer.error(wrong.message, *where, *wrong.path) from None


def _check_rule(card: Card, value: Any) -> None:
    """Check what the settings say about one rule. Raises options.Wrong."""
    if isinstance(value, Mapping):
        kind: Any = KINDS[card.kind].options
        known = {"severity", *options.declared(kind)}
        for name in value:
            if name not in known:
                raise options.Wrong(options.unknown("option", name, known), (name,))
        severity = value.get("severity", card.severity)
        if severity not in SEVERITIES:
            raise options.Wrong(options.unknown("severity", str(severity), SEVERITIES), ("severity",))
        make_rule(card, {name: each for name, each in value.items() if name != "severity"})
    elif value not in ("on", "off", *SEVERITIES):
        raise options.Wrong(options.unknown("value", str(value), ("on", "off", *SEVERITIES)), ())
