"""Naming: where a text lists other names of a thing, or says whose words these are, and is not read as prose.

`Also called: FSHD` gives a name to look up, and `From NHS guidance:` gives credit; neither is the place to spell out
what the letters stand for.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.span import Range
from medlint.views.alignment import word_set

ALIASES = lazy(
    r"[^\w\0]{0,3}(?:(?:it is |this is )?also (?:called|known as|referred to as)|a\.?k\.?a\b\.?"
    r"|(?:other|alternat(?:iv)?e|different|further) names?(?: (?:for|of) [^.:;\0]{1,60})?"
    r"|(?:common |known )?(?:synonyms?|aliases))[ \"”*]{0,3}(?P<colon>:)?",
    re.I,
)
CREDIT = lazy(
    r"[(\[*]{0,2}(?P<said>Sources?: )|[(\[*]{0,2}(?:(?:[Aa]dapted |[Tt]aken )?[Ff]rom |[Bb]ased on |Per |Courtesy of "
    r"|(?:Photos?|Photographs?|Images?|Pictures?|Illustrations?|Graphics?)(?: credits?:? |: | (?:courtesy of|by|from) )"
    r"|(?:More on|See also|Read more|Related(?: topics?| links?)?): |Credits?: "
    r"|(?:Used|Reprinted|Reproduced|Printed) (?:with (?:kind )?permission )?(?:from|of|by) )"
)
IN_BRACKET = lazy(
    r"[(\[](?:sources?: ?|(?:adapted|referenced|taken) from:? |courtesy of )"
    r"(?:[^()\[\]\0]|\([^()\0]{0,60}\)){1,160}[)\]]",
    re.I,
)
REFERENCE = lazy(
    r"(?:\[?\d{1,3}[.)\]] ?)?[A-Z][\w'’-]+(?:, (?:[A-Z]\.? ?){1,3}\.|,? [A-Z]{2,3}[.,]) .{20,400}\b(?:19|20)\d\d\b"
)
"""An entry of a list of sources: `Lund, AJ. On the heart. Health. 2019`."""

STOP = lazy(r"[.!?](?: |\Z)")
WORD = lazy(r"[^\s,;:()\[\]“”\"]+")

NAME_WORDS = word_set(
    """the and & of for on in by or guidance guideline guidelines advice resource resources recommendation
    recommendations fact sheet sheets information page pages website websites vaccine vaccination health material
    materials data"""
)
"""Words beside the names in a line that says where a text is from."""

LONGEST_LIST, LONGEST_NAME = 200, 100
"""Characters of a line of names, and of one name by itself."""


def naming(document: Document) -> tuple[Range, ...]:
    """Give the blocks that list other names of a thing, credit a source or name one, and such brackets, in order."""
    text, blocks = document.prose.text, document.blocks
    whole = {Range(blocks[number].start, blocks[number].end) for number in _blocks(document)}
    return tuple(sorted(whole.union(Range(*match.span()) for match in IN_BRACKET.finditer(text))))


def is_named(document: Document, at: int) -> bool:
    """Tell whether a word that starts at `at` stands in such a place."""
    places = document.view(naming)
    index = bisect_right(places, Range(at, 1 << 60)) - 1
    return index >= 0 and at < max(place.end for place in places[max(index - 1, 0) : index + 1])


def _blocks(document: Document) -> set[int]:
    text, blocks = document.prose.text, document.blocks
    found: set[int] = set()
    for index, block in enumerate(blocks):
        if block.shape == "code" or index in found:
            continue
        match = ALIASES.match(text, block.start, block.end)
        if match and _ends_at(text, match.end(), block):
            found.update(_names_below(document, index))
        elif (
            (match and match["colon"] and _is_name(text, match.end(), block, LONGEST_LIST))
            or _is_credit(text, block)
            or REFERENCE.match(text, block.start, block.end)
        ):
            found.add(index)
    return found


def _ends_at(text: str, at: int, block: Block) -> bool:
    return not text[at : min(block.end, at + 3)].strip(" *:")


def _names_below(document: Document, index: int) -> list[int]:
    """Give the list items, the lines or the cell that follow a label which stands by itself."""
    text, blocks = document.prose.text, document.blocks
    label = blocks[index]
    found: list[int] = []
    for number in range(index + 1, len(blocks)):
        block = blocks[number]
        if label.shape == "table-cell":
            beside = block.shape == "table-cell" and (block.group, block.level) == (label.group, label.level)
            return [number] if beside else []
        if block.shape not in ("list-item", "paragraph") or (found and block.shape != blocks[found[0]].shape):
            break
        if not _is_name(text, block.start, block, LONGEST_NAME):
            break
        found.append(number)
    return found


def _is_name(text: str, start: int, block: Block, longest: int) -> bool:
    """Tell whether the rest of a block is names alone: short, and no sentence."""
    return block.end - start <= longest and not STOP.search(text, start, block.end)


def _is_credit(text: str, block: Block) -> bool:
    """Tell whether a block says only where a text is from: `From NHS and Red Cross guidance:`, `(Source: WHO)`."""
    match = CREDIT.match(text, block.start, min(block.end, block.start + LONGEST_NAME))
    if not match or block.end - block.start > LONGEST_LIST:
        return False
    if match["said"]:
        return not STOP.search(text, match.end(), block.end - 2)
    rest = WORD.findall(text, match.end(), block.end)
    return all(word[0].isupper() or word.strip(".’'*") in NAME_WORDS for word in rest)
