"""A record is what a named tuple is, and refuses what one refuses."""

from __future__ import annotations

import copy
import pickle
from typing import Annotated, Any, NamedTuple, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.record import Record


class Dose(Record):
    """An amount, as a record."""

    amount: Annotated[int, "How much."]
    unit: str = "mg"
    times: tuple[int, ...] = ()

    @property
    def daily(self) -> int:
        return self.amount * len(self.times)


class Plain(NamedTuple):
    """The same as a named tuple."""

    amount: Annotated[int, "How much."]
    unit: str = "mg"
    times: tuple[int, ...] = ()


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((5,), {}),
    ((5, "g"), {}),
    ((5, "g", (8, 20)), {}),
    ((), {"amount": 5}),
    ((5,), {"times": (8,)}),
    ((), {"unit": "g", "amount": 5, "times": (1,)}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_a_record_holds_what_a_named_tuple_holds(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    one, other = Dose(*given, **named), Plain(*given, **named)
    assert tuple(one) == tuple(other) == one
    assert (one.amount, one.unit, one.times) == other
    assert one._asdict() == other._asdict()
    assert repr(one) == repr(other).replace("Plain", "Dose")
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1,), {"amount": 2}), ((1, "g", (), 4), {}), ((1,), {"colour": 2})]
)
def test_what_a_named_tuple_refuses(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for made in (Dose, Plain):
        with pytest.raises(TypeError):
            made(*given, **named)


def test_a_record_knows_its_fields() -> None:
    assert (Dose._fields, Dose._field_defaults) == (Plain._fields, Plain._field_defaults)
    assert get_type_hints(Dose, include_extras=True) == get_type_hints(Plain, include_extras=True)


def test_a_record_is_not_changed_but_replaced() -> None:
    dose = Dose(5, times=(8, 20))
    assert dose._replace(amount=10) == Dose(10, "mg", (8, 20))
    assert dose.daily == 10
    with pytest.raises(AttributeError):
        dose.amount = 1  # type: ignore[misc]
    with pytest.raises(TypeError):
        dose._replace(colour=1)  # type: ignore[call-arg]


@given(st.integers(), st.text(), st.lists(st.integers()).map(tuple))
def test_a_record_goes_to_another_process_and_back(amount: int, unit: str, times: tuple[int, ...]) -> None:
    dose = Dose(amount, unit, times)
    for again in (pickle.loads(pickle.dumps(dose)), copy.copy(dose), copy.deepcopy(dose)):
        assert again == dose
        assert type(again) is Dose
