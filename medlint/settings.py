"""From configuration to what a run over one article needs: its plan and its surroundings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from medlint import config
from medlint.card import Card
from medlint.card_cache import shipped_cards
from medlint.config import Layer, Override
from medlint.config_files import house_cards, house_disclaimers, with_words
from medlint.document import Surroundings
from medlint.finding import SEVERITIES
from medlint.globs import fits
from medlint.house_words import HouseWords
from medlint.plan import Plan, Rule, make_rule
from medlint.record import Record
from medlint.selection import Choice, choice_of, is_on

ADD_UP = ("exclude", "words", "dictionaries", "reviewers", "disclaimers", "rule_folders", "overrides")
"""Settings of which a file adds to what it extends; a mapping is merged by key, and all else is replaced."""


class Settings(Record):
    """What a run over one article needs."""

    plan: Plan
    surroundings: Surroundings
    fail_on: str = "error"
    max_file_size: int = config.Config().max_file_size


class House:
    """One configuration, made ready: its cards, and the settings of each path. Raises ConfigError, CardError."""

    def __init__(self, layers: tuple[Layer, ...], command_line: Choice, today: date | None) -> None:
        self.layers = layers
        self.command_line = command_line
        self.today = today
        self.cards = (*shipped_cards(), *house_cards(layers))
        self.known = frozenset(name for card in self.cards for name in (card.id, card.name))
        self._check()
        self.words = HouseWords()
        for layer in layers:
            self.words = with_words(self.words, layer, layer.config)
        self.disclaimers = tuple(house_disclaimers(layers))
        self._settings: dict[Any, Settings] = {}

    def _check(self) -> None:
        if self.layers:
            from medlint.config_check import check_cards, check_layer

            check_cards(self.cards)
            for layer in self.layers:
                check_layer(layer, self.cards)

    def value(self, name: str) -> Any:
        """Give a setting: the nearest file that sets it wins, or adds to the others where settings add up."""
        found = getattr(config.Config(), name)
        for layer in self.layers:
            if name in layer.given:
                mine = getattr(layer.config, name)
                if name == "abbreviations":
                    found = {**found, **_pairs(mine)}
                elif name in ADD_UP:
                    found = (*found, *mine)
                elif isinstance(mine, Mapping) and isinstance(found, Mapping):
                    found = {**found, **mine}
                else:
                    found = mine
        return found

    def excludes(self, path: str) -> bool:
        """Tell whether the settings leave a file out of folder walks: one that they name themselves is no article."""
        if os.path.abspath(path) in self._named:
            return True
        return any(fits(layer.config.exclude, below(layer, path)) for layer in self.layers)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The files that the settings name."""
        found = set()
        for layer in self.layers:
            given, overrides = layer.config, layer.config.overrides
            lists = (*given.dictionaries, *(name for override in overrides for name in override.dictionaries))
            found |= {os.path.normpath(os.path.join(layer.folder, name)) for name in (*lists, *given.disclaimers)}
        return frozenset(found)

    def rules(self, kind: str) -> Iterator[Rule]:
        """Yield the rules of one kind that are on for any article so far, or for one beside the configuration."""
        for settings in list(self._settings.values()) or [self.settings(".")]:
            yield from (rule for rule in settings.plan.rules if rule.kind.name == kind)

    def settings(self, path: str) -> Settings:
        """Give the settings of one article."""
        held = tuple(
            (layer, i)
            for layer in self.layers
            for i, override in enumerate(layer.config.overrides)
            if fits(override.files, below(layer, path))
        )
        kind = self.type_of(path, [layer.config.overrides[i] for layer, i in held])
        key = (tuple((layer.path, i) for layer, i in held), kind)
        if key not in self._settings:
            self._settings[key] = self._made(held, kind)
        return self._settings[key]

    def type_of(self, path: str, overrides: list[Override]) -> str:
        """Give the kind of page that a path is."""
        chosen = [override.type for override in overrides if override.type]
        if chosen:
            return str(chosen[-1])
        held: bool | None = None
        for layer in reversed(self.layers):
            inside = below(layer, path)
            for pattern, kind in layer.config.types.items():
                if fits((pattern,), inside):
                    return str(kind)
            if layer.config.articles and held is None:
                held = fits(layer.config.articles, inside)
        return "other" if held is False else "article"

    def _made(self, held: tuple[tuple[Layer, int], ...], kind: str) -> Settings:
        return Settings(
            Plan(tuple(self._rules(held)), self.known),
            self._surroundings(held, kind),
            self.value("fail_on"),
            self.value("max_file_size"),
        )

    def _rules(self, held: tuple[tuple[Layer, int], ...]) -> Iterator[Rule]:
        """Yield the rules that are on, with what the settings change in them."""
        choices = [choice_of(layer.config) for layer in self.layers]
        choices += [choice_of(layer.config.overrides[i]) for layer, i in held]
        choices.append(self.command_line)
        for card in self.cards:
            if is_on(card, choices):
                changed: dict[str, Any] = {}
                severity = None
                for value in _said_of(card, choices):
                    severity = _severity(value) or severity
                    if isinstance(value, Mapping):
                        changed.update({name: each for name, each in value.items() if name != "severity"})
                yield make_rule(card, changed, severity)

    def _surroundings(self, held: tuple[tuple[Layer, int], ...], kind: str) -> Surroundings:
        supplied = dict(self.value("supplied"))
        abbreviations = dict(self.value("abbreviations"))
        words = self.words
        locale = self.value("locale")
        for layer, i in held:
            override = layer.config.overrides[i]
            supplied.update(override.supplied)
            abbreviations.update(_pairs(override.abbreviations))
            words = with_words(words, layer, override, "overrides", i)
            locale = override.locale or locale
        return Surroundings(
            today=self.today,
            locale=locale,
            type=kind,
            supplied={name: value for name, value in supplied.items() if value != "no"},
            words=words,
            abbreviations=abbreviations,
            reviewers=self.value("reviewers"),
            disclaimers=self.disclaimers,
        )


def _severity(value: Any) -> str | None:
    found = value.get("severity") if isinstance(value, Mapping) else value
    return found if found in SEVERITIES else None


def _said_of(card: Card, choices: list[Choice]) -> Iterator[Any]:
    """Yield what settings say about one rule, the weakest first."""
    for choice in choices:
        yield from (value for name, value in choice.rules.items() if name in (card.id, card.name))


def _pairs(given: Mapping[str, str] | tuple[str, ...]) -> dict[str, str]:
    return dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, "")


def below(layer: Layer, path: str) -> str:
    """Give a path from the folder of a configuration, with slashes."""
    folder = os.getcwd() if layer.path.startswith(config.PROFILES) else layer.folder
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
