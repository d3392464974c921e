"""What an article says of itself, in one place: title, people, dates, disclaimer and sources."""

from __future__ import annotations

import re

from medlint import lexicon
from medlint.document import Block, Document, Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.dates import Dated, dates
from medlint.views.disclaimers import Disclaimer, disclaimer
from medlint.views.keys import Entry, entries, plain
from medlint.views.people import People, people
from medlint.views.sources import Sources, sources
from medlint.views.written_dates import whole_date

TITLES = (
    "title",
    "headline",
    "h1",
    "pagetitle",
    "articletitle",
    "posttitle",
    "dctitle",
    "dctermstitle",
    "citationtitle",
    "ogtitle",
    "twittertitle",
    "name",
    "seotitle",
)
"""Keys that hold a title, the most trustworthy first."""

SITE = lazy(r"\s*(?:::|\||»|\s[-–—]\s)\s*")
"""What stands between the title of a page and the name of its site."""

HOLE = "\ufffc"
"""What stands in the prose for an image or a template's words."""

ALIKE = 0.6
NEAR_TOP = 40
LONGEST = 200
RUNNING = 120
"""A paragraph of more characters is the text itself, no line beside the title."""


class Title(Record):
    """What a reader would call the article, and where that stands."""

    value: str
    state: str
    place: Place


class Facts(Record):
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
    """Find the title: of the front matter, else the article's own heading, else what the page's head says."""
    named = [
        entry
        for entry in document.view(entries)
        if entry.fact == "title" and not entry.rest and entry.field.value.strip()
    ]
    own = _best([entry for entry in named if entry.field.origin == "front-matter"]) or _labelled(document)
    page = _best(named)
    if own is None:
        heading = _heading(document, " ".join(page.value.split()) if page else "")
        if heading:
            return Title(_said(document.text(heading)), "present", heading)
        own = page
    if own is None:
        return Title("", "absent", document.metadata.place)
    value = " ".join(own.value.split())
    if own.origin != "front-matter":
        value = max(SITE.split(value), key=len)
    return Title(value, "present", own.span)


def _best(named: list[Entry]) -> Field | None:
    def rank(entry: Entry) -> int:
        key = plain(entry.field.name)
        return TITLES.index(key) if key in TITLES else len(TITLES)

    best = min(named, key=rank, default=None)
    return best.field if best else None


def _labelled(document: Document) -> Field | None:
    """Give a "Title:" or "Topic:" line at the head of a plain text."""
    if any(block.shape == "title" for block in document.blocks):
        return None
    return next(
        (each for each in document.metadata.fields if each.origin == "byline" and each.name in ("title", "topic")), None
    )


def _heading(document: Document, page: str) -> Range | None:
    """Give the block that is the article's title; `page` is what the page's head calls it, often with the site's name.

    A block that says what the head says wins, then a heading like it, then the highest heading.
    """
    near = [
        block
        for block in document.blocks
        if block.role not in ("chrome", "reference", "quote") and block.shape != "code"
    ]
    heads = [
        block
        for block in near
        if block.shape in ("title", "heading") and not _is_date(document, block) and _said(_text(document, block))
    ]
    if page:
        short = [
            block for block in near[:NEAR_TOP] if block.shape == "paragraph" and block.end - block.start <= LONGEST
        ]
        for part in [page, *SITE.split(page)]:
            same = next((block for block in heads + short if _words(_text(document, block)) == _words(part)), None)
            if same:
                return Range(same.start, same.end)
        like = next((block for block in heads if _likeness(_text(document, block), page) >= ALIKE), None)
        if like or not any(block.shape == "title" or block.level == 1 for block in heads):
            return Range(like.start, like.end) if like else None
    titles = [block for block in heads if block.shape == "title"] or [block for block in heads if block.level == 1]
    chosen = next(iter(titles), None) or _opening(document, near, heads)
    return Range(chosen.start, chosen.end) if chosen else None


def _opening(document: Document, near: list[Block], heads: list[Block]) -> Block | None:
    """Give the first heading for a title: not the head of a section, nor one with running text above it."""
    head = next(iter(heads), None) or _bold_line(document, near)
    if head is None or _text(document, head).rstrip().endswith((":", "→")):
        return None
    label = lexicon.entry("labels/sections", _said(_text(document, head)).lower())
    above = any(
        block.start < head.start and block.shape == "paragraph" and block.end - block.start > RUNNING for block in near
    )
    return None if label or above else head


def _bold_line(document: Document, near: list[Block]) -> Block | None:
    """Give the first block, where it is a short line all in bold with text below it."""
    first = near[0] if len(near) > 1 else None
    if first is None or first.shape != "paragraph" or first.end - first.start > RUNNING:
        return None
    bold = document.marks_in(Range(first.start, first.end), "emphasis")
    return first if any(mark.start <= first.start and first.end <= mark.end for mark in bold) else None


def _said(text: str) -> str:
    """Give what a heading says without what a template or an image puts in; "" where no word is left."""
    said = " ".join(text.replace(HOLE, " ").split())
    return said if re.search(r"[^\W_]", said) else ""


def _text(document: Document, block: Block) -> str:
    return document.prose.text[block.start : block.end]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _likeness(text: str, page: str) -> float:
    """Tell how much a heading and the title of the page share, 1 being all of the shorter one."""
    said, whole = set(_words(text)), set(_words(page))
    return len(said & whole) / min(len(said), len(whole)) if said and whole and len(said) > 2 else 0.0


def _is_date(document: Document, block: Block) -> bool:
    return whole_date(_text(document, block)) is not None
