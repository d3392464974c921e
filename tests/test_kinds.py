"""Each kind that Vale has too, by way of small cards of one's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint import nlp
from medlint.card import Card
from medlint.cards import CardError, parse_card, unmarked
from medlint.document import Document
from medlint.engine import lint
from medlint.finding import Finding
from medlint.fixes import fixed
from medlint.kinds.mojibake import RIGHT, repaired
from medlint.plan import Plan, make_rule
from medlint.readers import read
from medlint.source import Source

HEAD = "id: OWN001\nname: own\nseverity: info\nmessage: found\nwhy: to try it\n"


def own(body: str) -> Card:
    return parse_card(HEAD + body, "own.yml", shipped=False)


def findings(body: str, text: str, format: str = "markdown") -> tuple[Finding, ...]:
    return lint(read(Source("example", text), format), Plan((make_rule(own(body)),)))


def marked(body: str, text: str) -> None:
    """Assert that a card finds what is marked in a text, and nothing else."""
    plain, spans = unmarked(text)
    found = [finding.span for finding in findings(body, plain)]
    assert found == list(spans), [plain[slice(*span)] for span in found]


CASES = [
    ("existence", "options: {tokens: [utilize]}", "We <<utilize>> it; utilizers <<Utilize>> it."),
    ("existence", "options: {tokens: [utilize], ignorecase: false}", "We <<utilize>> it. Utilize!"),
    ("existence", "options: {tokens: [util], nonword: true}", "We <<util>>ize it."),
    ("existence", r"options: {raw: ['very\s+(?P<place>unique)']}", "A very <<unique>> case, unique at that."),
    ("existence", "options: {tokens: ['n.te'], exceptions: [Note]}", "A note, and a <<nate>>."),
    ("existence", "options: {tokens: [note], scope: heading}", "# A <<note>>\n\nA note."),
    ("existence", "options: {tokens: [note], scope: list}", "A note.\n\n- a <<note>>"),
    ("existence", "options: {tokens: [note], unless: please}", "One <<note>> here. And please note that."),
    ("existence", "options: {tokens: [note], beside: '[/@]'}", "A <<note>> at a/note/b."),
    ("existence", "options: {tokens: [note]}", "A `note` and a <<note>>."),
    ("existence", "options: {tokens: [note], raw: []}", "A <<**no**te>>."),
    ("substitution", "options: {swap: [[utilize, use]]}", "We <<utilize>> it."),
    ("substitution", "options: {swap: [{find: '(\\d+) mcg', write: '\\1 µg'}]}", "Take <<5 mcg>>."),
    ("substitution", "options: {swap: [[use, use]]}", "We use it."),
    ("substitution", "options: {swap: [['a(?P<place>b)c', d]], nonword: true}", "xa<<b>>cx"),
    ("substitution", "options: {swap: [[Data, data]], exceptions: [Data], ignorecase: false}", "Data, data."),
    ("occurrence", "options: {token: x, max: 2}", "x x <<x>> x"),
    ("occurrence", "options: {token: x, max: 1, scope: sentence}", "An x. An x and an <<x>>."),
    ("occurrence", "options: {token: x, max: 1, scope: heading}", "# x <<x>>\n\nx x x"),
    ("occurrence", "options: {token: '\\d', min: 1, scope: heading}", "# Part 1\n\n# <<Part two>>"),
    ("occurrence", "options: {token: x, max: 3}", "x x x"),
    ("occurrence", "options: {token: dose, min: 2}", "Only one dose here.<<>>"),
    ("repetition", "options: {}", "It <<is is>> here and and-so."),
    ("repetition", "options: {max: 2}", "no no <<never never never>>"),
    ("repetition", "options: {exceptions: [had]}", "She had had it."),
    ("repetition", "options: {}", "On 5 5 of them."),
    ("repetition", "options: {alpha: false}", "On <<5 5>> of them."),
    ("repetition", "options: {names: false}", "In Walla Walla, an Aa aa, and <<the the>> end."),
    ("repetition", "options: {within: 'in in vitro'}", "Seen in in vitro work, <<in in>> life."),
    ("repetition", "options: {}", "a\n\na b <<c\nc>>"),
    ("repetition", "options: {ignorecase: false}", "Is is it?"),
    ("consistency", "options: {either: [[adviser, advisor]]}", "The adviser met an adviser and an <<advisor>>."),
    ("consistency", "options: {either: [[adviser, advisor]]}", "The adviser met the <<advisor>>."),
    ("consistency", "options: {either: [[adviser, advisor]]}", "The adviser met the adviser."),
    ("consistency", "options: {either: [[a.viser, advisor], [grey, gray]]}", "Grey, <<gray>>, grey. Advisor."),
    ("conditional", "options: {first: ceasefire, second: truce}", "A <<ceasefire>> and a ceasefire."),
    ("conditional", "options: {first: ceasefire, second: truce}", "A ceasefire is a truce."),
    ("conditional", "options: {first: '\\b([A-Z]{3})\\b', second: '\\(([A-Z]{3})\\)', ignorecase: false}",
     "World health (WHO): WHO, not <<CDC>>, says. CDC again."),
    ("conditional", "options: {first: '([A-Z]{3})', second: 'x', exceptions: [CDC], ignorecase: false}", "The CDC."),
    ("capitalization", "options: {match: $title}", "# Living With Gout: A Guide for You\n\n# <<Living with gout>>"),
    ("capitalization", "options: {match: $title, style: Chicago}", "# Living with Gout\n\n# <<The end of pain>>"),
    ("capitalization", "options: {match: $sentence}", "# Of gout\n\n# <<Of My Gout>>\n\n# MRI: What for?"),
    ("capitalization", "options: {match: $sentence, exceptions: [Crohn]}", "# Life with Crohn disease"),
    ("capitalization", "options: {match: $lower}", "# all small\n\n# <<Not all>>"),
    ("capitalization", "options: {match: $upper, scope: paragraph}", "ALL LARGE\n\n<<Not ALL>>\n\n# small"),
    ("capitalization", "options: {match: '[A-Z].*\\?'}", "# Why?\n\n# <<Because>>"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "body", "text"), CASES)
def test_kind(kind: str, body: str, text: str) -> None:
    marked(f"kind: {kind}\n{body}", text)


def test_a_substitution_changes_no_more_than_it_must() -> None:
    card = "kind: substitution\nfix: safe\noptions: {swap: [['colo(u?)r of', 'hue of']]}"
    (finding,) = findings(card, "The color **of** skin.")
    assert finding.suggestions == ("hue of",)
    assert finding.fix is not None
    assert [edit.text for edit in finding.fix.edits] == ["hue"]


def test_an_insertion_can_stand_beside_markup() -> None:
    card = r"kind: substitution" "\n" r"fix: safe" "\n" r"options: {swap: [[':(N)', ': \1']], nonword: true}"
    (finding,) = findings(card, "[Take:](a.md)Now.")
    assert finding.fix is not None


def test_related_places_belong_to_one_finding() -> None:
    (finding,) = findings("kind: occurrence\noptions: {token: x, max: 1}", "x x x x")
    assert [place.span.start for place in finding.related] == [4, 6]
    (finding,) = findings("kind: conditional\noptions: {first: a, second: b}", "a a a")
    assert len(finding.related) == 2
    (finding,) = findings("kind: consistency\noptions: {either: [[grey, gray]]}", "grey gray grey gray grey")
    assert [place.span.start for place in finding.related] == [15, 0]
    assert finding.suggestions == ("grey",)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("kind: existance", 'did you mean "existence"'),
        ("kind: existence\noptions: {token: [a]}", 'did you mean "tokens"'),
        ("kind: occurrence\noptions: {max: 1}", '"token" is missing'),
        ("kind: existence\noptions: {tokens: [a], scope: sentences}", 'did you mean "sentence"'),
        ("kind: existence\noptions: {raw: ['(a']}", "no regular expression"),
        ("kind: substitution\noptions: {swap: [['(?:a{9}){9}', b]]}", "counted repeat"),
        ("kind: capitalization\noptions: {match: $title, style: MLA}", "AP"),
    ],
)
def test_a_mistake_is_told(body: str, said: str) -> None:
    with pytest.raises(CardError, match=r"own\.yml:\d+:\d+: ") as caught:
        own(body)
    assert said in caught.value.message


SEQUENCE = """
kind: sequence
options:
  patterns:
    - [{LOWER: fight}, {LOWER: {IN: [cancer, disease]}}]
    - [{LOWER: battle}, {IS_PUNCT: true, OP: "?"}, {LOWER: cancer}]
"""


@pytest.mark.skipif(not nlp.available(), reason="needs the extra medlint[nlp]")
def test_sequence() -> None:
    marked(SEQUENCE, "They <<fight cancer>>.\n\nNo fight, but a <<battle: cancer>> it is.\n\nCancer.")
    assert findings(SEQUENCE + "  exceptions: [Fight Cancer]", "They fight cancer.") == ()
    assert findings(SEQUENCE + "  scope: heading", "They fight cancer.") == ()


@pytest.mark.skipif(not nlp.available(), reason="needs the extra medlint[nlp]")
def test_a_mistake_in_a_sequence_is_told() -> None:
    with pytest.raises(CardError, match="LOWWER"):
        own("kind: sequence\noptions: {patterns: [[{LOWWER: a}]]}")
    with pytest.raises(CardError, match="list"):
        own("kind: sequence\noptions: {patterns: {LOWER: a}}")


def test_sequence_waits_for_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "available", lambda: False)
    assert findings(SEQUENCE, "They fight cancer.") == ()
    assert not nlp.can_run([[{"LOWER": "a"}]], "")


def test_sequence_waits_for_a_model_where_it_needs_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "available", lambda: True)
    assert nlp.needs_model([[{"LOWER": "a"}, {"POS": "VERB"}]])
    assert not nlp.can_run([[{"POS": "VERB"}]], "")
    assert not nlp.can_run([[{"POS": "VERB"}]], "no_such_model")
    assert nlp.can_run([[{"POS": "VERB"}]], "json")  # any package will do for the question
    assert nlp.can_run([[{"LOWER": "a"}]], "")


@pytest.mark.parametrize(
    ("patterns", "words"),
    [
        ([[{"LOWER": "fight"}, {"LOWER": {"IN": ["cancer", "pain"]}}]], ["fight"]),
        ([[{"LOWER": "a"}, {"LOWER": {"IN": ["cancer", "pain"]}}]], ["cancer", "pain"]),
        ([[{"LOWER": "a", "OP": "?"}, {"IS_ALPHA": True}]], []),
        ([[{"ORTH": "MRI"}], [{"TEXT": "CT"}]], ["ct", "mri"]),
        ([[{"ORTH": "MRI"}], [{"IS_TITLE": True}]], []),
    ],
)
def test_words_that_a_sequence_needs(patterns: object, words: list[str]) -> None:
    assert nlp.required_words(patterns) == words


@pytest.mark.parametrize("right", sorted(RIGHT), ids=ascii)
def test_what_was_read_wrongly_is_repaired(right: str) -> None:
    """Every character of the closed set comes back, from one wrong reading and from two."""
    once = _misread(right)
    twice = "".join(map(_misread, once))
    assert repaired(once) == right
    assert repaired(twice) == right


def _misread(char: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in char.encode())


@settings(deadline=None)
@given(st.text("éèÉ’“”–«»ABÎœ°· ", max_size=8))
def test_right_text_is_left_alone(text: str) -> None:
    """Accented capitals before typographic marks can look like UTF-8; none becomes a character nobody writes."""
    document: Document = read(Source("x", text), "text")
    card = own("kind: mojibake\nfix: safe")
    for finding in lint(document, Plan((make_rule(card),))):
        assert set(finding.suggestions[0]) <= RIGHT


def test_fixes_of_a_card_are_applied() -> None:
    plan = Plan((make_rule(own("kind: repetition\nfix: safe")),))
    source = Source("x", "Take the the the tablet.\n")
    assert fixed(source, lambda text: lint(read(Source("x", text), "markdown"), plan)) == "Take the tablet.\n"
