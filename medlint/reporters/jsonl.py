"""One JSON object a line, a line a finding, as they are found."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.reporters.record import dumps, record
from medlint.reporters.tally import Tally
from medlint.runner import Checked


class Reporter:
    """Writes findings as JSON lines."""

    def article(self, checked: Checked) -> Iterator[str]:
        """Yield the lines of one article."""
        for finding in checked.findings:
            yield dumps(record(checked.source, finding))

    def end(self, tally: Tally, problems: list[str]) -> Iterator[str]:
        """Yield what stands at the end: nothing, each line was whole."""
        return iter(())
