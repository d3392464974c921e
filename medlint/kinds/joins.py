"""Words and labels that ran together when a text was taken from a web page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.inflection import counted
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import entry, has, is_brand, is_english, is_gene, is_name, is_word
from medlint.record import Record
from medlint.span import Range, Span
from medlint.views.residue import joints

TOKEN = lazy(r"(?<![\w@./#:’'-])[A-Za-z]{0,40}[a-z][A-Z][a-z]+(?:[A-Z][a-z]+)*(?![\w@/]|\.\w)")
JOIN = lazy(r"(?<=[a-z])(?=[A-Z])")
PARTS = """al ap ben de del della den des di du el fitz la le mac mc san st van vander ver von
    pico nano micro milli centi kilo mega giga tera femto"""
PARTS_OF_NAMES = frozenset(PARTS.split())
"""What begins a name or a unit that is written as one word with a capital inside."""

CODE = lazy(r"[={};$_]|\(\)")
LONGEST = 60
"""A word of more letters is no two words that ran together."""

SKIPPED = ("chrome", "reference")
USED = 3
"""A join that is written so often is meant: a name."""


class Options(Record):
    """When many joins are one finding."""

    threshold: Annotated[int, "From this many on, they are one finding for the file: spaces were lost all over."] = 8


@kind("fused-words", options=Options, values=("split", "others"))
def fused_words(document: Document, options: Options) -> Iterator[Hit]:
    """Report a word with a capital inside where two words ran together: both halves are words, the whole is no name."""
    places = list(_tokens(document))
    uses = Counter(document.text(place) for place in places)
    found = []
    for place in places:
        token = document.text(place)
        split = _split(token) if uses[token] < USED else ""
        if split and _is_prose(document, place, split):
            found.append((place, split))
    if len(found) < options.threshold:
        for place, split in found:
            yield Hit(place, {"split": split, "others": ""}, (split,))
        return
    related = tuple(Related(place, f'"{split}"') for place, split in found[1:50])
    place, split = found[0]
    more = counted(len(found) - 1, "more word")
    others = f", and {more} of this file like it: spaces were lost where it was copied"
    yield Hit(place, {"split": split, "others": others}, (split,), related=related)


def _tokens(document: Document) -> Iterator[Range]:
    """Yield the words that have a capital after a small letter."""
    text, end = document.prose.text, 0
    for joint in document.view(joints):
        if joint < end:
            continue
        start = joint
        while start > max(end, joint - LONGEST) and text[start - 1].isalpha():
            start -= 1
        match = TOKEN.match(text, start, joint + LONGEST)
        end = match.end() if match else joint
        if match:
            yield Range(start, end)


def _split(token: str) -> str:
    """Give the words that ran together in a token, or "" where it may be one name."""
    words = JOIN.split(token)
    if is_brand(token) or is_gene(token) or has("residue/joined", token.lower()) or words[0].lower() in PARTS_OF_NAMES:
        return ""
    if not all(map(_is_plain, words)):
        return ""
    opens = _opens(words)
    if words[0][0].islower():
        sure = len(words[0]) > 2 or (words[0] in ("a", "an", "in", "is", "of", "or", "to") and len(words[1]) > 3)
        return " ".join(words) if sure and (len(words[1]) > 2 or opens) else ""
    return " ".join(words) if opens or (len(words) > 2 and min(map(len, words)) > 3) else ""


def _opens(words: list[str]) -> bool:
    """Tell whether the second half is a word that begins sentences: "symptomsThe"."""
    return len(words) == 2 and len(words[0]) > 2 and has("residue/openers", words[1].lower())


def _is_prose(document: Document, place: Range, split: str) -> bool:
    """Tell whether a join stands in prose, and is not there because of markup between its halves."""
    block = document.block_at(place.start)
    if block.role in SKIPPED or document.marks_in(place, "code", "url", "template"):
        return False
    joint = place.start + split.index(" ")
    if not document.prose.is_literal(*place):
        links = document.marks_in(place, "link")
        return any(joint in (link.start, link.end) for link in links)
    return _opens(split.split()) or not (
        _has_code(document) or CODE.search(document.prose.text, block.start, block.end)
    )


def _has_code(document: Document) -> bool:
    """Tell whether an article speaks of programs: there, a capital inside a word is a name of something."""
    return any(block.shape == "code" for block in document.blocks) or any(
        mark.what == "code" for mark in document.marks
    )


def _is_plain(word: str) -> bool:
    return is_english(word) or word == "a" or is_name(word) or (len(word) > 5 and is_word(word))


class LabelOptions(Record):
    """Which labels."""

    sorts: Annotated[tuple[str, ...], "The sorts of label (person, date, text) that are looked at."] = (
        "person",
        "date",
    )


@kind("label-value-fused", options=LabelOptions, values=("label", "value"))
def label_value_fused(document: Document, options: LabelOptions) -> Iterator[Hit]:
    """Report a label that runs into its value: "Reviewed AtMay 3"."""
    source = document.source.text
    for field in document.metadata.fields:
        if field.origin != "byline" or not field.value or not source[field.span.start : field.span.start + 1].isalnum():
            continue
        sort = entry("labels/bylines", field.name)
        between = source[field.key.end : field.span.start]
        if sort and sort[0] in options.sorts and between in ("", ":"):
            label = source[slice(*field.key)] + between
            end = field.span.start + len(re.split(r"\s", field.value, maxsplit=1)[0])
            place = Span(field.key.start, min(end, field.span.end))
            edit = Edit(Span(field.span.start, field.span.start), " ")
            yield Hit(place, {"label": label, "value": field.value}, edits=(edit,))
