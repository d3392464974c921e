"""Which files a run looks at: those that are named, and the articles below the folders that are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

from medlint.readers import FORMATS
from medlint.record import Record

STDIN = "-"
SKIPPED_FOLDERS = frozenset(
    ("node_modules", "bower_components", "__pycache__", "_site", "_build", "build", "dist", "coverage", "venv")
)
SKIPPED_NAMES = frozenset(("readme", "license", "licence", "changelog", "contributing", "code_of_conduct"))

MOST_STARS = 3
"""Stars in a line of a `.gitignore`: with more of them, one odd file name could keep a run busy for ever."""


class Target(Record):
    """A file to check. One that is `named` on the command line is checked whatever the settings leave out."""

    path: str
    named: bool


class Missing(Record):
    """A path that was named and does not exist."""

    path: str


def targets(paths: Iterable[str]) -> Iterator[Target | Missing]:
    """Yield the files of a run, each once: in the order in which paths are named, and sorted below a folder."""
    seen = set()
    for path in paths:
        for target in _targets_of(path):
            key = os.path.abspath(target.path)
            if key not in seen:
                seen.add(key)
                yield target


def _targets_of(path: str) -> Iterator[Target | Missing]:
    if path != STDIN and os.path.isdir(path):
        yield from (Target(found, False) for found in walk(path))
    elif path == STDIN or os.path.lexists(path):
        yield Target(path, True)
    else:
        yield Missing(path)


def walk(folder: str) -> Iterator[str]:
    """Yield the articles below a folder, sorted; no link is followed, and what `.gitignore` files name is left out."""
    ignored = _Ignored(folder)
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        ignored.enter(current)
        folders = []
        for name, is_folder in _entries(current):
            path = os.path.normpath(os.path.join(current, name))
            if is_folder:
                if not _is_skipped_folder(name) and not ignored(path, is_folder):
                    folders.append(path)
            elif is_article(name) and not ignored(path, is_folder):
                yield path
        waiting += reversed(folders)


def _entries(folder: str) -> list[tuple[str, bool]]:
    """Give the names in a folder that are files or folders and no links, sorted; none where it cannot be read."""
    try:
        with os.scandir(folder) as found:
            entries = [entry for entry in found if not entry.is_symlink()]
            return sorted((entry.name, entry.is_dir()) for entry in entries if entry.is_dir() or entry.is_file())
    except OSError:
        return []


def is_article(name: str) -> bool:
    """Tell whether a folder walk takes a file of this name."""
    stem, dot, _ = name.partition(".")
    ending = os.path.splitext(name)[1].lower()
    return bool(stem and dot) and ending in FORMATS and stem.lower() not in SKIPPED_NAMES


def _is_skipped_folder(name: str) -> bool:
    return name.startswith(".") or name.lower() in SKIPPED_FOLDERS


def _lines(path: str) -> list[str]:
    """Give the lines of a `.gitignore` that can be followed; none where it cannot be read."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return [line for line in file if line.replace("**", "").count("*") <= MOST_STARS]
    except OSError:
        return []


class _Ignored:
    """What the `.gitignore` files of the repository leave out; the deepest that speaks of a path decides."""

    def __init__(self, folder: str) -> None:
        from medlint.config import repository

        self.specs: dict[str, Any] = {}
        self.top = os.path.abspath(folder)
        root = repository(folder)
        above = os.path.dirname(self.top)
        while root and len(above) >= len(root):
            self.enter(above)
            above, last = os.path.dirname(above), above
            if above == last:
                break

    def enter(self, folder: str) -> None:
        """Read the `.gitignore` of a folder, if there is one."""
        path = os.path.join(folder, ".gitignore")
        lines = _lines(path) if os.path.isfile(path) else []
        if lines:
            import pathspec

            self.specs[os.path.abspath(folder)] = pathspec.GitIgnoreSpec.from_lines(lines)

    def __call__(self, path: str, is_folder: bool) -> bool:
        if not self.specs:
            return False
        path = folder = os.path.abspath(path)
        while (above := os.path.dirname(folder)) != folder:
            folder = above
            if folder in self.specs:
                inside = os.path.relpath(path, folder).replace(os.sep, "/") + ("/" if is_folder else "")
                told: bool | None = self.specs[folder].check_file(inside).include
                if told is not None:
                    return told
        return False
