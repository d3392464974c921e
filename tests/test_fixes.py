"""Fixes: applied together or not at all, never twice, never beyond their edits."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import fixes
from medlint.finding import Finding, Fix, SpanEdit
from medlint.source import Source
from medlint.span import Span


def finding(*edits: tuple[int, int, str], safety: str = "safe") -> Finding:
    made = tuple(SpanEdit(Span(start, end), text) for start, end, text in edits)
    return Finding(made[0].span, "MED000", "test", "warning", "", (), Fix("", safety, made))


CASES = [
    ("one edit", "the the cat", [finding((3, 7, ""))], False, "the cat"),
    ("an insertion", "marrow.As", [finding((7, 7, " "))], False, "marrow. As"),
    ("edits of one fix go together", "(a) b (c)", [finding((0, 3, "x"), (6, 9, "y"))], False, "x b y"),
    ("the later of two that overlap waits", "abcdef", [finding((0, 4, "X")), finding((3, 6, "Y"))], False, "Xef"),
    ("two insertions at one place are two passes", "ab", [finding((1, 1, "x")), finding((1, 1, "y"))], False, "axb"),
    ("neighbours both count", "abcd", [finding((0, 2, "X")), finding((2, 4, "Y"))], False, "XY"),
    ("unsafe ones are left", "1.0 mg", [finding((1, 3, ""), safety="unsafe")], False, "1.0 mg"),
    ("unless asked for", "1.0 mg", [finding((1, 3, ""), safety="unsafe")], True, "1 mg"),
    ("the same fix twice is one", "a  b", [finding((1, 3, " ")), finding((1, 3, " "))], False, "a b"),
]


@pytest.mark.parametrize(("text", "found", "unsafe", "after"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_apply(text: str, found: list[Finding], unsafe: bool, after: str) -> None:
    assert fixes.apply(text, found, unsafe) == after


def doubled(text: str) -> list[Finding]:
    at = text.find("aa")
    return [finding((at, at + 1, ""))] if at >= 0 else []


def test_passes_are_repeated_until_nothing_changes() -> None:
    assert fixes.fixed(Source("a", "baaaaad"), doubled) == "bad"


def test_fixes_that_undo_each_other_end() -> None:
    def quarrel(text: str) -> list[Finding]:
        return [finding((0, 1, "b" if text[0] == "a" else "a"))]

    assert fixes.fixed(Source("a", "a"), quarrel) in ("a", "b")


def test_what_the_encoding_lacks_is_not_written() -> None:
    source = Source("a", "dont", "latin-1")
    assert fixes.fixed(source, lambda text: [finding((3, 3, "’"))] if "’" not in text else []) == "dont"


spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(st.text(min_size=30, max_size=30), st.lists(st.tuples(spans, st.text(max_size=3)), max_size=8))
def test_characters_outside_the_edits_stay(text: str, made: list[tuple[list[int], str]]) -> None:
    found = [finding((start, end, new)) for (start, end), new in made]
    edits = fixes.chosen_edits(found)
    pieces, done = [], 0
    for edit in edits:
        assert edit.span.start >= done
        pieces.append(text[done : edit.span.start])
        done = edit.span.end
    after = fixes.apply(text, found)
    for piece, edit in zip(pieces, edits, strict=True):
        assert after.startswith(piece + edit.text)
        after = after[len(piece) + len(edit.text) :]
    assert after == text[done:]


def test_diff_is_unified_and_says_where_a_last_line_has_no_end() -> None:
    no_end = "\\ No newline at end of file\n"
    expected = f"--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n x\n-y\n{no_end}+z\n{no_end}"
    assert fixes.diff("a.md", "x\ny", "x\nz") == expected
    assert fixes.diff("a.md", "x", "x") == ""


def test_write_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    fixes.write(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.md"]


def test_write_goes_through_no_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    with pytest.raises(fixes.NotWritten):
        fixes.write(str(tmp_path / "link.md"), b"new")
    assert (tmp_path / "real.md").read_bytes() == b"old"
