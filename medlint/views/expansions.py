"""Expansions: what an undefined short form most likely stands for, found in the page first, else in the inventory."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from medlint.document import Document
from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.record import Record
from medlint.span import Range
from medlint.views.alignment import HEADS, SMALL, letters
from medlint.views.long_forms import known_long_forms
from medlint.views.sentences import sentences
from medlint.views.short_forms import Use

WORD = lazy(r"[^\W_]+")
JOINED = lazy(r"[\w '’-]+\Z")
NAME = lazy(r"[A-Z][a-z]+(?:(?: of| and| for| in| on| to| the|,){0,2}[ -][A-Z][a-z]+)+")
TITLES = ("title", "heading")
SURE = 4
"""Letters from which on a short form with one sense in the inventory is taken to have it."""

ROOT = 6
"""Letters that words of one root share."""


class Expansion(Record):
    """A long form, and where it was found: `title`, `text` or `inventory`."""

    long: str
    where: str


def expansions(document: Document, key: str) -> tuple[Expansion, ...]:
    """Give what a short form may stand for, none rather than a guess.

    What the page itself says comes first, then the senses of the inventory: the likeliest first, going by the words of
    the page, and by how common they are.
    """
    known = known_long_forms(key)
    lowered = document.prose.lowered
    titles = document.view(_titles)
    said = [long for long in known if _stem(long) in lowered or any(_stem(long) in title.lower() for title in titles)]
    if len(said) == 1 or (said and len(known) == len(said)):
        return (Expansion(said[0], _where(said[0], titles)),)
    if not said:
        for title in titles:
            found = _by_initials(key, title)
            if found:
                return (Expansion(found, "title"),)
        found = document.view(_names).get(key, "") if len(key) >= 3 else ""
        if found:
            return (Expansion(found, "text"),)
    if len(known) == 1:
        return (Expansion(known[0], "inventory"),) if _may_come_up(document, key, known[0]) else ()
    likeliest = sorted(said or known, key=lambda long: not _has_words(long, lowered))
    return tuple(Expansion(long, "inventory") for long in likeliest)


def _may_come_up(document: Document, key: str, long: str) -> bool:
    """Tell whether a page has words of a long form or of its specialty: on one about software, UI is not incontinence.

    Four letters seldom have a second meaning.
    """
    row = entry("abbreviations/inventory", key) if len(key) < SURE else None
    listed = entry("abbreviations/specialties", row[1]) if row else None
    if listed is None:
        return True
    said = document.view(_said)
    stems = listed[0].split() + [word[:ROOT] for word in WORD.findall(long.lower()) if len(word) >= ROOT]
    return any(f" {stem}" in said for stem in stems)


def _said(document: Document) -> str:
    """Give the distinct words of the text and the titles in lower case, each after a blank."""
    words = WORD.findall(f"{document.prose.vocabulary.words} {' '.join(document.view(_titles)).lower()}")
    return f" {' '.join(dict.fromkeys(words))}"


def _has_words(long: str, lowered: str) -> bool:
    """Tell whether the page holds every word of a sense somewhere, but those that many names end in."""
    words = [word for word in WORD.findall(long.lower()) if word not in SMALL and word not in HEADS]
    return all(f" {word}" in lowered for word in words)


JUST_BEFORE = 200
"""Characters back to which a reader still has the words in mind that a short form is short for."""


def is_told_just_before(document: Document, use: Use) -> bool:
    """Tell whether the words stand before a use, in its sentence or the last: `computed tomography ... CT scan`."""
    found, at = document.view(sentences), use.place.start
    index = bisect_right(found, Range(at, 1 << 60)) - 1
    if index < 0:
        return False
    block = document.blocks[use.token.block]
    first = max(block.start, at - JUST_BEFORE, found[max(index - 1, 0)].start)
    before = document.prose.text[first:at]
    lowered = before.lower()
    return any(_stem(long) in lowered for long in known_long_forms(use.key)) or bool(_by_initials(use.key, before))


def plain_case(document: Document, key: str, long: str) -> str:
    """Give a long form as it is written in the middle of a sentence: not with the capitals of a heading."""
    for known in known_long_forms(key):
        if known.lower() == long.lower():
            return known
    return long.lower() if long[:1].isupper() and long.lower() in document.prose.text else long


def _names(document: Document) -> dict[str, str]:
    """Give the runs of words in capitals of the text by their initials (`Minimum Viable Product` by MVP)."""
    found: dict[str, str] = {}
    for match in NAME.finditer(document.prose.text):
        name = match[0].removeprefix("The ")
        found.setdefault("".join(word[0] for word in WORD.findall(name) if word[0].isupper()), name)
    return found


def _stem(long: str) -> str:
    return long.lower()


def _where(long: str, titles: list[str]) -> str:
    return "title" if any(_stem(long) in title.lower() for title in titles) else "text"


def _titles(document: Document) -> list[str]:
    """Give the titles and headings, that of the metadata first."""
    found = [field.value for field in document.metadata.fields if field.name.lower() in ("title", "name", "headline")]
    return found + [document.prose.text[block.start : block.end] for block in document.blocks if block.shape in TITLES]


@lru_cache(maxsize=256)
def _words(title: str) -> list[tuple[str, int, int]]:
    """Give the words of a title in lower case, each with its place; every short form of an article asks for them."""
    return [(match[0].lower(), match.start(), match.end()) for match in WORD.finditer(title)]


def _by_initials(key: str, title: str) -> str:
    """Give the words of a title whose initials are the short form."""
    wanted = letters(key)
    if len(wanted) < 3 or not wanted.isalpha():
        return ""
    words = _words(title)
    for first in range(len(words)):
        if words[first][0] in SMALL:
            continue
        at = first - 1
        for number, letter in enumerate(wanted):
            at += 1
            while number and at < len(words) and words[at][0] in SMALL and words[at][0][0] != letter:
                at += 1
            if at >= len(words) or words[at][0][0] != letter:
                break
        else:
            found = title[words[first][1] : words[at][2]]
            if JOINED.match(found) and not found.isupper():
                return found
    return ""
