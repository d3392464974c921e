"""Patterns that are compiled late are right all the same, and behave as compiled ones do."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import pytest

import medlint
from medlint.lazy import lazy

LATE = type(lazy(""))


def held(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Give the late patterns in a value, those in tuples and mappings too."""
    if isinstance(value, LATE):
        yield name, value
    elif isinstance(value, (tuple, Mapping)):
        for number, part in enumerate(value.values() if isinstance(value, Mapping) else value):
            yield from held(f"{name}[{number}]", part)


PATTERNS = [
    found
    for module in pkgutil.walk_packages(medlint.__path__, "medlint.")
    if module.name != "medlint.__main__"
    for name, value in vars(import_module(module.name)).items()
    if name.isupper()
    for found in held(f"{module.name}.{name}", value)
]


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_it_compiles(pattern: re.Pattern[str]) -> None:
    assert re.compile(pattern.pattern, pattern.flags).groups == pattern.groups


def test_all_of_them_are_found() -> None:
    assert {"medlint.readers.labels.WORD", "medlint.readers.roles_chrome.BOXES[0]"} <= {name for name, _ in PATTERNS}


def test_a_broken_one_fails_when_it_is_used() -> None:
    broken = lazy("(")
    with pytest.raises(re.error):
        broken.search("x")


def test_it_behaves_as_a_compiled_one() -> None:
    late, ready = lazy(r"(?P<day>\d+)\s", re.I), re.compile(r"(?P<day>\d+)\s", re.I)
    assert (late.flags, late.groupindex, late.sub("x", "1 2 ")) == (ready.flags, ready.groupindex, "xx")
