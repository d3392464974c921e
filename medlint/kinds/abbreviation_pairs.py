"""Short forms whose meanings do not fit together: two for one, one for two, or not the usual one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.kinds import kind
from medlint.lexicon import all_of, entry, has
from medlint.record import Record
from medlint.span import Range
from medlint.views.abbreviations import Abbreviation, abbreviations, line_of
from medlint.views.alignment import HEADS, SMALL, cost, letters
from medlint.views.definitions import Definition
from medlint.views.known_abbreviations import Known, is_known
from medlint.views.long_forms import known_long_forms
from medlint.views.short_forms import Use

PLAINLY = 0.35
"""The cost for each letter up to which a long form is surely the one of its short form."""

STEM = 4
"""Letters that words of one root share: artery and arterial, edema and edematous."""


@kind("abbreviation-conflict", values=("short", "first", "first_line", "second", "line"))
def abbreviation_conflict(document: Document, options: object) -> Iterator[Hit]:
    """Report a short form that is given a second meaning, which has no word in common with the first."""
    for found in document.view(abbreviations).values():
        told = [each for each in found.definitions if _is_plain(each)]
        for second in told[1:]:
            first = told[0]
            if not _roots(first.long_text) & _roots(second.long_text) and not _is_cut(found.key, first, second):
                values = {
                    "short": found.key,
                    "first": first.long_text,
                    "first_line": line_of(document, first.short),
                    "second": second.long_text,
                    "line": line_of(document, second.short),
                }
                yield Hit(second.short, values, related=(Related(first.short, "the first meaning"),))
                break


def _is_cut(key: str, *told: Definition) -> bool:
    """Tell whether one long form has letters of the short form left in it: `MR imaging (MRI)`."""
    return any(word.isupper() and key.startswith(word) for each in told for word in each.long_text.split()[:1])


def _is_plain(definition: Definition) -> bool:
    """Tell whether the letters of a short form are surely those of its long form."""
    wanted = letters(definition.key)
    if len(wanted) < 2 or not definition.key[:2].isupper():
        return False
    if definition.long_text.lower() in [long.lower() for long in known_long_forms(definition.key)]:
        return True
    return cost(definition.key, definition.long_text) <= PLAINLY * len(wanted)


def _roots(long: str) -> set[str]:
    """Give the beginnings of the words that tell one long form from another, in American spelling."""
    plain = long.lower().replace("ae", "e").replace("oe", "e").replace("-", " ").replace("/", " ")
    words = [word.strip("(),.'’") for word in plain.split()]
    telling = [word for word in words if word not in SMALL and word not in HEADS]
    return {word[:STEM] for word in telling or words}


@kind("expansion-mismatch", values=("short", "long", "usual"))
def expansion_mismatch(document: Document, options: object) -> Iterator[Hit]:
    """Report a short form one slip away from the usual one of the long form that it is given for."""
    for found in document.view(abbreviations).values():
        if not found.key.isupper() or len(found.key) < 3 or entry("abbreviations/inventory", found.key):
            continue
        told = [(each.short, each.long_text) for each in found.definitions[:1]]
        for place, long in told or [(use.place, _before_bracket(document, use)) for use in found.uses[:1]]:
            usual = _usual(found.key, long) if long else ""
            if usual:
                yield Hit(place, {"short": document.text(place), "long": long, "usual": usual})


def _before_bracket(document: Document, use: Use) -> str:
    """Give the long form of the inventory that stands before a short form in a bracket which is not read off it."""
    text, (start, end) = document.prose.text, use.place
    if text[start - 2 : start] != " (" or text[end : end + 1] != ")":
        return ""
    first = max(document.blocks[use.token.block].start, start - 2 - FARTHEST)
    words = text[first : start - 2].split()[-MOST_WORDS:]
    longs = (" ".join(words[number:]) for number in range(len(words)))
    return next((long for long in longs if long.lower() in _by_long_form()), "")


FARTHEST, MOST_WORDS = 120, 8
"""Characters and words of a long form before a bracket."""


def _usual(key: str, long: str) -> str:
    """Give the one short form that the inventory has for a long form, if `key` looks like a slip of it."""
    usual = _by_long_form().get(long.lower(), ())
    if len(usual) != 1 or len(usual[0]) != len(key):
        return ""
    apart = [at for at, (one, two) in enumerate(zip(usual[0], key, strict=True)) if one != two]
    is_turned = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(key) == sorted(usual[0])
    return usual[0] if len(apart) == 1 or is_turned else ""


@cache
def _by_long_form() -> dict[str, tuple[str, ...]]:
    """Give the short forms of the inventory by their long forms in lower case."""
    found: dict[str, tuple[str, ...]] = {}
    for short, longs, *_ in all_of("abbreviations/inventory"):
        for long in longs.lower().split("; "):
            found[long] = (*found.get(long, ()), short)
    return found


@kind("two-short-forms", values=("long", "first", "first_line", "second", "line"))
def two_short_forms(document: Document, options: object) -> Iterator[Hit]:
    """Report a long form that is shortened in two ways, unless the two are introduced together."""
    by_long: dict[str, list[Abbreviation]] = {}
    for found in document.view(abbreviations).values():
        if found.uses and (long := _meaning(found)):
            by_long.setdefault(long, []).append(found)
    for long, several in by_long.items():
        for one, two in combinations(several[:2], 2):
            if _are_introduced_together(one, two) or two.key.lower().startswith(one.key.lower()):
                continue
            first, second = sorted((one.uses[0].place, two.uses[0].place))
            values = {
                "long": long,
                "first": document.text(first),
                "first_line": line_of(document, first),
                "second": document.text(second),
                "line": line_of(document, second),
            }
            yield Hit(second, values, related=(Related(first, "the first short form"),))


def _meaning(found: Abbreviation) -> str:
    """Give what a short form means here: as it is told, or the only sense that it can have."""
    if found.definitions:
        return found.definitions[0].long_text.lower()
    known = known_long_forms(found.key)
    return known[0].lower() if len(known) == 1 or (known and _roots(known[0]) == _roots(known[-1])) else ""


NEAR = 40
"""Characters between two short forms that one bracket gives for the same thing."""


def _are_introduced_together(one: Abbreviation, two: Abbreviation) -> bool:
    first, second = sorted((_first(one), _first(two)))
    return second.start - first.end < NEAR


def _first(found: Abbreviation) -> Range:
    """Give the place where a short form is first met, by a definition or by a use."""
    told = [each.short for each in (*found.definitions, *found.elsewhere) if isinstance(each.short, Range)]
    return min(told + [use.place for use in found.uses])


class AmbiguousOptions(Record):
    """Which short forms the reader is taken to know."""

    known: Annotated[Known, "The list of short forms that need no explanation."] = "auto"


@kind("ambiguous-abbreviation", options=AmbiguousOptions, values=("short", "senses"))
def ambiguous_abbreviation(document: Document, options: AmbiguousOptions) -> Iterator[Hit]:
    """Report a short form that readers are taken to know and that is not explained, but has several senses."""
    for found in document.view(abbreviations).values():
        if found.definitions or found.elsewhere or not found.uses:
            continue
        if not has("abbreviations/ambiguous", found.key):
            continue
        senses = known_long_forms(found.key)
        told = [long for long in senses if long.lower() in document.prose.lowered]
        if len(senses) < 2 or told or not _are_apart(senses) or not is_known(document, found.key, options.known):
            continue
        yield Hit(found.uses[0].place, {"short": found.key, "senses": " or ".join(f'"{each}"' for each in senses)})


def _are_apart(senses: tuple[str, ...]) -> bool:
    return any(not _roots(one) & _roots(two) for one, two in combinations(senses, 2))
