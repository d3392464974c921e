"""From configuration to what a run over one article needs: its plan and its surroundings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from medlint import config, options
from medlint.card import Card
from medlint.card_cache import shipped_cards
from medlint.cards import CardError
from medlint.config import Layer, Override
from medlint.document import Surroundings
from medlint.finding import SEVERITIES
from medlint.globs import fits
from medlint.kinds import KINDS
from medlint.plan import Plan, load_cards, make_rule
from medlint.selection import Choice, check_names, is_on

ADD_UP = ("exclude", "words", "dictionaries", "reviewers", "disclaimers", "rule_folders", "overrides")
"""Settings of which a file adds to what it extends; a mapping is merged by key, and all else is replaced."""


class Settings(NamedTuple):
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
        self.cards = tuple(self._cards())
        self.known = frozenset(name for card in self.cards for name in (card.id, card.name))
        self._check()
        self.words = frozenset((*self.value("words"), *self._dictionary_words()))
        self.disclaimers = tuple(_text(layer, path, i) for layer, i, path in self._files("disclaimers"))
        self._settings: dict[Any, Settings] = {}

    def value(self, name: str) -> Any:
        """Give a setting: the nearest file that sets it wins, or adds to the others where settings add up."""
        found = getattr(config.Config(), name)
        for layer in self.layers:
            if name in layer.given:
                mine = getattr(layer.config, name)
                if name in ADD_UP:
                    found = (*found, *mine)
                elif isinstance(mine, Mapping) and isinstance(found, Mapping):
                    found = {**found, **mine}
                else:
                    found = mine
        return found

    def excludes(self, path: str) -> bool:
        """Tell whether the settings leave a file out of folder walks."""
        return any(fits(layer.config.exclude, below(layer, path)) for layer in self.layers)

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
        overrides = [layer.config.overrides[i] for layer, i in held]
        return Settings(
            Plan(tuple(self._rules(held)), self.known),
            self._surroundings(overrides, kind),
            self.value("fail_on"),
            self.value("max_file_size"),
        )

    def _rules(self, held: tuple[tuple[Layer, int], ...]) -> Iterator[Any]:
        """Yield the rules that are on, with what the settings change in them."""
        choices = [_choice(layer.config) for layer in self.layers]
        choices += [_choice(layer.config.overrides[i]) for layer, i in held]
        choices.append(self.command_line)
        for card in self.cards:
            if is_on(card, choices):
                changed: dict[str, Any] = {}
                severity = None
                for value in (
                    value for choice in choices for name, value in choice.rules.items() if _means(name, card)
                ):
                    severity = _severity(value) or severity
                    if isinstance(value, Mapping):
                        changed.update({name: each for name, each in value.items() if name != "severity"})
                yield make_rule(card, changed, severity)

    def _surroundings(self, overrides: list[Override], kind: str) -> Surroundings:
        supplied = dict(self.value("supplied"))
        abbreviations = _pairs(self.value("abbreviations"))
        words = set(self.words)
        locale = self.value("locale")
        for override in overrides:
            supplied.update(override.supplied)
            abbreviations.update(_pairs(override.abbreviations))
            words.update(override.words)
            locale = override.locale or locale
        return Surroundings(
            today=self.today,
            locale=locale,
            type=kind,
            supplied={name: value for name, value in supplied.items() if value != "no"},
            words=frozenset(words) if len(words) > len(self.words) else self.words,
            abbreviations=abbreviations,
            reviewers=self.value("reviewers"),
            disclaimers=self.disclaimers,
        )

    def _files(self, setting: str) -> Iterator[tuple[Layer, int, str]]:
        for layer in self.layers:
            for i, name in enumerate(getattr(layer.config, setting)):
                yield layer, i, layer.file(name, setting, i)

    def _dictionary_words(self) -> Iterator[str]:
        for layer, i, path in self._files("dictionaries"):
            lines = _text(layer, path, i, "dictionaries").splitlines()
            hunspell = path.endswith(".dic") and bool(lines) and lines[0].strip().isdigit()
            for line in lines[hunspell:]:
                word = (line.split("/")[0] if hunspell else line.split("#")[0]).strip()
                if word:
                    yield word

    def _cards(self) -> Iterator[Card]:
        yield from shipped_cards()
        for layer, _, folder in self._files("rule_folders"):
            if not os.path.isdir(folder):
                raise layer.error(f'"{os.path.basename(folder)}" is not a folder', "rule_folders")
            yield from load_cards(folder, shipped=False)

    def _check(self) -> None:
        """Check what only the cards can tell: that each name means a rule, and that its settings fit it."""
        seen: dict[str, Card] = {}
        for card in self.cards:
            for name in (card.id, card.name):
                if name in seen:
                    raise CardError(f'"{name}" is also the rule of {seen[name].path}', card.path)
                seen[name] = card
        for layer in self.layers:
            self._check_choice(layer, (), _choice(layer.config))
            for i, override in enumerate(layer.config.overrides):
                self._check_choice(layer, ("overrides", i), _choice(override))

    def _check_choice(self, layer: Layer, path: tuple[str | int, ...], choice: Choice) -> None:
        for key in ("select", "ignore"):
            for i, name in enumerate(getattr(choice, key)):
                if wrong := check_names((name,), self.cards):
                    raise layer.error(wrong, *path, key, i)
        for name, value in choice.rules.items():
            where = (*path, "rules", name)
            if name not in self.known:
                raise layer.error(options.unknown("rule", name, self.known), *where)
            try:
                _check_rule(next(card for card in self.cards if _means(name, card)), value)
            except options.Wrong as wrong:
                raise layer.error(wrong.message, *where, *wrong.path) from None


def _check_rule(card: Card, value: Any) -> None:
    """Check what the settings say about one rule. Raises options.Wrong."""
    if isinstance(value, Mapping):
        known = {"severity", *options.declared(_declared(card))}
        for name in value:
            if name not in known:
                raise options.Wrong(options.unknown("option", name, known), (name,))
        severity = value.get("severity", card.severity)
        if severity not in SEVERITIES:
            raise options.Wrong(options.unknown("severity", str(severity), SEVERITIES), ("severity",))
        make_rule(card, {name: each for name, each in value.items() if name != "severity"})
    elif value not in ("on", "off", *SEVERITIES):
        raise options.Wrong(options.unknown("value", str(value), ("on", "off", *SEVERITIES)), ())


def _declared(card: Card) -> Any:
    return KINDS[card.kind].options


def _severity(value: Any) -> str | None:
    found = value.get("severity") if isinstance(value, Mapping) else value
    return found if found in SEVERITIES else None


def _means(name: str, card: Card) -> bool:
    return name in (card.id, card.name)


def _choice(part: config.Config | Override) -> Choice:
    return Choice(part.select, part.ignore, part.rules)


def _pairs(given: Mapping[str, str] | tuple[str, ...]) -> dict[str, str]:
    return dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, "")


def below(layer: Layer, path: str) -> str:
    """Give a path from the folder of a configuration, with slashes."""
    folder = os.getcwd() if layer.path.startswith(config.PROFILES) else layer.folder
    return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")


def _text(layer: Layer, path: str, index: int, setting: str = "disclaimers") -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise layer.error(f"this file cannot be read as text: {error}", setting, index) from None
