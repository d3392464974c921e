"""Dates as people write them, and which of them are the article's."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Surroundings
from medlint.readers import read
from medlint.source import Source
from medlint.views.dates import all_dates, dates
from medlint.views.written_dates import date_after, dates_in, last_day, whole_date

BODY = "# Living with gout\n\n{}\n\nGout comes in attacks. The guideline was published in March 2020.\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-05-04", "2024-05-04"),
        ("2024/5/4", "2024-05-04"),
        ("2024-05-04T10:00:00.123456+02:00", "2024-05-04"),
        ("2024-05-04 10:00", "2024-05-04"),
        ("20240504", "2024-05-04"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        ("May 4, 2024", "2024-05-04"),
        ("Oct 4, 2024", "2024-10-04"),
        ("Sat, Oct 4 2024", "2024-10-04"),
        ("2024-05-04T07", "2024-05-04"),
        ("Sept. 4th, 2024", "2024-09-04"),
        ("SEPTEMBER 4 2024", "2024-09-04"),
        ("4 May 2024", "2024-05-04"),
        ("the 4th of May, 2024", "2024-05-04"),
        ("Saturday, 4 May 2024, 10:00", "2024-05-04"),
        ("04-May-24", "2024-05-04"),
        ("4 May 98", "1998-05-04"),
        ("May 2024", "2024-05"),
        ("04.05.2024", "2024-05-04"),
        ("5/4/2024", "2024-05-04"),
        ("25/4/2024", "2024-04-25"),
        ("22:00 GMT, 4 May 2024", "2024-05-04"),
        ("Sat May 4 10:00:00 2024", "2024-05-04"),
        ("Sat, 04 May 2024 10:00:00 GMT", "2024-05-04"),
        ("May 4", None),
        ("Saturday", None),
        ("2 days ago", None),
        ("version 1.2.2024.1", None),
        ("may 2024 be better", None),
        ("4 May 2024 and later", None),
        ("1504227585", None),
        ("0443-1", None),
        ("", None),
    ],
)
def test_whole_date(text: str, value: str | None) -> None:
    found = whole_date(text)
    assert (found and found.value) == value


@pytest.mark.parametrize("text", ["2024-02-30", "2023-02-29", "31 April 2024", "13/13/2024", "2024-13", "June 0, 2024"])
def test_days_that_are_in_no_calendar(text: str) -> None:
    found = whole_date(text)
    assert found is not None
    assert not found.valid


def test_day_first_and_doubt() -> None:
    american, british = whole_date("3/4/2024"), whole_date("3/4/2024", day_first=True)
    assert american and (american.value, american.ambiguous) == ("2024-03-04", True)
    assert british and (british.value, british.ambiguous) == ("2024-04-03", True)
    assert not any(found.ambiguous for text in ("13/4/2024", "4/4/2024", "3.4.2024") if (found := whole_date(text)))


def test_last_day() -> None:
    assert [last_day(value) for value in ("2023", "2024-02", "2024-02-03")] == [
        "2023-12-31",
        "2024-02-29",
        "2024-02-03",
    ]


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y"])
)
def test_every_day_is_read_back(day: date, form: str) -> None:
    text = day.strftime(form)
    found = whole_date(text)
    assert found
    assert (found.value, found.valid, found.start, found.end) == (day.isoformat(), True, 0, len(text))


@given(st.text("0123456789/-.: MayJune,stndth", max_size=40))
def test_any_text_gives_dates_within_it(text: str) -> None:
    for found in [*dates_in(text, 0, len(text)), *filter(None, [date_after(text, 0, len(text)), whole_date(text)])]:
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Published: 4 May 2024 | Updated: 6 May 2024", {"published": "2024-05-04", "updated": "2024-05-06"}),
        ("Posted on May 4, 2024 in Joints", {"published": "2024-05-04"}),
        (
            "First published 4 May 2024. Last reviewed 5 May 2024.",
            {"published": "2024-05-04", "reviewed": "2024-05-05"},
        ),
        ("Date Created / Updated: 4 May 2024", {"published": "2024-05-04", "updated": "2024-05-04"}),
        (
            "Page last reviewed: 4 May 2024\n\nNext review due: 4 May 2027",
            {"reviewed": "2024-05-04", "next_review": "2027-05-04"},
        ),
        ("Reviewed AtMay 4, 2024", {"reviewed": "2024-05-04"}),
        ("Last medically reviewed on May 4, 2024", {"reviewed": "2024-05-04"}),
        ("This article was last updated on 4 May 2024 at 10:15.", {"updated": "2024-05-04"}),
        ("**Last updated:** May 2024", {"updated": "2024-05"}),
        ("(Updated 4 May 2024)", {"updated": "2024-05-04"}),
        ("Medically reviewed by Jane Doe, MD on May 4, 2024", {"reviewed": "2024-05-04"}),
        ("Medically reviewed by Jane Doe, MD — May 4, 2024", {"reviewed": "2024-05-04"}),
        ("Medically reviewed by Jane Doe, MD on Sat, May 4, 2024", {"reviewed": "2024-05-04"}),
        ("Written by Jane Doe on May 4, 2024", {"published": "2024-05-04"}),
        ("Reviewed by\n\nJane Doe, MD\n\n5/4/2024", {"reviewed": "2024-05-04"}),
        ("Published\n\n4 May 2024", {"published": "2024-05-04"}),
        ("Saturday, 4 May 2024", {"published": "2024-05-04"}),
        ("Reviewed: 04.05.2024", {"reviewed": "2024-05-04"}),
        ("UPDATED: 4:30 PM EST May 4, 2024", {"updated": "2024-05-04"}),
        ("Date: May 4, 2024", {"published": "2024-05-04"}),
        ("Date of birth: May 4, 1924", {}),
        ("Review Date 5/4/2024", {"reviewed": "2024-05-04"}),
        ("Last Revised: 05/04/2024", {"updated": "2024-05-04"}),
        ("Content last reviewed May 4, 2024", {"reviewed": "2024-05-04"}),
        ("Last modified 04-May-24 by Sam", {"updated": "2024-05-04"}),
        ("Media last reviewed: 4 May 2024", {}),
        ("Accessed 4 May 2024", {}),
        ("Copyright 2024", {}),
        ("Published in the Journal of Joints in May 2024", {}),
        ("The vaccine was approved on 4 May 2024 and reviewed in 2025.", {}),
        ("Updated guidelines of 4 May 2024 advise rest.", {}),
        ("Privacy policy (updated 4 May 2024)", {}),
        ("Posted 2 days ago", {}),
        ("Oct 4, 2024 | 8 min read", {"published": "2024-10-04"}),
        ("Author\n\nJane Doe\n\nReviewed by\n\nSam Lee, MD\n\nOct 4, 2024 · 8 min read", {"published": "2024-10-04"}),
        (
            "Reviewed/Updated: 03/14\n\nCreated: 11/09",
            {"published": "2009-11", "reviewed": "2014-03", "updated": "2014-03"},
        ),
        ("Created: 03/14 of the leaflets", {}),
        ("Revision as of 23:48, 4 May 2024 by Sam", {"updated": "2024-05-04"}),
        ("**Authors:** Jane Doe\n**DOI:** 10.1186/s12966-016-2043-1", {}),
    ],
)
def test_dates_in_the_text(line: str, found: dict[str, str]) -> None:
    document = read(Source("a.md", BODY.format(line)), "markdown")
    assert {kind: each.value for kind, each in document.view(dates).items()} == found
    for each in document.view(all_dates):
        assert each.precision == "month" or whole_date(document.source.text[slice(*document.span(each.place))])


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("date: 2024-05-04", {"published": "2024-05-04"}),
        ("publishedAt: '2024-05-04'\nupdatedAt: 2024-05-05", {"published": "2024-05-04", "updated": "2024-05-05"}),
        ("last_reviewed: 4 May 2024", {"reviewed": "2024-05-04"}),
        (
            "review:\n  by: Jane Doe\n  date: 2024-05-04\n  next: 2026-05-04",
            {"reviewed": "2024-05-04", "next_review": "2026-05-04"},
        ),
        ("dates:\n  published: 2024-05-04", {"published": "2024-05-04"}),
        ("medicallyReviewedBy: 2024-05-04", {"reviewed": "2024-05-04"}),
        ("sources:\n  - title: Gout\n    date: 2001-05-04\n    accessed: 2024-05-04", {}),
        ("author:\n  name: Jane Doe\n  updatedAt: 2017-01-01", {}),
        ("video:\n  uploaded: 2024-05-04\n  published: 2024-05-04", {}),
        ("lastReviewed: 2024-02-30", {"reviewed": "2024-02-30"}),
        ("lastReviewed: TBD", {"reviewed": ""}),
        ("lastReviewed:", {}),
        ("lastReviewed: true", {}),
        ("date: 2023-01-01\npublishDate: 2024-05-04", {"published": "2024-05-04"}),
    ],
)
def test_dates_in_metadata(fields: str, found: dict[str, str]) -> None:
    document = read(Source("a.md", f"---\ntitle: Gout\n{fields}\n---\n\nGout comes in attacks.\n"), "markdown")
    assert {kind: each.value for kind, each in document.view(dates).items()} == found


def test_a_review_in_the_head_that_lies_ahead_is_a_deadline() -> None:
    head = '<meta name="DC.date.modified" content="2016-05-04"><meta name="DC.date.reviewed" content="2017-05-04">'
    page = f"<html><head><title>Mold</title>{head}</head><body><h1>Mold</h1><p>Mold grows.</p></body></html>"
    found = read(Source("a.html", page), "html").view(dates)
    assert {kind: each.value for kind, each in found.items()} == {"updated": "2016-05-04", "next_review": "2017-05-04"}


def test_a_tag_knows_what_the_text_only_hints_at() -> None:
    line = '<p>Updated <time datetime="2024-05-06T10:00">2 days ago</time></p>'
    page = f"<html><head><title>Gout</title></head><body><h1>Gout</h1>{line}<p>Gout comes.</p></body></html>"
    document = read(Source("a.html", page), "html")
    found = document.view(dates)["updated"]
    assert (found.value, document.source.text[slice(*document.span(found.place))][:10]) == ("2024-05-06", "2024-05-06")


def test_british_readers() -> None:
    source = Source("a.md", BODY.format("Published 3/4/2024"))
    assert read(source, "markdown", Surroundings(locale="en-GB")).view(dates)["published"].value == "2024-04-03"
    assert read(source, "markdown", Surroundings(locale="en-US")).view(dates)["published"].value == "2024-03-04"
