"""What each rule costs, in CPU time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import Look
from medlint.plan import Plan, Rule

MOST = 25
"""Rules that are shown; the rest is summed up."""


class Clock:
    """Measures the rules of plans, and other work by name.

    What rules share (a view of the article) is counted where it is first asked for.
    """

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)

    def timed(self, plan: Plan) -> Plan:
        """Give a plan whose rules are measured."""
        return plan._replace(rules=tuple(self._timed(rule) for rule in plan.rules))

    def _timed(self, rule: Rule) -> Rule:
        return rule._replace(kind=rule.kind._replace(look=self._measured(rule.card.name, rule.kind.look)))

    def _measured(self, name: str, look: Look) -> Callable[[Document, Any], Iterator[Hit]]:
        def run(document: Document, options: Any) -> Iterator[Hit]:
            with self.measure(name):
                found = list(look(document, options))
            return iter(found)

        return run

    @contextmanager
    def measure(self, name: str) -> Iterator[None]:
        """Measure what is done inside."""
        start = process_time()
        try:
            yield
        finally:
            self.spent[name] += process_time() - start

    def lines(self) -> Iterator[str]:
        """Yield a line for each thing measured, the dearest first."""
        total = sum(self.spent.values()) or 1
        ranked = sorted(self.spent.items(), key=lambda item: -item[1])
        for name, seconds in ranked[:MOST]:
            yield f"{1000 * seconds:10.1f} ms  {100 * seconds / total:5.1f} %  {name}"
        if rest := ranked[MOST:]:
            yield f"{1000 * sum(seconds for _, seconds in rest):10.1f} ms         {len(rest)} other rules"
