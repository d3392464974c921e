"""Short forms and the words beside them: the article in front, and the noun behind that says it twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import entry, has
from medlint.record import Record
from medlint.span import Range
from medlint.views.abbreviations import Abbreviation, abbreviations
from medlint.views.alignment import cost
from medlint.views.short_forms import READ_ROLES, RUNNING_SHAPES, key_of, tokens

VOWEL_NAMES = frozenset("AEFHILMNORSX")
"""Letters whose names start with a vowel: an MRI, an STI."""

VIRUS = lazy(r"(?<=[a-z])virus\Z")
NOT_TWICE = frozenset(("organization", "health care", "general"))
"""Specialties whose short forms are proper names: "the SNAP program" is one among programs."""


@kind("article-before-abbreviation", values=("wrong", "right"))
def article_before_abbreviation(document: Document, options: object) -> Iterator[Hit]:
    """Report "a" or "an" where the short form, read letter by letter, needs the other."""
    text = document.prose.text
    for token in document.view(tokens):
        block = document.blocks[token.block]
        if block.shape not in RUNNING_SHAPES or block.role not in READ_ROLES:
            continue
        article = next((each for each in ARTICLES if text.endswith(each, block.start, token.start)), "")
        start = token.start - len(article)
        if not article or not _is_article(text, block.start, start):
            continue
        written = text[start : token.start - 1]
        right = _article(token.text)
        if right and right != written.lower():
            right = right.capitalize() if written[0].isupper() else right
            short = token.text
            place = Range(start, token.end)
            values = {"wrong": f"{written} {short}", "right": f"{right} {short}"}
            edit = Edit(Range(start, start + len(written)), right)
            yield Hit(place, values, (f"{right} {short}",), (edit,))


ARTICLES = ("an ", "a ", "An ", "A ")


def _is_article(text: str, first: int, start: int) -> bool:
    """Tell whether the "a" at `start` is an article: a capital one only where a sentence starts (not "vitamin A")."""
    before = text[first:start].rstrip(" \"'“‘(")
    if text[start] == "A":
        return not before or before[-1] in ".!?:"
    return not before or not text[start - 1].isalnum()


def _article(short: str) -> str:
    """Give the article that a short form needs when its letters are named; nothing where it may be said as a word."""
    head = short.split("-", 1)[0].split("/", 1)[0]
    key = key_of(head)
    if not (2 <= len(key) <= 6 and key.isalpha() and key.isupper()) or has("abbreviations/said-as-words", key):
        return ""
    spelled = entry("abbreviations/inventory", key) is not None or has("abbreviations/known/us-consumer", key)
    if not spelled and not set(key).isdisjoint("AEIOU"):
        return ""
    return "an" if key[0] in VOWEL_NAMES else "a"


class NounOptions(Record):
    """What is said although it says a thing twice."""

    accepted: Annotated[tuple[str, ...], "Short forms with the noun that may follow them, in the singular."] = ()


@kind("redundant-abbreviation", options=NounOptions, values=("noun", "short", "replacement"))
def redundant_abbreviation(document: Document, options: NounOptions) -> Iterator[Hit]:
    """Report a noun after a short form whose last letter stands for it: "HIV virus", "IUD device"."""
    text = document.prose.text
    for found in document.view(abbreviations).values():
        last = _last_words(found)
        if not last:
            continue
        for use in found.uses:
            if text[use.place.end : use.place.end + 1] != " ":
                continue
            end = use.place.end + 1
            while end < len(text) and text[end].isalpha():
                end += 1
            noun = text[use.place.end + 1 : end]
            one = noun if noun in last else noun[:-1] if noun[-1:] == "s" else ""
            if one in last and text[end : end + 1] != "-" and f"{found.key} {one}" not in options.accepted:
                yield _redundant(document, use.place, noun, end, plural=noun != one)


def _last_words(found: Abbreviation) -> set[str]:
    """Give the nouns that the last letter of a short form stands for, as the page tells, else as the inventory does.

    In "hypothalamic-pituitary-adrenal axis (HPA)" it does not stand for the axis.
    """
    row = entry("abbreviations/inventory", found.key)
    if not row or row[1] in NOT_TWICE:
        return set()
    senses = [each.long_text for each in found.definitions] or row[0].split("; ")
    parted = [VIRUS.sub(" virus", sense.lower()).rsplit(" ", 1) for sense in senses if " " in sense]
    return {noun for rest, noun in parted if noun[0] == found.key[-1].lower() and cost(found.key, rest) > 0}


def _redundant(document: Document, place: Range, noun: str, end: int, *, plural: bool) -> Hit:
    short = document.text(place)
    replacement = short + "s" if plural and not short.endswith("s") else short
    whole = Range(place.start, end)
    values = {"noun": noun, "short": short, "replacement": replacement}
    return Hit(whole, values, (replacement,), (Edit(whole, replacement),))
