"""Words that an article writes with a hyphen here and without it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.lexicon import is_english
from medlint.matching import find
from medlint.span import Range
from medlint.views.words import words

SECOND = r"-(?<=[a-z]{2}-)[a-z]{2,}(?![\w-])"
"""The hyphen of a compound and its second half. Looked for first, since hyphens are few and words many."""

SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")


class Options(NamedTuple):
    """What is left alone."""

    exceptions: Annotated[tuple[str, ...], "Words, without hyphen, that are other words with one."] = ()


@kind("hyphenation", options=Options, values=("other",))
def hyphenation(document: Document, options: Options) -> Iterator[Hit]:
    """Report, once for each word, the places of the rarer of its two forms."""
    known = document.view(words)
    hyphened: dict[str, list[Range]] = {}
    for place in _compounds(document):
        form = document.text(place)
        closed = form.replace("-", "")
        if closed in known and closed not in options.exceptions:
            hyphened.setdefault(form, []).append(place)
    for form, places in hyphened.items():
        closed = form.replace("-", "")
        others = [Range(start, start + len(closed)) for start in known[closed]]
        closed_is_rarer = len(others) < len(places) or (len(others) == len(places) and not is_english(closed))
        few, other = (others, form) if closed_is_rarer else (places, closed)
        few = [place for place in few if document.block_at(place.start).role == "body"]
        if few:
            related = tuple(Related(place, document.text(place)) for place in few[1:])
            yield Hit(few[0], {"other": other}, (other,), tuple(Edit(place, other) for place in few), related)


def _compounds(document: Document) -> Iterator[Range]:
    """Yield the words of two halves in small letters, joined by a hyphen."""
    text = document.prose.text
    for match in find(document, SECOND, ignorecase=False):
        start = match.start()
        while start and text[start - 1] in SMALL:
            start -= 1
        if not start or not (text[start - 1].isalnum() or text[start - 1] in "_-"):
            yield Range(start, match.end())
