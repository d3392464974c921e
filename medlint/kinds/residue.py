"""What the page round an article left in its text: buttons, banners, badges, counters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.matching import find
from medlint.record import Record
from medlint.span import Range
from medlint.views.residue import Residue, joints, residue

MOST = 100
"""A finding names at most this many further places."""

YEARS = range(1800, 2100)
WORD_END = lazy(r"(?<=\w)(?!\w)")
SHORTEST = 4
"""A phrase of fewer letters may repeat by chance."""


class Lines(Record):
    """Which lines of chrome make a finding."""

    certain: Annotated[tuple[str, ...], "The sorts of line that no article has."] = ("ui", "fused")
    beside: Annotated[tuple[str, ...], "The sorts that are told along with them."] = ("weak", "related", "tags", "")


@kind("interface-lines", options=Lines, values=("count", "lines"))
def interface_lines(document: Document, options: Lines) -> Iterator[Hit]:
    """Report the lines of a site's interface, all of one article as one finding.

    In plain text, menus are taken over whole: the other lines of chrome go along with the certain ones. Where links
    can be written, a list of related articles may be meant.
    """
    found = document.view(residue)
    beside = options.beside if document.format == "text" else ("weak",)
    if any(line.sort in options.certain for line in found):
        yield _together(line for line in found if line.sort in (*options.certain, *beside))


@kind("consent-banner", values=("count", "lines"))
def consent_banner(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report cookie, consent and subscription boxes, all of one article as one finding."""
    found = [line for line in document.view(residue) if line.sort == "consent"]
    if found:
        yield _together(iter(found))


def _together(lines: Iterator[Residue]) -> Hit:
    first, *rest = [line.place for line in lines]
    count = len(rest) + 1
    related = tuple(Related(place, "here too") for place in rest[:MOST])
    return Hit(first, {"count": count, "lines": "1 line" if count == 1 else f"{count} lines"}, related=related)


@kind("stray-counter")
def stray_counter(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report a line that holds nothing but a number or a sign.

    A year may stand alone, and three or more such lines are the numbers of pages, verses or a list.
    """
    blocks = document.blocks
    lines = [line for line in document.view(residue) if line.sort == "counter"]
    if len(lines) > 2:
        return
    for line in lines:
        block, text = blocks[line.block], document.text(line.place).strip()
        is_year = text.isdigit() and int(text) in YEARS
        if block.shape == "paragraph" and block.parent < 0 and not is_year:
            yield Hit(line.place)


@kind("duplicated-phrase", values=("once",))
def duplicated_phrase(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report a phrase that is followed by itself: a badge and its hidden text, a heading pasted twice."""
    places = [line.place for line in document.view(residue) if line.sort == "doubled"]
    for place in places:
        text = document.text(place)
        yield Hit(place, {"once": text[: len(text) // 2].strip()})
    text = document.prose.text
    for joint in document.view(joints):
        glued = _glued(text, joint)
        inside = glued and any(each.start <= glued.start and glued.end <= each.end for each in places)
        if glued and not inside and document.prose.is_literal(*glued):
            yield Hit(glued, {"once": text[joint : glued.end]})


def _glued(text: str, at: int) -> Range | None:
    """Give the place where the same words stand on both sides of an offset, with nothing between."""
    for end in WORD_END.finditer(text, at, at + 60):
        size = end.start() - at
        before = at - size
        if size >= SHORTEST and text[before:at] == text[at : end.start()] and not text[before - 1 : before].isalnum():
            return Range(before, end.start())
    return None


class Scattered(Record):
    """Tokens that a tool leaves all over a text."""

    raw: Annotated[tuple[str, ...], "Regular expressions to find as they stand; capitals count."] = ()


@kind("scattered", options=Scattered, values=("count", "places"))
def scattered(document: Document, options: Scattered) -> Iterator[Hit]:
    """Report what has one cause and many places, as one finding for the article."""
    found = sorted(
        {Range(*match.span()) for expression in options.raw for match in find(document, expression, ignorecase=False)}
    )
    found = [place for place in found if not document.marks_in(place, "code")]
    if found:
        related = tuple(Related(place, "here too") for place in found[1 : MOST + 1])
        count = len(found)
        places = "in one place" if count == 1 else f"in {count} places"
        yield Hit(found[0], {"count": count, "places": places}, related=related)


class Templates(Record):
    """What template code looks like."""

    broken: Annotated[tuple[str, ...], "What is a mistake in any format."] = ()
    unrendered: Annotated[tuple[str, ...], "What is a mistake where no template engine comes after."] = ()


@kind("template-variable", options=Templates)
def template_variable(document: Document, options: Templates) -> Iterator[Hit]:
    """Report template code that was never filled in. Markdown is often the input of a template engine; text is not."""
    last = document.format not in ("markdown", "mdx")
    end = -1
    places = sorted(
        Range(*match.span())
        for expression in (*options.broken, *(options.unrendered if last else ()))
        for match in find(document, expression, ignorecase=False)
    )
    for place in places:
        if place.start >= end and not document.marks_in(place, "code", "template", "url"):
            end = place.end
            yield Hit(place)
