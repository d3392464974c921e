"""The law of safe fixes, case by case: may this change be made unseen?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.finding import SpanEdit
from medlint.protected import _is_stop, keeps_protected, protected_tokens
from medlint.readers import read
from medlint.source import Source
from medlint.span import Span

CASES = [
    ("Rest the the leg.", 8, 12, "", True),
    ("Reviewed AtMay 12, 2023", 11, 11, " ", True),
    ("the small bowel.In most people", 16, 16, " ", True),
    ("Take 5.0 mg at night.", 6, 8, "", False),
    ("Take .5 mg at night.", 5, 5, "0", False),
    ("Take 5 Mg at night.", 7, 9, "mg", False),
    ("Take 5 mgs at night.", 9, 10, "", False),
    ("This is not not a cure.", 8, 12, "", False),
    ("It isnt a cure.", 5, 7, "n’t", False),
    ("Seen in May.", 8, 9, "m", False),
    ("Seen in May.", 8, 11, "June", False),
    ("a 38 °C fever", 5, 6, "º", False),
    ("wait 5 min , then rest", 10, 11, "", True),
    ("a blood pressure of 120 / 80", 23, 26, "/", False),
]


@pytest.mark.parametrize(("text", "start", "end", "new", "kept"), CASES)
def test_law(text: str, start: int, end: int, new: str, kept: bool) -> None:
    document = read(Source("a", text), "markdown")
    assert keeps_protected(document, (SpanEdit(Span(start, end), new),)) is kept


WORDS = st.sampled_from(
    ["5", "mg", "no", "not", "n't", "May", "aspirin", "3.5", "-2", "%", "x", "mL/min", "\n", " ", ".", ",", ":", "a"]
)
STOP = st.text(".,;:!?", max_size=3)


@given(st.lists(WORDS, max_size=12), STOP, STOP, st.lists(WORDS, max_size=12))
def test_punctuation_behind_a_word_touches_no_token(before: list[str], old: str, new: str, after: list[str]) -> None:
    start, end = "".join(before), "".join(after)
    text = start + old + end
    if _is_stop(text, SpanEdit(Span(len(start), len(start + old)), new)):
        assert protected_tokens(text) == protected_tokens(start + new + end)
