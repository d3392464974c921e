"""The inventory of short forms: no doubles, right casing, and letters that can be read off."""

from __future__ import annotations

import pytest

from medlint.lexicon import all_of, has
from medlint.views.alignment import cost, letters

INVENTORY = all_of("abbreviations/inventory")
PLAINLY = 0.5
"""The cost for each letter up to which a short form can be read off its long form."""


def test_it_is_large_enough_to_help() -> None:
    assert len(INVENTORY) >= 600


@pytest.mark.parametrize("row", INVENTORY, ids=[row[0] for row in INVENTORY])
def test_entry(row: tuple[str, ...]) -> None:
    short, long_forms, specialty, *irregular = row
    longs = long_forms.split("; ")
    assert 1 <= len(longs) <= 4
    assert len({long.lower() for long in longs}) == len(longs)
    assert specialty and specialty == specialty.strip().lower()
    assert irregular in ([], ["irregular"])
    for long in longs:
        assert long == " ".join(long.split())
        assert len(long) > len(short)
        assert not long.isupper()
        assert long[-1].isalnum()
    read_off = all(cost(short, long) <= PLAINLY * len(letters(short)) for long in longs)
    assert read_off == (not irregular)


def test_no_short_form_differs_only_by_case_from_one_that_means_the_same() -> None:
    seen: dict[str, set[str]] = {}
    for short, longs, *_ in INVENTORY:
        seen.setdefault(short.lower(), set()).add(longs)
    doubles = {short for short, longs in seen.items() if len(longs) < sum(row[0].lower() == short for row in INVENTORY)}
    assert doubles <= {"acei", "hcg"}, "one spelling each, unless both are in use"


@pytest.mark.parametrize("name", ["us-consumer", "nice", "professional"])
def test_a_list_of_known_short_forms_does_not_repeat_the_strict_one(name: str) -> None:
    repeated = [row[0] for row in all_of(f"abbreviations/known/{name}") if has("abbreviations/known/strict", row[0])]
    assert repeated == []
