"""Lists: how their items end, what leads in to them, items that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.matching import Match, compiled, find
from medlint.options import Pattern
from medlint.span import Range
from medlint.views.endings import ends_in_shortening, inside, last_char
from medlint.views.lists import Item, ItemList, following, lists

INNER_END = re.compile(r"[.!?][\"”’)\]]* +[A-Z“\"(￼]")
WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
TELLS = re.compile(r"[^\W\d_]")


class Ending(NamedTuple):
    """How an item ends: at which offset, and whether in a full stop."""

    at: int
    stop: bool


@kind("list-endings", values=("usual",))
def list_endings(document: Document, _: object) -> Iterator[Hit]:
    """Report the items that end otherwise than most of their list; only a clear majority makes a fix.

    Left alone are items of several sentences, those that end in a link, code or a shortened word, and those
    with something nested under them. Lists joined by semicolons or commas have a style of their own.
    """
    for each in document.view(lists):
        ends = _endings(document, each)
        stops = [end for end in ends if end.stop]
        bare = [end for end in ends if not end.stop]
        if not stops or not bare or not _comparable(document, each, len(ends)):
            continue
        odd = stops if len(stops) < len(bare) else bare
        sure = 2 * len(odd) <= len(ends) - len(odd)
        yield _odd_hit(document, odd, sure=sure)


def _odd_hit(document: Document, odd: list[Ending], *, sure: bool) -> Hit:
    first, *rest = places = [Range(end.at, end.at + 1) for end in odd]
    stop = odd[0].stop
    edits = tuple(Edit(place, "" if stop else document.text(place) + ".") for place in places)
    usual = "without a full stop" if stop else "in a full stop"
    related = tuple(Related(place, "and here") for place in rest)
    return Hit(first, {"usual": usual}, edits=edits if sure else (), related=related)


def _endings(document: Document, each: ItemList) -> list[Ending]:
    """Give the endings that can be compared; none where the list has another style."""
    text = document.prose.text
    found = []
    for item in each.items:
        at = last_char(document, item.block)
        if at < 0:
            continue
        if text[at] in ";,":
            return []
        if item.leads or _left_alone(document, item, at):
            continue
        if text[at] == ".":
            if not ends_in_shortening(document, item.block, at):
                found.append(Ending(at, True))
        elif text[at].isalnum() or text[at] in ")%’'":
            found.append(Ending(at, False))
    return found


def _left_alone(document: Document, item: Item, at: int) -> bool:
    text = document.prose.text
    return (
        text[at - 1 : at] in (".", "…", "!", "?")
        or (text[at] == ")" and text[at - 1] in ".!?")
        or bool(INNER_END.search(text, item.block.start, at))
        or inside(document, at, "link", "code", "url", "citation", "sup", "template")
        or len(WORD.findall(text, item.block.start, at + 1)) < 1
    )


def _comparable(document: Document, each: ItemList, count: int) -> bool:
    """Tell whether a list has enough items to have a style: three, or two of which both may be sentences."""
    if count >= 3:
        return True
    return len(each.items) == count == 2 and all(
        len(WORD.findall(document.prose.text, item.block.start, item.block.end)) >= 5 for item in each.items
    )


class LeadIn(NamedTuple):
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
    done = set()
    for expression in (f"(?:{options.words})(?P<mark>[.,;])$", r"[^\W_]\)?(?P<mark>;)$"):
        for match in find(document, expression):
            place = Range(*match.span("mark"))
            hit = _lead_hit(document, match, place, options)
            if hit and place not in done:
                done.add(place)
                yield hit


def _lead_hit(document: Document, match: Match, place: Range, options: LeadIn) -> Hit | None:
    index = document.block_index(place.start)
    block, after = document.blocks[index], following(document, index)
    if after is None or block.end != place.end or block.shape not in ("paragraph", "list-item"):
        return None
    values = {"mark": match["mark"]}
    if after.shape == "list-item" and (block.shape == "paragraph" or after.level > block.level):
        return Hit(place, values, (":",), (Edit(place, ":"),))
    announces = compiled(f"(?:{options.alone})$", guarded=document.guarded)
    if block.shape == "paragraph" and announces.search(document.prose.text, block.start, place.end):
        return Hit(place, values)
    return None


@kind("duplicate-item", values=("item",))
def duplicate_item(document: Document, _: object) -> Iterator[Hit]:
    """Report an item that says what one before it in the same list says."""
    for each in document.view(lists):
        seen: dict[str, Item] = {}
        for item in each.items:
            said = " ".join(WORD.findall(document.text(Range(*item.block[2:4])).lower()))
            if item.leads or not TELLS.search(said) or len(said) < 3:
                continue
            if said in seen:
                first = Range(*seen[said].block[2:4])
                place = Range(*item.block[2:4])
                yield Hit(place, {"item": document.text(place)}, related=(Related(first, "it stands here already"),))
            else:
                seen[said] = item
