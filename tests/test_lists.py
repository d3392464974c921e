"""Lists and headings as the views see them, in the formats that have them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import read
from medlint.source import Source
from medlint.views.headings import sections
from medlint.views.lists import lists


def document(text: str, format: str = "markdown") -> Document:
    return read(Source("example", text), format)


def shown(article: Document) -> list[list[str]]:
    return [[article.prose.text[slice(*item.block[2:4])] for item in each.items] for each in article.view(lists)]


@pytest.mark.parametrize(
    ("format", "text", "found"),
    [
        ("markdown", "- a\n- b\n\ntext\n\n- c\n- d", [["a", "b"], ["c", "d"]]),
        ("markdown", "- a\n  - b\n  - c\n- d", [["a", "d"], ["b", "c"]]),
        ("markdown", "- a\n\n  more\n\n- b", [["a", "b"]]),
        ("markdown", "1. a\n2. b\n\n# H\n\n1. c", [["a", "b"], ["c"]]),
        ("markdown", "- a\n  > quoted\n- b", [["a", "b"]]),
        ("html", "<ul><li>a<li>b<ul><li>c</ul></ul><p>t</p><ol><li>d</ol>", [["a", "b"], ["c"], ["d"]]),
        ("text", "Signs:\n\n- a rash\n- a cough\n\nCauses:\n\n- a cold\n", [["a rash", "a cough"], ["a cold"]]),
    ],
)  # fmt: skip
def test_lists(format: str, text: str, found: list[list[str]]) -> None:
    assert shown(document(text, format)) == found


def test_what_leads_in_and_what_stands_under() -> None:
    article = document("Signs:\n\n- a:\n  - b\n- c\n\n  more\n- d")
    outer, inner = article.view(lists)
    assert article.prose.text[slice(*article.blocks[outer.lead][2:4])] == "Signs:"
    assert [item.leads for item in outer.items] == [True, True, False]
    assert article.prose.text[slice(*article.blocks[inner.lead][2:4])] == "a:"


LINES = st.sampled_from(
    ["- a", "  - b", "    - c", "1. d", "text", "", "# H", "  more", "> - q", "> text", "| a |", "---"]
)


@settings(deadline=None)
@given(st.lists(LINES, max_size=14))
def test_each_item_is_in_one_list(lines: list[str]) -> None:
    """No item is lost or counted twice, and the items of a list stand in order at one depth."""
    article = document("\n".join(lines))
    numbers = [[item.number for item in each.items] for each in article.view(lists)]
    assert sorted(number for each in numbers for number in each) == [
        i for i, block in enumerate(article.blocks) if block.shape == "list-item"
    ]
    assert all(each == sorted(each) for each in numbers)
    for each in article.view(lists):
        assert len({(item.block.level, item.block.group, item.block.role) for item in each.items}) == 1
        assert each.lead == each.items[0].number - 1


@settings(deadline=None)
@given(st.lists(LINES, max_size=14))
def test_sections_cover_what_follows(lines: list[str]) -> None:
    article = document("\n".join(lines))
    found = article.view(sections)
    assert all(article.blocks[each.heading].shape == "heading" for each in found)
    assert all(one.end == other.heading for one, other in pairwise(found))
    assert not found or found[-1].end == len(article.blocks)
