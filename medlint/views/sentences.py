"""Sentences: where each one starts and ends in the prose; and how a block ends."""

from __future__ import annotations

import re
from bisect import bisect_right

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.span import Range

BOUNDARY = lazy(
    r"""[.!?…](?: [.!?…"'”’)\]]*       # the end mark and what closes with it
        (?:\[[\d,\ –-]+\]|(?<!\d.)\d{1,3}(?=\ +[A-Z]))?   # a note number, bracketed or raised
        (\ +)(?=[^a-z,;:]|[a-z][A-Z])
      | (?<=[a-z]{3}[.?!])(?=[A-Z][a-z]+\ ))             # a space was forgotten""",
    re.X,
)
WORD = lazy(r"[A-Za-z]+")
LAST_WORD = lazy(r"[\w.]*\w\.\Z")
INITIALS = lazy(r"(?:[A-Za-z]\.)+|(?:[A-Z][a-z]{0,3}\.){2,}")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER_LAST = _words(
    """e.g i.e eg ie cf vs viz dr drs mr mrs ms prof rev hon gen capt lt col sgt fr sr st mt approx resp incl excl
    subsp var dept univ assn"""
)
"""Shortenings that something always follows; no sentence ends in one."""

COUNTED = _words("no nos fig figs eq eqs ref refs vol pp p ch sec art para ca")
"""Shortenings that a number follows; before anything else they are words."""

SOMETIMES_LAST = _words(
    """al etc a.m p.m am pm inc ltd co corp bros jr est max min avg temp wt ht tab tabs cap caps susp inj soln
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
    ph.d m.d d.o r.n b.sc m.sc u.s u.k u.s.a u.n e.u d.c hr hrs secs mins wk wks yr yrs mo oz ft lb lbs spp syn"""
)
"""Shortenings that a sentence may end in; it does where the next word can only start one."""

STARTERS = _words(
    """a about after all also although an and another any are as ask at avoid because before both but by call can
    children common do does don during each even every examples experts find for from get give he her here his how
    however i if in is it its keep make many may men more most my no not now of on once one only or other our over
    patients people researchers scientists see several she since so some studies such symptoms take talk tell that the
    their then there these they this those though through to treatment try under until use we what when where
    which while who why with women you your"""
)
"""Words that start a sentence more often than they follow a shortening with a capital."""


def sentences(document: Document) -> tuple[Range, ...]:
    """Give the sentences of all blocks but code, in reading order, without the blanks round them.

    A block's end always ends a sentence. What ends in no mark (a heading, a bullet) is one all the same.
    """
    text = document.prose.text
    breaks = [
        match.span(1) if match[1] else (match.end(), match.end())
        for match in BOUNDARY.finditer(text)
        if match[0][0] != "." or _ends(text, match.start(), match.end())
    ]
    found: list[Range] = []
    at = 0
    for block in document.blocks:
        if block.shape == "code":
            continue
        while at < len(breaks) and breaks[at][0] <= block.start:
            at += 1
        start = block.start
        while at < len(breaks) and breaks[at][1] < block.end:
            _add(found, text, start, breaks[at][0])
            start = breaks[at][1]
            at += 1
        _add(found, text, start, block.end)
    return tuple(found)


def sentence_at(document: Document, offset: int) -> Range | None:
    """Give the sentence that holds a prose offset, or None where it stands in none (in code, between blocks)."""
    index = bisect_right(document.view(_starts), offset) - 1
    if index < 0:
        return None
    sentence = document.view(sentences)[index]
    return sentence if offset < sentence.end else None


def _starts(document: Document) -> list[int]:
    return [sentence.start for sentence in document.view(sentences)]


def _add(found: list[Range], text: str, start: int, end: int) -> None:
    """Add a range without the blanks at its ends; nothing, where nothing is left."""
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    if start < end:
        found.append(Range(start, end))


def _ends(text: str, dot: int, after: int) -> bool:
    """Tell whether the full stop at `dot` ends its sentence, the next one starting at `after`."""
    begin = max(text.rfind(" ", max(dot - 24, 0), dot), text.rfind("\n", max(dot - 24, 0), dot)) + 1
    word = text[begin:dot].lstrip("([\"'“‘").lower()
    if word in NEVER_LAST:
        return False
    if word in COUNTED:
        return not text[after : after + 1].isdigit()
    if word.isdigit():
        return not _numbers_an_item(text, begin, word, after)
    initial = len(word) == 1 and text[dot - 1].isupper()
    if initial or word in SOMETIMES_LAST:
        following = WORD.match(text, after)
        return following is not None and following[0].lower() in STARTERS
    return True


def _numbers_an_item(text: str, begin: int, word: str, after: int) -> bool:
    """Tell whether a number with a full stop counts an item ("1. Rest") or is a decimal that came apart."""
    if len(word) > 2:
        return False
    return begin == 0 or text[begin - 1] == "\n" or text[after : after + 1].isdigit()


def last_char(document: Document, block: Block) -> int:
    """Give the prose offset of the last character of a block that is no blank, or -1 where there is none."""
    text = document.prose.text
    at = block.end - 1
    while at >= block.start and text[at] in " \n":
        at -= 1
    return at if at >= block.start else -1


def ends_in_shortening(document: Document, block: Block, at: int) -> bool:
    """Tell whether the full stop at `at` may belong to a shortened word (etc., U.S., Inc.) and not end a sentence."""
    match = LAST_WORD.search(document.prose.text[max(block.start, at - 24) : at + 1])
    if match is None:
        return False
    word = match[0][:-1].lower()
    return bool(INITIALS.fullmatch(match[0])) or word in NEVER_LAST or word in COUNTED or word in SOMETIMES_LAST


def inside(document: Document, at: int, *what: str) -> bool:
    """Tell whether the character at `at` stands in one of the named marks."""
    return bool(document.marks_in(Range(at, at + 1), *what))
