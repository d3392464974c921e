"""The words that a house accepts and rejects, and the lists that it keeps them in."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from conftest import House
from hypothesis import given
from hypothesis import strategies as st

from medlint import house_lists
from medlint.affixes import Affixes
from medlint.house_lists import opened
from medlint.house_words import HouseWords
from medlint.inflection import forms, plural
from medlint.list_files import ListError, list_entries


@pytest.mark.parametrize(
    ("entry", "right", "wrong"),
    [
        ("zorb", "zorb Zorb ZORB zorbs Zorbs ZORBS zorb's zorb\u2019s Zorb's zorbs'", "zorbed zORB zor"),
        ("Zorb", "Zorb ZORB Zorbs Zorb's ZORB'S", "zorb zorbs"),
        ("eZorb", "eZorb eZorbs eZorb's", "ezorb Ezorb"),
        ("ZRB", "ZRB ZRBs", "zrb Zrb"),
        ("zorby", "zorbies Zorbies zorbys", "zorbi"),
        ("zorbex", "zorbexes zorbexs", "zorbexe"),
        ("~zorb", "zorb ZORB zORB zOrBs", "zorbed"),
        ("Zorb's", "Zorb's Zorb\u2019s", "Zorb"),
    ],
)
def test_case_and_inflection(entry: str, right: str, wrong: str) -> None:
    house = HouseWords(frozenset({entry}))
    assert [word for word in right.split() if not house.accepts(word)] == []
    assert [word for word in wrong.split() if house.accepts(word)] == []


@given(st.text(alphabet="abESYies'\u2019", max_size=8))
def test_a_word_is_a_form_of_itself_and_its_plural_of_it(word: str) -> None:
    assert not word or forms(word)[0] == word.replace("\u2019", "'")
    if word.isalpha() and len(word) > 2 and word.islower():
        assert word in forms(plural(word))


PLAIN = """\
\ufeff# ours  -- cspell-dictionary: no-split
zorb  # why
Mc Zorb-Ney
!nope
~AnyCase
=Kept
*maybe*
+only
only+
:hint:that
wrong -> right, better
!two words -> one word
a\u2019b
3x
!

"""


def test_a_plain_list_is_read_as_cspell_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(PLAIN, "utf-8")
    assert dict(list_entries(str(file))) == {
        **dict.fromkeys(["zorb", "Mc", "Zorb", "Ney", "~anycase", "Kept", "maybe", "a'b", "3x"], ""),
        "!nope": "",
        "!wrong": "right, better",
        "!two words": "one word",
    }
    packed = tmp_path / "list.txt.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert list(list_entries(str(packed))) == list(list_entries(str(file)))


RULES = """\
SET ISO8859-1
FORBIDDENWORD !
NEEDAFFIX n
ONLYINCOMPOUND c

PFX R Y 1
PFX R 0 re .

SFX S Y 3
SFX S y ies [^aeiou]y
SFX S 0 s [aeiou]y
SFX S 0 s [^sy]

SFX N N 1
SFX N e ation/S e

SFX C N 1
SFX C 0 0/c .
"""


def test_a_hunspell_dictionary_takes_its_affixes(tmp_path: Path) -> None:
    (tmp_path / "x.aff").write_text(RULES, "latin-1")
    (tmp_path / "x.dic").write_text(
        "10\n\tabout this list\nzorby/SR\nnarbe/N po:noun\nzwei/nC\nbl\xe4b/S\tpo:noun\n"
        "falt/!\nstem/nS\npart/c\n*gone\nMcZorb\n",
        "latin-1",
    )
    words = opened(str(tmp_path / "x.dic"))
    right = ["zorby", "rezorby", "zorbies", "rezorbies", "narbe", "narbation", "bläb", "bläbs", "stems", "McZorb"]
    wrong = [
        "zorbys",
        "renarbe",
        "narbations",
        "narbes",
        "rebläb",
        "falt",
        "falts",
        "stem",
        "part",
        "zwei",
        "gone",
        "mczorb",
        "about",
    ]
    assert [word for word in right if not words.holds(word)] == []
    assert [word for word in wrong if words.holds(word)] == []
    assert words.rejected == {"falt": "", "gone": ""}


def test_english_dictionaries_without_rules_take_those_beside(tmp_path: Path) -> None:
    (tmp_path / "en_US.aff").write_text("SFX D Y 1\nSFX D e ing e\n")
    (tmp_path / "en_med.dic").write_text("1\nzorbe/D\n")
    assert opened(str(tmp_path / "en_med.dic")).holds("zorbing")


@pytest.mark.parametrize(
    ("told", "written", "flags"),
    [
        ("", "abc", ("a", "b", "c")),
        ("FLAG long", "aabb", ("aa", "bb")),
        ("FLAG num", "12,7", ("12", "7")),
        ("AF 2\nAF xy\nAF z", "2", ("z",)),
        ("AF 1\nAF xy", "9", ()),
    ],
)
def test_flags_are_split_as_the_rules_say(told: str, written: str, flags: tuple[str, ...]) -> None:
    assert Affixes(told).flags(written) == flags


@given(
    st.lists(st.text(alphabet="abB\u00e9'!~ ->/#\t", max_size=6), max_size=30),
    st.text(alphabet="abB\u00e9'", max_size=4),
)
def test_the_sorted_copy_of_a_list_answers_as_the_list_does(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], word: str
) -> None:
    folder = tmp_path_factory.mktemp("lists")
    (folder / "list.txt").write_text("\n".join(lines), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDLINT_CACHE_DIR", str(folder / "cache"))
        held = opened(str(folder / "list.txt"))
        patch.setattr(house_lists, "SHORT", -1)
        for copied in (opened(str(folder / "list.txt")), opened(str(folder / "list.txt"))):
            assert copied.rejected == held.rejected
            assert copied.holds(word) == held.holds(word)
            assert all(copied.holds(line) == held.holds(line) for line in lines)


def test_a_changed_list_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(house_lists, "SHORT", 0)
    file = tmp_path / "list.txt"
    file.write_text("zorb\n")
    assert opened(str(file)).holds("zorb")
    file.write_text("zorb\nblab\n")
    assert opened(str(file)).holds("blab")
    (copy,) = (tmp_path / "cache").iterdir()
    copy.write_bytes(copy.read_bytes().split(b"\n")[0])
    assert not opened(str(file)).holds("blub")


def test_without_a_cache_a_long_list_is_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no folder").write_text("")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "no folder"))
    monkeypatch.setattr(house_lists, "SHORT", 0)
    (tmp_path / "list.txt").write_text("zorb\n!blab\n")
    words = opened(str(tmp_path / "list.txt"))
    assert words.holds("zorb") and words.rejected == {"blab": ""}


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"good\nb\xe4d\n", "its line 2 is not UTF-8; save it as UTF-8"),
        ("a.txt", b"\x7fELF\0\0", "it is no text but a binary file"),
        ("a.txt", "word\n".encode("utf-16"), "it is UTF-16 text; save it as UTF-8"),
        ("a.trie", b"TrieXv3\nbase=10\n", "it is a compiled list of cspell"),
        ("a.txt.gz", gzip.compress(b"word\n" * 99)[:20], "it cannot be read: Compressed file ended"),
        ("a.txt", None, "it is no plain file"),
        ("b.dic", b"1\nzorb\n", "names an encoding that nobody knows"),
    ],
)
def test_what_is_no_list_says_so(house: House, name: str, data: bytes | None, told: str) -> None:
    house.write("b.aff", "SET NONE-7\n")
    (house.root / name).mkdir() if data is None else house.write(name, data)
    with pytest.raises(ListError, match=r"."):
        opened(name)
    house.write("medlint.yml", f"words: [zorb]\ndictionaries: [{name}]\n")
    house.write("a.md")
    done = house.run("check", "a.md")
    assert done.exit_code == 2 and done.stderr.startswith("medlint.yml:2:16: ")
    assert told in done.stderr and len(done.stderr.splitlines()) == 1


def test_a_list_may_lie_anywhere_if_its_whole_path_is_named(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(house.root.parent))
    outside = house.write("../outside.txt", "zorblatter\n")
    house.write("a.md", "The zorblatter helps.\n")
    for name in (str(outside), "~/outside.txt"):
        house.write("medlint.yml", f"dictionaries: ['{name}']\n")
        assert house.findings("a.md", "--select", "unknown-word") == []
    house.write("medlint.yml", "dictionaries: [../outside.txt]\n")
    assert "write its whole path, or one from ~" in house.run("check", "a.md").stderr


def told(house: House, *paths: str) -> list[str]:
    findings = house.findings(*paths, "--select", "rejected-word,unknown-word,possible-misspelling")
    return [f"{found['path']} {found['excerpt']} {found['suggestions']}" for found in findings]


@pytest.mark.parametrize(
    ("settings", "text", "found"),
    [
        ("reject: [wellness]", "Wellness, wellnesses.", ["a.md Wellness []", "a.md wellnesses []"]),
        ("reject: [wellness -> well-being]", "WELLNESS", ["a.md WELLNESS ['WELL-BEING']"]),
        ("reject: {wellness: 'a, b'}", "A wellness.", ["a.md wellness ['a', 'b']"]),
        ("reject: {crohns: Crohn's}", "Crohns or Crohn's.", ['a.md Crohns ["Crohn\'s"]']),
        ("reject: [new]\nwords: [news]", "The news is new.", ["a.md new []"]),
        ("reject: [zimmer frame]", "The Zimmer\nframe.", ["a.md Zimmer\nframe []"]),
        ("reject: [H1N1 flu -> swine flu]", "The H1N1 flu.", ["a.md H1N1 flu ['swine flu']"]),
        ("reject: [Internet -> internet]", "Internet use: the Internet, an internet.", ["a.md Internet ['internet']"]),
        ("words: [zorb, '!blab -> zorb']", "A zorb must not blab.", ["a.md blab ['zorb']"]),
        ("words: [Zorb Plus]", "Zorb Plus helps.", []),
        ("reject: [pateint -> service user]", "A pateint.", ["a.md pateint ['service user']"]),
        ("words: [zorb]\nreject: [zorb]", "A zorb.", ["a.md zorb []"]),
    ],
)
def test_what_a_house_rejects(house: House, settings: str, text: str, found: list[str]) -> None:
    house.write("medlint.yml", settings + "\n")
    house.write("a.md", text + "\n")
    assert told(house) == found


def test_paths_have_words_of_their_own(house: House) -> None:
    house.write("zorb.txt", "zorblatter\n!zimmer -> walker\n")
    house.write(
        "medlint.yml",
        "reject: [wellness]\noverrides:\n- {files: [uk/], words: [wellness], dictionaries: [zorb.txt]}\n"
        "- {files: [uk/ward/], reject: {zorblatter: device}}\n",
    )
    for path in ("a.md", "uk/a.md", "uk/ward/a.md"):
        house.write(path, "The zorblatter, wellness and a zimmer.\n")
    assert told(house) == [
        "a.md zorblatter []",
        "a.md wellness []",
        "uk/a.md zimmer ['walker']",
        "uk/ward/a.md zorblatter ['device']",
        "uk/ward/a.md zimmer ['walker']",
    ]


def test_a_dictionary_pointed_at_takes_no_rejection_back(house: House) -> None:
    for name in ("big.dic", "../big.txt"):
        house.write(name, "2\nwellness\nnews\n")
    house.write("own.txt", "wellness\nnews\n")
    house.write("a.md", "Wellness is no news.\n")
    house.write("base.yml", "reject: [wellness, new]\n")
    for name, left in (("big.dic", 2), (str(house.root.parent / "big.txt"), 2), ("own.txt", 0)):
        house.write("medlint.yml", f"extends: base.yml\ndictionaries: ['{name}']\n")
        assert len(told(house, "a.md")) == left, name


def test_what_a_file_extends_gives_way_to_it(house: House) -> None:
    house.write("base.yml", "reject: [wellness, zorb]\nwords: [blab]\n")
    house.write("medlint.yml", "extends: base.yml\nwords: [wellness]\nreject: [blab]\n")
    house.write("a.md", "Wellness: a zorb and a blab.\n")
    assert told(house) == ["a.md zorb []", "a.md blab []"]


def test_a_rejected_word_is_not_suggested(house: House) -> None:
    house.write("a.md", "The swelling ussually goes.\n")
    (before,) = told(house)
    assert "usually" in before
    house.write("medlint.yml", "reject: [usually]\n")
    (after,) = told(house)
    assert "'usually'" not in after and "'usual'" in after


def test_the_lists_of_a_house_are_no_articles(house: House) -> None:
    house.write("words.txt", "zorb\n")
    house.write("disclaimer.txt", "This is no advice.\n")
    house.write("a.md")
    house.write("medlint.yml", "dictionaries: [words.txt]\ndisclaimers: [disclaimer.txt]\n")
    assert "1 article checked" in house.run("check", ".", "--select", "doses").output


@pytest.mark.parametrize(
    "line", ["a" * 200_000, " " * 200_000 + "->", "!" * 200_000, "'" * 200_000, "a b " * 50_000, "a/" + "S" * 100_000]
)
@pytest.mark.parametrize("name", ["a.txt", "a.dic"])
def test_odd_lists_cost_little(tmp_path: Path, line: str, name: str) -> None:
    (tmp_path / "a.aff").write_text("SFX S Y 1\nSFX S 0 s [^" + "a" * 5000 + "]\nFORBIDDENWORD S\n")
    (tmp_path / name).write_text(f"1\n{line}\n{line}\n")
    opened(str(tmp_path / name)).holds("a" * 5000 + "s")
