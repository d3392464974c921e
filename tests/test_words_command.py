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


def test_a_word_of_the_metadata_is_shown_in_its_line(folder: Path) -> None:
    (folder / "three.md").write_text("---\ntitle: Living with a wozzelflank\n---\n\nIt is worn for a week.\n")
    found = {each["word"]: each for each in json.loads(run("learn", ".", "--least", "1", "--format", "json"))}
    assert found["wozzelflank"]["context"] == "title: Living with a wozzelflank"


def test_rare_words_are_left_out_unless_asked_for(folder: Path) -> None:
    lines = run("learn", ".", "--format", "list").splitlines()
    assert [line.split("#")[0].strip() for line in lines if line[0] != "#"] == ["zorblatter"]
    assert "3 uses in 2 articles: … The zorblatter helps." in lines[-1]


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
    assert json.loads(run("learn", "one.md", "two.md", "--format", "json")) == []


def test_the_proposed_list_accepts_and_rejects(folder: Path) -> None:
    (folder / "list.txt").write_text(run("learn", ".", "--least", "1", "--format", "list"))
    assert "1 added to medlint-words.txt, 0 there already, 1 rejected" in run("add", "--from", "list.txt")
    assert (folder / "medlint-words.txt").read_text() == "pateint -> patient\nzorblatter\n"
    (folder / "medlint.yml").write_text("dictionaries: [medlint-words.txt]\n")
    assert json.loads(run("learn", "one.md", "two.md", "--least", "1", "--format", "json")) == []


def test_forms_of_a_word_are_one_proposal(folder: Path) -> None:
    (folder / "three.md").write_text("Zorblatters ache. ZORBLATTER! A Blabbex, the Blabbex.\n")
    found = json.loads(run("learn", ".", "--format", "json"))
    assert [(each["word"], each["uses"], each["articles"]) for each in found] == [
        ("zorblatter", 5, 3),
        ("Blabbex", 2, 1),
    ]


def test_answers_are_kept(folder: Path) -> None:
    result = CliRunner().invoke(command, ["learn", ".", "--ask", "--least", "1"], input="a\nr\nservice user\n")
    assert result.exit_code == 0, result.output
    assert (folder / "medlint-words.txt").read_text() == "pateint -> service user\nzorblatter\n"


def test_asking_may_end_at_any_word(folder: Path) -> None:
    (folder / "medlint-words.txt").write_text("midex\n")
    for told in ("q\n", "s\nq\n", ""):
        CliRunner().invoke(command, ["learn", "one.md", "--ask", "--least", "1"], input=told)
        assert (folder / "medlint-words.txt").read_text() == "midex\n"


def test_a_word_is_either_accepted_or_rejected(folder: Path) -> None:
    kept = folder / "medlint-words.txt"
    kept.write_text("# head\n\nzorb  # why\n~Midex\n")
    run("reject", "zorb")
    run("reject", "midex", "middle exercise")
    assert kept.read_text() == "# head\n\nmidex -> middle exercise\n!zorb\n"
    run("reject", "zorb", "blab")
    run("reject", "zorb", "blab")
    run("add", "midex")
    assert kept.read_text() == "# head\n\nmidex\nzorb -> blab\n"


def test_a_list_keeps_the_order_of_its_owner(folder: Path) -> None:
    kept = folder / "medlint-words.txt"
    kept.write_text("# devices\nzorb\n\n# drugs\nmidex\n")
    run("add", "blab", "Zorb Plus")
    assert kept.read_text() == "# devices\nzorb\n\n# drugs\nmidex\nblab\nZorb Plus\n"


def test_the_list_lies_with_its_configuration(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "medlint.yml").write_text("dictionaries: [~/far.txt, x.dic, own.txt]\n")
    for name in ("x.dic", "own.txt", "far.txt"):
        (folder / name).write_text("")
    monkeypatch.setenv("HOME", str(folder))
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    run("add", "zorb")
    assert (folder / "own.txt").read_text() == "zorb\n"
    (folder / "medlint.yml").write_text("locale: en-GB\n")
    assert "- medlint-words.txt" in run("reject", "zorb")
    assert (folder / "medlint-words.txt").read_text() == "!zorb\n"


@pytest.mark.parametrize("arguments", [("add", "x", "--file", "no/folder.txt"), ("reject", "x", "--file", "bad.txt")])
def test_what_cannot_be_written_is_said(folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "bad.txt").write_bytes(b"\xe4\n")
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert (folder / "bad.txt").read_bytes() == b"\xe4\n"


def test_thousands_are_added_at_once(folder: Path) -> None:
    (folder / "list.txt").write_text("".join(f"w{i:x}q\n" for i in range(20_000)))
    assert "20000 added" in run("add", "--from", "list.txt")
