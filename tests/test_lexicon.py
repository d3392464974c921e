"""Word lists are sorted, headed by their sources, and found entry by entry."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import lexicon
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


def test_each_package_named_in_a_head_has_its_notice() -> None:
    notices = Path(shipped("dictionaries/NOTICES.md")).read_text("utf-8")
    heads = [line for path in LISTS for line in Path(path).read_text("utf-8").splitlines() if line.startswith("#")]
    packages = {
        line.split()[-2] + " " + line.split()[-1] for line in heads if re.match("# Source: (?:apt|npm|pip) ", line)
    }
    assert len(packages) > 5
    assert {name for name in packages if f"\n## {name}\n" not in notices} == set()


@pytest.mark.parametrize("name", ["medical", "drugs", "brands"])
def test_what_is_written_by_hand_is_not_repeated(name: str) -> None:
    made, by_hand = (
        {
            line.split("\t")[0]
            for line in Path(shipped(f"dictionaries/{folder}/{name}.txt")).read_text("utf-8").splitlines()
        }
        for folder in ("words", "terms")
    )
    assert {word for word in made & by_hand if not word.startswith("#")} == set()


def test_every_entry_is_found_and_no_other(tmp_path: Path) -> None:
    words = sorted({f"w{n * n:x}" for n in range(500)}, key=str.encode)
    path = tmp_path / "list.txt"
    path.write_text("# Source: a test\n" + "".join(f"{word}\tvalue {word}\n" for word in words))
    found = WordList(str(path))
    assert all(found.entry(word) == (f"value {word}",) for word in words)
    assert not any(word + "z" in found or word[:-1] + "~" in found for word in words)


KEYS = st.text("abé' ", min_size=1, max_size=6)


@given(st.dictionaries(KEYS, st.sampled_from(["", "one", "two words\tand more"])), st.lists(KEYS))
def test_a_list_is_what_it_holds(entries: dict[str, str], others: list[str]) -> None:
    keys = sorted(entries, key=str.encode)
    lines = [f"{key}\t{entries[key]}\n" if entries[key] else f"{key}\n" for key in keys]
    with tempfile.TemporaryDirectory() as folder, patch.object(lexicon, "PAGE", 16):
        path = Path(folder, "list.txt")
        path.write_text("# Source: a test\n" + "".join(lines), "utf-8", newline="\n")
        found = WordList(str(path))
        for word in (*entries, *others):
            value = entries.get(word)
            assert found.entry(word) == (None if value is None else tuple(value.split("\t")) if value else ())
        assert found.words() == set(entries)
        known = [entries[word] for word in sorted({*entries, *others}, key=str.encode) if entries.get(word)]
        assert found.values({*entries, *others}) == known


@pytest.mark.parametrize(
    "word",
    [
        "Sudeck",
        "edema",
        "oedema",
        "OEDEMA",
        "semaglutide",
        "BRCA1",
        "child's",
        "child\u2019s",
        "Sjögren",
        "Sjogren",
        "Charcot's",
    ],
)
def test_words_are_known_in_any_form(word: str) -> None:
    assert lexicon.is_word(word)


@pytest.mark.parametrize("word", ["sudek", "diarrohea", "opthalmology", "hemmorage", "", "xyzzyq"])
def test_wrong_forms_are_not_known(word: str) -> None:
    assert not lexicon.is_word(word)


def test_lists_answer_for_themselves() -> None:
    assert lexicon.is_drug("Semaglutide") and not lexicon.is_drug("water")
    assert lexicon.is_eponym("Crohn's") and not lexicon.is_eponym("knee")
    assert lexicon.is_organism("Escherichia coli") and lexicon.is_organism("escherichia")
    assert lexicon.is_gene("BRCA1") and not lexicon.is_gene("brca1")
    assert lexicon.is_english("swelling") and lexicon.is_name("Yoshida")


def test_binomials_are_made_of_known_genera() -> None:
    names = [name for name, *_ in lexicon.all_of("terms/organisms")]
    assert not [name for name in names if " " in name and name.split()[0] not in names]
