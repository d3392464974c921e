"""Kept patterns are the patterns that `re` would compile, and a bad cache does no harm."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import cache as kept
from medlint import pattern_cache
from medlint.pattern_cache import compiled

EXPRESSIONS = [
    (r"\b(?P<word>\w+) (?P=word)\b", re.I),
    (r"(?<![\d.,–-])(\d+)\.0+ ?(mg|mcg)\b(?!/d?L\b)", 0),
    (r"^(?:a|b)+?$", re.M | re.S),
    (r"(?i:[é-ü])x*+(?>y+)", re.X),
    (r"[^\W\d_]{3,}", re.A),
]
TEXTS = ["the the 5.0 mg", "10.00 mcg\nab\nba", "Éxxxyy é", "abc defg_1 çédille", ""]


def name() -> str:
    return f"patterns-{sys.implementation.cache_tag}.bin"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(pattern_cache, "PATTERNS", kept.Kept("patterns", 5000))
    return tmp_path / name()


def again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin the next run: nothing is in memory."""
    monkeypatch.setattr(pattern_cache, "PATTERNS", kept.Kept("patterns", 5000))


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_a_kept_pattern_finds_what_a_new_one_finds(
    expression: str, flags: int, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled(expression, flags)
    pattern_cache.PATTERNS.save()
    again(monkeypatch)
    monkeypatch.setattr(pattern_cache, "_compile", lambda *given: pytest.fail("it was not kept"))
    old, new = compiled(expression, flags), re.compile(expression, flags)
    assert (old.pattern, old.flags, old.groups, old.groupindex) == (
        new.pattern,
        new.flags,
        new.groups,
        new.groupindex,
    )
    for text in TEXTS:
        assert [match.regs for match in old.finditer(text)] == [match.regs for match in new.finditer(text)]


@given(st.text(alphabet="ab.*+?()[]|\\dw^$", max_size=12), st.text(alphabet="ab1 ", max_size=20))
def test_any_expression_is_compiled_or_refused_as_re_does(expression: str, text: str) -> None:
    try:
        expected: Any = re.compile(expression, re.I).findall(text)
    except re.error:
        expected = re.error
    try:
        found: Any = compiled(expression, re.I).findall(text)
    except re.error:
        found = re.error
    assert found == expected


BROKEN = [
    [1, 2],
    None,
    {("a+", 0): (0, b"\1\0\0\0\xff\0\0\0", 0, {}, ())},
    {("a+", 0): "no pattern"},
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_cache_of_other_things_does_no_harm(data: Any, cache: Path) -> None:
    kept.save("patterns", (None, data))
    assert compiled("a+").findall("aab a") == ["aa", "a"]


@pytest.mark.parametrize("content", [b"", b"junk", b"[" * 1000], ids=["empty", "junk", "promising"])
def test_a_broken_cache_does_no_harm(content: bytes, cache: Path) -> None:
    cache.write_bytes(content)
    assert compiled("a+").findall("aab a") == ["aa", "a"]


class Special(str):
    """A text that only looks like one, as the options of a kind may hold."""


def test_an_expression_of_another_class_is_kept_too(cache: Path) -> None:
    compiled(Special("a+"))
    pattern_cache.PATTERNS.save()
    assert kept.load("patterns")[1].keys() == {("a+", 0)}
