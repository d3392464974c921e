"""`medlint metadata`, as it is called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from medlint.commands.metadata import command

ARTICLE = """---
title: Living with gout
author: Jane Doe, MPH
reviewer:
  name: Sam Lee
  credentials: MD
  role: Rheumatologist
published: 2024-05-04
last_reviewed: May 2025
sources: []
---

Gout comes in attacks. This page is not medical advice.
"""


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, arguments, catch_exceptions=False)
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gout.md").write_text(ARTICLE)
    (tmp_path / "bare.txt").write_text("Joints\n\nJoints hurt when they are inflamed.\n")
    return tmp_path


def test_json_lines_say_everything_with_its_place(folder: Path) -> None:
    code, output = run("--format", "jsonl", ".")
    bare, gout = map(json.loads, output.splitlines())
    assert code == 0
    assert [bare["path"], gout["path"]] == ["bare.txt", "gout.md"]
    assert list(gout) == ["path", "title", "authors", "reviewers", "dates", "disclaimer", "sources", "sources_empty"]
    assert gout["title"] == {"value": "Living with gout", "state": "present", "line": 2, "column": 8}
    assert gout["authors"] == [
        {"name": "Jane Doe", "credentials": ["MPH"], "role": "", "state": "present", "line": 3, "column": 9}
    ]
    assert gout["reviewers"] == [
        {"name": "Sam Lee", "credentials": ["MD"], "role": "Rheumatologist", "state": "present", "line": 5, "column": 9}
    ]
    assert gout["dates"]["published"] == {
        "value": "2024-05-04",
        "precision": "day",
        "state": "present",
        "line": 8,
        "column": 12,
    }
    assert gout["dates"]["reviewed"] == {
        "value": "2025-05",
        "precision": "month",
        "state": "present",
        "line": 9,
        "column": 16,
    }
    assert {kind: each["state"] for kind, each in gout["dates"].items() if each["value"] is None} == {
        "updated": "absent",
        "next_review": "absent",
    }
    assert (gout["disclaimer"]["state"], gout["disclaimer"]["line"]) == ("present", 13)
    assert (gout["sources"]["state"], gout["sources_empty"]) == ("empty", True)


def test_what_is_absent(folder: Path) -> None:
    [bare] = json.loads(run("--format", "json", "bare.txt")[1])
    states: list[Any] = [bare["disclaimer"]["state"], bare["sources"]["state"]]
    states += [each["state"] for each in bare["dates"].values()]
    assert set(states) == {"absent"}
    assert (bare["authors"], bare["reviewers"], bare["sources_empty"]) == ([], [], False)


def test_table(folder: Path) -> None:
    code, output = run("gout.md")
    lines = [line.split() for line in output.splitlines()]
    assert code == 0
    assert lines[0] == ["gout.md"]
    assert ["reviewer", "Sam", "Lee,", "MD", "(Rheumatologist)", "5:9"] in lines
    assert ["reviewed", "2025-05", "9:16"] in lines
    assert ["updated", "absent"] in lines


def test_control_characters_are_written_out(folder: Path) -> None:
    (folder / "odd.md").write_text('---\ntitle: "Gout \u202e\\e[31m"\n---\n\nGout.\n', encoding="utf-8")
    output = run("odd.md")[1]
    assert "\x1b" not in output
    assert "\u202e" not in output


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "picture.md").write_bytes(bytes(range(16)) * 100)
    code, output = run("--format", "jsonl", "picture.md", "missing.md", "gout.md")
    assert code == 2
    assert '"gout.md"' in output
    assert "medlint: picture.md: " in output
    assert "medlint: missing.md: " in output


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## Living with gout\n\nGout comes in attacks.\n", "Living with gout"),
        (f"{'Gout comes in attacks, and they hurt. ' * 4}\n\n## Treatment of gout\n\nRest the joint.\n", None),
        ("Gout comes in attacks.\n\n## Causes of gout:\n\nToo much uric acid.\n", None),
        ("## {{ site.name }}\n\nGout comes in attacks.\n", None),
        ("**LIVING WITH GOUT**\n\nGout comes in attacks.\n", "LIVING WITH GOUT"),
        ("Gout comes in attacks.\n\n## Introduction\n\nToo much uric acid is the cause.\n", None),
    ],
)
def test_the_head_of_a_section_is_no_title(folder: Path, text: str, title: str | None) -> None:
    (folder / "gout.md").write_text(text)
    assert json.loads(run("--format", "jsonl", "gout.md")[1])["title"]["value"] == title
