"""Capitals that are no abbreviation a reader would want spelled out, told by how they are written.

A linter that asks what "WILL NOT" and "BRCA1" stand for is switched off, so each way in which capitals mean something
else has its test, here or, where the words beside them tell, in `capitals_beside`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.lexicon import entry, has, is_brand, is_drug, is_english, is_name
from medlint.views.alignment import word_set
from medlint.views.capitals_beside import is_told_by_words_beside
from medlint.views.short_forms import Token, key_of

ROMAN = lazy(r"(?=[IVXL])L?X{0,3}(?:IX|IV|V?I{0,3})[A-Da-d]?\Z")
DASH = lazy("[-–/]")
SHAPE = lazy(r"[A-Z]{2,}(?:[&+/-][A-Z]+)*\+?\Z|[A-Z](?:[&+/-][A-Z]+)+\Z|[a-z][A-Z]{2,5}\Z")
CAPITALS_BESIDE = lazy(
    r"([A-Z][A-Z'’]+)[,:;!?]?[ ](?:and |or )?[\"“(]?\Z|[\"”)]?[,:;!?]?[ ](?:and |or )?[\"“(]?([A-Z][A-Z'’]+)\b"
)

ELEMENTS = word_set(
    """Ag Al Ar Au B Ba Be Br C Ca Cd Cl Co Cr Cu F Fe H He Hg I K Li Mg Mn Mo N Na Ne Ni O P Pb Pt S Se Si Sn Ti V
    Zn"""
)
DRIPS = (
    "drip",
    "fluid",
    "antibiotic",
    "line",
    "drug",
    "medic",
    "infusion",
    "inject",
    "catheter",
    "bag",
    "push",
    "access",
)
PEOPLE = lazy(r"(?i:author|reviewer|editor|contributor|byline)")
INITIAL = lazy(r"\b[A-Z]")
LONGEST_NAME = 60

PREFIXES = word_set("anti non pre post co sub re de un intra inter peri self low high mid early late full")


def is_other(document: Document, part: Token, whole: Token) -> bool:
    """Tell whether capitals stand for something else than words that could be spelled out.

    `part` is the short form, `whole` the word that it stands in (`FDA` in `FDA-approved`); often they are the same.
    """
    block = document.blocks[part.block]
    key = key_of(part.text)
    return (
        _is_number(document.prose.text, part, whole)
        or not _has_shape(key)
        or _is_formula(key)
        or has("abbreviations/names", key)
        or (len(key) <= 4 and key in document.view(_initials) and not entry("abbreviations/inventory", key))
        or _is_respelling(whole)
        or _is_spoken(document.prose.text, whole, block)
        or _is_shouted(document, part, key, block)
        or is_told_by_words_beside(document.prose.text, part, key, block)
    )


def _initials(document: Document) -> frozenset[str]:
    """Give the initials of the people that the metadata names, all of them and those of first and last name."""
    found: set[str] = set()
    for field in document.metadata.fields:
        if PEOPLE.search(field.name) and len(field.value) < LONGEST_NAME:
            letters = "".join(match[0] for match in INITIAL.finditer(field.value))
            found.update((letters, letters[:1] + letters[-1:]))
    return frozenset(found)


def _is_number(text: str, token: Token, whole: Token) -> bool:
    """Tell whether a token is a Roman numeral or a range of them; "IV" beside a drip is intravenous."""
    if not all(ROMAN.match(part) for part in DASH.split(whole.text)):
        return False
    if token.text != "IV":
        return not (whole.text[-1] in "ABCD" and entry("abbreviations/inventory", whole.text))
    return not (
        text.startswith(DRIPS, token.end + 1) or text.endswith((" an ", "An ", " by ", " via "), 0, token.start)
    )


def _has_shape(key: str) -> bool:
    """Tell whether a short form is written as one; what holds small letters or digits is, if the inventory has it."""
    if entry("abbreviations/inventory", key):
        return True
    return SHAPE.match(key) is not None and key[1:].isupper() and "'" not in key and not any(map(str.isdigit, key))


def _is_formula(key: str) -> bool:
    """Tell whether a token is made of the symbols of elements, as NaCl is."""
    if key.isupper() or entry("abbreviations/inventory", key):
        return False
    return all(part in ELEMENTS for part in re.findall("[A-Z][a-z]*|[a-z]+", key))


def _is_respelling(token: Token) -> bool:
    """Tell whether a token is a guide to pronunciation by itself: `ah-RITH-me-ahs`."""
    text = token.text
    if "-" not in text or text.isupper() or not text.replace("-", "").isalpha():
        return False
    small = [part for part in text.split("-") if part.islower() and part not in PREFIXES]
    return any(len(part) < 3 or not is_english(part) for part in small)


def _is_spoken(text: str, token: Token, block: Block) -> bool:
    """Tell whether a token is a syllable in a bracket that says how a word sounds: `(toe FAY shus)`, `(THROM-bus)`."""
    opened = text.rfind("(", max(block.start, token.start - 40), token.start)
    closed = text.find(")", token.end, min(block.end, token.end + 40))
    if opened < 0 or closed < 0:
        return False
    inner = text[opened + 1 : closed]
    said = inner.replace("-", " ").split()
    if not 1 < len(said) < 9 or not all(part.isalpha() for part in said) or not any(part.islower() for part in said):
        return False
    if any(part.islower() and part != "a" and not is_english(part) for part in said):
        return True
    return " " not in inner.strip() and not any(entry("abbreviations/inventory", part) for part in said)


def _is_shouted(document: Document, token: Token, key: str, block: Block) -> bool:
    """Tell whether capitals are emphasis: a line all in capitals, several such words in a row, or one common word."""
    if not key.isalpha() or not key.isupper():
        return _is_compound_of_words(key)
    text = document.prose.text
    if _is_line_of_capitals(text[block.start : min(block.end, block.start + 400)]):
        return True
    known = entry("abbreviations/inventory", key) is not None
    if _is_common(key):
        return not known or not (text.endswith(" the ", 0, token.start) or _is_told(document, key))
    if len(key) >= 3 and not known and (has("words/english", key.lower()) or (len(key) >= 5 and _is_proper(key))):
        return True
    beside = (
        CAPITALS_BESIDE.search(text, max(block.start, token.start - 24), token.start),
        CAPITALS_BESIDE.match(text, token.end, block.end),
    )
    words = [match[1] or match[2] for match in beside if match]
    return any(_is_common(word) or (len(word) > 3 and is_english(word) and not known) for word in words)


def _is_proper(key: str) -> bool:
    return is_name(key) or is_brand(key) or is_drug(key.lower())


def _is_compound_of_words(key: str) -> bool:
    """Tell whether a compound is made of words: `REAL-TIME`."""
    parts = key.split("-")
    return key.isupper() and len(parts) > 1 and all(len(part) > 2 and is_english(part.lower()) for part in parts)


@lru_cache(maxsize=256)
def _is_line_of_capitals(line: str) -> bool:
    if " " not in line:
        return False
    if sum(map(str.isupper, line)) < 6:
        return False
    letters = [char for char in line if char.isalpha()]
    return len(letters) > 7 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _is_common(word: str) -> bool:
    return has("abbreviations/common-words", word)


def _is_told(document: Document, key: str) -> bool:
    """Tell whether the page holds the last word of what a short form stands for (`leukemia` of ALL).

    "OR" is shouted so often that a room or a ratio is not enough: all the words have to be there.
    """
    found = entry("abbreviations/inventory", key)
    if not found:
        return False
    told = (long.lower() if key == "OR" else long.lower().rsplit(" ", 1)[-1] for long in found[0].split("; "))
    return any(each in document.prose.lowered for each in told)
