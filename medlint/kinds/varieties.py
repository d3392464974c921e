"""American and British English: one of them in an article, or the one that the house writes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.matching import find
from medlint.record import Record
from medlint.span import Range
from medlint.views.varieties import LOCALES, Variant, variants

NAMES = {"GB": "British", "US": "American"}
MOST_RELATED = 20


class MixedOptions(Record):
    """When it is said."""

    majority: Annotated[int, "How many places of the commoner variety there must be for each of the other."] = 2


class Term(Record):
    """A thing that has two names."""

    us: str
    gb: str


class LocaleOptions(Record):
    """What differs beside the spelling."""

    terms: Annotated[tuple[Term, ...], "Names that differ: the American one, then the British one."] = ()


@kind("mixed-varieties", options=MixedOptions, values=("variety", "other", "example", "replacement", "count"))
def mixed_varieties(document: Document, options: MixedOptions) -> Iterator[Hit]:
    """Report, once, the words of the variety that fewer words of the article are in."""
    if document.surroundings.locale in LOCALES:
        return
    found = document.view(variants)
    counts = Counter(each.variety for each in found)
    if len(counts) < 2:
        return
    (major, most), (minor, least) = counts.most_common()
    if most < options.majority * least or len({each.word.lower() for each in found if each.variety == major}) < 2:
        return
    few = [each for each in found if each.variety == minor]
    first = few[0]
    yield Hit(
        first.place,
        {
            "variety": NAMES[minor],
            "other": NAMES[major],
            "example": next(each.word for each in found if each.variety == major),
            "replacement": written(first),
            "count": least,
        },
        (written(first),),
        tuple(Edit(each.place, written(each)) for each in few),
        tuple(Related(each.place, f'{NAMES[minor]}: "{each.word}"') for each in few[1 : MOST_RELATED + 1]),
    )


@kind("locale-mismatch", options=LocaleOptions, values=("replacement", "variety"))
def locale_mismatch(document: Document, options: LocaleOptions) -> Iterator[Hit]:
    """Report each word that is not of the variety the house writes, where it says which that is."""
    ours = LOCALES.get(document.surroundings.locale)
    if not ours:
        return
    for each in document.view(variants):
        if each.variety != ours:
            right = written(each)
            yield Hit(each.place, {"replacement": right, "variety": NAMES[ours]}, (right,), (Edit(each.place, right),))
    for term in options.terms:
        theirs, right = (term.us, term.gb) if ours == "GB" else (term.gb, term.us)
        for match in find(document, rf"\b{theirs}\b"):
            start, end = match.span()
            if right not in document.prose.lowered[max(start - 60, 0) : end + 60]:
                word = right.capitalize() if match[0][0].isupper() else right
                yield Hit(Range(start, end), {"replacement": word, "variety": NAMES[ours]}, (word,))


def written(variant: Variant) -> str:
    """Give the other spelling with the capitals of the one that stands there."""
    if variant.word.isupper():
        return variant.other.upper()
    return variant.other.capitalize() if variant.word[0].isupper() else variant.other
