"""How the items of a list end."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Range
from medlint.views.lists import WORD, Item, is_run_in, lists, stretches
from medlint.views.sentences import ends_in_shortening, inside, last_char

INNER_END = lazy(r"""[.!?][\"”’)\]]* +[A-Z“\"(￼]|[.:;] [-–—•*·] | [-–—•*·] [^\n]{1,400} [-–—•*·] """)
"""Several sentences, or a list that was run into its item."""

JOINED = lazy(r"(?:[;,]|[ /,](?:and|or|and/or|plus))\Z")


SHORT, LONG = 4, 8
"""As many words at most make a name, as many at least a sentence, where the two are mixed in one list."""

LEAST = 5
"""As many words each of two items has at least, to be compared at all."""


class Ending(Record):
    """How an item ends: where it starts and ends, whether in a full stop, and how many words it has."""

    start: int
    at: int
    stop: bool
    words: int


@kind("list-endings", values=("usual",))
def list_endings(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report the items that end otherwise than most of their list; only a clear majority makes a fix.

    Left alone are items of several sentences, those that end in a link, code or a shortened word, and those
    with something nested under them. Lists joined by semicolons, commas or "and" have a style of their own.
    """
    for each in document.view(lists):
        items = stretches(document, each)[0]
        ends = _endings(document, items)
        stops = [end for end in ends if end.stop]
        bare = [end for end in ends if not end.stop]
        if stops and bare and not _is_style(document, items, stops, bare) and not is_run_in(document, items):
            odd, most = (stops, bare) if len(stops) < len(bare) else (bare, stops)
            yield _odd_hit(document, odd, sure=2 * len(odd) <= len(most))


def _odd_hit(document: Document, odd: list[Ending], *, sure: bool) -> Hit:
    """Report the last word without its full stop, or the full stop that should not be there."""
    first, *rest = (_place(document, end) for end in odd)
    edits = tuple(_turned(document, end) for end in odd)
    usual = "without a full stop" if odd[0].stop else "in a full stop"
    related = tuple(Related(place, "and here") for place in rest)
    return Hit(first, {"usual": usual}, edits=edits if sure else (), related=related)


def _place(document: Document, end: Ending) -> Range:
    text = document.prose.text
    begin = end.at if end.stop else max(text.rfind(" ", end.start, end.at) + 1, end.start)
    return Range(begin, end.at + 1)


def _turned(document: Document, end: Ending) -> Edit:
    """Give the edit that takes the full stop away or adds one; it is written over the last character of the item."""
    place = Range(end.at, end.at + 1)
    return Edit(place, "" if end.stop else document.text(place) + ".")


def _endings(document: Document, items: list[Item]) -> list[Ending]:
    """Give the endings that can be compared; none where the list has another style."""
    text = document.prose.text
    found = []
    for item in items:
        at = last_char(document, item.block)
        if at < 0:
            continue
        if JOINED.search(text, item.block.start, at + 1):
            return []
        if item.leads or _left_alone(document, item, at):
            continue
        words = len(WORD.findall(text, item.block.start, at + 1))
        if text[at] == ".":
            if not ends_in_shortening(document, item.block, at):
                found.append(Ending(item.block.start, at, True, words))
        elif text[at].isalnum() or text[at] in ")%’'":
            found.append(Ending(item.block.start, at, False, words))
    return found


def _left_alone(document: Document, item: Item, at: int) -> bool:
    text, start = document.prose.text, item.block.start
    if text[at - 1 : at] in (".", "…", "!", "?") and text[at] in ".)":
        return True
    if INNER_END.search(text, start, at) or not WORD.search(text, start, at + 1):
        return True
    if inside(document, at, "link", "code", "url", "citation", "sup", "template"):
        return True
    linked = sum(mark.end - mark.start for mark in document.marks_in(Range(start, at + 1), "link", "url"))
    return 2 * linked > at - start


def _is_style(document: Document, items: list[Item], stops: list[Ending], bare: list[Ending]) -> bool:
    """Tell whether a list that ends in two ways may well be meant so.

    Short names among sentences; a full stop only where the whole of a list of lower-case parts ends; two
    items, of which one may be no more than a name.
    """
    if max(end.words for end in bare) <= SHORT and min(end.words for end in stops) >= LONG:
        return True
    text = document.prose.text
    if len(stops) + len(bare) < 3 and (len(items) != 2 or not _are_sentences(document, stops[0], bare[0])):
        return True
    ends_in_stop = len(stops) == 1 and stops[0].at == last_char(document, items[-1].block)
    return ends_in_stop and sum(text[item.block.start].islower() for item in items) > len(items) // 2


def _are_sentences(document: Document, stop: Ending, bare: Ending) -> bool:
    """Tell whether both of two items may be sentences: long enough, and not mostly names."""
    words = WORD.findall(document.prose.text, bare.start, bare.at + 1)
    names = sum(word[0].isupper() for word in words)
    return min(len(words), stop.words) >= LEAST and 2 * names < len(words)
