"""Sentences end where a reader would say that they do, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Surroundings
from medlint.readers import read
from medlint.source import Source
from medlint.views.sentences import sentence_at, sentences

CASES = [
    "Drink water.|Rest well!|Is it over?|Yes.",
    "Ask Dr. Amari about it.|She knows.",
    "Fruit (e.g. Gala apples) helps.|So do nuts, i.e. Brazil nuts.",
    "Take 2.5 mg daily.|Do not take more.",
    "Aspirin vs. Tylenol is an old question.",
    "As Lund et al. Showed it.",
    "It starts at 8 a.m.|The clinic closes at 5 p.m. Monday to Friday.",
    "The U.S. Surgeon General said so.|He lives in the U.S.|In winter he does not.",
    "J. R. Ewing wrote it.",
    "She has hepatitis B.|The virus is in the blood.",
    'He said "Stop."|Then he left.',
    "It hurts (a lot.)|Then it fades.",
    "This is known.[1]|That is not.",
    "mRNA carries the plan.|mRNA is short-lived.",
    "The dose is 0. 2 mg.",
    "The answer is no.|Ask again.",
    "Wait...|What was that?",
    "See Fig. 2 and No. 3.|Then go on.",
    "It costs less, says Yahoo! and others agree.",
]


def split(text: str, format: str = "markdown") -> list[str]:
    document = read(Source("example", text), format, Surroundings())
    return [document.text(sentence) for sentence in document.view(sentences)]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked.split("|")


def test_a_forgotten_space_is_no_obstacle() -> None:
    assert split("It comes back.It then goes for good.") == ["It comes back.", "It then goes for good."]


def test_a_block_ends_a_sentence() -> None:
    text = "# What to do\n\n- Rest\n- Drink. Eat.\n\nThen\nwait.\n\n```\nA. B. C\n```\n"
    assert split(text) == ["What to do", "Rest", "Drink.", "Eat.", "Then wait."]


def test_numbered_lines_of_a_text_stay_whole() -> None:
    assert split("1. Rest the leg.\n\n2. Ice it.", "text") == ["Rest the leg.", "Ice it."]


def test_sentence_at() -> None:
    document = read(Source("example", "Rest. Drink."), "text", Surroundings())
    assert document.text(sentence_at(document, 2) or (0, 0)) == "Rest."
    assert sentence_at(document, 5) is None
    assert document.text(sentence_at(document, 8) or (0, 0)) == "Drink."


@given(st.text(alphabet='aB1 .!?\n()"-*#é', max_size=80))
def test_sentences_cover_the_prose_in_order(text: str) -> None:
    document = read(Source("example", text), "markdown", Surroundings())
    found = document.view(sentences)
    assert all(one.end <= two.start for one, two in pairwise(found))
    outside = document.prose.text
    for start, end in reversed(found):
        assert "\0" not in outside[start:end]
        outside = outside[:start] + outside[end:]
    code = "".join(document.prose.text[b.start : b.end] for b in document.blocks if b.shape == "code")
    assert len(outside.strip(" \n\0")) <= len(code)
