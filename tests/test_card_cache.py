"""The cache of cards: it changes nothing but the time, and nothing it holds can do harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from medlint import card_cache
from medlint.card import Card
from medlint.kinds import KINDS
from medlint.matching import GATES


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    GATES.grown = True
    card_cache.save(card_cache.shipped_cards())
    return tmp_path / "cards.json"


def test_a_run_from_the_cache_has_the_same_cards(cache: Path) -> None:
    cached = card_cache.shipped_cards()
    cache.unlink()
    assert card_cache.shipped_cards() == cached


def test_the_cached_homes_are_where_the_kinds_live(cache: Path) -> None:
    homes = json.loads(cache.read_text())["homes"]
    assert all(KINDS[name].look.__module__ == f"medlint.kinds.{home}" for name, home in homes.items())


BROKEN = ["", "{", "[]", "null", '{"signature": 1}', "[" * 100_000]


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_cache_is_made_anew(cache: Path, text: str) -> None:
    cache.write_text(text)
    assert all(isinstance(card, Card) for card in card_cache.shipped_cards())
    assert GATES.grown, "it is written again at the end of the run"


@pytest.mark.parametrize("part", ["cards", "gates", "homes"])
def test_a_cache_that_lacks_a_part_is_made_anew(cache: Path, part: str) -> None:
    data = json.loads(cache.read_text())
    del data[part]
    cache.write_text(json.dumps(data))
    assert card_cache.shipped_cards()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    GATES.grown = True
    card_cache.save(card_cache.shipped_cards())
