"""Words taken for each other: what the list may hold, and how its contexts are heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import lexicon
from medlint.kinds.confusable import Options, confusable
from medlint.readers import read
from medlint.source import Source
from medlint.twins import _companies, twins

FIELDS = {"both", "before", "after", "near", "unless", "if", "topics", "or"}


def heard(text: str) -> list[tuple[str, str]]:
    document = read(Source("example", text), "markdown")
    return [(document.text(hit.place), hit.suggestions[0]) for hit in confusable(document, Options())]


def pairs_listed() -> set[frozenset[str]]:
    pairs = set()
    for key, *_ in lexicon.all_of("spelling/confusable"):
        for pair in key.split(" ") if "/" in key else [key.replace(" ", "/", 1)]:
            if not key.startswith("@"):
                pairs.add(frozenset(pair.split("/")))
    return pairs


def test_the_list_is_long_and_each_pair_is_two_words() -> None:
    pairs = pairs_listed()
    assert len(pairs) > 400
    assert all(len(pair) == 2 for pair in pairs)
    assert not [pair for pair in pairs for word in pair if word not in ACCEPTED and not known(word)]


ACCEPTED = {"afect", "artherosclerosis", "artherosclerotic", "arthrosclerosis", "arthrosclerotic", "counciling",
    "councelling", "immured", "perscription", "vains", "visable", "reak", "wretching"}  # fmt: skip
"""What no list holds: forms that are wrong wherever they stand, and rare ones."""


def known(word: str) -> bool:
    return all(lexicon.is_word(part) for part in word.split(" "))


def test_every_context_is_of_a_known_sort_and_every_class_is_there() -> None:
    for key, *contexts in lexicon.all_of("spelling/confusable"):
        if not key.startswith("@"):
            assert {context.partition("=")[0] for context in contexts} <= FIELDS, key
            assert all(" > " in context for context in contexts if context.startswith(("both=", "topics="))), key
            assert all(context.partition("=")[2] for context in contexts if context != "or"), key
    for company in (company for word in twins() if not word.startswith("@") for company in _companies(word)):
        beside = [phrases for each in company.both for phrases in (each.before, each.after) if phrases]
        held = [*beside, *filter(None, (company.near, company.unless, company.only))]
        assert held, company.write
        assert not [phrase for phrases in held for phrase in phrases.whole if "@" in phrase or not phrase.strip()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The stone passed from the kidney down the urethra.", [("urethra", "ureter")]),
        ("The urethra runs from the bladder out of the body.", []),
        ("Low blood pressure (hypertension) makes you dizzy.", [("hypertension", "hypotension")]),
        ("Hypertension or low blood pressure may follow.", []),
        ("Medicines for hypertension may cause low blood pressure.", []),
        ("Read about the Heroine Rescue Fund.", []),
        ("PROSTRATE CANCER", []),
        ("Ileum and ilium sound alike; the ilium is no bowel.", []),
        ("Its likely that the rash will fade.", [("Its", "It's")]),
        ("Its likely cause is a virus.", []),
    ],
)
def test_what_is_heard(text: str, found: list[tuple[str, str]]) -> None:
    assert heard(text) == found


@given(st.lists(st.sampled_from([*sorted(twins()), "the", ".", ",", "of", "2019", "(", "~", "*", "@"]), max_size=30))
def test_any_text_is_heard(words: list[str]) -> None:
    """Nothing that stands beside a twin breaks the hearing, and what is offered is another word."""
    assert all(word.lower() != right.lower() for word, right in heard(" ".join(words)))
