"""Lists: the items that belong together, what leads in to them and what follows."""

from __future__ import annotations

from itertools import pairwise

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import LINE_END, Range
from medlint.views.sentences import last_char

WORD = lazy(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
"""A word of an item, with what joins its parts."""


class Item(Record):
    """One list item by the number of its block; `leads` where a nested list or further paragraphs stand under it."""

    number: int
    block: Block
    leads: bool


class ItemList(Record):
    """A list at one depth. `lead` is the index of the block right before it, or -1."""

    items: tuple[Item, ...]
    lead: int


def lists(document: Document) -> tuple[ItemList, ...]:
    """Give all lists of the article, nested ones apart from those that hold them.

    Neither a heading nor a paragraph that is no part of an item stands inside a list: where the reader put the items
    on both sides of one in one group, they are two lists.
    """
    open_lists: dict[int, list[int]] = {}
    found: list[list[int]] = []
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.shape != "list-item":
            if block.parent < 0 or blocks[block.parent].shape != "list-item":
                open_lists.clear()
            continue
        items = open_lists.get(block.group)
        if items is None or blocks[items[-1]].role != block.role:
            items = open_lists[block.group] = []
            found.append(items)
        items.append(index)
    leading = _leading(blocks)
    return tuple(ItemList(tuple(Item(i, blocks[i], i in leading) for i in items), items[0] - 1) for items in found)


def _leading(blocks: tuple[Block, ...]) -> set[int]:
    """Give the blocks that have other blocks under them."""
    leading = {block.parent for block in blocks}
    for index, (block, after) in enumerate(pairwise(blocks)):
        if block.shape == after.shape == "list-item" and after.level > block.level:
            leading.add(index)
    return leading


def stretches(document: Document, each: ItemList) -> list[list[Item]]:
    """Split a list at the items that end in a colon and have nothing under them.

    Such an item leads in to items of its own, and the text does not show where those end.
    """
    found: list[list[Item]] = [[]]
    for item in each.items:
        at = last_char(document, item.block)
        if at >= 0 and document.prose.text[at] == ":" and not item.leads:
            found.append([])
        else:
            found[-1].append(item)
    return found


def is_run_in(document: Document, items: list[Item]) -> bool:
    """Tell whether items stand on one line of a text that marks no lists: where one list ends is then a guess."""
    if document.format not in ("text", "xml"):
        return False
    source = document.source.text
    places = [document.span(Range(item.block.start, item.block.end)) for item in items]
    return any(not LINE_END.search(source, one.end, other.start) for one, other in pairwise(places))
