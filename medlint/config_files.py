"""The files that a configuration names: word lists, disclaimers, folders of cards."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from medlint.card import Card
from medlint.config import Layer
from medlint.plan import load_cards


def house_words(layers: Iterable[Layer]) -> Iterator[str]:
    """Yield the words of all dictionaries: one a line, or of a hunspell `.dic` file. Raises ConfigError."""
    for layer, i, path in _named(layers, "dictionaries"):
        lines = _text(layer, "dictionaries", i, path).splitlines()
        hunspell = path.endswith(".dic") and bool(lines) and lines[0].strip().isdigit()
        for line in lines[hunspell:]:
            word = (line.split("/")[0] if hunspell else line.split("#")[0]).strip()
            if word:
                yield word


def house_disclaimers(layers: Iterable[Layer]) -> Iterator[str]:
    """Yield the approved disclaimers. Raises ConfigError."""
    for layer, i, path in _named(layers, "disclaimers"):
        yield _text(layer, "disclaimers", i, path)


def house_cards(layers: Iterable[Layer]) -> Iterator[Card]:
    """Yield the house's own cards. Raises ConfigError, CardError."""
    for layer, i, folder in _named(layers, "rule_folders"):
        if not os.path.isdir(folder):
            raise layer.error(f'"{os.path.basename(folder)}" is not a folder', "rule_folders", i)
        yield from load_cards(folder, shipped=False)


def _named(layers: Iterable[Layer], setting: str) -> Iterator[tuple[Layer, int, str]]:
    for layer in layers:
        for i, name in enumerate(getattr(layer.config, setting)):
            yield layer, i, layer.file(name, setting, i)


def _text(layer: Layer, setting: str, index: int, path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise layer.error(f"this file cannot be read as text: {error}", setting, index) from None
