"""Names of organisms: a capital for the genus and none for the species, a shortened genus with its full stop."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import all_of
from medlint.record import Record
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

GENUS = lazy(r"(?<![\w.'\u2019-])(?:(?P<whole>[A-Za-z]{3,})\ |(?P<letter>[A-Za-z])(?P<joint>\.\ ?|\ |-))\Z")
LONGEST = 40
"""No genus is longer."""


class Options(Record):
    """What may be written otherwise."""

    serovars: Annotated[tuple[str, ...], "Genera whose second name may take a capital."] = ()
    vague: Annotated[tuple[str, ...], "Second names that are words of their own: only a whole genus counts."] = ()


@kind("binomial", options=Options, values=("replacement",))
def binomial(document: Document, options: Options) -> Iterator[Hit]:
    """Report each known species whose name is not written as it should be."""
    forms = document.view(word_forms)
    for species in forms.keys() & _genera().keys():
        for word in forms[species]:
            for start in document.view(words)[word] if not word.isupper() else ():
                yield from _hits(document, word, start, options)


def _hits(document: Document, word: str, start: int, options: Options) -> Iterator[Hit]:
    text, species = document.prose.text, word.lower()
    match = GENUS.search(text, max(start - LONGEST, document.block_at(start).start), start)
    if not match:
        return
    right = _right(match["whole"] or match["letter"], species, whole=bool(match["whole"]))
    if not right or (right.split(" ")[0] in options.serovars and word != species):
        return
    if not match["whole"] and (species in options.vague or (match["joint"] == " " and match["letter"] in "aA")):
        return
    place = Range(match.start(), start + len(word))
    if text[slice(*place)] != right:
        yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),))


def _right(genus: str, species: str, *, whole: bool) -> str:
    """Give the name as it is written, or nothing where no such species is known."""
    for name in _genera()[species]:
        if whole and name.lower() == genus.lower():
            return "" if genus.isupper() else f"{name} {species}"
        if not whole and name[0] == genus.upper():
            return f"{name[0]}. {species}"
    return ""


@cache
def _genera() -> dict[str, list[str]]:
    """Give the genera of each second name."""
    found: dict[str, list[str]] = {}
    for name, written in all_of("terms/organisms"):
        genus, _, species = written.partition(" ")
        if species and " " not in species:
            found.setdefault(name.partition(" ")[2], []).append(genus)
    return found
