"""Suppressions: what each form reaches, and what is said of one that does nothing."""

from __future__ import annotations

import pytest

from medlint.cards import card_files, parse_card, read_card
from medlint.engine import lint
from medlint.finding import Finding
from medlint.fixes import apply
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

CARD = """
id: TST001
name: red-flag-word
kind: existence
severity: warning
message: '"{match}" is a test word.'
why: It is there to be found.
options: {tokens: [wrong]}
"""
OTHER = CARD.replace("TST001", "TST002").replace("red-flag-word", "other-word").replace("[wrong]", "[other]")
UNUSED = next(card for card in map(read_card, card_files(shipped("rules"))) if card.name == "unused-suppression")
CARDS = [parse_card(CARD, "a.yml"), parse_card(OTHER, "b.yml"), UNUSED]
PLAN = Plan(
    tuple(make_rule(card) for card in CARDS),
    frozenset(name for card in CARDS for name in (card.id, card.name)) | {"MED200", "undefined-abbreviation"},
)


def findings(text: str, format: str = "markdown") -> tuple[Finding, ...]:
    return lint(read(Source("a", text), format), PLAN)


def told(text: str, format: str = "markdown") -> list[tuple[int, str]]:
    lines = Source("a", text).lines
    return [(lines.position(each.span.start).line, each.name) for each in findings(text, format)]


WORD = "red-flag-word"
IDLE = "unused-suppression"
CASES = {
    "nothing said": ("wrong", [(1, WORD)]),
    "beside the text": ("wrong <!-- medlint-ignore TST001: quoted -->\n\nwrong", [(3, WORD)]),
    "alone: the block after it": (
        "<!-- medlint-ignore red-flag-word: quoted -->\n\nIt is\nwrong here.\n\nwrong",
        [(6, WORD)],
    ),
    "next line": ("<!-- medlint-ignore-next-line TST001: quoted -->\nwrong\nand wrong", [(3, WORD)]),
    "a range": (
        "wrong\n\n<!-- medlint-ignore-start TST001: quoted -->\n\nwrong\n\n<!-- medlint-ignore-end -->\n\nwrong",
        [(1, WORD), (9, WORD)],
    ),
    "a range without an end": ("<!-- medlint-ignore-start TST001: quoted -->\n\nwrong\n\nwrong", []),
    "the file": ("wrong\n\nwrong\n\n<!-- medlint-ignore-file TST001: quoted -->", []),
    "only the rule that is named": ("<!-- medlint-ignore TST001: quoted -->\nwrong other", [(2, "other-word")]),
    "two rules": ("<!-- medlint-ignore TST001, other-word: quoted -->\nwrong other", []),
    "all rules": ("<!-- medlint-ignore ALL: quoted -->\nwrong other", []),
    "no reason, no effect": ("<!-- medlint-ignore TST001 -->\nwrong", [(1, IDLE), (2, WORD)]),
    "nothing to be quiet about": ("<!-- medlint-ignore TST001: quoted -->\nright", [(1, IDLE)]),
    "no such rule": ("<!-- medlint-ignore red-flag-wrd: quoted -->\nright", [(1, IDLE)]),
    "a rule that did not run": ("<!-- medlint-ignore MED200: quoted -->\nright", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_reach(text: str, expected: list[tuple[int, str]]) -> None:
    assert told(text) == expected


FIXED = {
    "a comment alone goes with its line": ("a\n\n<!-- medlint-ignore TST001: quoted -->\nright\n", "a\n\nright\n"),
    "a comment beside text goes alone": ("right <!-- medlint-ignore TST001: x -->", "right "),
    "one rule of two goes": (
        "<!-- medlint-ignore TST001, TST002: quoted -->\nwrong\n",
        "<!-- medlint-ignore TST001: quoted -->\nwrong\n",
    ),
    "CRLF stays whole": ("<!-- medlint-ignore TST001: quoted -->\r\nright\r\n", "right\r\n"),
}


@pytest.mark.parametrize(("text", "after"), FIXED.values(), ids=FIXED)
def test_an_unused_suppression_has_a_safe_fix(text: str, after: str) -> None:
    assert apply(text, findings(text)) == after


def test_a_suppression_that_is_needed_is_left_by_the_fix() -> None:
    text = "<!-- medlint-ignore TST001: quoted -->\nwrong\n"
    assert apply(text, findings(text)) == text


def test_the_message_names_the_nearest_rule() -> None:
    (finding,) = findings("<!-- medlint-ignore red-flag-wrd: quoted -->\nright")
    assert 'did you mean "red-flag-word"?' in finding.message


def test_plain_text_has_no_suppressions() -> None:
    assert told("<!-- medlint-ignore TST001: quoted --> wrong", "text") == [(1, WORD)]


def test_front_matter() -> None:
    text = "---\nmedlint:\n  ignore:\n    TST001: quoted\n---\n\nwrong\n"
    assert told(text) == []
