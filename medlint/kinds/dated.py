"""Dates that cannot be, or that say the article is out of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.inflection import counted
from medlint.kinds import NoOptions, kind
from medlint.record import Record
from medlint.views.dates import Dated, all_dates, dates
from medlint.views.written_dates import last_day

SAID = {"published": "published", "reviewed": "reviewed", "updated": "updated", "next_review": "due for review"}
MONTHS_A_YEAR = 12


class Age(Record):
    """How old a review may be."""

    max_age_months: Annotated[int, "Months after which a review has to be done again."] = 24


class Ahead(Record):
    """How far ahead a date may lie."""

    grace_days: Annotated[
        int, "Days that a date may lie in the future: for time zones, and articles scheduled ahead."
    ] = 1
    facts: Annotated[tuple[Literal["published", "reviewed", "updated"], ...], "The dates that are looked at."] = (
        "published",
        "reviewed",
        "updated",
    )


@kind("stale-date", options=Age, values=("date", "months", "limit"))
def stale_date(document: Document, options: Age) -> Iterator[Hit]:
    """Report a review that lies too far back; a review known to the month or year counts to its end."""
    today = document.surroundings.today
    reviewed = document.view(dates).get("reviewed")
    if today is None or reviewed is None or reviewed.state != "present":
        return
    done = date.fromisoformat(last_day(reviewed.value))
    months = (today.year - done.year) * MONTHS_A_YEAR + today.month - done.month - (today.day < done.day)
    if months >= options.max_age_months and not _same_day_at_limit(done, today, months, options.max_age_months):
        values = {
            "date": reviewed.value,
            "months": counted(months, "month"),
            "limit": counted(options.max_age_months, "month"),
        }
        yield Hit(document.span(reviewed.place), values)


def _same_day_at_limit(done: date, today: date, months: int, limit: int) -> bool:
    """Tell whether the limit is reached on this very day, which is still in time."""
    return months == limit and today.day == done.day


@kind("future-date", options=Ahead, values=("fact", "date"))
def future_date(document: Document, options: Ahead) -> Iterator[Hit]:
    """Report a date that lies in the future; one known to the month or year only when all of it does."""
    today = document.surroundings.today
    if today is None:
        return
    limit = (today + timedelta(days=max(options.grace_days, 0))).isoformat()
    for fact in options.facts:
        found = document.view(dates).get(fact)
        if found and found.state == "present" and found.value > limit[: len(found.value)]:
            yield Hit(document.span(found.place), {"fact": SAID[fact], "date": found.value})


@kind("date-order", values=("fact", "date", "published"))
def date_order(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report a review or an update that is older than the publication, as far as both are known."""
    found = document.view(dates)
    published = found.get("published")
    if published is None or published.state != "present":
        return
    for fact in ("reviewed", "updated"):
        later = found.get(fact)
        if later and later.state == "present" and _before(later, published):
            values = {"fact": SAID[fact], "date": later.value, "published": published.value}
            related = (Related(published.place, f"published {published.value}"),)
            yield Hit(document.span(later.place), values, related=related)


def _before(one: Dated, other: Dated) -> bool:
    shortest = min(len(one.value), len(other.value))
    swapped = one.ambiguous or other.ambiguous
    return one.value[:shortest] < other.value[:shortest] and not (swapped and one.value[:4] == other.value[:4])


@kind("invalid-date", values=("fact", "date"))
def invalid_date(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report each date beside a key or label that is in no calendar."""
    seen = set()
    for found in document.view(all_dates):
        span = document.span(found.place)
        if found.state == "invalid" and span not in seen:
            seen.add(span)
            yield Hit(span, {"fact": SAID[found.kind], "date": found.value})
