"""Finding patterns: the gate loses nothing, blocks are not crossed, users' patterns are held in check."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medlint.card import Card
from medlint.cards import CardError, card_files, parse_card, read_card
from medlint.document import Document
from medlint.engine import lint
from medlint.literals import required_literals
from medlint.matching import PatternTooSlow, filled, find, matches, words
from medlint.options import Pattern
from medlint.patterns import patterns_of, refusal
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.shipped import shipped
from medlint.source import Source

PIECES = ["ski", "SKI", "ſKı", "İa", "ia", "µa", "μA", "Μa", "\u0345a", "ιa", "a", "k", "s", ".", ",", " ", "\n\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
ATOMS = st.one_of(
    st.sampled_from(["ski", "ia", "µa", "\u0345a", "a", "k", "i", ".", ",", "sk", "s,"]).map(re.escape),
    st.sampled_from([r"\d", r"\w", r"\s", ".", "[ab]", "[^a]", r"\b", "^", "$", "(?<=a)", "(?!b)", "(?i:AB)"]),
)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        several.map("".join),
        several.map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{1,3}", "+?"])).map(lambda p: f"(?:{p[0]}){p[1]}"),
        inner.map(lambda part: f"({part})"),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?:{part}|)"),
    )


EXPRESSIONS = st.recursive(ATOMS, _grown, max_leaves=8)


def plain(text: str) -> Document:
    return read(Source("example", text), "text")


@settings(deadline=None)
@given(EXPRESSIONS, TEXTS, st.booleans(), st.booleans())
def test_the_gate_loses_no_match(expression: str, text: str, ignorecase: bool, guarded: bool) -> None:
    try:
        re.compile(expression)
    except re.error:
        assume(False)
    document = plain(text).under_guard() if guarded else plain(text)
    gated = [match.span() for match in find(document, expression, ignorecase=ignorecase)]
    assert gated == [match.span() for match in matches(document, expression, ignorecase)]


@settings(deadline=None)
@given(EXPRESSIONS, st.lists(st.text("ab ", min_size=1, max_size=6), max_size=5))
def test_no_match_crosses_a_block(expression: str, blocks: list[str]) -> None:
    try:
        re.compile(expression)
    except re.error:
        assume(False)
    assert all("\0" not in match[0] for match in find(plain("\n\n".join(blocks)), expression))


@pytest.mark.parametrize(
    ("expression", "literals"),
    [
        (r"\bSudeck's\b", ["sudeck's"]),
        (r"(?:trans|inter)vaginal", ["vaginal"]),
        (r"\d+\.0+ ?(?:mg|mcg)", [".0"]),
        (r"\d+\.0+ ?(?:mg|g)", [".0"]),
        (r"[Ff]oetus", ["foetus"]),
        (r"[ (]\.[12]", [" .1", " .2", "(.1", "(.2"]),
        (r" {1,3},a", [" ,a"]),
        (r"ab+c", ["ab"]),
        (r"[^a]bc", ["bc"]),
        (r" ([.,])(?<=x .)", [" ,", " ."]),
        (r"a\b(b|c)?d", []),
        (r"x*y?", []),
        (r"(?:abc|)", []),
        (r"(?=abc)\w", []),
        (r"(?:foo){e<=1}", []),
        (r"[[:alpha:]]foo", []),
        (r"\{\{ *title", ["title"]),
        (r"a{3}b", ["aaab"]),
        (r"\ufffd", ["\ufffd"]),
    ],
)
def test_literals(expression: str, literals: list[str]) -> None:
    assert required_literals(expression) == literals


def test_a_match_that_crosses_is_tried_again_inside_its_block() -> None:
    document = read(Source("example", "(a b\n\nc) (d) e"), "markdown")
    found = [match[0] for match in find(document, r"\([^)]*\)?")]
    assert found == ["(a b", "(d)"]


@pytest.mark.parametrize(
    ("token", "text", "found"),
    [
        ("gout", "gout gouty", ["gout"]),
        ("(?:a|an) gout", "a gout, can gout", ["a gout"]),
        (r"\(sic\)", "it(sic) is (sic)", ["(sic)", "(sic)"]),
        ("[Gg]out", "ragout Gout", ["Gout"]),
        (r"\d+ mg", "5 mg, 5 mgs, A5 mg", ["5 mg"]),
        (r"e\.g\.", "e.g. this, etc, e.g.", ["e.g.", "e.g."]),
        ("gout|gouty", "gouty", ["gouty"]),
        (r"C\+\+|cat", "C++ cats cat", ["C++", "cat"]),
    ],
)
def test_tokens_are_whole_words(token: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in find(plain(text), words(token))] == found


def test_a_list_of_the_lexicon_can_stand_in_a_pattern() -> None:
    document = plain("Take 5 mg or 3 mmol/L or 2 mcg.")
    assert [match[0] for match in find(document, r"\d+ {units/dose}")] == ["5 mg", "2 mcg"]
    assert filled(r"a{2,3}") == r"a{2,3}"


def own_card(find: str) -> Card:
    quoted = find.replace("'", "''")
    head = "id: OWN001, name: own, kind: existence, severity: info, message: no, why: no"
    return parse_card(
        f"{{{head}, options: {{raw: ['{quoted}']}}}}",
        "own.yml",
        shipped=False,
    )


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("x" * 1001, "1,000 characters"),
        (r"(?:a{1,200}){1,200}", "repeat"),
        (r"(?:(?:ab){9} c){2,}", "repeat"),
        (r"(unclosed", "regular expression"),
        (r"{nowhere/at-all}", "no list"),
    ],
)
def test_a_users_pattern_can_be_refused(expression: str, said: str) -> None:
    with pytest.raises(CardError, match=said) as caught:
        own_card(expression)
    assert caught.value.line == 1
    assert "own.yml" in str(caught.value)


@pytest.mark.parametrize("expression", [r"a{2} b{3}", r"(?:a{2}b)+", r"\(a{2}\){2}", r"[({2}]a{2}", r"\d{1,3}"])
def test_a_users_pattern_is_welcome(expression: str) -> None:
    assert refusal(expression) == ""
    assert own_card(expression)


def test_a_users_slow_pattern_is_stopped() -> None:
    document = plain("a" * 40 + "!").under_guard()
    with pytest.raises(PatternTooSlow):
        list(find(document, r"(a|aa)+$"))
    rule = make_rule(own_card(r"(a|aa)+$"))
    assert lint(plain("a" * 40 + "!"), Plan((rule,))) == ()


CROSSING = re.compile(r"\[\^(?:\\.|[^\]\\])*\](?:[*+]|\{\d+,\})")


@pytest.mark.parametrize("path", card_files(shipped("rules")), ids=lambda path: path.rsplit("/", 1)[-1])
def test_shipped_patterns_stay_in_their_block(path: str) -> None:
    """An unbounded negated class would run on to the end of the article, block after block."""
    card = read_card(path)
    rule = make_rule(card)
    for _, expression in patterns_of(rule.options):
        assert isinstance(expression, Pattern)
        re.compile(filled(expression))
        for match in CROSSING.finditer(expression):
            assert re.search(r"\\[ns0]", match[0]), f"{match[0]} crosses blocks"
