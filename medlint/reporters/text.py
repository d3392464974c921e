"""Findings for people: where, what, why it is shown, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

import click

from medlint.finding import Finding
from medlint.reporters.excerpt import excerpt
from medlint.reporters.plain import safe, safe_path
from medlint.reporters.tally import Tally
from medlint.runner import Checked
from medlint.source import Source
from medlint.span import Span

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
MOST_LINES = 8
"""Further places of a group that are named; the rest is counted."""

NOTE = "      = "


class Reporter:
    """Writes findings as text; those with one cause in one article are shown once."""

    def article(self, checked: Checked) -> Iterator[str]:
        """Yield the lines of one article."""
        last = None
        for group in grouped(checked):
            yield from self._finding(checked.source, group, seen=group[0].span == last)
            yield ""
            last = group[0].span

    def end(self, tally: Tally, problems: list[str]) -> Iterator[str]:
        """Yield what stands at the end: one line that counts."""
        yield click.style(tally.summary(), bold=True)

    def _finding(self, source: Source, group: list[Finding], seen: bool) -> Iterator[str]:
        """Yield the lines of one group; the source line is not shown again where it was `seen` just before."""
        finding = group[0]
        color = COLORS[finding.severity]
        position = source.lines.position(finding.span.start)
        place = click.style(f"{safe_path(source.path)}:{position.line}:{position.column}:", bold=True)
        rule = click.style(f"[{finding.name} {finding.rule}]", dim=True)
        yield f"{place} {click.style(finding.severity, fg=color, bold=True)}: {safe(finding.message)} {rule}"
        if source.text and not seen:
            line, marks = excerpt(source, finding.span).lines()
            yield line
            yield click.style(marks, fg=color)
        yield from map(NOTE.__add__, _notes(source, group))


def grouped(checked: Checked) -> list[list[Finding]]:
    """Put findings of one article together that have one cause: the same rule and the same words."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in checked.findings:
        match = checked.source.text[finding.span.start : finding.span.end]
        groups.setdefault((finding.rule, match, finding.message), []).append(finding)
    return list(groups.values())


def _notes(source: Source, group: list[Finding]) -> Iterator[str]:
    """Yield what else there is to say: the other places, what they go with, and what to do."""
    finding = group[0]
    if len(group) > 1:
        yield f"{len(group)} times: also on {_lines(source, [each.span for each in group[1:]])}"
    told: dict[str, list[Span]] = {}
    for each in finding.related:
        told.setdefault(each.message, []).append(each.span)
    for message, spans in told.items():
        yield f"{_lines(source, spans)}: {safe(message)}"
    if finding.fix:
        how = "--fix" if finding.fix.safety == "safe" else "--unsafe-fixes"
        yield f"fix: {safe(finding.fix.title)} ({how})"
    others = finding.suggestions[1 if finding.fix else 0 : MOST_LINES]
    if others:
        yield f"{'or' if finding.fix else 'perhaps'}: {', '.join(map(safe, others))}"


def _lines(source: Source, spans: list[Span]) -> str:
    numbers = [source.lines.position(span.start).line for span in spans]
    shown = list(dict.fromkeys(numbers))
    more = f" and {len(shown) - MOST_LINES} more" if len(shown) > MOST_LINES else ""
    return f"line{'s' if len(shown) > 1 else ''} {', '.join(map(str, shown[:MOST_LINES]))}{more}"
