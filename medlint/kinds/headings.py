"""Headings: the mark at their end, the steps between their levels, what stands under them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated

from medlint.document import Block, Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Range
from medlint.views.headings import Section, sections
from medlint.views.sentences import ends_in_shortening, inside, last_char

WORDS = lazy(r"\w+")
SENTENCE = 12
"""A heading of more words is a sentence in large letters, and its mark may stand."""

LEADS_IN = lazy(r"\b(?:includ(?:es?|ing)|following|follows|below|these|are|such as)\b", re.I)
"""With one of these in it, a heading that ends in a colon leads in to what stands under it."""

INNER = lazy(r"[.!?] |…|\.\.")


class Punctuation(Record):
    """Which marks."""

    chars: Annotated[str, "The marks that no heading should end in."] = ".,;:"


@kind("heading-punctuation", options=Punctuation, values=("mark",))
def heading_punctuation(document: Document, options: Punctuation) -> Iterator[Hit]:
    """Report a heading that ends in a mark its siblings do without.

    Where most headings of a level end in the mark, that is the style of the house. In plain text a line is only
    taken for a heading, so there the siblings have to show that it is one; with a colon it is a label.
    """
    levels: dict[int, list[tuple[Block, int]]] = defaultdict(list)
    for section in document.view(sections):
        block = document.blocks[section.heading]
        levels[section.level].append((block, _mark(document, block, options.chars)))
    for headings in levels.values():
        marked = [(block, at) for block, at in headings if at >= 0]
        plain = len(headings) - len(marked)
        if plain < len(marked) and len(headings) > 1:
            continue
        if document.format == "text" and plain < 2:
            continue
        for _, at in marked:
            place = Range(at, at + 1)
            yield Hit(place, {"mark": document.prose.text[at]}, edits=(Edit(place, ""),))


def _mark(document: Document, block: Block, chars: str) -> int:
    """Give the offset of the mark that a heading ends in, or -1."""
    at = last_char(document, block)
    text = document.prose.text
    if at <= block.start or text[at] not in chars or text[at - 1] in ".…!?￼":
        return -1
    if INNER.search(text, block.start, at) or inside(document, at, "code", "url", "template"):
        return -1
    if len(WORDS.findall(text, block.start, at)) > SENTENCE:
        return -1
    if text[at] == ":" and (document.format == "text" or LEADS_IN.search(text, block.start, at)):
        return -1
    return -1 if text[at] == "." and ends_in_shortening(document, block, at) else at


@kind("heading-skip", values=("level", "previous", "expected"))
def heading_skip(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report a heading more than one level below the one before it; the same step again is the same cause."""
    steps: dict[tuple[int, int], list[Range]] = {}
    previous = 0
    for section in document.view(sections):
        if previous and section.level > previous + 1:
            steps.setdefault((previous, section.level), []).append(_place(document, section))
        previous = section.level
    for (above, level), (first, *rest) in steps.items():
        values = {"level": level, "previous": above, "expected": above + 1}
        yield Hit(first, values, related=tuple(Related(place, "and here") for place in rest))


@kind("empty-section")
def empty_section(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report a heading that nothing stands under: no text, no lower heading, nothing the reader could not read.

    Headings before the first paragraph may be titles and bylines, and one with a link in it is an entry of a list.
    """
    found = document.view(sections)
    begun = _begun(document)
    followed = zip_longest(found, found[1:])
    for section, after in followed:
        if section.heading > begun and _is_empty(document, section, after) and not _links(document, section):
            yield Hit(_place(document, section))


RUNNING = ("paragraph", "list-item", "table-cell")


def _begun(document: Document) -> int:
    """Give the index of the first block of running text, or that behind the last block."""
    blocks = document.blocks
    return next((i for i, each in enumerate(blocks) if each.shape in RUNNING and each.role == "body"), len(blocks))


def _place(document: Document, section: Section) -> Range:
    block = document.blocks[section.heading]
    return Range(block.start, block.end)


def _is_empty(document: Document, section: Section, after: Section | None) -> bool:
    """Tell whether a section is empty.

    In HTML, where headings are also chosen for their size, only where a sibling follows, or nothing.
    """
    if section.end != section.heading + 1:
        return False
    if after and (after.level > section.level or (document.format == "html" and after.level != section.level)):
        return False
    blocks = document.blocks
    place = _place(document, section)
    if len(WORDS.findall(document.text(place))) > SENTENCE:
        return False
    end = document.span(Range(*blocks[section.end][2:4])).start if section.end < len(blocks) else None
    between = document.source.text[document.span(place).end : end]
    return not re.search(r"[^\W_]|[<{\[!]", HEADING_TAGS.sub("", between))


def _links(document: Document, section: Section) -> bool:
    return any(not mark.target.startswith("#") for mark in document.marks_in(_place(document, section), "link"))


HEADING_TAGS = lazy(
    r"</?(?:h[1-6]|div|section|header|span|p|br|a|strong|b|body|html|main|article)\b[^>\n]{0,500}>", re.I
)
