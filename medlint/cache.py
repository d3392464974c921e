"""What is kept between runs, in files of the user's cache.

Each file is plain data as `marshal` writes it, behind its checksum: one that is missing, cut short or of another Python
is done without, and so is one that cannot be written. Nothing that is kept changes what is found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any

CHECKSUM = 4
"""Bytes; `marshal` may not see a damaged file, for which it might ask more memory than there is."""


def load(name: str) -> Any:
    """Give what was kept under a name by this version of Python, or None."""
    import marshal
    from zlib import crc32

    try:
        with open(cache_file(_full(name)), "rb") as file:
            held = file.read()
        if crc32(held[CHECKSUM:]) != int.from_bytes(held[:CHECKSUM], "big"):
            return None
        version, data = marshal.loads(held[CHECKSUM:])
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return data if version == sys.version else None


def save(name: str, data: Any) -> None:
    """Keep plain data under a name."""
    import marshal
    from zlib import crc32

    try:
        held = marshal.dumps((sys.version, data))
    except ValueError:
        return
    write(cache_file(_full(name)), crc32(held).to_bytes(CHECKSUM, "big") + held)


def _full(name: str) -> str:
    return f"{name}-{sys.implementation.cache_tag}.bin"


def write(path: str, held: bytes) -> None:
    """Write a file of the cache whole, or not at all."""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        temporary = f"{path}.{os.getpid()}"
        with open(temporary, "wb") as file:
            file.write(held)
        os.replace(temporary, path)
    except OSError:
        return


class Kept:
    """A dict of plain data that outlives the run: read when it is first asked for, written by `save` if it grew.

    `stamp` gives what its values depend on beside their keys; where that has changed, the dict begins empty. Of more
    than `most` entries those are kept that were added last.
    """

    def __init__(self, name: str, most: int, stamp: Callable[[], Any] = lambda: None) -> None:
        self.name = name
        self.most = most
        self.stamp = stamp
        self.grown = False
        _ALL.append(self)

    @cached_property
    def held(self) -> dict[Any, Any]:
        """What was kept, and what this run has added."""
        data = load(self.name)
        right = isinstance(data, tuple) and len(data) == 2 and data[0] == self.stamp() and isinstance(data[1], dict)
        return data[1] if right else {}

    def add(self, key: Any, value: Any) -> None:
        """Add an entry; a run that adds far more than is kept forgets the first."""
        if len(self.held) > 2 * self.most:
            del self.held[next(iter(self.held))]
        self.held[key] = value
        self.grown = True

    def save(self) -> None:
        """Keep what there is for the next run, if there is anything new."""
        if self.grown:
            self.grown = False
            save(self.name, (self.stamp(), dict(list(self.held.items())[-self.most :])))


_ALL: list[Kept] = []


def save_all() -> None:
    """Save whatever this run has kept."""
    for each in _ALL:
        each.save()


def cache_file(name: str) -> str:
    """Give the path of a file of the cache: in MEDLINT_CACHE_DIR, or where the system keeps caches."""
    folder = os.environ.get("MEDLINT_CACHE_DIR")
    if not folder:
        home = os.path.expanduser("~")
        default = {"win32": os.environ.get("LOCALAPPDATA", home), "darwin": os.path.join(home, "Library", "Caches")}
        root = os.environ.get("XDG_CACHE_HOME") or default.get(sys.platform, os.path.join(home, ".cache"))
        folder = os.path.join(root, "medlint")
    return os.path.join(folder, name)
