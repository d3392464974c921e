"""The files that a configuration names: word lists, disclaimers, folders of cards."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from medlint.card import Card
from medlint.config import Config, Layer, Override, pairs
from medlint.house_words import HouseWords
from medlint.plan import load_cards

if TYPE_CHECKING:
    from medlint.house_lists import HouseList


def with_words(house: HouseWords, layer: Layer, given: Config | Override, *path: str | int) -> HouseWords:
    """Give a house's words with those that a part of its configuration adds. Raises ConfigError."""
    if not (given.words or given.reject or given.dictionaries):
        return house
    from medlint.list_files import line_entries, rejected_entries

    entries = dict(entry for word in given.words for entry in line_entries(word))
    for wrong, right in pairs(given.reject).items():
        found = dict(rejected_entries(wrong, right))
        if not found:
            raise layer.error(f'"{wrong}" is no word', *path, "reject")
        entries.update(found)
    rejected = {key[1:]: right for key, right in entries.items() if key[0] == "!"}
    lists = [_list(layer, name, *path, "dictionaries", i) for i, name in enumerate(given.dictionaries)]
    return house.plus((key for key in entries if key[0] != "!"), rejected, lists)


def _list(layer: Layer, name: str, *path: str | int) -> HouseList:
    from medlint.house_lists import opened
    from medlint.list_files import ListError, is_own

    found = layer.file(name, *path, anywhere=True)
    try:
        return opened(found, own=is_own(name))
    except ListError as error:
        raise layer.error(f'"{name}" cannot be read as a list of words: {error}', *path) from None


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
