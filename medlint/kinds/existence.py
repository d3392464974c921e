"""Words that should not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, kept
from medlint.span import Range


class Options(Record):
    """As Vale's `existence`."""

    tokens: Annotated[tuple[Pattern, ...], "Whole words to find, as regular expressions."] = ()
    raw: Annotated[tuple[Pattern, ...], "Regular expressions to find as they stand."] = ()
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    unless: Annotated[Pattern, "A match is left alone where this is found in the same sentence."] = Pattern()
    beside: Annotated[Pattern, "A match is left alone where this is found in what is joined to it."] = Pattern()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    nonword: Annotated[bool, "Whether tokens need not be whole words."] = False
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("existence", options=Options)
def existence(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match of a token; a group named `place` narrows what is underlined."""
    tokens = options.tokens if options.nonword else map(words, options.tokens)
    for expression in (*tokens, *options.raw):
        for match in kept(document, find(document, expression, ignorecase=options.ignorecase), options):
            group = "place" if "place" in match.re.groupindex else 0
            yield Hit(Range(*match.span(group)))
