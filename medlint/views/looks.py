"""How a word looks where it stands: as a plain word, a name, a piece of something, or a word of another language."""

from __future__ import annotations

import re

from medlint.document import Document
from medlint.lazy import lazy
from medlint.lexicon import folded, has, is_drug, is_eponym, is_organism, is_word
from medlint.neighbours import distance, neighbours
from medlint.record import Record
from medlint.sounds import sound
from medlint.span import Range
from medlint.views.language import languages
from medlint.views.words import readable

LOOKS = ("medicine", "caps", "title", "name", "first", "joined", "word")
"""From the least to the most like a plain word: spoken of as a medicine, in capitals, one of several capitalised words,
capitalised for no reason, capitalised where a capital is due, joined by a hyphen or quoted alone, in
lower case."""

BEGINS = lazy(r"(?:^|[.!?:\u2022\u2013\u2014|(\[\"\u201c\u2018\ufffc\0-][\"\u201c\u2018)\]*]*)\s*\Z")
BEFORE_NAME = lazy(
    r"(?:\b(?:Dr|Drs|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|St|Saint|Rev)\.?|(?<![\w.])(?:[A-Z]\.){1,2}|[@#_/\\&~])\s*\Z"
)
CITED_AFTER = lazy(
    r"(?:['\u2019]s)?(?:,?\s+et\s+al|,?\s+[A-Z]\.|,?\s[A-Z]{1,2}(?=[,.;]\s)|,?\s\(?(?:19|20)\d\d"
    r"|\s+(?:and|&)\s+[A-Z]\w+,?\s+\(?(?:19|20)\d\d)"
)
MARKED_AFTER = lazy(r"\s?(?:[\u00ae\u2122]|\((?:R|TM)\))")
FILE_AFTER = lazy(r"\.(?:gif|jpe?g|png|svg|pdf|docx?|xlsx?|csv|txt|html?|xml|json|ya?ml|ini|conf|py|js|sh|exe|zip)\b")
BRACKETED = lazy(r"([^\W\d_]+)\s*\((?:[^()]*,\s)?\Z")
MEDICINE_BEFORE = lazy(
    r"\b(?:tab|tabs|tablets?|cap|caps|capsules?|inj|injections?|syrup|syp|ointment|cream|gel|drops?|lotion|spray|brands?)"
    r"\.?\s(?:of\s|called\s|named\s)?\Z",
    re.IGNORECASE,
)
DOSE_AFTER = lazy(r"\s\d[\d.,]*\s?(?:mg|mcg|g|ml|iu|units?|%)\b|\s(?:sr|xr|er|cr|ds|forte|plus)\b", re.IGNORECASE)
FORM_AFTER = lazy(
    r"(?:\s(?:inhaler|rotacaps?|respules?|tablets?|capsules?|syrup|injections?|cream|gel|ointment|drops|spray))?\s\(([a-z]+)"
)
SIGNED = lazy(r"\s*[-\u2013\u2014~]\s?[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}\s*\Z")
GENUS_BEFORE = lazy(r"\b([A-Z][a-z]{3,})\s\Z")
INITIAL_BEFORE = lazy(r"(?<![\w.] )\b[A-Z]\.\s\Z")
EPITHET = lazy(r"\w+(?:us|is|um|a|i|ae|ens|ans|ides|ops|oides)\Z")
FOREIGN_BEFORE = lazy(r"\b(?:de|del|la|le|les|des|du|el|los|las|et|der|das|und|il|y|d['\u2019]|l['\u2019])\s?\Z")
FOREIGN_AFTER = lazy(r"\s(?:de|del|la|le|les|des|du|en|el|los|las|et|der|und|di|della|y)\s")
PARTICLES = r"(?:de|del|la|le|les|des|du|el|et|der|und|di|della|y)"
FOREIGN_TITLE = lazy(rf"[A-Z][\w'\u2019-]*(?:\s(?:{PARTICLES}\s)?[A-Z][\w'\u2019-]*)+")
PARTICLE = lazy(rf"\s{PARTICLES}\s")
CAPITALISED_BEFORE = lazy(r"\b[A-Z][\w'\u2019-]*,?\s\Z")
CAPITALISED_AFTER = lazy(r"(?:['\u2019]s)?,?\s(?:[A-Z]\.\s?)*[A-Z][a-z]")
PIECE_AFTER = lazy(r"(?:['\u2019]s)?(?:[-\u2010\u2011](?![^\W\d_]{2})|[_@\\]|[-\u2010\u2011]?\d)")
PIECE_BEFORE = lazy(r"(?:\b\w[-\u2010\u2011]|(?<![^\W_])[-\u2010\u2011]|[_@#\\]|\d[-\u2010\u2011]?)\Z")
JOINED_BEFORE = lazy(r"([^\W\d_]+)[-\u2010\u2011]\s?\Z")
JOINED_AFTER = lazy(r"[-\u2010\u2011]\s?([^\W\d_]+)")
DOUBLE_NAME_AFTER = lazy(r"[-\u2010-\u2013][A-Z][a-z]")
DOUBLE_NAME_BEFORE = lazy(r"[A-Z][a-z]+[-\u2010-\u2013]\Z")
RESPELT = lazy(r"[(\[{\"]?[\w'\u2019]+(?:[-\u2010\u2011\u00b7][\w'\u2019]+){2,}[)\]}\"]?")
SAID = lazy(r"\([^()\0]*\b[A-Z]{2,}\b[^()\0]*\)")
WORD_BEFORE = lazy(r"([^\W\d_]+)[\s,\"\u201c\u201d]*\(\Z")
SKIPPED_ROLES = ("byline", "reference")
HEADINGS = ("title", "heading")
HYPHENS = frozenset(("-", "\u2010", "\u2011"))
ENCLOSED = (('"', '"'), ("\u201c", "\u201d"), ("\u2018", "\u2019"))


class Line(Record):
    """The text that a word stands in: a block of the prose, or the value of a field. `heading`: is it a title?"""

    text: str
    start: int
    end: int
    heading: bool


def look_in_prose(document: Document, start: int, end: int) -> str:
    """Say how a word of the prose looks, or "" where it is none to be judged."""
    block = document.block_at(start)
    if block.role in SKIPPED_ROLES or not document.view(languages).is_english(start):
        return ""
    if any(start < at < end for mark in document.marks_in(Range(start, end)) for at in (mark.start, mark.end)):
        return ""
    return look_of(Line(document.view(readable), block.start, block.end, block.shape in HEADINGS), start, end)


def look_of(line: Line, start: int, end: int) -> str:
    """Say how the word at a place in a line looks, or "" where it is none to be judged."""
    text = line.text
    if _is_piece(text, start, end) or _is_foreign(text, start, end):
        return ""
    if text[start:end].isupper():
        return "first" if text[line.start : line.end].isupper() else "caps"
    if text[start].islower():
        if _is_medicine(text, start, end):
            return "medicine"
        beside = text[start - 1 : start], text[end : end + 1]
        return "joined" if not HYPHENS.isdisjoint(beside) or beside in ENCLOSED else "word"
    before = text[max(start - 40, line.start) : start]
    if BEFORE_NAME.search(before) or CITED_AFTER.match(text, end) or _is_brand(before) or _is_signature(line):
        return ""
    if DOUBLE_NAME_AFTER.match(text, end) or DOUBLE_NAME_BEFORE.search(before):
        return "title"
    if _begins(line, start):
        return "title" if CAPITALISED_AFTER.match(text, end) and not line.heading else "first"
    around = CAPITALISED_BEFORE.search(before) or CAPITALISED_AFTER.match(text, end)
    return "title" if around and not line.heading else "name"


def _begins(line: Line, start: int) -> bool:
    """Tell whether a capital is due at an offset: at the start of a line or sentence."""
    return start == line.start or bool(BEGINS.search(line.text[max(start - 6, line.start) : start]))


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in a phrase of another language."""
    word = text[start:end]
    if not word.isascii() and not any(not each.word.isascii() for each in neighbours(folded(word))[:2]):
        return True
    if _is_species(text[max(start - 24, 0) : start], word):
        return True
    if FOREIGN_BEFORE.search(text[max(start - 6, 0) : start]) or FOREIGN_AFTER.match(text, end):
        return True
    return word[0].isupper() and _is_in_foreign_name(text, start, end)


def _is_species(before: str, word: str) -> bool:
    """Tell whether a word is the second half of the Latin name of an animal, a plant or a germ."""
    if not EPITHET.match(word) or word[0].isupper():
        return False
    if INITIAL_BEFORE.search(before):
        return True
    genus = GENUS_BEFORE.search(before)
    if not genus:
        return False
    name = folded(genus[1])
    return is_organism(name) or not (is_eponym(name) or any(has(words, name) for words in NO_GENUS))


NO_GENUS = ("words/english", "words/rare", "words/medical", "terms/medical", "words/drugs", "terms/drugs")
"""The lists of words that may begin a sentence with a misspelt one behind them."""


def _is_in_foreign_name(text: str, start: int, end: int) -> bool:
    """Tell whether a capitalised word stands in a name with a particle: Institut National de la Recherche."""
    first = max(start - 60, 0)
    for match in FOREIGN_TITLE.finditer(text, first, min(end + 60, len(text))):
        if match.start() <= start < match.end():
            return bool(PARTICLE.search(match[0]))
    return False


def _is_signature(line: Line) -> bool:
    """Tell whether a line is a dash and a name, as under what somebody said."""
    return line.end - line.start < 40 and SIGNED.match(line.text[line.start : line.end]) is not None


def _is_medicine(text: str, start: int, end: int) -> bool:
    """Tell whether a word is named as a medicine: "tablet x", with a dose, or with its generic name in brackets."""
    generic = FORM_AFTER.match(text, end)
    if generic and is_drug(generic[1]):
        return True
    return bool(DOSE_AFTER.match(text, end) and MEDICINE_BEFORE.search(text[max(start - 24, 0) : start]))


def _is_brand(before: str) -> bool:
    """Tell whether a capitalised word stands in brackets after a medicine: it is the brand."""
    match = BRACKETED.search(before)
    return match is not None and (is_drug(match[1]) or is_drug(match[1].rstrip("s")))


def _is_piece(text: str, start: int, end: int) -> bool:
    """Tell whether what stands there is half of something: a prefix, a code, one syllable of a respelt word."""
    if PIECE_AFTER.match(text, end) or PIECE_BEFORE.search(text[max(start - 3, 0) : start]):
        return True
    if MARKED_AFTER.match(text, end) or FILE_AFTER.match(text, end):
        return True
    if text[start - 1 : start] in ("<", "/") and text[end : end + 1] == ">":
        return True
    if _is_half(text, start, end) or _is_said(text, start, end):
        return True
    first = start
    while first > max(start - 40, 0) and not text[first - 1].isspace():
        first -= 1
    chain = RESPELT.match(text, first)
    if not chain or chain.end() < end:
        return False
    parts = re.split(r"[-\u2010\u2011\u00b7]", chain[0].strip('()[]{}"'))
    return any(part.isupper() and len(part) > 1 for part in parts) or not any(
        len(part) > 3 and is_word(part) for part in parts
    )


def _is_half(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen joins a word to another: a combining form before it, or a term broken at a line's end."""
    word = text[start:end]
    if text[end : end + 1] in HYPHENS:
        after = JOINED_AFTER.match(text, end)
        return word[-1] in "oi" or bool(after and is_word(word + after[1]))
    before = JOINED_BEFORE.search(text[max(start - 30, 0) : start])
    return bool(before and is_word(before[1] + word))


def _is_said(text: str, start: int, end: int) -> bool:
    """Tell whether a word in brackets tells how the one before is said: "plaque (plak)", "(toe FAY shus)"."""
    opened = text.rfind("(", max(start - 40, 0), start)
    if opened < 0 or text.find(")", opened, start) >= 0:
        return False
    before = WORD_BEFORE.search(text[max(opened - 30, 0) : opened + 1])
    if opened == start - 1 and text[end : end + 1] == ")":
        return before is not None and sound(before[1]) == sound(text[start:end])
    said = SAID.match(text, opened)
    if said is None or before is None or len(said[0]) > 60:
        return False
    return distance(sound(re.sub(r"[^\w]", "", said[0])), sound(before[1]), 2) <= 2
