"""What a kind yields, and what everyone else sees of it."""

from __future__ import annotations

from collections.abc import Mapping

from medlint.record import Record
from medlint.span import Place, Span

SEVERITIES = ("error", "warning", "info")
"""From the gravest to the mildest."""


class Edit(Record):
    """New text for a place; an empty place inserts, an empty text deletes."""

    place: Place
    text: str


class Related(Record):
    """Another place with the same cause, or one that explains the finding."""

    place: Place
    message: str


class Hit(Record):
    """Something a kind found: where, the values for its card's message, and how to put it right.

    `values` holds what the kind declares and nothing else; `{match}`, the text at the place, is always there.
    Suggestions stand best first. Edits belong together: all are applied or none.
    """

    place: Place
    values: Mapping[str, object] = {}
    suggestions: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()


class SpanEdit(Record):
    """New text for a span of the source."""

    span: Span
    text: str


class SpanRelated(Record):
    """A related span of the source."""

    span: Span
    message: str


class Fix(Record):
    """Edits that put one finding right, in source order and without overlaps.

    `safety` is `safe` where the change cannot alter meaning, `unsafe` where a person has to look.
    """

    title: str
    safety: str
    edits: tuple[SpanEdit, ...]


class Finding(Record):
    """One fault in one article, ready to be shown. Sorts by place, then by rule."""

    span: Span
    rule: str
    name: str
    severity: str
    message: str
    suggestions: tuple[str, ...] = ()
    fix: Fix | None = None
    related: tuple[SpanRelated, ...] = ()
