"""Words that should be other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.span import Range


class Swap(NamedTuple):
    """One replacement; `write` may refer to groups of `find` as \\1."""

    find: str
    write: str


class Options(NamedTuple):
    """As Vale's `substitution`, with an ordered list of pairs."""

    swap: Annotated[tuple[Swap, ...], "What to find (a regular expression) and what to write for it."] = ()
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    nonword: Annotated[bool, "Whether matches need not be whole words."] = False


@kind("substitution", options=Options, values=("replacement",))
def substitution(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match of a pair and offer its replacement."""
    for swap in options.swap:
        expression = swap.find if options.nonword else words(swap.find)
        for match in find(document, expression, ignorecase=options.ignorecase):
            replacement = match.expand(swap.write)
            if match[0] not in options.exceptions and match[0] != replacement:
                place = Range(*match.span())
                yield Hit(place, {"replacement": replacement}, (replacement,), (Edit(place, replacement),))
