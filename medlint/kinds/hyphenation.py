"""Words that an article writes with a hyphen here and without it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.inflection import in_case_of
from medlint.kinds import kind
from medlint.lexicon import is_english
from medlint.matching import find
from medlint.record import Record
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

SECOND = r"-(?<=[A-Za-z][a-z]-)[a-z]{2,}(?![\w-])"
"""The hyphen of a compound and its second half. Looked for first, since hyphens are few and words many."""

SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")


class Options(Record):
    """What is left alone."""

    exceptions: Annotated[tuple[str, ...], "Words, without hyphen, that are other words with one."] = ()


@kind("hyphenation", options=Options, values=("other",))
def hyphenation(document: Document, options: Options) -> Iterator[Hit]:
    """Report, once for each word, the places of the rarer of its two forms."""
    known = document.view(word_forms)
    hyphened: dict[str, list[Range]] = {}
    for place in _compounds(document):
        form = document.text(place).lower()
        closed = form.replace("-", "")
        if closed in known and closed not in options.exceptions:
            hyphened.setdefault(form, []).append(place)
    for form, places in hyphened.items():
        closed = form.replace("-", "")
        others = sorted(_places(document, known[closed]))
        closed_is_rarer = len(others) < len(places) or (len(others) == len(places) and not is_english(closed))
        few, other = (others, form) if closed_is_rarer else (places, closed)
        few = [place for place in few if document.block_at(place.start).role == "body"]
        if few:
            related = tuple(Related(place, document.text(place)) for place in few[1:])
            edits = tuple(Edit(place, in_case_of(document.text(place), other)) for place in few)
            right = in_case_of(document.text(few[0]), other)
            yield Hit(few[0], {"other": right}, (right,), edits, related)


def _places(document: Document, written: list[str]) -> Iterator[Range]:
    """Yield the places of a word that is written in small letters, but for its first."""
    for word in written:
        for start in document.view(words)[word] if word[1:].islower() else ():
            yield Range(start, start + len(word))


def _compounds(document: Document) -> Iterator[Range]:
    """Yield the words of two halves in small letters, but for the first, joined by a hyphen."""
    text = document.prose.text
    for match in find(document, SECOND, ignorecase=False):
        start = match.start()
        while start and text[start - 1] in SMALL:
            start -= 1
        if start and text[start - 1].isupper():
            start -= 1
        if not start or not (text[start - 1].isalnum() or text[start - 1] in "_-"):
            yield Range(start, match.end())
