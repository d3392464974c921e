"""The cache of cards: it changes nothing but the time, and nothing it holds can do harm."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from medlint import cache as kept
from medlint import card_cache
from medlint.card import Card
from medlint.kinds import KINDS
from medlint.matching import GATES
from medlint.plan import make_rule
from medlint.ready import READY


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    GATES.grown = True
    card_cache.save(card_cache.shipped_cards())
    return tmp_path / f"cards-{sys.implementation.cache_tag}.bin"


def test_a_run_from_the_cache_has_the_same_cards(cache: Path) -> None:
    cached = card_cache.shipped_cards()
    cache.unlink()
    assert card_cache.shipped_cards() == cached


def test_the_cached_homes_are_where_the_kinds_live(cache: Path) -> None:
    homes = kept.load("cards")["homes"]
    assert all(KINDS[name].look.__module__ == f"medlint.kinds.{home}" for name, home in homes.items())


def test_options_from_the_cache_are_those_that_the_cards_ask_for(cache: Path) -> None:
    cards = card_cache.shipped_cards()
    ready = [make_rule(card).options for card in cards]
    assert len(READY) >= len(cards)
    READY.clear()
    assert ready == [make_rule(card).options for card in cards]


def test_options_whose_kind_has_changed_are_made_anew(cache: Path) -> None:
    card = card_cache.shipped_cards()[0]
    wanted = make_rule(card).options
    for broken in (["named"], ["named", "medlint.plan", "Rule", ["card"], 1], ["named", "os", "path", [], 1]):
        READY[card.id] = broken
        assert make_rule(card).options == wanted


@pytest.mark.parametrize("data", [[], None, {"signature": 1}, {}], ids=str)
def test_a_cache_of_another_kind_is_made_anew(cache: Path, data: Any) -> None:
    kept.save("cards", data)
    assert all(isinstance(card, Card) for card in card_cache.shipped_cards())
    assert GATES.grown, "it is written again at the end of the run"


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 100_000, b"\0" * 8], ids=range(4))
def test_a_broken_cache_is_made_anew(cache: Path, content: bytes) -> None:
    cache.write_bytes(content)
    assert all(isinstance(card, Card) for card in card_cache.shipped_cards())
    assert GATES.grown, "it is written again at the end of the run"


@pytest.mark.parametrize("part", ["cards", "gates", "homes", "ready"])
def test_a_cache_that_lacks_a_part_is_made_anew(cache: Path, part: str) -> None:
    data = kept.load("cards")
    del data[part]
    kept.save("cards", data)
    assert card_cache.shipped_cards()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    GATES.grown = True
    card_cache.save(card_cache.shipped_cards())
