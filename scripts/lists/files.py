"""Reading and writing lists: what is written by hand is read from the repository, what is made goes where one says."""

from __future__ import annotations

import os
from collections.abc import Iterable

from lists.sources import Source

HERE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHIPPED = os.path.join(HERE, "dictionaries")


class Lists:
    """The lists that a build makes, in a folder of their own or in that of the shipped ones."""

    def __init__(self, folder: str = SHIPPED) -> None:
        self.folder = folder
        self.names: list[str] = []

    def write(self, name: str, entries: Iterable[str], sources: Iterable[Source], *notes: str) -> None:
        """Write a sorted list with its head: what it holds, and each source with its version and licence."""
        head = [f"# {note}" for note in notes]
        for source in sources:
            head += [f"# Source: {source.registry} {source.package} {source.version}", f"# Licence: {source.licence}"]
        lines = sorted(set(entries), key=lambda line: line.split("\t")[0].encode())
        text = "".join(f"{line}\n" for line in (*head, *lines))
        self.write_file(name + ".txt", text)
        print(f"{name:24} {len(lines):8,} {len(text.encode()) / 1e6:6.2f} MB")

    def write_file(self, name: str, text: str) -> None:
        """Write any file beside the lists."""
        path = os.path.join(self.folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        self.names.append(name)

    def differing(self) -> list[str]:
        """Give those of the files made that are not, byte for byte, the shipped ones."""
        pairs = ((name, [os.path.join(folder, name) for folder in (self.folder, SHIPPED)]) for name in self.names)
        return [name for name, (made, shipped) in pairs if _bytes(made) != _bytes(shipped)]


def path_of(name: str, folder: str = SHIPPED) -> str:
    """Give the path of a list."""
    return os.path.join(folder, *name.split("/")) + ".txt"


def _bytes(path: str) -> bytes:
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def rows(name: str, folder: str = SHIPPED) -> list[list[str]]:
    """Give the entries of a list, each with its values."""
    text = _bytes(path_of(name, folder)).decode()
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def keys(name: str, folder: str = SHIPPED) -> set[str]:
    """Give the entries of a list without their values."""
    return {key for key, *_ in rows(name, folder)}


def written(name: str) -> dict[str, str]:
    """Give the entries of a list written by hand with the way each is written."""
    return {key: values[0] if values else key for key, *values in rows(name)}
