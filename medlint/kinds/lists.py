"""Lists: what leads in to them, and items that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.matching import search
from medlint.options import Pattern
from medlint.record import Record
from medlint.span import Range
from medlint.views.lists import WORD, Item, is_run_in, lists, stretches

TELLS = lazy(r"[^\W\d_]")
TAIL = 60
"""As many characters at the end of a text tell whether it announces a list."""


class LeadIn(Record):
    """What leads in to a list."""

    words: Annotated[Pattern, "How a text ends that announces a list, before the mark."] = Pattern(
        r"\b(?:includ(?:es?|ed|ing)|the following|as follows|such as|consists? of)"
    )
    alone: Annotated[Pattern, "How it ends, mark included, where it announces one even though none follows."] = Pattern(
        r"\b(?:(?:includ(?:es?|ing)|are|is|do|try|take|have|has) the following[.,;]|as follows[.,;]|includes?[,;])"
    )


@kind("list-lead-in", options=LeadIn, values=("mark",))
def list_lead_in(document: Document, options: LeadIn) -> Iterator[Hit]:
    """Report a lead-in that ends in a full stop, comma or semicolon where a colon belongs.

    A semicolon before a list is never right. Where no list follows (what is announced may stand under headings, or be
    lost) there is nothing to fix by rule.
    """
    text = document.prose.text
    for block, after in pairwise(document.blocks):
        at = block.end - 1
        if text[at] not in ".,;" or block.shape not in ("paragraph", "list-item"):
            continue
        place = Range(at, block.end)
        begin = max(block.start, at - TAIL)
        if after.shape == "list-item" and (block.shape == "paragraph" or after.level > block.level):
            if text[at] == ";" or search(document, rf"(?:{options.words})\Z", Range(begin, at), ignorecase=True):
                yield Hit(place, {"mark": text[at]}, (":",), (Edit(place, ":"),))
        elif block.shape == "paragraph" and search(
            document, rf"(?:{options.alone})\Z", Range(begin, block.end), ignorecase=True
        ):
            yield Hit(place, {"mark": text[at]})


@kind("duplicate-item", values=("item",))
def duplicate_item(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report an item that says what one before it in the same list says."""
    for each in document.view(lists):
        for items in stretches(document, each):
            found = list(_again(document, items))
            if found and not is_run_in(document, items):
                yield from found


def _again(document: Document, items: list[Item]) -> Iterator[Hit]:
    seen: dict[tuple[str, ...], Range] = {}
    for item in items:
        place = Range(item.block.start, item.block.end)
        said = " ".join(WORD.findall(document.text(place).lower()))
        if item.leads or not TELLS.search(said) or len(said) < 3:
            continue
        key = (said, *(mark.target for mark in document.marks_in(place, "link", "image")))
        if key in seen:
            already = Related(seen[key], "it stands here already")
            yield Hit(place, {"item": document.text(place)}, related=(already,))
        else:
            seen[key] = place
