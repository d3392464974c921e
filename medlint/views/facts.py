"""What an article says of itself, in one place: title, people, dates, disclaimer and sources."""

from __future__ import annotations

from typing import NamedTuple

from medlint.document import Document
from medlint.span import Place, Range, Span
from medlint.views.dates import Dated, dates
from medlint.views.disclaimers import Disclaimer, disclaimer
from medlint.views.keys import Entry, entries, plain
from medlint.views.people import People, people
from medlint.views.sources import Sources, sources

TITLES = (
    "title headline h1 pagetitle articletitle posttitle dctitle dctermstitle citationtitle ogtitle twittertitle name seotitle"
).split()
"""Keys that hold a title, the most trustworthy first; a page's own `title` often names the site as well."""


class Title(NamedTuple):
    """What a reader would call the article, and where that stands."""

    value: str
    state: str
    place: Place


class Facts(NamedTuple):
    """Everything that `medlint metadata` shows of one article."""

    title: Title
    people: People
    dates: dict[str, Dated]
    disclaimer: Disclaimer
    sources: Sources


def facts(document: Document) -> Facts:
    """Gather the facts of an article."""
    return Facts(
        document.view(title),
        document.view(people),
        document.view(dates),
        document.view(disclaimer),
        document.view(sources),
    )


def title(document: Document) -> Title:
    """Find the title: of the front matter, else the article's first heading, else what the page's head says."""
    named = [entry for entry in document.view(entries) if entry.fact == "title" and not entry.rest and entry.field.value.strip()]
    own = _best([entry for entry in named if entry.field.origin == "front-matter"])
    if own is None:
        heading = _heading(document)
        if heading:
            return heading
        own = _best(named)
    if own is None:
        return Title("", "absent", document.metadata.place)
    return Title(" ".join(own.field.value.split()), "present", own.field.span)


def _best(named: list[Entry]) -> Entry | None:
    def rank(entry: Entry) -> int:
        key = plain(entry.field.name)
        return TITLES.index(key) if key in TITLES else len(TITLES)

    return min(named, key=rank, default=None)


def _heading(document: Document) -> Title | None:
    """Give the title block, else the first heading of the highest level near the top."""
    chosen = next((block for block in document.blocks if block.shape == "title" and block.role != "chrome"), None)
    if chosen is None:
        headings = [block for block in document.blocks if block.shape == "heading" and block.role not in ("chrome", "reference")]
        if not headings:
            return None
        top = min(block.level for block in headings)
        chosen = next(block for block in headings if block.level == top)
        if top > 1 and chosen is not headings[0]:
            chosen = headings[0]
    value = " ".join(document.prose.text[chosen.start : chosen.end].split())
    return Title(value, "present", Range(chosen.start, chosen.end))


def place_of_absent(document: Document) -> Span:
    """Give the place where a missing field would belong."""
    return document.metadata.place
