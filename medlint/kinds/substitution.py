"""Words that should be other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.options import Pattern
from medlint.scopes import Scope, kept
from medlint.span import Range


class Swap(NamedTuple):
    """One replacement; `write` may refer to groups of `find` as \\1."""

    find: Pattern
    write: str


class Options(NamedTuple):
    """As Vale's `substitution`, with an ordered list of pairs."""

    swap: Annotated[tuple[Swap, ...], "What to find (a regular expression) and what to write for it."] = ()
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    unless: Annotated[Pattern, "A match is left alone where this is found in the same sentence."] = Pattern()
    beside: Annotated[Pattern, "A match is left alone where this is found in what is joined to it."] = Pattern()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    nonword: Annotated[bool, "Whether matches need not be whole words."] = False
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("substitution", options=Options, values=("replacement",))
def substitution(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match of a pair and offer its replacement; a group named `place` narrows what is replaced."""
    for swap in options.swap:
        expression = swap.find if options.nonword else words(swap.find)
        for match in kept(document, find(document, expression, ignorecase=options.ignorecase), options):
            group = "place" if "place" in match.re.groupindex else 0
            replacement = match.expand(swap.write)
            if match[group] != replacement:
                place = Range(*match.span(group))
                edit = _edit(place, match[group], replacement)
                yield Hit(place, {"replacement": replacement}, (replacement,), (edit,))


def _edit(place: Range, old: str, new: str) -> Edit:
    """Give the smallest edit that makes `new` of `old`: what stays need not be free of markup."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    return Edit(Range(place.start + head, place.end - tail), new[head : len(new) - tail])
