"""Every example on every shipped card is a test."""

from __future__ import annotations

from datetime import date

import pytest

from medlint.card import Card, Example
from medlint.cards import card_files, examples, read_card
from medlint.document import Surroundings
from medlint.engine import lint
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

CARDS = [read_card(path) for path in card_files(shipped("rules"))]
EXAMPLES = [(card, example, found) for card in CARDS for example, found in examples(card)]


@pytest.mark.parametrize(("card", "example", "found"), EXAMPLES, ids=lambda value: getattr(value, "name", None) or None)
def test_example(card: Card, example: Example, found: bool) -> None:
    today = date.fromisoformat(example.today) if example.today else None
    source = Source(example.path or "example", example.text)
    document = read(source, example.format, Surroundings(today=today, locale=example.locale))
    findings = lint(document, Plan((make_rule(card, example.options),)))
    spans = [finding.span for finding in findings]
    assert spans == list(example.spans), [example.text[slice(*span)] for span in spans]


def test_ids_and_names_are_unique() -> None:
    assert len({card.id for card in CARDS}) == len({card.name for card in CARDS}) == len(CARDS)
