"""The shipped cards: every example is a test, and each card reads as one should."""

from __future__ import annotations

import re
from datetime import date

import pytest

from medlint.card import Card, Example
from medlint.cards import card_files, examples, read_card
from medlint.document import Document, Surroundings
from medlint.engine import lint
from medlint.fixes import fixed
from medlint.house_words import HouseWords
from medlint.kinds import KINDS
from medlint.options import convert
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

CARDS = [read_card(path) for path in card_files(shipped("rules"))]
EXAMPLES = [(card, example) for card in CARDS for example, _ in examples(card)]
DEFAULTS = Plan(tuple(make_rule(card) for card in CARDS if card.default))
SOUGHT_AFTER_THE_RUN = {"rule-timed-out"}
"""Rules about the run itself, which no example can show; they have tests of their own."""

NAMES = [f"{card.name}-{number}" for number, (card, _) in enumerate(EXAMPLES)]


def document(example: Example, text: str) -> Document:
    today = date.fromisoformat(example.today) if example.today else None
    words = HouseWords(rejected=example.reject)
    surroundings = Surroundings(today=today, locale=example.locale, words=words)
    return read(Source(example.path or "example", text), example.format, surroundings)


@pytest.mark.parametrize(("card", "example"), EXAMPLES, ids=NAMES)
def test_example(card: Card, example: Example) -> None:
    """What is marked is found, exactly, and nothing else is."""
    findings = lint(document(example, example.text), Plan((make_rule(card, example.options),)))
    spans = [finding.span for finding in findings]
    assert spans == list(example.spans), [example.text[slice(*span)] for span in spans]


FIXED = [(card, example) for card, example in EXAMPLES if example.after is not None]


@pytest.mark.parametrize(("card", "example"), FIXED, ids=[card.name for card, _ in FIXED])
def test_fix(card: Card, example: Example) -> None:
    """The fix gives what the card says, and leaves nothing of its own behind."""
    plan = Plan((make_rule(card, example.options),))
    source = Source(example.path or "example", example.text)
    after = fixed(source, lambda text: lint(document(example, text), plan), unsafe=True)
    assert after == example.after
    assert lint(document(example, after), plan) == ()


@pytest.mark.parametrize(("card", "example"), FIXED, ids=[card.name for card, _ in FIXED])
def test_fix_brings_nothing_new(card: Card, example: Example) -> None:
    """With the whole default pack, the text after the fix has no finding that the text before it had not."""
    before = {finding.name for finding in lint(document(example, example.text), DEFAULTS)}
    after = {finding.name for finding in lint(document(example, str(example.after)), DEFAULTS)}
    assert after - before - {card.name} == set()


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_card_reads_well(card: Card) -> None:
    made = examples(card)
    texts = [example.text for example, _ in made]
    assert len(set(texts)) == len(texts), "two examples are alike"
    found = sum(must for _, must in made)
    assert len(made) - found >= 2, "at least two examples of what is left alone"
    assert found >= 2 or card.kind in SOUGHT_AFTER_THE_RUN, "at least two examples of what is found"
    assert card.why.strip(), "it says why"
    assert card.sources, "it says who says so"
    assert re.search(r"[.?!:]$", card.message.strip()), "the message is a sentence"
    assert not re.search(r"\b(?:issue|problem|violation|alert)\b", card.message), "a finding is called nothing else"


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_options_convert(card: Card) -> None:
    convert(KINDS[card.kind].options, card.options)


def test_ids_and_names_are_unique() -> None:
    assert len({card.id for card in CARDS}) == len({card.name for card in CARDS}) == len(CARDS)


def test_cards_give_way_only_to_cards_that_exist() -> None:
    known = {name for card in CARDS for name in (card.id, card.name)}
    assert {name for card in CARDS for name in card.over} - known == set()
