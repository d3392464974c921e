"""Rules on doses, structure and typography: what their cards cannot show."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.cards import read_card
from medlint.engine import lint
from medlint.finding import Finding
from medlint.fixes import fixed
from medlint.lexicon import all_of
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

NAMES = {
    "MED300": "doses/trailing-zero-in-dose",
    "MED301": "doses/naked-decimal",
    "MED400": "format/heading-trailing-punctuation",
    "MED402": "format/heading-skip",
    "MED403": "format/empty-section",
    "MED410": "format/list-end-punctuation",
    "MED411": "format/leadin-punctuation",
    "MED416": "format/duplicate-item",
    "MED420": "format/missing-space",
    "MED421": "format/repeated-word",
    "MED427": "format/unbalanced-bracket",
    "MED428": "format/space-before-punctuation",
    "MED429": "format/mojibake",
}
RULES = {name: make_rule(read_card(shipped(f"rules/{path}.yml"))) for name, path in NAMES.items()}
PLAN = Plan(tuple(RULES.values()))


def findings(text: str, *rules: str, format: str = "markdown") -> tuple[Finding, ...]:
    plan = Plan(tuple(RULES[name] for name in rules)) if rules else PLAN
    return lint(read(Source("example", text), format), plan)


def repaired(text: str, format: str = "markdown") -> str:
    return fixed(Source("example", text), lambda now: lint(read(Source("example", now), format), PLAN))


def test_plain_text_needs_siblings_to_show_what_a_heading_is() -> None:
    body = "Most people recover within a few weeks, and few need an operation.\n\n"
    text = f"Inherited Causes.\n\n{body}Acquired Causes\n\n{body}Outlook\n\n{body}"
    assert [finding.rule for finding in findings(text, "MED400", format="text")] == ["MED400"]
    assert findings(f"Inherited Causes.\n\n{body}", "MED400", format="text") == ()


def test_a_list_of_plain_text_ends_at_a_heading() -> None:
    text = "Causes\n\n• A long fall.\n\n• Old age.\n\n• A cold\n\nSigns\n\n• Pain\n\n• Swelling\n\n• Fever\n"
    (finding,) = findings(text, "MED410", format="text")
    assert text[slice(*finding.span)] == "cold"
    assert finding.fix is not None


def test_one_list_is_one_finding() -> None:
    text = "".join(f"- Point number {i}{'.' if i % 3 else ''}\n" for i in range(1, 10))
    (finding,) = findings(text, "MED410")
    assert len(finding.related) == 2
    assert repaired(text) == re.sub(r"(\d)$", r"\1.", text, flags=re.M)


def test_no_fix_where_neither_way_is_usual() -> None:
    (finding,) = findings("- One way.\n- Other way\n- One way again.\n- Other way again\n", "MED410")
    assert finding.fix is None


def test_a_step_that_comes_again_is_one_finding() -> None:
    text = "## A\n\nx\n\n#### B\n\nx\n\n## C\n\nx\n\n#### D\n\nx\n\n##### E\n\nx\n\n## F\n\nx\n\n##### G\n\nx\n"
    assert [len(finding.related) for finding in findings(text, "MED402")] == [1, 0]


def test_lost_characters_are_one_finding() -> None:
    (finding,) = findings("It\ufffds here.\n\nThat\ufffds there, na\ufffdve.", "MED429")
    assert len(finding.related) == 2
    assert finding.fix is None
    assert finding.suggestions == ("’",)


def test_a_nul_is_no_lost_character() -> None:
    assert findings("It\0s here.", "MED429") == ()


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("It hurts.It stops.\n", "It hurts. It stops.\n"),
        ("It **hurts** , then stops.\n", "It **hurts**, then stops.\n"),
        ("Signs include;\n\n- pain\n- fever\n", "Signs include:\n\n- pain\n- fever\n"),
        ("The the the patient.\n", "The patient.\n"),
        ("dietâ€™s\r\n", "diet’s\r\n"),
        ("# Gout.\n", "# Gout\n"),
        ("Take 1.0 mg or .5 mg.\n", "Take 1.0 mg or .5 mg.\n"),
    ],
)
def test_safe_fixes(text: str, after: str) -> None:
    assert repaired(text) == after


WORDS = st.sampled_from(
    ["the", "The", "pain", "5.0 mg", ".5 mg", "(", ")", "[", ",", " ,", ".", ".It", "- a", "- b.", "\n", "\n\n", "# H",
     "### S.", "include;", "â€™", "\ufffd", "**x**", "`c`", "[l](u)", "&amp;", "1)", "Â ", "\u00a0", "no"]
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(WORDS, max_size=20), st.sampled_from(["markdown", "text", "html"]))
def test_fixes_come_to_rest_and_findings_are_in_place(words: list[str], format: str) -> None:
    text = " ".join(words)
    for finding in findings(text, format=format):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    once = repaired(text, format)
    assert repaired(once, format) == once


@pytest.mark.parametrize(
    "text",
    ["(" * 20000, ")" * 20000, "( [" * 10000, "the " * 10000, "a.B" * 10000, "- a\n" * 3000, "# a.\n" * 3000,
     "Ã¢" * 10000, "\ufffd" * 10000, " ," * 10000, "1.0 mg " * 5000, "include;\n\n" * 2000, "a,bcd" * 10000]
)  # fmt: skip
def test_floods_are_survived(text: str) -> None:
    assert isinstance(findings(text), tuple)


def test_units_have_a_use() -> None:
    assert {use for _, *uses in all_of("units") for use in uses} == {"dose", "lab", "measure", "time"}
    assert all(uses for _, *uses in all_of("units"))
