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

COMPOUND = r"(?<![\w-])[a-z]{2,}-[a-z]{2,}(?![\w-])"


class Options(NamedTuple):
    """What is left alone."""

    exceptions: Annotated[tuple[str, ...], "Words, without hyphen, that are other words with one."] = ()


@kind("hyphenation", options=Options, values=("other",))
def hyphenation(document: Document, options: Options) -> Iterator[Hit]:
    """Report, once for each word, the places of the rarer of its two forms."""
    known = document.view(words)
    hyphened: dict[str, list[Range]] = {}
    for match in find(document, COMPOUND, ignorecase=False):
        closed = match[0].replace("-", "")
        if closed in known and closed not in options.exceptions:
            hyphened.setdefault(match[0], []).append(Range(*match.span()))
    for form, places in hyphened.items():
        closed = form.replace("-", "")
        others = [Range(start, start + len(closed)) for start in known[closed]]
        closed_is_rarer = len(others) < len(places) or (len(others) == len(places) and not is_english(closed))
        few, other = (others, form) if closed_is_rarer else (places, closed)
        few = [place for place in few if document.block_at(place.start).role == "body"]
        if few:
            related = tuple(Related(place, document.text(place)) for place in few[1:])
            yield Hit(few[0], {"other": other}, (other,), tuple(Edit(place, other) for place in few), related)
