"""`medlint words`: a house learns its own words, and keeps them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from medlint.commands.words import command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "one.md").write_text("# One\n\nThe zorblatter helps. Each zorblatter is new. The pateint rests.\n")
    (tmp_path / "two.md").write_text("# Two\n\nA zorblatter is worn at night.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_unknown_words_are_counted_with_a_context(folder: Path) -> None:
    found = json.loads(run("learn", ".", "--least", "1", "--format", "json"))
    assert [(each["word"], each["uses"], each["articles"], each["near"]) for each in found] == [
        ("zorblatter", 3, 2, ""),
        ("pateint", 1, 1, "patient"),
    ]
    assert "zorblatter helps" in found[0]["context"]


def test_rare_words_are_left_out_unless_asked_for(folder: Path) -> None:
    assert run("learn", ".", "--format", "list") == "zorblatter\n"


def test_words_are_added_once_and_sorted(folder: Path) -> None:
    run("add", "zorblatter", "Aeroplex")
    assert "1 added" in run("add", "zorblatter", "midex")
    assert (folder / "medlint-words.txt").read_text() == "Aeroplex\nmidex\nzorblatter\n"


def test_what_was_learnt_is_no_longer_proposed(folder: Path) -> None:
    (folder / "medlint.yml").write_text("dictionaries:\n  - house/terms.txt\n")
    (folder / "house").mkdir()
    (folder / "house/terms.txt").write_text("# ours\nmidex\n")
    (folder / "list.txt").write_text("zorblatter\n")
    run("add", "--from", "list.txt")
    assert (folder / "house/terms.txt").read_text() == "# ours\nmidex\nzorblatter\n"
    assert run("learn", "one.md", "two.md", "--format", "list") == ""
