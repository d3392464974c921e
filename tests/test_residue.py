"""Residue: each line that a page left in a text is told once, by one rule."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from medlint.engine import lint
from medlint.finding import Finding
from medlint.plan import Plan, load_cards, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source
from medlint.span import Span

PLAN = Plan(tuple(make_rule(card) for card in load_cards(shipped("rules/residue"))))
PROSE = "The kidneys filter the blood all day long and make urine of what the body does not need. They do it silently."
LINES = st.sampled_from(
    f"""{PROSE}
{PROSE}
What Is Gout?
Share
4 min read
12
0
Fact checkedFact checked
HomeNewsGoutWhat Is Gout?
Home
Contact us
Related articles
Gout and diet
Site Logo Banner
We use cookies. I agree to the privacy policy.
By subscribing, I accept the Terms of Use.
The symptomsThe doctor sees.
Dr. Ada Okoye
Dr. Ada Okoye
Tags:
gouturic acid
Show moreSourcesSee all
Lorem ipsum
{{{{ name }}}}
Sources""".split("\n")
)


def findings(text: str) -> tuple[Finding, ...]:
    return lint(read(Source("article.txt", text), "text"), PLAN)


def places(finding: Finding) -> list[Span]:
    return [finding.span, *(related.span for related in finding.related)]


@given(st.lists(LINES, min_size=1, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_no_two_rules_speak_of_one_place(lines: list[str], end: str) -> None:
    found = [(finding.rule, place) for finding in findings(end.join(lines)) for place in places(finding)]
    for (rule, one), (other_rule, other) in combinations(found, 2):
        assert one.end <= other.start or other.end <= one.start, (rule, other_rule)


def test_a_scraped_page() -> None:
    text = (
        "HomeConditionsSkinWhat Is Eczema?\n\nWhat Is Eczema?\n\nExpert approvedExpert approved\n3\n\n6 min read\n\n"
        f"{PROSE}\n\nDr. Ada Okoye\nDr. Ada Okoye\n\nShare\n\nAlso liked\n\nBy joining, I agree to the Terms of Use."
        "\n\nWe use cookies to give you the best experience."
    )
    found = {finding.name: [text[slice(*place)] for place in places(finding)] for finding in findings(text)}
    assert found == {
        "ui-residue": ["HomeConditionsSkinWhat Is Eczema?", "6 min read", "Share", "Also liked"],
        "duplicated-phrase": ["Expert approvedExpert approved"],
        "stray-counter": ["3"],
        "duplicate-line": ["Dr. Ada Okoye"],
        "consent-banner": [
            "By joining, I agree to the Terms of Use.",
            "We use cookies to give you the best experience.",
        ],
    }


def test_many_joins_are_one_finding() -> None:
    text = " ".join(f"The {word}The end of it." for word in ("heart", "liver", "kidney", "lung", "skin", "brain"))
    assert len(findings(text)) == 6
    assert len(findings(f"{text} The stomachThe end. The tongueThe end.")) == 1
