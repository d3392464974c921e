"""Words that no list knows, and what each was probably meant to be.

Most unknown words in a health article are right: names, brands, rare terms, coinages. So a word is doubted only where a
known word lies so near that the slip is likelier than the term, and the less like a plain word it looks, the nearer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from medlint.document import Document
from medlint.doubt import SURE, doubt_of, is_left_alone
from medlint.formed import are_varieties
from medlint.lazy import lazy
from medlint.lexicon import folded, has, is_word, unaccented, word_list
from medlint.neighbours import Neighbour, neighbours, split
from medlint.record import Record
from medlint.span import Place, Range, Span
from medlint.views.coded import coded
from medlint.views.language import languages
from medlint.views.looks import LOOKS, Line, look_in_prose, look_of
from medlint.views.metadata_text import shown_fields
from medlint.views.words import TOKEN, words

PLAIN = lazy(r"(?:[a-z\u00df-\u00ff\u0153]+|[A-Z\u00c0-\u00de][a-z\u00df-\u00ff\u0153]+|[A-Z]{6,})(?:['\u2019]s)?\Z")
LONGEST = 40
"""A run of more letters is no word that anybody misspelt."""


class Unknown(Record):
    """A word that no list knows: as written and in lower case, its places, the words it may stand for, whether
    it is likelier one of those, and whether that is sure."""

    word: str
    plain: str
    places: tuple[Place, ...]
    near: tuple[Neighbour, ...]
    doubted: bool
    sure: bool = False


def unknown_words(document: Document) -> tuple[Unknown, ...]:
    """Give the unknown words of a document's prose and metadata, in the order of their first uses."""
    prose, shown = _in_english(document), document.view(shown_words)
    found = []
    for word, starts in prose.items():
        if not is_right(word):
            found.append(_unknown(document, word, starts, shown.get(word, ())))
    found += [_unknown(document, word, [], uses) for word, uses in shown.items() if word not in prose]
    return tuple(unknown for unknown in found if unknown)


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
    if word in word_list("words/english") or len(word) > LONGEST or not PLAIN.match(word):
        return True
    plain = folded(word)
    if plain in word_list("words/english") or (len(plain) < 4 and not is_paired(plain)):
        return True
    if not is_word(word) or (plain[-1] == "s" and is_paired(plain)):
        return False
    return not is_weak(plain) or (word[0].isupper() and not has("words/substances", plain))


def _unknown(document: Document, word: str, starts: list[int], shown: Sequence[tuple[Span, str]]) -> Unknown | None:
    plain = folded(word)
    right = is_word(word) and not (plain[-1] == "s" and is_paired(plain))
    if document.surroundings.words.accepts(word):
        return None
    length = len(word) if PLAIN.match(word) and plain == word.lower() else len(plain)
    looks: list[tuple[Place, str]] = [
        (Range(start, start + length), look)
        for start in starts
        if (look := look_in_prose(document, start, start + len(word)))
    ]
    looks += [(Span(place.start, place.start + length), look) for place, look in shown]
    if not looks:
        return None
    look = min((look for _, look in looks), key=LOOKS.index)
    uses = sum(len(document.view(words).get(form, ())) for form in {word, plain, plain.capitalize()})
    paired = is_paired(plain)
    near = reached(plain) if paired or not is_left_alone(plain, look, uses, weak=right) else ()
    if look == "medicine":
        near = tuple(each for each in near if each.sort in "db")
    places = tuple(place for place, _ in looks)
    if paired or not near or plain in document.view(coded) or are_varieties(plain, near[0].word):
        doubt = 0.0
    else:
        doubt = doubt_of(plain, near, look, uses, weak=right)
    doubted = paired or doubt > 0
    return Unknown(word, plain, places, near, doubted, paired or doubt > SURE) if doubted or not right else None


def shown_words(document: Document) -> dict[str, list[tuple[Span, str]]]:
    """Give the words of the metadata that readers see and that are not plainly right: their places and looks."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for field in document.view(shown_fields):
        line = Line(field.value, 0, len(field.value), heading=True)
        for match in TOKEN.finditer(field.value):
            word, (start, end) = match[0], match.span()
            look = "" if not word.isalpha() or is_right(word) or _is_term(word) else look_of(line, start, end)
            if look:
                found.setdefault(word, []).append((Span(field.span.start + start, field.span.start + end), look))
    return found


PAIRS = ("spelling/pairs-medical", "spelling/pairs-general", "spelling/pairs-drugs")
STRONG = (
    "words/english",
    "terms/medical",
    "terms/everyday",
    "words/medical",
    "words/drugs",
    "terms/drugs",
    "terms/eponyms",
    "terms/brands",
)


def _is_term(word: str) -> bool:
    """Tell whether a word may stand in a list of keywords: names without their capitals, and short forms, do."""
    plain = folded(word)
    return not is_paired(plain) and (len(plain) < 6 or is_word(word))


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
