"""One JSON document for the whole run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from medlint.reporters.record import dumps, record
from medlint.reporters.tally import Tally
from medlint.runner import Checked


class Reporter:
    """Collects findings and writes one document at the end."""

    def __init__(self) -> None:
        self.findings: list[dict[str, Any]] = []

    def article(self, checked: Checked) -> Iterator[str]:
        """Collect the findings of one article."""
        self.findings += [record(checked.source, finding) for finding in checked.findings]
        return iter(())

    def end(self, tally: Tally, problems: list[str]) -> Iterator[str]:
        """Yield the document."""
        yield dumps({"findings": self.findings, "summary": tally.record(), "problems": problems}, indent=2)
