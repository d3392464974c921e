"""The engine: runs a plan over a document and turns hits into findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Finding, Fix, Hit, SpanEdit, SpanRelated
from medlint.plan import Plan, Rule
from medlint.span import Range


class Found(NamedTuple):
    """A finding, and the card that it came from, until the cards have settled among themselves."""

    finding: Finding
    rule: Rule


def lint(document: Document, plan: Plan) -> tuple[Finding, ...]:
    """Give the findings of a plan in a document, sorted by place."""
    found = [Found(finding_of(document, rule, hit), rule) for rule in plan.rules for hit in hits(document, rule)]
    return tuple(sorted(each.finding for each in settled(found)))


def hits(document: Document, rule: Rule) -> Iterator[Hit]:
    """Yield what a rule's kind finds in what its card reads."""
    card = rule.card
    if card.formats and document.format not in card.formats:
        return
    if card.types and document.surroundings.type not in card.types:
        return
    seen = document if card.shipped else document.under_guard()
    for hit in rule.kind.look(seen, rule.options):
        if not isinstance(hit.place, Range) or card.reads(document.block_at(hit.place.start)):
            yield hit


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
    """Give the fix of a hit, or None where the card promises none or the source cannot be edited in place."""
    card = rule.card
    if card.fix == "none" or not hit.edits:
        return None
    edits = [span_edit(document, edit) for edit in hit.edits]
    if any(edit is None for edit in edits):
        return None
    first = hit.suggestions[0] if hit.suggestions else ""
    title = card.fix_title.format_map(values) or (f'Write "{first}"' if first else "Take it out")
    return Fix(title, card.fix, tuple(sorted(edit for edit in edits if edit)))


def span_edit(document: Document, edit: Edit) -> SpanEdit | None:
    """Turn an edit into one of the source, or None where what it touches is not literally there."""
    if isinstance(edit.place, Range):
        if not document.prose.is_literal(edit.place.start, edit.place.end):
            return None
        return SpanEdit(document.prose.span(*edit.place), edit.text)
    return SpanEdit(edit.place, edit.text)


def settled(found: list[Found]) -> list[Found]:
    """Leave out what gives way: a finding that overlaps one of a card standing over its own."""
    over = {name for each in found for name in each.rule.card.over}
    if not over:
        return found
    return [each for each in found if each.finding.rule not in over or not _gives_way(each, found)]


def _gives_way(one: Found, found: list[Found]) -> bool:
    start, end = one.finding.span
    return any(
        one.finding.rule in other.rule.card.over
        and start <= max(other.finding.span.end - 1, other.finding.span.start)
        and other.finding.span.start <= max(end - 1, start)
        for other in found
    )
