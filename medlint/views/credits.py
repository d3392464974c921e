"""Credits: the lines of a page that say who wrote and reviewed it, and when; each label with what stands behind it.

Such lines stand at the top, at the foot, several in one line, the label on one line and the value on the next. Words
like "reviewed" stand in prose as well, so a label counts only where it is anchored: at the start of a block or
sentence, after a separator, behind another label, or where the page speaks of itself.
"""

from __future__ import annotations

import re

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.readers.labels import Label
from medlint.record import Record
from medlint.span import Range
from medlint.views.labels import LONG, labels_in, marked
from medlint.views.written_dates import Written, date_after, dates_in, short_month, whole_date

SEPARATORS = "|·•;:(*#>–—[\ufffc"
SUBJECT = lazy(
    r"\W*(?:(?:this|the|our|your)\s+)?(?:(?:medical|clinical|health)\s+)?(?:web\s?)?(?:page|post|article|content|topic|site|document|guide|information|story|"
    r"fact\s?sheet|leaflet|text|entry|date|file|we)?"
    r"(?:\s+(?:was|is|has\s+been|were|have))?(?:\s+(?:first|originally|last|most\s+recently))?\W*\Z",
    re.I,
)
SELF = lazy(
    r"\b(?:article|content|page|information|website|material|text|guide|factsheet|leaflet|post)s?\b[^.!?]{0,40}\Z",
    re.I,
)
PASSIVE = lazy(r"\b(?:is|was|are|were|has been|have been)(?: \w+ly)?\W*\Z", re.I)
DENIED = lazy(r"\b(?:not?|never|unless|should|must|can|could|may|might|will|being|claim\w*|if|until|without)\b", re.I)
SITE = lazy(r"\b(?:web ?)?site\s+(?:was\s+)?(?:last\s+)?\Z", re.I)
OTHERS = lazy(
    r"\b(?:polic(?:y|ies)|terms(?: of \w+)?|conditions|prices?|guidelines?|videos?|media|images?|photos?|"
    r"stud(?:y|ies)|trials?|comments?|copyright|data|statistics|figures?|map|book|report|law|software|version|app)\W*\Z",
    re.I,
)
"""What else than the article has a date of its own."""

NOUNS = frozenset(("date", "author", "authors", "reviewer", "reviewers", "editor", "editors"))
"""Labels that are a word of prose unless a colon or the line's end follows."""

COLON = lazy(r"[\s*_]*[:|–—-]|\s*\Z")
LED_IN = lazy(r"(?:\bon|\bat|[,;:|·(–—-])\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b\.?,?\s*)?\Z", re.I)
"""What leads from a name to a date."""

EMPTY = lazy(r"[\s:*_–—|-]*\Z")
GOES_ON = lazy(r",?\s+(?!by\b|and\b|at\b|based\b|with\b|et\b|pm\b|am\b|for\b)[a-z]")
BETWEEN = lazy(r"(?:\W|\d|\b[ap]\.?m\b|\b[A-Z]{2,4}\b)*")
LOOSE = lazy(r"[^:.\d\0]{1,30}:\s*")


class Credit(Record):
    """A label in the text with its value. `next` is the index of the first block after the value."""

    label: Label
    place: Range
    value: Range
    date: Written | None
    role: str
    next: int
    sure: bool
    of_site: bool = False


def credits(document: Document) -> tuple[Credit, ...]:
    """Give the labels of all blocks that can hold one, in reading order."""
    found: list[Credit] = []
    for index in marked(document):
        block = document.blocks[index]
        if block.role in ("reference", "quote") or block.shape == "code":
            continue
        labels = labels_in(document.prose.text, block)
        if labels:
            found += _anchored(document, index, labels)
    return tuple(found)


def day_first(document: Document) -> bool:
    """Tell whether 3/4/2023 is the third of April to this article's readers."""
    return document.surroundings.locale == "en-GB"


def _anchored(document: Document, index: int, labels: list[tuple[Label, Range]]) -> list[Credit]:
    """Keep the labels of one block that are anchored; the value of each reaches to the next that is kept."""
    kept = [place for _, place in labels]
    for _ in range(2):
        found: list[Credit] = []
        for label, place in labels:
            stop = next((other.start for other in kept if other.start > place.start), document.blocks[index].end)
            credit = _credit(document, index, label, place, stop, found)
            if credit:
                found.append(credit)
        if len(found) == len(kept):
            break
        kept = [credit.place for credit in found]
    return found


def _credit(
    document: Document, index: int, label: Label, place: Range, stop: int, found: list[Credit]
) -> Credit | None:
    """Read one label with its value, or None where nothing anchors it."""
    text, block = document.prose.text, document.blocks[index]
    following = text[place.end : block.end]
    noun = label.words[0] in NOUNS if label.words[0] != "date" else len(label.words) == 1
    if (noun or label.words == ("by",)) and not _named(label, following):
        return None
    if label.words == ("date",) and block.shape == "table-cell":
        return None
    if (
        label.words == ("by",)
        and found
        and found[-1].label.dates != ("published",)
        and _ends_value(text, found[-1], place)
    ):
        return None
    value, after = Range(place.end, min(max(stop, place.end), place.end + LONG)), index + 1
    if EMPTY.match(following) and after < len(document.blocks) and not _has_date_before(found, label):
        value, after = _next_value(document, after)
    date = _date(document, label, value)
    how = _anchor(text, block, label, place, found, date)
    if not how or (date and how == "loose" and GOES_ON.match(text, date.end, block.end)):
        return None
    of_site = bool(SITE.search(text, block.start, place.start))
    return Credit(label, place, value, date, block.role, after, how == "sure", of_site)


def _named(label: Label, following: str) -> bool:
    """Tell whether a bare noun is a label here, by the colon behind it, or "by" by the capital behind it."""
    return bool(re.match(r"[\s:*_]*[A-ZÀ-Þ]", following)) if label.words == ("by",) else bool(COLON.match(following))


def _has_date_before(found: list[Credit], label: Label) -> bool:
    return bool(found) and found[-1].label.dates == label.dates and found[-1].date is not None


def _next_value(document: Document, index: int) -> tuple[Range, int]:
    """Give the block that stands below a label, as its value."""
    block = document.blocks[index]
    if block.shape in ("code", "title") or block.end - block.start > LONG // 2:
        return Range(block.start, block.start), index
    return Range(block.start, block.end), index + 1


def _date(document: Document, label: Label, value: Range) -> Written | None:
    """Read the date behind a label: at once, or after the name that the label asks for."""
    text, first = document.prose.text, day_first(document)
    if not label.dates:
        return None
    date = date_after(text, *value, day_first=first)
    if date is None and (label.words[-1] == "by" or (label.people and COLON.match(text, *value))):
        dates = dates_in(text, *value, day_first=first)
        date = next(
            (date for date in dates if LED_IN.search(text[value.start : date.start])),
            None,
        )
    if date is None and (loose := LOOSE.match(text, *value)):
        date = date_after(text, loose.end(), value.end, day_first=first)
    return date or short_month(text, *value)


def _anchor(text: str, block: Block, label: Label, place: Range, found: list[Credit], date: Written | None) -> str:
    """Tell how a label is anchored: "sure", "loose" (in running text), or "" for not at all."""
    before = text[max(block.start, place.start - LONG) : place.start]
    bare = before.rstrip(" \n*_")
    if OTHERS.search(before):
        return ""
    if not bare or SUBJECT.match(before):
        return "sure"
    if bare[-1] in SEPARATORS or (before != bare and bare[-1] == "-"):
        return "sure" if len(bare) < LONG else "loose"
    if text[place.start - 1].isalpha() and place.end - place.start > 8:
        return "sure"
    if found and (bare[-1] in ",)" or re.search(r"(?:\band|&)\Z", bare) or _ends_value(text, found[-1], place)):
        return "loose"
    if bare[-1] in ".!?)" or _led_in(label, place, found, date, text):
        return "loose"
    if PASSIVE.search(before) and SELF.search(PASSIVE.sub("", before)) and not DENIED.search(before):
        return "loose"
    whole = date is not None and text[place.start].isupper() and EMPTY.match(text[date.end : block.end])
    return "loose" if whole and len(before) < LONG // 4 else ""


def _led_in(label: Label, place: Range, found: list[Credit], date: Written | None, text: str) -> bool:
    """Tell whether a label follows another one's value with nothing between but a capital of its own."""
    full = len(label.words) > 1 and (label.words[-1] == "by" or date is not None)
    return bool(found) and full and text[place.start].isupper()


def _ends_value(text: str, credit: Credit, place: Range) -> bool:
    """Tell whether the date of the label before stands right before this one, a time of day between them at most."""
    if credit.date is None or place.start < credit.date.end:
        return False
    gap = BETWEEN.match(text, credit.date.end, place.start)
    return gap is not None and SUBJECT.match(text[gap.end() : place.start]) is not None


def date_below(document: Document, credit: Credit) -> Written | None:
    """Read the date that stands alone in the block below a name, as in "Reviewed by / Jane Roe, MD / 3 May 2020"."""
    if credit.next >= len(document.blocks):
        return None
    block = document.blocks[credit.next]
    if block.end - block.start > 40:
        return None
    date = whole_date(document.prose.text[block.start : block.end], day_first=day_first(document))
    return date and date._replace(start=date.start + block.start, end=block.start + date.end)
