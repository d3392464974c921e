"""Definitions without brackets: `long form, or SF`, `SF stands for long form`, `Long form - SF is`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.views.alignment import cost, forward_end, letters, words
from medlint.views.bracketed import pieces
from medlint.views.capitals_beside import STATES
from medlint.views.long_forms import (
    LONGEST,
    PLAIN_LIMIT,
    SAID_LIMIT,
    SENTENCE,
    Pair,
    Place,
    is_short_form,
    known_long_forms,
    long_before,
)
from medlint.views.short_forms import Token, key_of, tokens

LEFT = lazy(
    r"(?P<said>,? \(?(?:also |often |commonly |sometimes |usually |more commonly |better )?"
    r"(?:known as|called|abbreviated(?: as| to)?|referred to as|shortened to|known by|termed)"
    r"(?: the| an?| simply| by the (?:acronym|abbreviation))?[ \"'“‘]+)\Z"
    r"|(?P<or>,? or (?:an? |the )?[\"'“‘]?)\Z|(?P<dash> [-–—=] )\Z|(?P<comma>, )\Z"
)
RIGHT = lazy(
    r"[\"'”’]?(?P<said>,? (?:which |that )?(?:stands for|is short for|short for|means|meaning"
    r"|is (?:an|the) (?:abbreviation|acronym|initialism) (?:for|of))[ \"'“‘]+(?:the |an? )?)"
    r"|(?P<or>,? or (?:an? |the )?)|(?P<dash> [-–—=] |: )|(?P<comma>, (?:or )?)"
)
NAMED = lazy(r"(?:called|known as|referred to as) (?:an? |the )?([^.;:()\[\]\0]{5,200})")


def unbracketed(document: Document) -> Iterator[Pair]:
    """Yield what needs no bracket: `long form, or SF`, `SF stands for long form`, `Long form - SF is`."""
    text = document.prose.text
    for token in document.view(tokens)[:MOST]:
        if not is_short_form(token.text):
            continue
        block = document.blocks[token.block]
        pair = (
            _long_on_the_left(text, block, token)
            or _long_on_the_right(text, block, token)
            or _long_beside(document, block, token)
        )
        if pair:
            yield (token.start, token.end), pair


def _long_on_the_left(text: str, block: Block, token: Token) -> Place | None:
    match = LEFT.search(text, max(block.start, token.start - 60), token.start)
    if not match:
        return None
    size = len(letters(token.text))
    if match["comma"] and (size < 3 or token.text in STATES or text[token.end : token.end + 1] not in ",.;)"):
        return None
    limit = SAID_LIMIT if match["said"] else max(PLAIN_LIMIT, 1.2 / size) if size > 4 else PLAIN_LIMIT
    end, first = match.start(), max(block.start, match.start() - LONGEST)
    head = text.rfind(" ", first, end)
    if head > first and text[token.end : end - head + token.end].lower() == text[head:end].lower():
        pair = long_before(text, first, head, token.text, limit)  # "Computed tomography scan - CT scan"
        return (pair[0], end) if pair else None
    pair = long_before(text, first, end, token.text, limit)
    if pair is None and match["or"]:
        comma = text.rfind(", ", max(first, end - 40), end)  # "prothrombin time, pro time, or PT"
        pair = long_before(text, first, comma, token.text, limit) if comma > first else None
    if pair is None and match["said"]:
        pair = _known_above(text, max(block.start, end - FAR), end, token.text)
    return pair


FAR = 600
"""Characters that a name may stand behind what it names: `Lumbar puncture: ... also called an LP`."""


def _known_above(text: str, first: int, end: int, short: str) -> Place | None:
    """Give where a long form from the inventory stands in the text before a name."""
    lowered = text[first:end].lower()
    for long in known_long_forms(short):
        at = lowered.find(long.lower())
        if at >= 0:
            return first + at, first + at + len(long)
    return None


def _long_on_the_right(text: str, block: Block, token: Token) -> Place | None:
    match = RIGHT.match(text, token.end, block.end)
    if not match:
        return None
    size = len(letters(token.text))
    if match["comma"] and size < 3:
        return None
    start = match.end()
    end = _known_end(text, start, token.text) or _read_end(text, start, block.end, token.text, said=bool(match["said"]))
    if match["dash"] == " = " or token.start == block.start or text.startswith(DASHES, end) or not match["dash"]:
        return (start, end) if end else None
    return None


def _long_beside(document: Document, block: Block, token: Token) -> Place | None:
    """Give the long form in the cell or the item beside a short form that has one to itself: a table of short forms."""
    if block.shape not in ("table-cell", "list-item") or (token.start, token.end) != (block.start, block.end):
        return None
    text = document.prose.text
    for beside in document.blocks[max(token.block - 1, 0) : token.block + 2]:
        is_row = (beside.group, beside.level) == (block.group, block.level)
        if beside is block or beside.shape != block.shape or (block.shape == "table-cell" and not is_row):
            continue
        end = _known_end(text, beside.start, token.text)
        end = end or _read_end(text, beside.start, beside.end, token.text, said=False)
        if end and (end == beside.end or text[end] in ",;.:"):
            return beside.start, end
    return None


DASHES = (" - ", " – ", " — ")
"""What closes a long form that a dash has opened: `an RA - rheumatoid arthritis - flare`."""


def _known_end(text: str, start: int, short: str) -> int:
    """Give where a long form from the inventory ends that starts at `start`, 0 for none."""
    for known in known_long_forms(short):
        end = start + len(known)
        if text[start:end].lower() == known.lower():
            end += text.startswith("s", end) and short.endswith("s")
            if not text[end : end + 1].isalnum():
                return end
    return 0


def _read_end(text: str, start: int, last: int, short: str, *, said: bool) -> int:
    """Give where the words end, from `start` on, that a short form can be read off; 0 where it cannot.

    Where the text says that they are its long form (`stands for`), they may start with other letters than its own.
    """
    found = words(text, start, min(last, start + LONGEST))
    if not found or found[0][1] != start:
        return 0
    at = forward_end(letters(short), [word for word, _, _ in found])
    if at < 0 and said:
        at = _cheapest_end(text, found[: 2 * len(short)], short)
    if at < 0 or SENTENCE.search(text, start, found[at][1]):
        return 0
    return found[at][2]


def _cheapest_end(text: str, found: list[tuple[str, int, int]], short: str) -> int:
    """Give the last of the words that a short form reads off at the lowest cost, if that is low enough; else -1."""
    best, at = SAID_LIMIT * len(letters(short)), -1
    for number, (_, _, end) in enumerate(found):
        if number and text[found[number - 1][2] : found[number][1]] not in (" ", "-", "/", "\n"):
            break
        value = cost(short, text[found[0][1] : end]) if number else best + 1
        if value <= best:
            best, at = value, number
    return at


MOST = 5000
"""Short forms that are looked at; no page that someone reads has more."""

NEAR = 20
"""Tokens before a name that it may be the name of."""


def named_later(document: Document) -> Iterator[Pair]:
    """Yield what is said of a thing after its short form: `CT scan: ... also called computed tomography`."""
    text, found = document.prose.text, document.view(tokens)
    starts = [each.start for each in found]
    for match in NAMED.finditer(text) if found else ():
        index, last = document.block_index(match.start()), bisect_left(starts, match.start())
        near = [each for each in found[max(last - NEAR, 0) : last] if each.block == index]
        before = {key_of(each.text): each for each in reversed(near)}
        for begin, stop in pieces(text, *match.span(1)) if before else ():
            long = text[begin:stop]
            for key, token in before.items():
                if " " in long and long.lower() in _known(key):
                    yield (token.start, token.end), (begin, stop)


def _known(key: str) -> list[str]:
    return [long.lower() for long in known_long_forms(key)]
