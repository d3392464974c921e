from __future__ import annotations

import os

import pytest
from conftest import House

from medlint.files import Missing, Target, is_article, targets, walk
from medlint.globs import fits


@pytest.mark.parametrize(
    ("pattern", "path", "wanted"),
    [
        ("*.md", "a.md", True),
        ("*.md", "deep/down/a.md", True),
        ("/*.md", "deep/a.md", False),
        ("drafts", "drafts/a.md", True),
        ("drafts/", "drafts/deep/a.md", True),
        ("drafts/", "news/drafts/a.md", True),
        ("drafts/", "undrafts/a.md", False),
        ("en/*.md", "en/a.md", True),
        ("en/*.md", "fr/en/a.md", False),
        ("en/*", "en/deep/a.md", True),
        ("en/**/x.md", "en/x.md", True),
        ("en/**/x.md", "en/a/b/x.md", True),
        ("**/x.md", "x.md", True),
        ("en/**", "en/a/b.md", True),
        ("en/**", "en", False),
        ("a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("a[bc].md", "ac.md", True),
        ("a[!bc].md", "ac.md", False),
        ("a[!bc].md", "ad.md", True),
        ("a[", "a[", True),
        ("what (now)+.md", "what (now)+.md", True),
        ("./en/", "en/a.md", True),
        ("", "a.md", False),
        ("/", "a.md", False),
        ("en/**/x/**/y.md", "en/a/x/b/c/y.md", True),
        ("en/**/x/**/y.md", "en/a/b/c/y.md", False),
        ("*a" * 40 + "b", "a" * 250, False),
        ("**/" + "*a*/" * 40 + "b", "a/" * 200 + "c", False),
    ],
)
def test_patterns(pattern: str, path: str, wanted: bool) -> None:
    assert fits((pattern,), path) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("gout.md", True),
        ("gout.MD", True),
        ("gout.en.mdx", True),
        ("what is it?.html", True),
        ("gout.htm", True),
        ("gout.nxml", True),
        ("gout.json", False),
        ("gout", False),
        (".md", False),
        ("README.md", False),
        ("readme.ja.md", False),
        ("LICENSE.txt", False),
        ("Changelog.md", False),
        ("CONTRIBUTING.md", False),
        ("readmission.md", True),
    ],
)
def test_what_a_walk_takes(name: str, wanted: bool) -> None:
    assert is_article(name) == wanted


def test_walk_is_sorted_and_leaves_out_what_is_no_article(house: House) -> None:
    taken = ["a.md", "b/c.txt", "b/d/e.html", "b.md", "with blank/f g.md", "é.md"]
    left = [".hidden/a.md", "node_modules/x/a.md", "_site/a.html", "dist/a.html", "b/README.md", "b/picture.png"]
    for path in [*left, *reversed(taken)]:
        house.write(path)
    found = list(walk("."))
    assert sorted(found) == sorted(taken)
    assert found == list(walk("."))


def test_a_walk_follows_no_links(house: House) -> None:
    house.write("real/a.md")
    os.symlink("real", "linked", target_is_directory=True)
    os.symlink("real/a.md", "b.md")
    os.symlink("..", "real/up", target_is_directory=True)
    assert list(walk(".")) == ["real/a.md"]


IGNORED = [
    ("drafts/\n", ["drafts/a.md", "x/drafts/a.md"], ["drafts.md"]),
    ("*.html\n!keep.html\n", ["a.html", "x/b.html"], ["keep.html", "x/keep.html"]),
    ("/top.md\n", ["top.md"], ["x/top.md"]),
    ("# a comment\n\nx/**/z.md\n", ["x/z.md", "x/y/z.md"], ["z.md"]),
]


@pytest.mark.parametrize(("ignore", "left", "taken"), IGNORED)
def test_gitignore(house: House, ignore: str, left: list[str], taken: list[str]) -> None:
    house.write(".gitignore", ignore)
    for path in left + taken:
        house.write(path)
    assert sorted(walk(".")) == sorted(taken)


def test_a_gitignore_that_would_take_for_ever_is_not_followed(house: House) -> None:
    house.write(".gitignore", "*a" * 40 + "b\n*.txt\n")
    house.write("a" * 200 + ".md")
    house.write("b.txt")
    assert list(walk(".")) == ["a" * 200 + ".md"]


def test_the_deepest_gitignore_decides(house: House) -> None:
    house.write(".gitignore", "*.txt\n")
    house.write("kept/.gitignore", "!*.txt\nb.txt\n")
    for path in ("a.txt", "kept/a.txt", "kept/b.txt"):
        house.write(path)
    assert list(walk(".")) == ["kept/a.txt"]


def test_a_gitignore_above_the_folder_counts_inside_the_repository_only(house: House) -> None:
    house.write("../.gitignore", "*.md\n")
    house.write(".gitignore", "en/a.md\n")
    for path in ("en/a.md", "en/b.md"):
        house.write(path)
    assert list(walk("en")) == ["en/b.md"]


def test_what_is_named_is_taken_once_and_in_order(house: House) -> None:
    for path in ("b.md", "a.md", "README.md", "node_modules/a.md"):
        house.write(path)
    named = ["README.md", "b.md", ".", "./b.md", "nope.md", "node_modules"]
    assert list(targets(named)) == [
        Target("README.md", True),
        Target("b.md", True),
        Target("a.md", False),
        Missing("nope.md"),
        Target("node_modules/a.md", False),
    ]
