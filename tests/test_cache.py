"""What outlives a run: it is bounded, it is forgotten when what it rests on changes, and it can do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from medlint.cache import Kept, load, save
from medlint.neighbours import FOUND, neighbours


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_what_was_added_is_there_in_the_next_run() -> None:
    kept = Kept("words", 10)
    kept.add("one", (1, "a"))
    kept.save()
    assert Kept("words", 10).held == {"one": (1, "a")}


def test_nothing_is_written_where_nothing_is_new(folder: Path) -> None:
    Kept("words", 10).save()
    assert list(folder.iterdir()) == []


def test_the_last_ones_are_kept() -> None:
    kept = Kept("words", 2)
    for i in range(5):
        kept.add(i, i)
    kept.save()
    assert Kept("words", 2).held == {3: 3, 4: 4}


def test_what_rests_on_something_else_is_forgotten() -> None:
    kept = Kept("words", 10, lambda: "yesterday")
    kept.add(1, 1)
    kept.save()
    assert Kept("words", 10, lambda: "yesterday").held == {1: 1}
    assert Kept("words", 10, lambda: "today").held == {}


@pytest.mark.parametrize("data", [None, 1, (), (None, []), {"a": 1}])
def test_anything_else_under_the_name_is_nothing(data: object) -> None:
    save("words", data)
    assert Kept("words", 10).held == {}


@pytest.mark.parametrize("cut", [0, 1, 4, 5, 20, -1])
def test_a_file_cut_short_is_nothing(folder: Path, cut: int) -> None:
    save("words", {"a": list(range(50))})
    file = next(folder.iterdir())
    file.write_bytes(file.read_bytes()[:cut])
    assert load("words") is None


def test_what_is_no_plain_data_is_not_kept(folder: Path) -> None:
    save("words", {"a": object()})
    assert list(folder.iterdir()) == []


def test_neighbours_that_were_remembered_are_those_that_are_found() -> None:
    words = ("diabtes", "fractrue", "qqqq", "ileostmy")
    neighbours.cache_clear()
    FOUND.__dict__["held"] = {}
    found = [neighbours(word) for word in words]
    FOUND.save()
    del FOUND.__dict__["held"]
    neighbours.cache_clear()
    assert set(FOUND.held) >= set(words)
    assert [neighbours(word) for word in words] == found
