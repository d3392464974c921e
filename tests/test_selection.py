from __future__ import annotations

import pytest

from medlint.card import Card
from medlint.selection import Choice, check_names, is_on


def card(id: str, name: str, family: str, *, default: bool = True) -> Card:
    path = f"rules/{family}/{name}.yml"
    return Card(id, name, "existence", "warning", "", "", default=default, path=path)


DOSE = card("MED300", "trailing-zero-in-dose", "doses")
UNUSED = card("MED203", "abbreviation-unused", "abbreviations", default=False)
BULLET = card("MED415", "pasted-bullet", "format")
UNREADABLE = card("MED903", "unreadable-file", "run")
HOUSE = card("HOUSE001", "no-cure", "claims")
CARDS = (DOSE, UNUSED, BULLET, UNREADABLE, HOUSE)

DEFAULT = {"MED300", "MED415", "MED903", "HOUSE001"}

CASES = [
    ("nothing said", [], DEFAULT),
    ("only what is selected", [Choice(("MED300",))], {"MED300", "MED903"}),
    ("by slug", [Choice(("pasted-bullet",))], {"MED415", "MED903"}),
    ("by family", [Choice(("doses",))], {"MED300", "MED903"}),
    ("by prefix", [Choice(("MED4", "HOUSE"))], {"MED415", "HOUSE001", "MED903"}),
    ("all, even what is off", [Choice(("ALL",))], DEFAULT | {"MED203"}),
    ("ignored", [Choice((), ("MED3",))], DEFAULT - {"MED300"}),
    ("ignoring all is possible", [Choice((), ("ALL",))], set()),
    ("specific beats family", [Choice(("MED203",), ("abbreviations",))], {"MED203", "MED903"}),
    ("specific beats all", [Choice(("ALL",), ("MED203",))], DEFAULT),
    ("longer prefix beats shorter", [Choice(("MED41",), ("MED4",))], {"MED415", "MED903"}),
    ("family beats all", [Choice(("ALL",), ("abbreviations",))], DEFAULT),
    ("of two alike, ignoring wins", [Choice(("MED300",), ("MED300",))], {"MED903"}),
    ("a setting adds", [Choice((), (), {"MED203": {"severity": "info"}})], DEFAULT | {"MED203"}),
    ("a severity adds", [Choice((), (), {"abbreviation-unused": "info"})], DEFAULT | {"MED203"}),
    ("off takes out", [Choice((), (), {"MED300": "off"})], DEFAULT - {"MED300"}),
    ("a setting adds to a selection", [Choice(("doses",), (), {"MED203": "on"})], {"MED300", "MED203", "MED903"}),
    ("a setting beats an ignored family", [Choice((), ("doses",), {"MED300": "on"})], DEFAULT),
    ("the stronger place wins", [Choice((), ("MED300",)), Choice(("ALL",))], DEFAULT | {"MED203"}),
    ("however specific the weaker", [Choice(("MED300",)), Choice((), ("ALL",))], set()),
    ("what it does not name stays", [Choice((), ("MED300",)), Choice((), ("MED415",))], {"HOUSE001", "MED903"}),
    ("a selection starts anew", [Choice((), (), {"MED203": "on"}), Choice(("MED3",))], {"MED300", "MED903"}),
    ("a selection leaves what could not be read", [Choice((), ("MED903",)), Choice(("MED3",))], {"MED300"}),
]


@pytest.mark.parametrize(("choices", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_wins(choices: list[Choice], wanted: set[str]) -> None:
    assert {card.id for card in CARDS if is_on(card, choices)} == wanted


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("MED300", ""),
        ("MED3", ""),
        ("doses", ""),
        ("ALL", ""),
        ("dose", 'there is no rule "dose"; did you mean "doses"?'),
        ("pasted-bulet", 'there is no rule "pasted-bulet"; did you mean "pasted-bullet"?'),
        ("MED7", 'there is no rule "MED7"; name an id'),
        ("xyz", 'there is no rule "xyz"; name an id, a slug, a prefix such as MED2, ALL or a family: abbreviations'),
        ("M", 'there is no rule "M"'),
    ],
)
def test_a_name_that_means_nothing_is_told(name: str, told: str) -> None:
    wrong = check_names((name,), CARDS)
    assert wrong.startswith(told) and bool(wrong) == bool(told)
