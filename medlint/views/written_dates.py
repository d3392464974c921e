"""Dates as people write them: where a day, month or year stands in a text, and which one it is.

A strict parser: what it does not know it leaves alone, since a guessed date is worse than none.
"""

from __future__ import annotations

import re

from medlint.lazy import lazy
from medlint.record import Record

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAME = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
YEAR_ALONE = lazy(r"(?:19|20)\d\d")
COMPACT = lazy(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
ZONE = lazy(r"\(?[A-Za-z ]{1,5}\)?")
DATE = lazy(
    rf"""
    (?P<y1>(?:1[89]|2[01])\d\d)(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?:(?P=s1)(?P<d1>\d{{1,2}}))?(?!\d|[-/.]\d)
  | (?P<m2>{MONTH_NAME})\b\.?[ ,-]{{0,3}}
    (?:(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)[ ,-]{{0,3}}(?:\d\d?:\d\d(?::\d\d)?[ ](?:[a-z]{{2,4}}[ ])?)?)?
    (?P<y2>\d{{4}})(?!\d)
  | (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ -]{{0,2}}(?P<m3>{MONTH_NAME})\b\.?[ ,-]{{0,3}}
    (?P<y3>\d{{4}}|\d\d(?![\d:]))(?!\d)
  | (?P<m5>0?[1-9]|1[0-2])/(?P<y5>(?:19|20)\d{{2}})(?![\d/])
  | (?P<a4>\d{{1,2}})(?P<s4>[/.-])(?P<b4>\d{{1,2}})(?P=s4)(?P<y4>\d{{4}}|\d\d)(?!\d|[-/.]\d)
""",
    re.I | re.X,
)
BEFORE = lazy(
    r"""(?:
    [\s:*_,.|(\[–—-]
  | \b(?:this|the|our)\ \w+\ (?=(?:in|on)\b)
  | \b(?:on|at|in|of|date|is|was|been|the|first|
      (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b
  | \b(?:and|&)\ (?:updated|revised|approved|edited)\b
  | \d{1,2}:\d\d(?::\d\d)?(?:\ ?[ap]\.?\ ?m\b\.?)?
  | \b(?:(?-i:[A-Z]{1,2}[SD]?T|UTC|GMT)|hrs|hours)\b
)*""",
    re.I | re.X,
)
TIME = lazy(
    r"T\d\d(?![\d:])|[T ,]*(?:at )?\d{1,2}:?\d\d(?::?\d\d(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?"
    r"(?: ?(?:Z|UTC|GMT|[-+]\d\d:?\d\d))?",
    re.I,
)
IN_NUMBER = lazy(r"\d[-/.]\Z")
"""What stands before the digits of a longer number, such as a DOI."""

SHORT_MONTH = lazy(r"[\s:*_]*(?P<m>0?[1-9]|1[0-2])/(?P<y>\d\d)[\s.*_]*")
RELATIVE_YEAR = 70
"""A year of two digits from here on belongs to the last century."""


class Written(Record):
    """A date in a text: its place, its ISO form, how exact it is, and what is doubtful about it.

    `value` is `2024-02-30` for the date that someone wrote so, with `valid` False. `ambiguous` is set where
    day and month could be the other way round.
    """

    start: int
    end: int
    value: str
    precision: str
    valid: bool = True
    ambiguous: bool = False


def date_at(text: str, start: int, end: int, *, day_first: bool = False) -> Written | None:
    """Read the date that stands at `start`, or None where none does."""
    match = DATE.match(text, start, end)
    if match is None:
        return None
    if match["y1"]:
        return _written(match, match["y1"], match["m1"], match["d1"])
    if match["m2"]:
        return _written(match, match["y2"], _month(match["m2"]), match["d2"])
    if match["m3"]:
        return _written(match, match["y3"], _month(match["m3"]), match["d3"])
    if match["m5"]:
        return _written(match, match["y5"], match["m5"], None)
    return _numeric(match, day_first or match["s4"] == ".")


def date_after(text: str, start: int, end: int, *, day_first: bool = False) -> Written | None:
    """Read the date that follows at `start`, past a colon, "on", a weekday or a time of day."""
    before = BEFORE.match(text, start, end)
    return date_at(text, before.end() if before else start, end, day_first=day_first)


def short_month(text: str, start: int, end: int) -> Written | None:
    """Read what a date label may be followed by and nothing else: "03/14" is March 2014."""
    match = SHORT_MONTH.fullmatch(text, start, end)
    return (
        _written(match, match["y"], match["m"], None)._replace(start=match.start("m"), end=match.end("y"))
        if match
        else None
    )


def dates_in(text: str, start: int, end: int, *, day_first: bool = False) -> list[Written]:
    """Read all dates of a stretch of text."""
    found, at = [], start
    while match := DATE.search(text, at, end):
        at = match.end()
        before = text[max(match.start() - 2, start) : match.start()]
        if not before[-1:].isalnum() and not IN_NUMBER.search(before):
            written = date_at(text, match.start(), end, day_first=day_first)
            if written:
                found.append(written)
    return found


def whole_date(text: str, *, day_first: bool = False) -> Written | None:
    """Read a text that is a date and nothing else, such as the value of a metadata field."""
    end = len(text.rstrip())
    written = date_after(text, 0, end, day_first=day_first)
    if written is None:
        stripped = text.strip()
        if YEAR_ALONE.fullmatch(stripped):
            return Written(0, end, stripped, "year")
        compact = COMPACT.fullmatch(stripped)
        return _checked(0, end, compact[1], compact[2], compact[3]) if compact else None
    time = TIME.match(text, written.end, end)
    rest = text[time.end() if time else written.end : end].strip(" .)Z")
    return written if not rest or ZONE.fullmatch(rest) else None


def last_day(value: str) -> str:
    """Give the last day that a value may mean: a month counts to its end, a year likewise."""
    year, month, day = (*value.split("-"), "", "")[:3]
    month = month or "12"
    return f"{year}-{month}-{day or _days(int(year), int(month)):02}" if not day else value


def _month(name: str) -> str:
    return str(MONTHS.index(name[:3].lower()) + 1)


def _numeric(match: re.Match[str], day_first: bool) -> Written:
    first, second = int(match["a4"]), int(match["b4"])
    if first > 12 >= second or (day_first and second <= 12):
        first, second = second, first
    written = _written(match, match["y4"], str(first), str(second))
    return written._replace(ambiguous=first <= 12 and second <= 12 and first != second and match["s4"] != ".")


def _written(match: re.Match[str], year: str, month: str, day: str | None) -> Written:
    if len(year) == 2:
        year = ("19" if int(year) >= RELATIVE_YEAR else "20") + year
    return _checked(match.start(), match.end(), year, month, day)


def _checked(start: int, end: int, year: str, month: str, day: str | None) -> Written:
    valid = 1 <= int(month) <= 12 and 1800 <= int(year) <= 2200
    if day is None:
        return Written(start, end, f"{year}-{int(month):02}", "month", valid)
    valid = valid and 1 <= int(day) <= _days(int(year), int(month))
    return Written(start, end, f"{year}-{int(month):02}-{int(day):02}", "day", valid)


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
