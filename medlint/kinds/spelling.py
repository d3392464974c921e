"""Words that are written wrongly: known slips, words too near a known one, and words that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.inflection import counted, in_case_of
from medlint.kinds import kind
from medlint.lexicon import entry
from medlint.neighbours import Neighbour
from medlint.record import Record
from medlint.span import Place
from medlint.views.lost_apostrophes import with_s_apart
from medlint.views.spelling import Unknown, unknown_words
from medlint.views.varieties import in_variety

SORTS = {"general": "gmno", "eponym": "e", "drug": "db"}
MOST = 5


class PairOptions(Record):
    """Which slips."""

    pairs: Annotated[tuple[str, ...], "Lists in `dictionaries/` of wrong forms, each with the right one."]


class NearOptions(Record):
    """Which words."""

    meant: Annotated[tuple[Literal["general", "eponym", "drug"], ...], "The sorts of word that must be the nearest."]
    pairs: Annotated[tuple[str, ...], "Lists in `dictionaries/` of wrong forms, each with the right one."] = ()
    certainty: Annotated[Literal["sure", "unsure", "any"], "How sure it must be that the word is a slip."] = "any"


@kind("misspelling", options=PairOptions, values=("replacement",))
def misspelling(document: Document, options: PairOptions) -> Iterator[Hit]:
    """Report each word that a list of slips holds, and put the right one in its place."""
    for unknown in document.view(unknown_words):
        right = _paired(unknown.plain, options.pairs)
        if right:
            right = in_variety(document, right)
            for place in unknown.places:
                offers = offered(unknown, document, place, right)
                yield Hit(place, {"replacement": offers[0]}, offers, (Edit(place, offers[0]),))


@kind("near-word", options=NearOptions, values=("suggestions",))
def near_word(document: Document, options: NearOptions) -> Iterator[Hit]:
    """Report each unknown word that lies nearer to a known one than chance would have it."""
    sorts = "".join(SORTS[sort] for sort in options.meant)
    for unknown in document.view(unknown_words):
        right = _paired(unknown.plain, options.pairs)
        if right or (_is_as_sure(unknown, options.certainty) and unknown.near and unknown.near[0].sort in sorts):
            for place in unknown.places:
                offers = offered(unknown, document, place, right)
                told = " or ".join(f'"{word}"' for word in offers[:2])
                yield Hit(place, {"suggestions": told}, offers, (Edit(place, offers[0]),))


@kind("unknown-word", values=("uses",))
def unknown_word(document: Document, options: object) -> Iterator[Hit]:
    """Report the first place of each unknown word that is near no known one."""
    for unknown in document.view(unknown_words):
        if not unknown.doubted:
            yield Hit(unknown.places[0], {"uses": counted(len(unknown.places), "use")})


def _is_as_sure(unknown: Unknown, certainty: str) -> bool:
    if not unknown.doubted:
        return False
    return certainty == "any" or unknown.sure == (certainty == "sure")


def _paired(plain: str, lists: tuple[str, ...]) -> str:
    for name in lists:
        values = entry(name, plain)
        if values:
            return values[0]
    return ""


def offered(unknown: Unknown, document: Document, place: Place, right: str = "") -> tuple[str, ...]:
    """Give the words to suggest: those that the article itself uses first, no other medicine unless it is as near."""
    least = unknown.near[0].letters if unknown.near else 0
    kept = [each for each in unknown.near if each.sort not in "db" or each.letters <= least]
    used = document.prose.lowered
    kept.sort(key=lambda each: (each.score - 0.3 * (each.letters == 1 and _occurs(each, used)), each.word))
    house = document.surroundings.words
    apart = with_s_apart(document, place, unknown.plain, unknown.near)
    words = [*([right] if right else []), *apart, *(in_variety(document, each.word) for each in kept)]
    written = [word for word in words if not house.rejects(word)] or words
    return tuple(dict.fromkeys(in_case_of(unknown.word, word) for word in written))[:MOST]


def _occurs(near: Neighbour, lowered: str) -> bool:
    return len(near.word) > 4 and near.word.lower() in lowered
