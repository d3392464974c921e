"""Metadata fields by what they are about: which key is the author, which a date, which a list of sources."""

from __future__ import annotations

import re

from medlint import lexicon
from medlint.document import Document, Field
from medlint.lazy import lazy
from medlint.record import Record

INDEX = lazy(r"\[\d+\]")
PART = lazy(r"\.(?![^\[]*\])")
PLAIN = lazy(r"[^a-z0-9]+")
THROUGH = frozenset(
    (
        "graph",
        "meta",
        "metadata",
        "frontmatter",
        "front",
        "seo",
        "article",
        "page",
        "post",
        "dates",
        "date",
        "data",
        "fields",
        "attributes",
        "params",
        "extra",
        "mainentity",
        "mainentityofpage",
        "medical",
        "medicalreview",
        "review",
        "medicalmetadata",
        "publishing",
        "content",
        "book",
        "about",
    )
)
"""Containers that hold the article's own facts; below any other key stand the facts of something else."""

OTHER_TYPES = lazy(
    r"(?:Video|Audio|Image|Media)Object|Comment|Review\b|Rating|Product|Offer|Event|Person|Organization|Breadcrumb|"
    r"ListItem|ItemList|Question|Answer|Clip|WebSite|Book|Recipe|ScholarlyArticle",
    re.I,
)


MOST = 200
"""Other things on one page that are told apart."""


class Entry(Record):
    """A field that says something about the article: the fact, what is below it in the path, the field.

    `owner` is the path of the thing the fact belongs to, such as `authors[1]`: fields with one owner go together.
    """

    fact: str
    rest: str
    owner: str
    field: Field


def entries(document: Document) -> tuple[Entry, ...]:
    """Give the fields whose keys are known, in source order; those of the text's own labels are left out."""
    others = _other_things(document)
    found = []
    for field in document.metadata.fields:
        if field.origin != "byline" and not field.name.startswith(others):
            entry = _entry(field)
            if entry:
                found.append(entry)
    return tuple(found)


def plain(key: str) -> str:
    """Give a key without case, separators and indexes: `Last-Reviewed` and `lastReviewed` are one."""
    return PLAIN.sub("", INDEX.sub("", key).lower())


def _entry(field: Field) -> Entry | None:
    if field.origin == "meta":
        fact = _fact(plain(field.name))
        return Entry(fact, "", field.name, field) if fact else None
    path = ""
    parts = [part for part in PART.split(field.name) if part]
    for at, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        key = plain(part)
        fact = _fact(plain(parts[at - 1]) + key if at and plain(parts[at - 1]) in THROUGH else key) or _fact(key)
        last = at == len(parts) - 1
        if fact and (last or key not in THROUGH):
            return Entry(fact, ".".join(parts[at + 1 :]), path, field)
        if key and key not in THROUGH:
            return None
    return None


def _fact(key: str) -> str:
    entry = lexicon.entry("metadata/keys", key) if key else None
    return entry[0] if entry else ""


def _other_things(document: Document) -> tuple[str, ...]:
    """Give the paths of structured data that is about a video, a comment, the site and so on."""
    found = []
    for field in document.metadata.fields:
        name = field.name
        if name.endswith("@type") and field.origin in ("json-ld", "microdata") and OTHER_TYPES.search(field.value):
            path = name[: -len("@type")]
            if path and not any(
                _fact(plain(part)) in ("author", "reviewer", "publisher") for part in PART.split(path) if part
            ):
                found.append(path)
    return tuple(found[:MOST])
