"""What a run found, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from medlint.finding import SEVERITIES
from medlint.runner import Checked


class Tally:
    """Counts of articles and findings."""

    def __init__(self) -> None:
        self.articles = 0
        self.with_findings = 0
        self.fixable = Counter[str]()
        self.severities = Counter[str]()
        self.rules = Counter[tuple[str, str, str]]()

    def add(self, checked: Checked) -> None:
        """Count one article."""
        self.articles += not checked.problem
        self.with_findings += bool(checked.findings)
        for finding in checked.findings:
            self.severities[finding.severity] += 1
            self.rules[finding.rule, finding.name, finding.severity] += 1
            if finding.fix:
                self.fixable[finding.fix.safety] += 1

    def summary(self) -> str:
        """Say in one line what was found, and what can be done about it at once."""
        if not self.articles:
            return "No article was checked."
        if not self.rules:
            return f"{_count(self.articles, 'article')} checked, nothing found."
        told = ", ".join(_count(self.severities[each], each) for each in SEVERITIES if self.severities[each])
        text = f"{told} in {self.with_findings} of {_count(self.articles, 'article')}."
        return f"{text} {self._fixes()}".rstrip()

    def _fixes(self) -> str:
        safe, unsafe = self.fixable["safe"], self.fixable["unsafe"]
        if safe:
            return f"--fix can mend {safe}" + (f", --unsafe-fixes {unsafe} more." if unsafe else ".")
        return f"--fix --unsafe-fixes can mend {unsafe}; look at them with --diff." if unsafe else ""

    def statistics(self) -> Iterator[str]:
        """Yield a line for each rule, the most frequent first."""
        for (rule, name, severity), count in sorted(self.rules.items(), key=lambda item: (-item[1], item[0])):
            yield f"{count:6}  {rule}  {name} ({severity})"

    def record(self) -> dict[str, object]:
        """Give the counts as plain data."""
        return {
            "articles": self.articles,
            "articles_with_findings": self.with_findings,
            "severities": {each: self.severities[each] for each in SEVERITIES},
            "rules": {name: count for (_, name, _), count in sorted(self.rules.items())},
        }


def _count(number: int, noun: str) -> str:
    plural = noun if number == 1 or noun == "info" else f"{noun}s"
    return f"{number:,} {plural}"
