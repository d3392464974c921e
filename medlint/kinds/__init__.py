"""The kinds: each a generator that says how a family of rules looks at a document.

A module here registers its kinds with `@kind`; `KINDS` finds them all. A kind yields `Hit`s and does nothing else:
it knows no severity, wording or configuration, reads no file but through the lexicon, and keeps no state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from medlint.document import Document
from medlint.finding import Hit
from medlint.record import Record

Look = Callable[[Document, Any], Iterator[Hit]]


class Kind(Record):
    """A way of looking: its name, its options, the values its hits carry, and the generator.

    One that looks `after` all others sees in `Document.outcome` what came of the run.
    """

    name: str
    options: type[Any]
    values: tuple[str, ...]
    look: Look
    after: bool = False


class NoOptions(Record):
    """For a kind that has nothing to set."""


def kind(
    name: str, options: type[Any] = NoOptions, values: tuple[str, ...] = (), *, after: bool = False
) -> Callable[[Look], Look]:
    """Register a generator `(document, options) -> hits` as the kind `name`."""

    def register(look: Look) -> Look:
        _FOUND[name] = Kind(name, options, values, look, after)
        return look

    return register


_FOUND: dict[str, Kind] = {}


class Kinds(Mapping[str, Kind]):
    """All kinds by name; their modules are imported when first asked for.

    `homes` says which module holds a kind, so that no other need be imported; where it does not, all are.
    """

    def __init__(self) -> None:
        self.homes: dict[str, str] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in _FOUND and name in self.homes:
            import_module(f"{__name__}.{self.homes[name]}")
        return _FOUND[name] if name in _FOUND else self._all()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._all()))

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> dict[str, Kind]:
        from pkgutil import iter_modules

        for module in iter_modules(__path__):
            import_module(f"{__name__}.{module.name}")
        return _FOUND


KINDS = Kinds()
