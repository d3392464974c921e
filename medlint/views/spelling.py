"""Words that no list knows, and what each was probably meant to be.

Most unknown words in a health article are right: names, brands, rare terms, coinages. So a word is doubted only where a
known word lies so near that the slip is likelier than the term, and the less like a plain word it looks, the nearer.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from medlint.document import Block, Document
from medlint.formed import is_formed
from medlint.lazy import lazy
from medlint.lexicon import folded, has, is_drug, is_organism, is_word, unaccented, word_list
from medlint.neighbours import Neighbour, distance, neighbours, split
from medlint.sounds import sound
from medlint.span import Range
from medlint.views.language import languages
from medlint.views.words import readable, words

PLAIN = lazy(r"(?:[a-z\u00df-\u00ff\u0153]+|[A-Z\u00c0-\u00de][a-z\u00df-\u00ff\u0153]+|[A-Z]{6,})(?:['\u2019]s)?\Z")
BEGINS = lazy(r"(?:^|[.!?:\u2022\u2013\u2014|(\[\"\u201c\u2018\ufffc\0-][\"\u201c\u2018)\]*]*)\s*\Z")
BEFORE_NAME = lazy(
    r"(?:\b(?:Dr|Drs|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|St|Saint|Rev)\.?|(?<![\w.])(?:[A-Z]\.){1,2}|[@#_/\\&~])\s*\Z"
)
CITED_AFTER = lazy(
    r"(?:['\u2019]s)?(?:,?\s+et\s+al|,?\s+[A-Z]\.|,?\s\(?(?:19|20)\d\d|\s+(?:and|&)\s+[A-Z]\w+,?\s+\(?(?:19|20)\d\d)"
)
BRACKETED = lazy(r"([^\W\d_]+)\s*\((?:[^()]*,\s)?\Z")
GENUS_BEFORE = lazy(r"\b([A-Z][a-z]{3,})\s\Z")
EPITHET = lazy(r"\w+(?:us|is|um|a|i|ae|ens|ans|ides|ops|oides)\Z")
FOREIGN_BEFORE = lazy(r"\b(?:de|del|la|le|les|des|du|el|los|las|et|der|das|und|il|y|d['\u2019]|l['\u2019])\s?\Z")
FOREIGN_AFTER = lazy(r"\s(?:de|del|la|le|les|des|du|en|el|los|las|et|der|und|di|della|y)\s")
CAPITALISED_BEFORE = lazy(r"\b[A-Z][\w'\u2019-]*,?\s\Z")
CAPITALISED_AFTER = lazy(r"(?:['\u2019]s)?,?\s(?:[A-Z]\.\s?)*[A-Z][a-z]")
PIECE_AFTER = lazy(r"(?:['\u2019]s)?(?:[-\u2010\u2011](?![^\W\d_]{2})|[_@\\]|[-\u2010\u2011]?\d)")
PIECE_BEFORE = lazy(r"(?:\b\w[-\u2010\u2011]|(?<![^\W_])[-\u2010\u2011]|[_@#\\]|\d[-\u2010\u2011]?)\Z")
RESPELT = lazy(r"[(\[{\"]?[\w'\u2019]+(?:[-\u2010\u2011\u00b7][\w'\u2019]+){2,}[)\]}\"]?")
SKIPPED_ROLES = ("byline", "reference")
HYPHENS = ("-", "\u2010", "\u2011")
PLAINLY = ("first", "joined", "word")
HEADINGS = ("title", "heading")
LOOKS = ("caps", "title", "name", "first", "joined", "word")
LONGEST = 40
"""A run of more letters is no word that anybody misspelt."""
OFTEN = 3
"""A word that its author writes so often is meant."""


class Unknown(NamedTuple):
    """A word that no list knows: as written and in lower case, its places, the words it may stand for, and whether
    it is likelier one of those."""

    word: str
    plain: str
    places: tuple[Range, ...]
    near: tuple[Neighbour, ...]
    doubted: bool


def unknown_words(document: Document) -> tuple[Unknown, ...]:
    """Give the unknown words of a document, in the order of their first uses."""
    doubted = ((word, starts) for word, starts in _in_english(document).items() if not is_right(word))
    return tuple(unknown for word, starts in doubted if (unknown := _unknown(document, word, starts)))


def _in_english(document: Document) -> dict[str, list[int]]:
    """Give the words of a document; where that is in another language, those of its English blocks."""
    told, found = document.view(languages), document.view(words)
    if told.english:
        return found
    if not any(told.is_english(block.start) for block in document.blocks):
        return {}
    places = ((word, [start for start in starts if told.is_english(start)]) for word, starts in found.items())
    return {word: starts for word, starts in places if starts}


@lru_cache(maxsize=65536)
def is_right(word: str) -> bool:
    """Tell whether a word needs no second look wherever it stands: it is known, or no plain word at all."""
    if len(word) > LONGEST or not PLAIN.match(word):
        return True
    plain = folded(word)
    if len(plain) < 4 and not is_paired(plain):
        return True
    if plain in word_list("words/english"):
        return True
    if not is_word(word) or (plain[-1] == "s" and is_paired(plain)):
        return False
    return not is_weak(plain) or (word[0].isupper() and not has("words/substances", plain))


def _unknown(document: Document, word: str, starts: list[int]) -> Unknown | None:
    plain = folded(word)
    right = is_word(word) and not (plain[-1] == "s" and is_paired(plain))
    if document.surroundings.words.accepts(word):
        return None
    text = document.view(readable)
    looks = [(start, look) for start in starts if (look := _look(document, text, start, start + len(word)))]
    if not looks:
        return None
    named = min((look for _, look in looks), key=LOOKS.index)
    often = sum(len(document.view(words).get(form, ())) for form in {word, plain, plain.capitalize()}) >= OFTEN
    paired = is_paired(plain)
    sought = len(plain) > 3 and (paired or not is_left_alone(plain, named=named, often=often, weak=right))
    near = reached(plain) if sought else ()
    length = len(word) if PLAIN.match(word) and folded(word) == word.lower() else len(plain)
    places = tuple(Range(start, start + length) for start, _ in looks)
    doubted = paired or (bool(near) and is_doubtful(plain, near, named=named, often=often, weak=right))
    return Unknown(word, plain, places, near, doubted) if doubted or not right else None


PAIRS = ("spelling/pairs-medical", "spelling/pairs-general", "spelling/pairs-drugs")
STRONG = (
    "words/english",
    "terms/medical",
    "words/medical",
    "words/drugs",
    "terms/drugs",
    "terms/eponyms",
    "terms/brands",
)
NEEDED = 4
"""How common a word must be for another to give way that only a list of names has."""


@lru_cache(maxsize=65536)
def is_weak(plain: str) -> bool:
    """Tell whether a word in lower case is known only as a name, a brand or part of a chemical's name.

    The lists of those are long, and hold the misspellings of many a common word.
    """
    if any(has(name, form) for form in (plain, unaccented(plain)) for name in STRONG):
        return False
    return not (plain.endswith("s") and any(has(name, plain[:-1]) for name in STRONG))


def is_paired(plain: str) -> bool:
    """Tell whether a word in lower case stands in a list of slips."""
    return any(has(name, plain) for name in PAIRS)


def _look(document: Document, text: str, start: int, end: int) -> str:
    """Say how a word looks where it stands: as a word, a name, one of several names (title), or not at all ("")."""
    block = document.block_at(start)
    if block.role in SKIPPED_ROLES or not document.view(languages).is_english(start):
        return ""
    if _is_piece(text, start, end) or _is_foreign(text, start, end):
        return ""
    if any(start < at < end for mark in document.marks_in(Range(start, end)) for at in (mark.start, mark.end)):
        return ""
    if text[start:end].isupper():
        return "first" if text[block.start : block.end].isupper() else "caps"
    if text[start].islower():
        return "joined" if text[start - 1 : start] in HYPHENS or text[end : end + 1] in HYPHENS else "word"
    before = text[max(start - 40, block.start) : start]
    if BEFORE_NAME.search(before) or CITED_AFTER.match(text, end) or _is_brand(before):
        return ""
    if _begins(text, start, block):
        return "title" if CAPITALISED_AFTER.match(text, end) and block.shape not in HEADINGS else "first"
    around = CAPITALISED_BEFORE.search(before) or CAPITALISED_AFTER.match(text, end)
    return "title" if around and block.shape not in HEADINGS else "name"


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Tell whether a word stands in a phrase of another language."""
    if not text[start:end].isascii() and not any(
        not each.word.isascii() for each in neighbours(folded(text[start:end]))[:2]
    ):
        return True
    genus = GENUS_BEFORE.search(text[max(start - 24, 0) : start])
    if genus and EPITHET.match(text[start:end]) and (is_organism(genus[1]) or not is_word(genus[1])):
        return True
    return bool(FOREIGN_BEFORE.search(text[max(start - 6, 0) : start]) or FOREIGN_AFTER.match(text, end))


def _is_brand(before: str) -> bool:
    """Tell whether a capitalised word stands in brackets after a medicine: it is the brand."""
    match = BRACKETED.search(before)
    return match is not None and (is_drug(match[1]) or is_drug(match[1].rstrip("s")))


def _is_piece(text: str, start: int, end: int) -> bool:
    """Tell whether what stands there is half of something: a prefix, a code, one syllable of a respelt word."""
    if PIECE_AFTER.match(text, end) or PIECE_BEFORE.search(text[max(start - 3, 0) : start]):
        return True
    if _is_said(text, start, end):
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


SAID = lazy(r"\([^()\0]*\b[A-Z]{2,}\b[^()\0]*\)")
WORD_BEFORE = lazy(r"([^\W\d_]+)[\s,\"\u201c\u201d]*\(\Z")


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


def _begins(text: str, start: int, block: Block) -> bool:
    """Tell whether a capital is due at an offset: at the start of a block or sentence."""
    return start == block.start or bool(BEGINS.search(text[max(start - 6, block.start) : start]))


def reached(plain: str) -> tuple[Neighbour, ...]:
    """Give what a word may stand for: its neighbours, without other medicines that lie far."""
    near = neighbours(plain)
    parts = split(plain)
    near = tuple(sorted((*near, parts), key=lambda each: each.score)) if parts else near
    return tuple(
        each
        for each in near
        if each.sort not in "db" or each.letters == 1 or (each.rank > 2 and each.letters == 2 and each.cost < 1.9)
    )


def _is_heard_as(plain: str, near: tuple[Neighbour, ...]) -> bool:
    """Tell whether a long capitalised word sounds like a term, or like a word that is always capitalised.

    What differs in its last letter may be the name or its Latin form.
    """
    return len(plain) > 7 and any(
        each.sort in "mn" and each.rank > 2 and each.cost < 0.25 * len(plain)
        for each in near
        if (each.word[0].lower(), each.word[-1]) == (plain[0], plain[-1]) and sound(each.word) == sound(plain)
    )


def _is_far(plain: str, near: Neighbour) -> bool:
    """Tell whether a word of several odd letters is near enough to be meant: longer words may differ by more."""
    length = len(plain)
    if near.letters < 3:
        return near.cost < 2
    heard = sound(near.word) == sound(plain)
    dearest = max(2.6 + 0.2 * heard, 0.22 * length if near.rank > 2 else 0)
    easy = length > 8 and near.rank > 2 and near.cost < 2
    return length > (6 if heard or easy else 9) and near.letters < 4 + (heard and length > 9) and near.cost < dearest


def _is_twin(plain: str, near: Neighbour) -> bool:
    """Tell whether a long word is one easy letter off a known one that sounds the same."""
    return len(plain) > 7 and (near.letters, near.rank > 1) == (1, True) and sound(near.word) == sound(plain)


def is_left_alone(plain: str, *, named: str, often: bool, weak: bool) -> bool:
    """Tell whether an unknown word is not doubted whatever lies near, so that nobody need look there."""
    least = {"title": 7, "name": 5}.get(named, 6 if often and named != "caps" else 4)
    return len(plain) < least or (often and (weak or named in ("title", "name")))


def is_doubtful(plain: str, near: tuple[Neighbour, ...], *, named: str, often: bool, weak: bool) -> bool:
    """Tell whether an unknown word is likelier a slip for one of its neighbours than a word of its own."""
    close = max(
        (each.rank for each in near if each.letters == 1 and (named in PLAINLY or " " not in each.word)), default=-1
    )
    if weak:
        needed = NEEDED + has("words/rare", plain)
        long = len(plain) > 4 or near[0].cost <= 0.6
        easiest = min(near, key=lambda each: each.cost - 0.2 * each.rank)
        likely = min(close, near[0].rank, easiest.rank) >= needed + (len(plain) == 4) and long and not often
        return likely and (
            named in ("joined", "word") or near[0].sort == "d" or (named == "first" and near[0].sort == "n")
        )
    if named == "caps":
        return close >= NEEDED and near[0].cost < 1
    if named in ("title", "name") and not often and _is_heard_as(plain, near):
        return True
    if named == "title":
        return (
            close >= NEEDED
            and len(plain) > 6
            and near[0].rank >= NEEDED
            and near[0].word[0].lower() == plain[0]
            and not often
        )
    if named == "name":
        easy = close >= (3 if len(plain) > 8 else NEEDED) and near[0].cost < (1 if len(plain) > 8 else 0.8)
        return easy and len(plain) > 4 and not often and near[0].word[0].lower() == plain[0]
    if often:
        return close >= 3 and len(plain) > 5
    if named == "first" and len(plain) < 7:
        return close >= NEEDED and len(plain) > 4 and near[0].cost < 1 and near[0].word[0].lower() == plain[0]
    if close >= 3:
        return True
    if len(plain) > 4 and any(each.rank >= NEEDED and sound(each.word) == sound(plain) for each in near):
        return True
    if named == "joined" or (is_formed(plain) and not any(_is_twin(plain, each) for each in near)):
        return False
    far = max((each.rank for each in near if _is_far(plain, each)), default=-1)
    if close >= (0 if len(plain) > 6 else 1):
        return True
    if len(plain) < 7:
        return len(plain) == 6 and near[0].rank >= 3 and near[0].cost < 1.3
    return far >= 2 or (len(plain) > 9 and near[0].cost < 1.3)
