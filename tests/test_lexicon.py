"""Word lists are sorted, headed by their sources, and found entry by entry."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from medlint.lexicon import WordList
from medlint.shipped import shipped

LISTS = sorted(
    os.path.join(root, name)
    for root, _, files in os.walk(shipped("dictionaries"))
    for name in files
    if name.endswith(".txt")
)


@pytest.mark.parametrize("path", LISTS)
def test_list_is_sorted_and_says_where_it_is_from(path: str) -> None:
    lines = Path(path).read_bytes().split(b"\n")
    head = [line for line in lines if line.startswith(b"#")]
    body = lines[len(head) : -1]
    keys = [line.split(b"\t")[0] for line in body]
    assert lines[-1] == b"", "the file ends in a line feed"
    assert any(b"Source" in line for line in head), "the head names the sources"
    assert any(b"Licen" in line for line in head), "the head names the licences"
    assert keys == sorted(set(keys))


def test_every_entry_is_found_and_no_other(tmp_path: Path) -> None:
    words = sorted({f"w{n * n:x}" for n in range(500)}, key=str.encode)
    path = tmp_path / "list.txt"
    path.write_text("# Source: a test\n" + "".join(f"{word}\tvalue {word}\n" for word in words))
    found = WordList(str(path))
    assert all(found.entry(word) == (f"value {word}",) for word in words)
    assert not any(word + "z" in found or word[:-1] + "~" in found for word in words)
