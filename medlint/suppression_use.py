"""Which suppressions were good for nothing, and what their comment should say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from medlint.document import Document
from medlint.span import Span
from medlint.suppression import Suppression, Used

Idle = tuple[Span, str, str | None]
"""A place, what is wrong there, and the text to put there instead (None: a person has to decide)."""


def idle(document: Document, used: Iterable[Used], ran: frozenset[str], known: frozenset[str]) -> Iterator[Idle]:
    """Yield what each suppression names in vain.

    `ran` are the ids and slugs of the rules that ran: one that did not run may still be needed. `known` are those of
    all rules; where they are not told, every name counts as known.
    """
    for suppression, spoke in used:
        if suppression.flaw:
            yield suppression.place, suppression.flaw, None
            continue
        vain = [rule for rule in suppression.rules if rule not in spoke and _may_be_judged(rule, ran, known)]
        if vain:
            yield _told(document, suppression, vain, known)


def _may_be_judged(rule: str, ran: frozenset[str], known: frozenset[str]) -> bool:
    if rule == "ALL" or (known and not _means_any(rule, known)):
        return True
    meant = {name for name in known | ran if _means_any(rule, (name,))}
    return bool(meant) and meant <= ran


def _means_any(rule: str, known: Iterable[str]) -> bool:
    return rule == "ALL" or any(name == rule or (rule.startswith("MED") and name.startswith(rule)) for name in known)


def _told(document: Document, suppression: Suppression, vain: list[str], known: frozenset[str]) -> Idle:
    """Say which rules found nothing to be quiet about, and what remains of the comment."""
    unknown = [rule for rule in vain if known and not _means_any(rule, known)]
    if unknown:
        from medlint.options import unknown as told

        return suppression.place, told("rule", unknown[0], known).split("; there is ")[0], None
    flaw = f"{', '.join(vain)} found nothing here"
    if not suppression.comment:
        return suppression.place, flaw, None
    if len(vain) < len(suppression.rules):
        return suppression.place, flaw, _without(document.source.text[slice(*suppression.place)], vain)
    text = document.source.text
    return _whole_line(text, suppression.place), flaw, "" if not _is_range(text, suppression.place) else None


def _without(comment: str, vain: list[str]) -> str:
    """Give a comment without some of the rules that it names."""
    for rule in vain:
        comment = re.sub(rf"(?<![\w-]){re.escape(rule)}(?![\w-])[,\s]*", "", comment, count=1)
    return re.sub(r",\s*:", ":", comment, count=1)


def _whole_line(text: str, span: Span) -> Span:
    """Widen the span of a comment that stands alone to its line with the line's end."""
    start, end = span
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    if (start == 0 or text[start - 1] in "\r\n") and end < len(text) and text[end] in "\r\n":
        return Span(start, end + (2 if text.startswith("\r\n", end) else 1))
    return span


def _is_range(text: str, span: Span) -> bool:
    """Tell whether a comment opens a range: without it, its end would stand alone."""
    return "medlint-ignore-start" in text[slice(*span)].lower()
