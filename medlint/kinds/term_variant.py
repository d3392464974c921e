"""Several names for one thing, where the house has declared which it prefers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.matching import find, words
from medlint.span import Range

EXPLAINED = lazy(r"(?:\(|\b(?:also|called|known as|or|sometimes|termed)\b[^.]{0,30})\s*\Z", re.I)
REACH = 50


class Set(NamedTuple):
    """A preferred name and the other names of the same thing."""

    prefer: str
    others: tuple[str, ...]


class Options(NamedTuple):
    """Which sets of names."""

    sets: Annotated[tuple[Set, ...], "Names of one thing; `prefer` is the one to use, `others` those to leave."] = ()


@kind("term-variant", options=Options, values=("preferred",))
def term_variant(document: Document, options: Options) -> Iterator[Hit]:
    """Report each other name in an article that also uses the preferred one, unless it is explained there."""
    for each in options.sets:
        if each.prefer.lower() not in document.prose.lowered:
            continue
        for other in each.others:
            for match in find(document, words(re.escape(other))):
                block = document.block_at(match.start())
                before = document.prose.text[max(match.start() - REACH, block.start) : match.start()]
                after = document.prose.text[match.end() : match.end() + REACH].lower()
                if not EXPLAINED.search(before) and f"({each.prefer.lower()}" not in after:
                    yield Hit(Range(*match.span()), {"preferred": each.prefer}, (each.prefer,))
