"""What stands in a text is never taken for missing; what shares no four letters with it always is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.vocabulary import Vocabulary

TEXTS = st.text(alphabet=st.characters() | st.sampled_from("abcé \n"), max_size=60)


@given(before=TEXTS, inside=TEXTS, after=TEXTS)
def test_what_stands_in_a_text_is_held(before: str, inside: str, after: str) -> None:
    assert Vocabulary(before + inside + after).held([inside]) == [inside]


@pytest.mark.parametrize("missing", ["insulins", "an insulins", "é", "xy", "warfarin"])
def test_what_is_in_no_word_is_missing(missing: str) -> None:
    assert Vocabulary("take insulin twice a day").held([missing, "insulin"]) == ["insulin"]
