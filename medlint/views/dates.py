"""When the article was published, reviewed and updated, and when it is due for review."""

from __future__ import annotations

import re
from bisect import bisect_left

from medlint.document import Document, Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.credits import Credit, credits, date_below, day_first
from medlint.views.keys import entries, plain
from medlint.views.person import NOTHING, is_placeholder
from medlint.views.written_dates import Written, whole_date

SHORT = 45
"""A line of more characters is more than a date."""

TO_READ = lazy(r"[\W_]*\d{1,3}[\s-]*min(?:ute)?s?\b(?:\s+read)?\W*\Z", re.I)
"""The time that reading takes stands beside the date as a rule."""

KINDS = ("published", "reviewed", "updated", "next_review")
TRUST = {"front-matter": 0, "json-ld": 1, "microdata": 1, "text": 2, "meta": 3, "chrome": 4}
"""Where two places give a date, the one with the lower number is the article's."""


class Dated(Record):
    """A date of the article. `value` is ISO, "" where none can be read; `state` says what stands there."""

    kind: str
    value: str
    precision: str
    state: str
    place: Place
    ambiguous: bool = False


def all_dates(document: Document) -> tuple[Dated, ...]:
    """Give every date that a key or a label names, the most trustworthy first."""
    return tuple(date for _, date in document.view(_by_trust))


def _by_trust(document: Document) -> list[tuple[float, Dated]]:
    return sorted([*_from_fields(document), *_from_text(document)], key=lambda pair: pair[0])


def dates(document: Document) -> dict[str, Dated]:
    """Give the one date of each kind that counts; a kind without one is left out.

    Where equally good places give several, it is the first of publication, and the last of review and change.
    """
    found: dict[str, Dated] = {}
    trusted: dict[str, float] = {}
    for state in ("present", "invalid", "placeholder"):
        for trust, date in document.view(_by_trust):
            known = found.get(date.kind)
            if date.state != state or (known and known.state != state):
                continue
            if known is None:
                found[date.kind], trusted[date.kind] = date, trust
            elif trust == trusted[date.kind] and _is_better(date, known):
                found[date.kind] = date
    return found


def _is_better(date: Dated, known: Dated) -> bool:
    """Tell whether a second date is the one that counts: a later review or change, or the same told more exactly."""
    later = date.kind in ("reviewed", "updated") and date.value > known.value
    return later or (len(date.value) > len(known.value) and date.value.startswith(known.value))


def _from_fields(document: Document) -> list[tuple[float, Dated]]:
    found: list[tuple[float, Dated]] = []
    for entry in document.view(entries):
        field = entry.field
        if entry.fact in KINDS and entry.rest in ("", "@value") and not NOTHING.match(field.value.strip()):
            date = _of_value(entry.fact, field.value, field.span, document)
            if date:
                trust = TRUST[field.origin] + (
                    0.5 if plain(field.name) in ("date", "created", "createdat", "changed") else 0
                )
                found.append((trust, date))
        elif entry.fact == "reviewer" and entry.rest == "" and (written := whole_date(field.value)):
            found.append((TRUST[field.origin], _dated("reviewed", written, field.span)))
    return _deadlines_apart(found, document)


def _of_value(kind: str, value: str, place: Place, document: Document) -> Dated | None:
    written = whole_date(value, day_first=day_first(document))
    if written:
        return _dated(kind, written, place)
    return Dated(kind, "", "", "placeholder", place) if is_placeholder(value.strip()) else None


def _dated(kind: str, written: Written, place: Place) -> Dated:
    state = "present" if written.valid else "invalid"
    return Dated(kind, written.value, written.precision, state, place, written.ambiguous)


def _deadlines_apart(found: list[tuple[float, Dated]], document: Document) -> list[tuple[float, Dated]]:
    """Take a "reviewed" of a page's head that lies after its last change, or after today, for the deadline it is."""
    changed = max((date.value for _, date in found if date.kind == "updated"), default="")
    today = document.surroundings.today
    settled = []
    for trust, date in found:
        late = (changed and date.value > changed) or (today and date.value > today.isoformat())
        if trust == TRUST["meta"] and date.kind == "reviewed" and late:
            date = date._replace(kind="next_review")
        settled.append((trust, date))
    return settled


def _from_text(document: Document) -> list[tuple[float, Dated]]:
    found: list[tuple[float, Dated]] = []
    for credit in document.view(credits):
        written = credit.date
        if written is None and credit.label.words[-1] == "by" and credit.value.end > credit.value.start:
            written = date_below(document, credit)
        if written is None and credit.label.dates:
            found += [(TRUST["text"], date) for date in _in_tag(document, credit)]
        if written:
            trust = TRUST["chrome" if credit.role == "chrome" or credit.of_site else "text"]
            place = Range(written.start, written.end)
            found += [(trust, _dated(kind, written, place)) for kind in credit.label.dates]
    if not any(date.kind == "published" for _, date in found):
        taken = {date.place for _, date in found}
        found += [(TRUST["chrome"], date) for date in _dateline(document) if date.place not in taken]
    return found


def _in_tag(document: Document, credit: Credit) -> list[Dated]:
    """Read the date that a tag holds where the text only says "2 days ago"."""
    start, end = document.span(credit.place).start, document.span(credit.value).end
    times = document.view(_times)
    field = next(iter(times[bisect_left(times, start, key=lambda each: each.span.start) :]), None)
    if field and field.span.start < end and (written := whole_date(field.value)):
        return [_dated(kind, written, field.span) for kind in credit.label.dates]
    return []


def _times(document: Document) -> tuple[Field, ...]:
    """Give the dates that time tags hold, in source order."""
    found = (field for field in document.metadata.fields if field.name == "time")
    return tuple(sorted(found, key=lambda field: field.span.start))


def _dateline(document: Document) -> list[Dated]:
    """Read a date that stands alone beside the title or the author's name: it is that of publication."""
    text = document.prose.text
    blocks = [block for block in document.blocks if block.role in ("body", "byline")]
    heads = [i for i, block in enumerate(blocks) if block.shape in ("title", "heading")][:2]
    signed = {credit.place.start for credit in document.view(credits) if credit.sure and credit.label.people}
    heads += [i for i, block in enumerate(blocks) if block.start in signed][:2]
    for i in sorted({0} | {i + step for i in heads for step in (-2, -1, 0, 1, 2, 3)}):
        if 0 <= i < len(blocks) and blocks[i].end - blocks[i].start <= SHORT:
            start = blocks[i].start
            said = TO_READ.sub("", text[start : blocks[i].end])
            written = whole_date(said, day_first=day_first(document))
            if written and written.precision == "day":
                return [_dated("published", written, Range(start + written.start, start + written.end))]
    return []
