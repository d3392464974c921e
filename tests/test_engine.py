"""The engine: what gives way to what, what happens to a slow or broken rule, and that nothing depends on the gates."""

from __future__ import annotations

import pytest

from medlint import matching
from medlint.cards import card_files, parse_card, read_card
from medlint.document import Document
from medlint.engine import RuleFailed, lint
from medlint.finding import Finding
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

CARD = """
id: {id}
name: {name}
kind: existence
severity: {severity}
message: '"{{match}}" stands here.'
why: It is there to be found.
over: [{over}]
options: {{raw: ['{pattern}'], ignorecase: false}}
"""


def plan(*cards: tuple[str, str, str, str], owned: bool = False) -> Plan:
    texts = [
        CARD.format(id=id, name=name, severity="info", over=over, pattern=pattern) for id, name, pattern, over in cards
    ]
    return Plan(tuple(make_rule(parse_card(text, "test.yml", shipped=not owned)) for text in texts))


def said(text: str, made: Plan) -> list[tuple[str, str]]:
    return [(each.name, text[slice(*each.span)]) for each in findings(text, made)]


def findings(text: str, made: Plan) -> tuple[Finding, ...]:
    return lint(document(text), made)


def document(text: str) -> Document:
    return read(Source("test", text), "markdown")


SETTLED = [
    ("alone", [("TST001", "low", "b c", "")], [("low", "b c")]),
    ("the card above wins", [("TST001", "low", "b c", ""), ("TST002", "high", "c d", "low")], [("high", "c d")]),
    ("an id names it as well", [("TST001", "low", "b c", ""), ("TST002", "high", "c d", "TST001")], [("high", "c d")]),
    (
        "neighbours do not touch",
        [("TST001", "low", "b ", ""), ("TST002", "high", "c d", "low")],
        [("low", "b "), ("high", "c d")],
    ),
    (
        "one inside another",
        [("TST001", "low", "a b c d e", ""), ("TST002", "high", "c", "low")],
        [("high", "c")],
    ),
    (
        "nobody above: both speak",
        [("TST001", "low", "b c", ""), ("TST002", "other", "c d", "")],
        [("low", "b c"), ("other", "c d")],
    ),
]


@pytest.mark.parametrize(("cards", "expected"), [case[1:] for case in SETTLED], ids=[case[0] for case in SETTLED])
def test_one_cause_one_finding(cards: list[tuple[str, str, str, str]], expected: list[tuple[str, str]]) -> None:
    assert said("a b c d e", plan(*cards)) == expected


def test_what_gives_way_does_so_before_suppression() -> None:
    """Suppressing the rule above does not bring back the one below: it was never right."""
    text = "<!-- medlint-ignore high: quoted -->\na b c d e\n"
    made = plan(("TST001", "low", "b c", ""), ("TST002", "high", "c d", "low"))
    assert said(text, made) == []


def test_findings_are_sorted_by_place() -> None:
    made = plan(("TST001", "late", "d", ""), ("TST002", "early", "a", ""))
    assert said("a b c d e", made) == [("early", "a"), ("late", "d")]


def test_a_slow_rule_is_stopped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "TIMEOUT", 0.01)
    timed_out = next(card for card in map(read_card, card_files(shipped("rules"))) if card.name == "rule-timed-out")
    slow = plan(("TST001", "slow", "(x+x+)+y", ""), owned=True)
    made = Plan((*slow.rules, make_rule(timed_out)))
    found = findings("x" * 3000, made)
    assert [each.name for each in found] == ["rule-timed-out"]
    assert '"slow"' in found[0].message


def test_a_broken_kind_is_named() -> None:
    rule = plan(("TST001", "broken", "a", "")).rules[0]
    broken = rule._replace(kind=rule.kind._replace(look=lambda document, options: iter([1 // 0])))  # type: ignore[arg-type]
    with pytest.raises(RuleFailed, match=r"broken \(TST001\) failed on test"):
        findings("a", Plan((broken,)))


def test_the_other_rules_are_heard_all_the_same() -> None:
    rule = plan(("TST001", "broken", "a", "")).rules[0]
    broken = rule._replace(kind=rule.kind._replace(look=lambda document, options: iter([1 // 0])))  # type: ignore[arg-type]
    failed: list[str] = []
    found = lint(document("a"), Plan((broken, *plan(("TST002", "whole", "a", "")).rules)), failed)
    assert [each.name for each in found] == ["whole"]
    assert len(failed) == 1


def test_gates_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the examples of all cards, the findings with and without the gates are the same."""
    cards = [read_card(path) for path in card_files(shipped("rules"))]
    texts = [str(each.get("before") if isinstance(each, dict) else each) for card in cards for each in card.invalid]
    made = Plan(tuple(make_rule(card) for card in cards))
    text = "\n\n".join(texts).replace("<<", "").replace(">>", "")
    gated = findings(text, made)
    monkeypatch.setattr(matching.GATES, "literals", lambda expression: [])
    assert findings(text, made) == gated
    assert gated
