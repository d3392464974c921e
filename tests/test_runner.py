from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from conftest import House
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.files import Target
from medlint.reporters import jsonl, text
from medlint.runner import Request, Run
from medlint.source import decode

DAY = date(2026, 1, 31)

PARTS = (
    *("---\n", "title: Gout\n", "reviewer: [", "# Gout\n", "\n\n", "- one\n", "1. two\n", "| a | b |\n", "> quote\n"),
    *("**", "`", "```\n", "[x](y)", "![", "<p>", "</p>", "<div hidden>", "<script>", "<!--", "-->", "&amp;", "&#0;"),
    *(
        "{% x %}",
        "{{ x",
        "import x from 'y'\n",
        "export",
        "<A b={c}>",
        "{/*",
        "*/}",
        "<?xml version='1.0'?>",
        "<!DOCTYPE x",
    ),
    *("5.0 mg", ".5 mg", "MRI (magnetic resonance imaging)", "the the", "Reviewed by Jane Doe, MD", "2024-02-30"),
    *(
        "\r",
        "\r\n",
        "\t",
        "\u00a0",
        "\u202e",
        "\ufeff",
        "\x00",
        "é",
        "食",
        "👍",
        "e\u0301",
        "\u2028",
        "Sources:\n",
        "..",
        ";",
    ),
)
"""What articles are made of, and what breaks readers."""


def check(run: Run, folder: Path, name: str, data: bytes) -> None:
    """Check a file and hold every finding to its place."""
    file = folder / name
    file.write_bytes(data)
    (checked,) = run.checked([Target(str(file), True)], jobs=1)
    assert checked.problem == ""
    lines = list(jsonl.Reporter().article(checked))
    "\n".join(text.Reporter().article(checked)).encode()
    if [finding.name for finding in checked.findings] != ["unreadable-file"]:
        assert checked.source.encode() == data
        rows = decode(name, data).lines
    for line in lines:
        finding = json.loads(line)
        if finding["name"] != "unreadable-file":
            start = rows.starts[finding["line"] - 1] + finding["column"] - 1
            end = rows.starts[finding["end_line"] - 1] + finding["end_column"] - 1
            assert rows.text[start:end] == finding["excerpt"]


ENDINGS = st.sampled_from(("md", "mdx", "html", "txt", "xml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def run() -> Run:
    return Run(Request(config="", select=("ALL",), today=DAY))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=12)), max_size=40), ending=ENDINGS)
def test_no_article_breaks_a_run(run: Run, folder: Path, parts: list[str], ending: str) -> None:
    check(run, folder, f"a.{ending}", "".join(parts).encode("utf-8", "replace"))


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), ending=ENDINGS)
def test_no_bytes_break_a_run(run: Run, folder: Path, data: bytes, ending: str) -> None:
    check(run, folder, f"a.{ending}", data)


def test_documents_are_given_in_order_with_their_settings(house: House) -> None:
    house.write("medlint.yml", "overrides: [{files: [b.md], locale: en-GB}]\nexclude: [c.md]\n")
    for name in ("c.md", "b.md", "a.txt"):
        house.write(name)
    run = Run(Request((".", "nope.md"), today=DAY))
    found = [(document.source.path, settings.surroundings.locale) for document, settings in run.documents()]
    assert found == [("a.txt", "auto"), ("b.md", "en-GB")]
    assert run.problems == ["nope.md: there is no such file or folder"]


def test_a_document_that_breaks_its_reader_is_left_out(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(source: object, *more: object) -> Document:
        raise RecursionError if "a.md" in str(source) else ValueError("odd")

    house.write("a.md")
    monkeypatch.setattr("medlint.inputs.read", read)
    run = Run(Request((".",)))
    assert list(run.documents()) == []
    assert run.problems[0].startswith("a.md: medlint failed on this file: odd (test_runner.py:")


def test_today_is_the_day_that_is_said(house: House) -> None:
    house.write("a.md")
    given = [settings.surroundings.today for _, settings in Run(Request((".",), today=DAY)).documents()]
    unsaid = [settings.surroundings.today for _, settings in Run(Request((".",))).documents()]
    assert given == [DAY]
    assert unsaid == [date.today()]
