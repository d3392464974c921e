"""The engine: runs a plan over a document and turns hits into findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from medlint.document import Document, Outcome
from medlint.finding import Edit, Finding, Fix, Hit, SpanEdit, SpanRelated
from medlint.matching import PatternTooSlow
from medlint.plan import Plan, Rule
from medlint.protected import keeps_protected
from medlint.record import Record
from medlint.span import Range, Span
from medlint.suppression import suppress
from medlint.suppression_use import idle
from medlint.views.language import languages


class Found(Record):
    """A finding, and the rule that it came from, until the cards have settled among themselves."""

    finding: Finding
    rule: Rule


class RuleFailed(Exception):
    """A kind broke down on a document: a fault of medlint, not of the article."""


def lint(document: Document, plan: Plan, failed: list[str] | None = None) -> tuple[Finding, ...]:
    """Give the findings of a plan in a document, sorted by place.

    A rule that breaks down raises RuleFailed or, where a list `failed` is given, is told there and left out.
    """
    found: list[Found] = []
    slow: list[str] = []
    for rule in plan.rules:
        if not rule.kind.after:
            try:
                found += found_by(rule, document)
            except PatternTooSlow:
                slow.append(rule.card.name)
            except RuleFailed as error:
                if failed is None:
                    raise
                failed.append(str(error))
    findings, used = suppress(document, sorted(each.finding for each in settled(found)))
    ran = frozenset(name for rule in plan.rules for name in (rule.card.id, rule.card.name))
    done = document.after(Outcome(tuple(idle(document, used, ran, plan.known)), tuple(slow)))
    for rule in plan.rules:
        if rule.kind.after:
            findings += [each.finding for each in found_by(rule, done)]
    return tuple(sorted(findings))


def found_by(rule: Rule, document: Document) -> list[Found]:
    """Give what one rule finds in a document."""
    try:
        return [Found(finding_of(document, rule, hit), rule) for hit in hits(document, rule)]
    except PatternTooSlow:
        raise
    except Exception as error:
        raise RuleFailed(f"{rule.card.name} ({rule.card.id}) failed on {document.source.path}: {error!r}") from error


def hits(document: Document, rule: Rule) -> Iterator[Hit]:
    """Yield what a rule's kind finds in what its card reads."""
    card = rule.card
    if card.formats and document.format not in card.formats:
        return
    if card.types and document.surroundings.type not in card.types:
        return
    seen = document if card.shipped else document.under_guard()
    for hit in rule.kind.look(seen, rule.options):
        if isinstance(hit.place, Range) and not card.reads(document.block_at(hit.place.start)):
            continue
        if card.language == "any" or _is_english(document, hit):
            yield hit


def _is_english(document: Document, hit: Hit) -> bool:
    """Tell whether the text that a hit speaks of is English: its block, or the article where it is in no block."""
    judge = document.view(languages)
    return judge.is_english(hit.place.start) if isinstance(hit.place, Range) else judge.english


def finding_of(document: Document, rule: Rule, hit: Hit) -> Finding:
    """Say a hit in the words of its card."""
    card = rule.card
    values = {"match": document.text(hit.place), **hit.values}
    related = tuple(SpanRelated(document.span(each.place), each.message) for each in hit.related)
    return Finding(
        document.span(hit.place),
        card.id,
        card.name,
        rule.severity,
        card.message.format_map(values).strip(),
        hit.suggestions,
        fix_of(document, rule, hit, values),
        related,
    )


def fix_of(document: Document, rule: Rule, hit: Hit, values: dict[str, object]) -> Fix | None:
    """Give the fix of a hit, or None where the card promises none or the source cannot be edited in place.

    What a card calls safe is unsafe all the same where it touches a protected token.
    """
    card = rule.card
    if card.fix == "none" or not hit.edits:
        return None
    edits = [span_edit(document, edit) for edit in hit.edits]
    if any(edit is None for edit in edits):
        return None
    sure = tuple(sorted(edit for edit in edits if edit))
    if any(one.span.end > other.span.start for one, other in pairwise(sure)):
        return None
    first = hit.suggestions[0] if hit.suggestions else ""
    title = card.fix_title.format_map(values) or (f'Write "{first}"' if first else "Take it out")
    safe = card.fix == "safe" and keeps_protected(document, sure)
    return Fix(title, "safe" if safe else "unsafe", sure)


def span_edit(document: Document, edit: Edit) -> SpanEdit | None:
    """Turn an edit into one of the source, or None where what it touches is not literally there."""
    if isinstance(edit.place, Range):
        if not document.prose.is_literal(edit.place.start, edit.place.end):
            return None
        return SpanEdit(document.prose.span(*edit.place), edit.text)
    return SpanEdit(edit.place, edit.text)


def settled(found: list[Found]) -> list[Found]:
    """Leave out what gives way: a finding that overlaps one of a card standing over its own."""
    above: dict[str, list[Span]] = {}
    for each in found:
        for name in each.rule.card.over:
            above.setdefault(name, []).append(each.finding.span)
    if not above:
        return found
    covers = {name: _Cover(spans) for name, spans in above.items()}
    return [each for each in found if not _gives_way(each.finding, covers)]


def _gives_way(finding: Finding, covers: dict[str, _Cover]) -> bool:
    return any(name in covers and covers[name].touches(finding.span) for name in (finding.rule, finding.name))


class _Cover:
    """Spans joined where they overlap, to ask quickly whether another one touches any."""

    def __init__(self, spans: list[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(max(end, start + 1))

    def touches(self, span: Span) -> bool:
        """Tell whether a span shares a character with any of these; an empty one counts as its next character."""
        index = bisect_right(self.starts, max(span.end - 1, span.start)) - 1
        return index >= 0 and self.ends[index] > span.start
