"""Abbreviations: each short form of an article with its uses in running text and the places that explain it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from medlint.document import Document
from medlint.lazy import lazy
from medlint.lexicon import entry, has
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.capitals import is_other
from medlint.views.capitals_beside import genes
from medlint.views.definitions import Definition, definitions
from medlint.views.metadata_definitions import metadata_definitions
from medlint.views.naming import is_named
from medlint.views.short_forms import PART, POSSESSIVE, RUNNING_SHAPES, Token, Use, key_of, tokens

NUMBER = lazy(r"(?<=[A-Z])(?: (?:type )?(?:\d{1,2}[A-Za-z]?|[IVX]{1,4}[A-D]?|[A-D])|[-–]?\d{1,2}[A-Za-z]?)\Z")
"""The number of one kind of a thing, which the kinds of it share all but: `4` in `GSD 4`, `IIIA` in `MPS IIIA`."""

COMPOUND = lazy(r"[A-Z]{2,}(?:-[A-Z]{2,})+\Z")
PREFIX = lazy(r"(?:anti|non|pre|post)-(?=[A-Z])")
MEMBER = lazy(r"(?<=[A-Z])(?:[-–]?(?:\d{1,3}[A-Za-z]?|[α-ω]|alpha|beta|gamma|delta)|-[A-Z]{1,2})\Z")
"""What tells members of a family apart: IL-6 of IL, TNF-α of TNF, IBS-D of IBS."""


class Abbreviation(Record):
    """A short form in one article.

    `uses` are all its places in running text but those in its definitions; `definitions` those in running text, and
    `elsewhere` those in headings, titles and metadata.
    """

    key: str
    uses: tuple[Use, ...]
    definitions: tuple[Definition, ...]
    elsewhere: tuple[Definition, ...]


def abbreviations(document: Document) -> dict[str, Abbreviation]:
    """Give the abbreviations of an article by key, in the order in which they are first met."""
    defined = document.view(definitions)
    running: dict[str, list[Definition]] = {}
    elsewhere: dict[str, list[Definition]] = {}
    for definition in (*defined, *filter(None, map(_bare, defined))):
        (running if definition.running else elsewhere).setdefault(definition.key, []).append(definition)
    uses: dict[str, list[Use]] = {}
    for definition in document.view(metadata_definitions):
        elsewhere.setdefault(definition.key, []).append(definition)
    for use in _uses(document, {*running, *elsewhere}):
        uses.setdefault(use.key, []).append(use)
    keys = dict.fromkeys((*uses, *running, *elsewhere))
    return {
        key: Abbreviation(key, tuple(uses.get(key, ())), tuple(running.get(key, ())), tuple(elsewhere.get(key, ())))
        for key in keys
    }


def _bare(definition: Definition) -> Definition | None:
    """Give what a definition of one kind tells of all kinds: `GSD` of `glycogen storage disease type 4 (GSD 4)`."""
    number = NUMBER.search(definition.short_text)
    key = definition.short_text[: number.start()] if number else ""
    if not number or len(key) < 2 or not key.isupper():
        return None
    kind = re.escape(number[0].removeprefix(" type").strip(" -–"))
    long, numbers = re.subn(rf"\Atype {kind} |[, -]+(?:(?:sub)?type )?{kind}\Z", "", definition.long_text, flags=re.I)
    if not numbers:
        return None
    return definition._replace(key=key_of(key), short_text=key, long_text=long, shape="bare")


def _uses(document: Document, defined: set[str]) -> Iterator[Use]:
    """Yield the uses in running text that stand in no definition."""
    text = document.prose.text
    places = {place for each in document.view(definitions) for place in _taken(each)}
    symbols = document.view(genes)
    longs = sorted(each.long for each in document.view(definitions) if each.shape != "later")
    for token in document.view(tokens):
        block = document.blocks[token.block]
        if (
            block.shape not in RUNNING_SHAPES
            or is_named(document, token.start)
            or token.start in places
            or _is_explained(longs, token)
        ):
            continue
        for start, end in _parts(token, defined):
            key = family(key_of(text[start:end]), defined)
            part = token._replace(start=start, end=end, text=text[start:end])
            if start in places:
                continue
            if key in defined or not (token.text in symbols or part.text in symbols or is_other(document, part, token)):
                yield Use(key, Range(start, end), token)


def _is_explained(longs: list[Place], token: Token) -> bool:
    """Tell whether a token is a part of a long form (`AMP` in `AMP-activated protein kinase (AMPK)`)."""
    index = bisect_right(longs, Range(token.start, 1 << 60)) - 1
    return index >= 0 and longs[index].start <= token.start and token.end <= longs[index].end


def _taken(definition: Definition) -> Iterator[int]:
    """Yield where the words of a definition start, so that they are taken for no use."""
    yield definition.short.start


def _parts(token: Token, defined: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word that are short forms: of `HIV/AIDS` both, of `FDA's` the first."""
    if token.text.isalnum():
        yield token.start, token.end
        return
    key, text = key_of(token.text), POSSESSIVE.sub("", token.text)
    if family(key, defined) in defined or _is_listed(key):
        yield token.start, token.start + len(text)
        return
    prefix = PREFIX.match(text)
    if prefix and _is_listed(key_of(text[prefix.end() :])):
        yield token.start + prefix.end(), token.start + len(text)  # "non-HDL-C"
        return
    if COMPOUND.match(key) and not all(_is_listed(part) or part in defined for part in key.split("-")):
        yield token.start, token.start + len(text)  # "ICIQ-BD" is one short form
        return
    for match in PART.finditer(text):
        if sum(map(str.isupper, match[0])) > 1:
            yield token.start + match.start(), token.start + match.end()


def _is_listed(key: str) -> bool:
    return entry("abbreviations/inventory", key) is not None or has("abbreviations/known/strict", key)


def family(key: str, defined: set[str]) -> str:
    """Give the key under which a short form is defined: its own, or that of the family it is a member of."""
    if key in defined:
        return key
    stem = MEMBER.sub("", key)
    return stem if stem in defined else key


def line_of(document: Document, place: Place) -> int:
    """Give the line of the source that a place stands in."""
    return document.source.lines.position(document.span(place).start).line
