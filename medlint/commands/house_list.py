"""The list in which a house keeps its words: found by the configuration, and changed line by line."""

from __future__ import annotations

import os
from bisect import bisect_right

import click

from medlint.commands.governing import governing
from medlint.config import PROFILES
from medlint.fixes import write
from medlint.list_files import ListError, is_own, line_entries, list_text

FILE = "medlint-words.txt"


class HouseListFile:
    """A list of words as it stands on disk; what is not changed in it stays where and as it is."""

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            lines = list_text(path).splitlines() if os.path.exists(path) else []
        except ListError as error:
            raise click.ClickException(f"{path}: {error}") from None
        self._lines = lines
        self._head = next((i for i, line in enumerate(lines) if any(line_entries(line))), len(lines))
        self._held = {entry for line in lines for entry in line_entries(line)}
        self._keys = {key for key, _ in self._held}
        order = list(map(_sort_key, lines[self._head :]))
        self._in_order = order == sorted(order)

    def accept(self, word: str) -> bool:
        """Take a word or term in, and out of the rejected ones; tell whether that changes anything."""
        return self._put(word, {f"!{word}"})

    def reject(self, wrong: str, right: str = "") -> bool:
        """Reject a word, and take it out of the accepted ones; tell whether that changes anything."""
        return self._put(f"{wrong} -> {right}" if right else f"!{wrong}", {wrong, f"~{wrong.lower()}", f"!{wrong}"})

    def _put(self, line: str, out: set[str]) -> bool:
        entries = set(line_entries(line))
        if entries <= self._held:
            return False
        if out & self._keys:
            self._lines = [each for each in self._lines if not out & {key for key, _ in line_entries(each)}]
            self._held = {entry for entry in self._held if entry[0] not in out}
            self._keys -= out
        self._held |= entries
        self._keys |= {key for key, _ in entries}
        self._lines.insert(
            bisect_right(self._lines, _sort_key(line), self._head, key=_sort_key)
            if self._in_order
            else len(self._lines),
            line,
        )
        return True

    def save(self) -> None:
        """Write the list in one step."""
        data = "".join(f"{line}\n" for line in self._lines).encode()
        try:
            if os.path.exists(self.path):
                write(self.path, data)
            else:
                with open(self.path, "xb") as file:
                    file.write(data)
        except OSError as error:
            raise click.ClickException(f"{self.path}: {getattr(error, 'strerror', None) or error}") from None


def _sort_key(line: str) -> str:
    return line.lstrip("!~*").casefold()


def list_of(folder: str) -> tuple[str, bool]:
    """Give the list that the configuration of a folder names first, or where one would lie; and whether it is named."""
    for layer in reversed(governing(folder, None).layers):
        if not layer.path.startswith(PROFILES):
            for path in filter(is_own, layer.config.dictionaries):
                return os.path.relpath(os.path.join(layer.folder, path)), True
            return os.path.relpath(os.path.join(layer.folder, FILE)), False
    return os.path.relpath(os.path.join(folder, FILE)), False
