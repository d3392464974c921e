"""The samples say what they are recorded to say, and the recorded fixes hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from recorded import articles, differences, recorded, run

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return run(SAMPLES)


def test_findings_are_as_recorded(lines: list[str]) -> None:
    assert differences(SAMPLES, lines) == []


def test_every_sample_has_a_record() -> None:
    assert sorted(recorded(SAMPLES)) == articles(SAMPLES)


def test_the_clean_sample_is_clean_and_no_other() -> None:
    assert {name for name, findings in recorded(SAMPLES).items() if not findings} == {"clean.md"}
