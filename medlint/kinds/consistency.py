"""Two ways of writing one thing in one article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, in_scope
from medlint.span import Range


class Pair(Record):
    """Two forms of one word, as regular expressions."""

    one: Pattern
    other: Pattern


class Options(Record):
    """As Vale's `consistency`, with a list of pairs."""

    either: Annotated[tuple[Pair, ...], "Pairs of forms of which an article should use one only."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    nonword: Annotated[bool, "Whether matches need not be whole words."] = False
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("consistency", options=Options, values=("other",))
def consistency(document: Document, options: Options) -> Iterator[Hit]:
    """Report the form that is used less (of two as frequent, the later one), once an article."""
    for pair in options.either:
        one = _uses(document, pair.one, options)
        other = _uses(document, pair.other, options) if one else []
        if one and other:
            rare, usual = sorted((other, one), key=lambda uses: (len(uses), -uses[0].start))
            again = tuple(Related(place, "and here") for place in rare[1:])
            usually = document.text(usual[0])
            related = (*again, Related(usual[0], f'here it is "{usually}"'))
            yield Hit(rare[0], {"other": usually}, (usually,), related=related)


def _uses(document: Document, form: Pattern, options: Options) -> list[Range]:
    expression = form if options.nonword else words(form)
    found = find(document, expression, ignorecase=options.ignorecase)
    return [Range(*match.span()) for match in found if in_scope(document, match.start(), options.scope)]
