"""The words of an article, and where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Document, Mark
from medlint.readers import read
from medlint.source import Source
from medlint.span import Span
from medlint.views.words import readable, words


def document(text: str, format: str = "markdown") -> Document:
    return read(Source("example", text), format)


def test_every_distinct_word_is_given_with_its_places() -> None:
    found = document("A child's *cough* is a cough.\n\nThe child\u2019s non-viral cough.").view(words)
    assert list(found) == ["A", "child's", "cough", "is", "a", "The", "child\u2019s", "non", "viral"]
    assert len(found["cough"]) == 3


def test_numbers_codes_and_addresses_are_no_words() -> None:
    found = document(
        "Take 5mg of H1N1 at https://a.example/dosage-of.html or ask info@clinic.example, see nhs.uk today."
    ).view(words)
    assert list(found) == ["Take", "of", "at", "or", "ask", "see", "today"]


def test_code_is_not_read_but_keeps_its_place() -> None:
    made = document("Set `dosse` now.\n\n```\nanother dosse\n```\n")
    assert list(made.view(words)) == ["Set", "now"]
    assert len(made.view(readable)) == len(made.prose.text)


def test_marks_may_nest() -> None:
    made = document("See abc def ghi now.", "text")
    made.marks = tuple(Mark("code", start, end, "", Span(start, end)) for start, end in ((4, 15), (8, 11)))
    assert list(made.view(words)) == ["See", "now"]


@given(st.text(alphabet="ab1'\u2019@./:\n -\u00e9\0", max_size=200))
def test_each_word_stands_where_it_is_said_to(text: str) -> None:
    made = document(text, "text")
    for word, starts in made.view(words).items():
        assert all(made.prose.text[start : start + len(word)] == word for start in starts)
