"""Several names for one thing, where the house has declared which it prefers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit
from medlint.inflection import in_case_of, plural
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.matching import find, words
from medlint.record import Record
from medlint.span import Range

EXPLAINED = lazy(r"(?:\(|\b(?:also|called|known as|or|sometimes|termed|means?|term(?: is)?)\b[^.]{0,30})\s*\Z", re.I)
GLOSS = lazy(
    r"\s*(?:\(|,? ?\b(?:or|also|sometimes|commonly|better|which is|that is|known|called)\b[^.(]{0,30}?|is an? )\Z"
)
"""What stands between a name and the preferred one where the text says that they are one thing."""

REACH = 50


class Set(Record):
    """A preferred name and the other names of the same thing."""

    prefer: str
    others: tuple[str, ...]


class Options(Record):
    """Which sets of names."""

    sets: Annotated[tuple[Set, ...], "Names of one thing; `prefer` is the one to use, `others` those to leave."] = ()


@kind("term-variant", options=Options, values=("preferred",))
def term_variant(document: Document, options: Options) -> Iterator[Hit]:
    """Report each other name in an article that also uses the preferred one, unless it is explained there."""
    for each in options.sets:
        if each.prefer.lower() not in document.prose.lowered:
            continue
        for other in each.others:
            for match in find(document, words(rf"(?:{re.escape(other)}|{re.escape(plural(other))})")):
                if not _is_explained(document, match.span(), each.prefer.lower()):
                    many = match[0].lower() != other.lower()
                    right = in_case_of(match[0], plural(each.prefer) if many else each.prefer)
                    yield Hit(Range(*match.span()), {"preferred": right}, (right,))


def _is_explained(document: Document, place: tuple[int, int], preferred: str) -> bool:
    """Tell whether a name is brought in beside the preferred one."""
    start, end = place
    block = document.block_at(start)
    if EXPLAINED.search(document.prose.text[max(start - REACH, block.start) : start]):
        return True
    after = document.prose.text[end : min(end + REACH, block.end)].lower()
    at = after.find(preferred)
    return at >= 0 and GLOSS.match(after[:at]) is not None
