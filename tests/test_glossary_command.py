"""`medlint glossary`, as it is called."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from medlint.commands.glossary import command

ARTICLE = """# A knee that clicks

An X-ray shows osteoarthritis (OA) well. So does an MRI.

OA hurts at night. Small joint effusions (SJEs) come and go; one SJE is no reason for an MRI.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "knee.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_json_lists_each_article_with_places_and_uses(article: Path) -> None:
    result = run(str(article.parent), "--format", "json")
    [found] = json.loads(result.stdout)
    assert (result.exit_code, found["path"]) == (0, str(article))
    assert found["entries"] == [
        {"short": "OA", "long": "osteoarthritis", "line": 3, "column": 32, "uses": 1},
        {"short": "SJEs", "long": "Small joint effusions", "line": 5, "column": 43, "uses": 1},
    ]


def test_all_adds_what_is_never_spelled_out(article: Path) -> None:
    [found] = json.loads(run(str(article), "--format", "json", "--all").stdout)
    assert {"short": "MRI", "long": "", "line": 3, "column": 53, "uses": 2} in found["entries"]


def test_table_is_for_people(article: Path) -> None:
    output = run(str(article)).stdout
    assert "OA    osteoarthritis  (1 use, line 3)" in output


def test_markdown_and_csv_hold_the_pairs(article: Path) -> None:
    assert "| SJEs | Small joint effusions |" in run(str(article), "--format", "markdown").stdout
    rows = list(csv.DictReader(io.StringIO(run(str(article), "--format", "csv").stdout)))
    assert [(row["short"], row["long"]) for row in rows] == [
        ("OA", "osteoarthritis"),
        ("SJEs", "Small joint effusions"),
    ]


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "=cmd.md"
    path.write_text("Osteoarthritis (OA) hurts.", encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run(str(path), "--format", "csv").stdout)))
    assert all(not row[name].startswith(("=", "+", "-", "@")) for row in rows for name in row)


def test_a_path_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.md"))
    assert result.exit_code == 2
    assert "none.md" in result.stderr


def test_the_front_matter_is_read_and_its_place_told(tmp_path: Path) -> None:
    path = tmp_path / "pain.md"
    path.write_text("---\ntitle: Ankylosing spondylitis (AS)\n---\n\nIt hurts.\n", encoding="utf-8")
    [found] = json.loads(run(str(path), "--format", "json").stdout)
    assert found["entries"] == [
        {"short": "AS", "long": "Ankylosing spondylitis", "line": 2, "column": 32, "uses": 0},
    ]


def test_an_article_without_short_forms_is_no_silence(tmp_path: Path) -> None:
    path = tmp_path / "rest.md"
    path.write_text("Rest helps.\n", encoding="utf-8")
    assert run(str(path)).stdout == "No short forms in 1 article.\n"


def test_the_house_says_what_an_article_does_not(article: Path) -> None:
    (article.parent / "medlint.yml").write_text("abbreviations: {MRI: magnetic resonance imaging}\n", encoding="utf-8")
    [found] = json.loads(run(str(article), "--format", "json", "--all").stdout)
    assert [entry["long"] for entry in found["entries"] if entry["short"] == "MRI"] == ["magnetic resonance imaging"]
