"""Words that should be other words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, kept
from medlint.span import Range


class Swap(Record):
    """One replacement; `write` may refer to groups of `find` as \\1."""

    find: Pattern
    write: str


class Options(Record):
    """As Vale's `substitution`, with an ordered list of pairs."""

    swap: Annotated[tuple[Swap, ...], "What to find (a regular expression) and what to write for it."] = ()
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    unless: Annotated[Pattern, "A match is left alone where this is found in the same sentence."] = Pattern()
    beside: Annotated[Pattern, "A match is left alone where this is found in what is joined to it."] = Pattern()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    nonword: Annotated[bool, "Whether matches need not be whole words."] = False
    together: Annotated[int, "As many matches for one replacement are one finding; 0: each is one."] = 0
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("substitution", options=Options, values=("replacement",))
def substitution(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match of a pair and offer its replacement; a group named `place` narrows what is replaced."""
    alike: dict[str, list[Hit]] = {}
    for hit in _each(document, options):
        alike.setdefault(hit.suggestions[0], []).append(hit)
    for hits in alike.values():
        if options.together and len(hits) >= options.together:
            yield _as_one(document, hits)
        else:
            yield from hits


def _each(document: Document, options: Options) -> Iterator[Hit]:
    for swap in options.swap:
        expression = swap.find if options.nonword else words(swap.find)
        for match in kept(document, find(document, expression, ignorecase=options.ignorecase), options):
            group = "place" if "place" in match.re.groupindex else 0
            replacement = match.expand(swap.write)
            if match[group] != replacement:
                place = Range(*match.span(group))
                edit = _edit(place, match[group], replacement)
                yield Hit(place, {"replacement": replacement}, (replacement,), (edit,))


def _as_one(document: Document, hits: list[Hit]) -> Hit:
    """Make one hit of several that have one cause; what cannot be edited in place is left to the writer."""
    first, *rest = hits
    edits = tuple(edit for hit in hits for edit in hit.edits if document.prose.is_literal(*edit.place))
    return first._replace(edits=edits, related=tuple(Related(hit.place, "and here") for hit in rest))


def _edit(place: Range, old: str, new: str) -> Edit:
    """Give the smallest edit that makes `new` of `old`: what stays need not be free of markup."""
    most = min(len(old), len(new))
    head = next((i for i in range(most) if old[i] != new[i]), most)
    tail = next((i for i in range(most - head) if old[-1 - i] != new[-1 - i]), most - head)
    return Edit(Range(place.start + head, place.end - tail), new[head : len(new) - tail])
