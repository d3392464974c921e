"""Definitions: where a short form and its long form stand together, so that the one explains the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from medlint.document import Block, Document
from medlint.lexicon import entry
from medlint.span import Range
from medlint.views.alignment import SMALL, best_start, cost, forward_end, letters, word_set, words
from medlint.views.capitals_beside import STATES
from medlint.views.short_forms import DOTTED, RUNNING_SHAPES, Token, key_of, tokens

BRACKETS = re.compile(r"[()\[\]\0]")
CLOSING = {")": "(", "]": "["}
LONGEST = 240
"""Characters that a bracket with a definition, or the text before it, may have."""

SHORT = re.compile(r"[^\W_][\w.\-–/&+'’α-ωΑ-Ω()]*(?: [\w.\-–/&+()]{1,8}){0,2}\Z")
SENTENCE = re.compile(r"[a-z0-9)\]”\"]{2}[.?!] +(?=[A-Z0-9(])|[;:] |[\ufffc•]")
BETWEEN = re.compile(r"[;,] +| +or +| +and +")
LEAD = word_set(
    """or also abbreviated as called termed known commonly sometimes hereafter hereinafter the for short acronym
    abbreviation abbr abbr. abbrev. shortened to often simply usually in a an which stands of i.e. i.e., ie"""
)
CAPITAL = re.compile(r"[A-Z]")

BRACKET_LIMIT, REVERSE_LIMIT, PLAIN_LIMIT = 0.8, 0.45, 0.15
"""The cost for each letter up to which a pair is believed: in a bracket, with the short form first, with no bracket."""


Place = tuple[int, int]
Pair = tuple[Place, Place]


class Definition(NamedTuple):
    """A short form explained: `short` and `long` are where the two are written.

    `running` tells whether it stands in running text, where a reader is sure to meet it, and not in a heading.
    `whole` is the range that a second definition could be taken out of the text with.
    """

    key: str
    short: Range
    long: Range
    short_text: str
    long_text: str
    running: bool
    shape: str


def definitions(document: Document) -> tuple[Definition, ...]:
    """Give the definitions of a document in reading order, headings and titles included."""
    found: dict[tuple[int, int], Definition] = {}
    for each in (*_marked(document), *_bracketed(document), *_plain(document), *_named_later(document)):
        found.setdefault((each.short.start, each.short.end), each)
    return tuple(sorted(found.values(), key=lambda each: each.short))


def _definition(document: Document, shape: str, short: tuple[int, int], long: tuple[int, int]) -> Definition:
    text = document.prose.text
    while SHARED.match(text, *short) and _first(text, short) == _first(text, long):
        short, long = _rest(text, short), _rest(text, long)  # "Marburg hemorrhagic fever (Marburg HF)"
    block = document.block_at(short[0])
    written = text[short[0] : short[1]]
    running = block.shape in RUNNING_SHAPES and block.role != "chrome"
    return Definition(key_of(written), Range(*short), Range(*long), written, text[long[0] : long[1]], running, shape)


SHARED = re.compile(r"[A-Z][a-z]{3,} [A-Z]{2}")


def _first(text: str, place: tuple[int, int]) -> str:
    return text[place[0] : place[1]].split(" ", 1)[0].lower()


def _rest(text: str, place: tuple[int, int]) -> tuple[int, int]:
    return text.find(" ", *place) + 1, place[1]


def _marked(document: Document) -> Iterator[Definition]:
    """Yield what `<abbr title>` says."""
    for mark in document.marks:
        if mark.what == "abbr" and mark.target.strip():
            found = _definition(document, "markup", (mark.start, mark.end), (mark.start, mark.end))
            yield found._replace(long_text=mark.target.strip())


# --- in brackets


def _bracketed(document: Document) -> Iterator[Definition]:
    """Yield `long form (SF)`, `SF (long form)` and what is said inside a bracket alone."""
    text = document.prose.text
    for start, end in _brackets(text):
        block = document.block_at(start)
        if block.shape == "code" or block.role in ("chrome", "reference"):
            continue
        before = max(block.start, start - LONGEST)
        found = list(_long_then_short(text, before, start, end))
        for short, long in found or _short_then_long(text, before, start, end):
            yield _definition(document, "bracket", short, long)


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the inside of each closed bracket that is not too long, the inner ones first; none reaches over a block."""
    opened: list[int] = []
    for match in BRACKETS.finditer(text):
        char, at = match[0], match.start()
        if char == "\0":
            opened.clear()
        elif char in "([":
            opened.append(at)
        elif opened and text[opened[-1]] == CLOSING[char]:
            start = opened.pop() + 1
            if 0 < at - start <= LONGEST:
                yield start, at


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the parts of a bracket, without the words that lead up to them ("also called", quotation marks)."""
    found, at = [], start
    for match in BETWEEN.finditer(text, start, end):
        found.append(_trimmed(text, at, match.start()))
        at = match.end()
    found.append(_trimmed(text, at, end))
    return [piece for piece in found if piece[0] < piece[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while True:
        while start < end and text[start] in " \"'“‘*-":
            start += 1
        stop = text.find(" ", start, end)
        if stop < 0 or text[start:stop].lower() not in LEAD:
            break
        start = stop
    while end > start and text[end - 1] in " \"'”’*.,":
        if text[end - 1] == "." and DOTTED.match(text[start:end]):
            break
        end -= 1
    if text.startswith(" for short", end - 10, end):
        end -= 10
    return start, end


def _long_then_short(text: str, before: int, start: int, end: int) -> Iterator[Pair]:
    """Yield the pairs of `long form (SF)`, `long form (SF1 or SF2)` and `(long form, SF)`."""
    for number, (begin, stop) in enumerate(_pieces(text, start, end)[:6]):
        noun = NOUN_AFTER.search(text, begin, stop)
        stop = noun.start() if noun else stop
        short = text[begin:stop]
        if not is_short_form(short):
            continue
        long = None
        if number and short in STATES:
            continue  # "(Salem, OR)"
        if number and len(CAPITAL.findall(short)) >= 2:
            long = long_before(text, start, begin, short, REVERSE_LIMIT)
        long = long or long_before(text, before, start - 1, short, BRACKET_LIMIT)
        if long:
            yield (begin, stop), long


def is_short_form(short: str) -> bool:
    """Tell whether a text could be a short form in a bracket: short, with a letter, and no measure or number."""
    if not 1 < len(short) <= 14 or not SHORT.match(short):
        return len(short) == 1 and short.isupper()
    size = len(letters(short))
    if size > 10 or not any(char.isalpha() for char in short):
        return False
    if short[0].isdigit() and (" " in short or not CAPITAL.search(short)):
        return False
    if CAPITAL.search(short):
        return not ROMAN.match(short)
    return size <= 4 and short not in SMALL and not LOWER.match(short)


ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")
STEM = re.compile(r"([A-Za-z]{3,})-?\d{1,2}p?\Z")
VOWEL = re.compile("[aeiouy]")
LOWER = re.compile(r"(?:[ivx]+|e\.g\.?|i\.e\.?|n/?a|etc\.?|min|max|see|or|and)\Z")


def long_before(text: str, first: int, end: int, short: str, limit: float) -> tuple[int, int] | None:
    """Give the long form of `short` that ends at `end` (blanks and a comma apart), or None."""
    while end > first and text[end - 1] in " ,\"'”’–—-:":
        end -= 1
    first, passed = _open_bracket(text, first, end)
    for match in SENTENCE.finditer(text, first, end):
        first = match.end()
    form = _singular(short, text[first:end])
    wanted = len(letters(form))
    known = _known_before(text, first, end, short)
    if known is not None:
        return known, end
    found = [word for word in words(text, first, end) if not any(a <= word[1] < b for a, b in passed)]
    found = found[-min(wanted + 5, 2 * wanted) :]
    if not found:
        return None
    value, index = best_start(form, [word for word, _, _ in found])
    if value > limit * wanted and STEM.match(form):
        limit /= 2
        value, index = best_start(STEM.sub(r"\1", form), [word for word, _, _ in found])
        if text[found[index][1] : end].count(" ") == 0:
            return None
    if not CAPITAL.search(short):
        limit = 0.1 if VOWEL.search(short) else 0.35
    if value > limit * wanted:
        return None
    start = _whole_start(text, first, found[index][1])
    return (start, end) if _believable(short, text[start:end]) else None


def _singular(short: str, before: str) -> str:
    """Give a short form without its plural s, where the long form is a plural too."""
    return short[:-1] if re.search(r"[A-Z0-9)]s\Z", short) and before[-1:] == "s" else short


def _known_before(text: str, first: int, end: int, short: str) -> int | None:
    """Give where a long form from the inventory starts that ends at `end`."""
    for long in known_long_forms(short):
        lowered = text[max(first, end - len(long) - 1) : end].lower()
        for form in (long.lower(), _plural(long.lower())):
            start = end - len(form)
            if lowered.endswith(form) and (start == first or not text[start - 1].isalnum()):
                return start
    return None


def _plural(long: str) -> str:
    return long[:-1] + "ies" if long.endswith("y") else long + "s"


def known_long_forms(short: str) -> tuple[str, ...]:
    """Give the long forms that the inventory has for a short form, the likeliest first."""
    found = entry("abbreviations/inventory", key_of(short))
    return tuple(found[0].split("; ")) if found else ()


def _open_bracket(text: str, first: int, end: int) -> tuple[int, list[tuple[int, int]]]:
    """Give where the innermost bracket open at `end` starts (or `first`), and the brackets closed before `end`.

    What stands in a bracket of its own (a respelling, a gloss) is passed over; one inside a word is part of it.
    """
    opened: list[int] = []
    passed: list[tuple[int, int]] = []
    for match in BRACKETS.finditer(text, first, end):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if begin > first and text[begin - 1] == " ":
                passed.append((begin, match.end()))
    return (opened[-1] + 1 if opened else first), passed


def _whole_start(text: str, first: int, start: int) -> int:
    """Take in what hangs on a long form's first word by a hyphen: `2,6-diamino...`, `c-Jun ...`."""
    if text[start - 1 : start] not in ("-", ":"):
        return start
    begin = max(text.rfind(mark, first, start) for mark in " ([/") + 1
    return start if begin < first or NO_PART.match(text, begin) else begin


NO_PART = re.compile(r"(?:non|anti)-|[^ ]*--")


def _believable(short: str, long: str) -> bool:
    """Tell whether a long form is longer than the short one, does not hold it, and has its brackets whole."""
    if len(long) <= len(short) or long.count("(") != long.count(")") or long.count("[") != long.count("]"):
        return False
    parts = re.split(r"[\s()\[\],;/]+", long)
    return short not in parts and parts[-1] not in SMALL


def _short_then_long(text: str, before: int, start: int, end: int) -> Iterator[Pair]:
    """Yield the pair of `SF (long form)`, if it is one."""
    match = LAST_WORD.search(text, before, start - 1)
    if not match or not is_short_form(match[1]) or not CAPITAL.search(match[1]):
        return
    short = match[1]
    begin, stop = _trimmed(text, start, end)
    if match["noun"]:
        if len(CAPITAL.findall(short)) < 2 or " " not in text[begin:stop]:
            return
        if text.endswith(match["noun"], begin, stop):
            stop -= len(match["noun"])
    for cut in (stop, *(found.start() for found in re.finditer(r"[;:,] ", text[begin:stop]))):
        stop = cut if cut == stop else begin + cut
        long = text[begin:stop]
        if " " not in long and len(long) < 8:
            continue
        if fits(short, long, REVERSE_LIMIT):
            yield match.span(1), (begin, stop)
            return


NOUN_AFTER = re.compile(
    r"(?<=[A-Z0-9]) (?:scans?|tests?|imaging|oil|virus|disease|syndrome|therapy|treatments?|levels?|score|drugs?"
    r"|medications?|procedure|vaccines?|machine|device)\Z"
)
LAST_WORD = re.compile(r"(?<![^\s(\[/\"“])([^\s()\[\]/]+)[\"'”’]?(?P<noun> [a-z]{3,12})? ?\Z")


def fits(short: str, long: str, limit: float) -> bool:
    """Tell whether the whole of `long` can be what `short` stands for."""
    if long.lower() in [known.lower() for known in known_long_forms(short)]:
        return True
    form = _singular(short, long)
    return cost(form, long) <= limit * len(letters(form)) and _believable(short, long)


# --- without brackets


def _plain(document: Document) -> Iterator[Definition]:
    """Yield what needs no bracket: `long form, or SF`, `SF stands for long form`, `Long form - SF is`."""
    text = document.prose.text
    for token in document.view(tokens):
        if not is_short_form(token.text):
            continue
        block = document.blocks[token.block]
        pair = _long_on_the_left(text, block, token) or _long_on_the_right(text, block, token)
        if pair:
            yield _definition(document, "plain", (token.start, token.end), pair)


LEFT = re.compile(
    r"(?P<said>,? \(?(?:also |often |commonly |sometimes |usually |more commonly |better )?"
    r"(?:known as|called|abbreviated(?: as| to)?|referred to as|shortened to|known by|termed)"
    r"(?: the| an?| simply| by the (?:acronym|abbreviation))?[ \"'“‘]+)\Z"
    r"|(?P<or>,? or (?:an? |the )?[\"'“‘]?)\Z|(?P<dash> [-–—] )\Z|(?P<comma>, )\Z"
)
RIGHT = re.compile(
    r"[\"'”’]?(?P<said>,? (?:which |that )?(?:stands for|is short for|short for|means|meaning"
    r"|is (?:an|the) (?:abbreviation|acronym|initialism) (?:for|of))[ \"'“‘]+(?:the |an? )?)"
    r"|(?P<or>,? or (?:an? |the )?)|(?P<dash> [-–—] |: )|(?P<comma>, (?:or )?)"
)


def _long_on_the_left(text: str, block: Block, token: Token) -> tuple[int, int] | None:
    match = LEFT.search(text, max(block.start, token.start - 60), token.start)
    if not match:
        return None
    size = len(letters(token.text))
    if match["comma"] and (size < 3 or token.text in STATES or text[token.end : token.end + 1] not in ",.;)"):
        return None
    limit = REVERSE_LIMIT if match["said"] else max(PLAIN_LIMIT, 1.05 / size) if size > 4 else PLAIN_LIMIT
    end, first = match.start(), max(block.start, match.start() - LONGEST)
    head = text.rfind(" ", first, end)
    if head > first and text[token.end : end - head + token.end].lower() == text[head:end].lower():
        pair = long_before(text, first, head, token.text, limit)  # "Computed tomography scan - CT scan"
        return (pair[0], end) if pair else None
    pair = long_before(text, first, end, token.text, limit)
    if pair is None and match["or"]:
        comma = text.rfind(", ", max(first, end - 40), end)  # "erythrocyte sedimentation rate, sed rate, or ESR"
        pair = long_before(text, first, comma, token.text, limit) if comma > first else None
    return pair


def _long_on_the_right(text: str, block: Block, token: Token) -> tuple[int, int] | None:
    match = RIGHT.match(text, token.end, block.end)
    if not match or (match["dash"] and token.start != block.start):
        return None
    size = len(letters(token.text))
    if match["comma"] and size < 3:
        return None
    found = words(text, match.end(), min(block.end, match.end() + LONGEST))
    for known in known_long_forms(token.text):
        if text[match.end() : match.end() + len(known)].lower() == known.lower():
            return match.end(), match.end() + len(known)
    if not found or found[0][1] != match.end():
        return None
    last = forward_end(letters(token.text), [word for word, _, _ in found])
    if last < 0 or SENTENCE.search(text, match.end(), found[last][1]):
        return None
    return match.end(), found[last][2]


NAMED = re.compile(r"(?:called|known as|referred to as) (?:an? |the )?([^.;:()\[\]\0]{5,200})")


def _named_later(document: Document) -> Iterator[Definition]:
    """Yield what is said of a thing after its short form: `CT scan: ... also called computed tomography`."""
    found = document.view(tokens)
    for match in NAMED.finditer(document.prose.text) if found else ():
        index = document.block_index(match.start())
        before = {
            key_of(each.text): each for each in reversed(found) if each.block == index and each.end < match.start()
        }
        for begin, stop in _pieces(document.prose.text, *match.span(1)) if before else ():
            long = document.prose.text[begin:stop]
            for key, token in before.items():
                if " " in long and long.lower() in _known(key):
                    yield _definition(document, "later", (token.start, token.end), (begin, stop))


def _known(key: str) -> list[str]:
    return [long.lower() for long in known_long_forms(key)]
