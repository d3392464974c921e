"""Words that occur too often, or not often enough."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.kinds import kind
from medlint.matching import Match, find
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, in_scope, units
from medlint.span import Range


class Options(Record):
    """As Vale's `occurrence`."""

    token: Annotated[Pattern, "What is counted, as a regular expression."]
    max: Annotated[int | None, "The most there may be in one unit."] = None
    min: Annotated[int, "The fewest there must be in one unit."] = 0
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    scope: Annotated[Scope, "The unit that is counted in: the article, each sentence, each heading ..."] = "text"


@kind("occurrence", options=Options, values=("count",))
def occurrence(document: Document, options: Options) -> Iterator[Hit]:
    """Report a unit in which a token occurs more than `max` times, at the first one too many, or fewer than `min`."""
    found = list(find(document, options.token, ignorecase=options.ignorecase))
    if not options.min and (options.max is None or len(found) <= options.max):
        return
    starts = [match.start() for match in found if in_scope(document, match.start(), options.scope)]
    spans = {match.start(): match for match in found}
    for unit in units(document, options.scope):
        inside = starts[bisect_left(starts, unit.start) : bisect_left(starts, unit.end)]
        hit = _hit(unit, [spans[start] for start in inside], options)
        if hit:
            yield hit


def _hit(unit: Range, inside: list[Match], options: Options) -> Hit | None:
    values = {"count": len(inside)}
    if options.max is not None and len(inside) > options.max:
        first, *rest = inside[options.max :]
        related = tuple(Related(Range(*match.span()), "and here") for match in rest)
        return Hit(Range(*first.span()), values, related=related)
    if len(inside) < options.min:
        return Hit(unit if options.scope != "text" else Range(unit.end, unit.end), values)
    return None
