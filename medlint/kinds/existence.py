"""Words that should not be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.matching import find, words
from medlint.span import Range


class Options(NamedTuple):
    """As Vale's `existence`."""

    tokens: Annotated[tuple[str, ...], "Whole words to find, as regular expressions."] = ()
    raw: Annotated[tuple[str, ...], "Regular expressions to find as they stand."] = ()
    exceptions: Annotated[tuple[str, ...], "Matches that are left alone."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True


@kind("existence", options=Options)
def existence(document: Document, options: Options) -> Iterator[Hit]:
    """Report each match of a token; a group named `place` narrows what is underlined."""
    for expression in (*map(words, options.tokens), *options.raw):
        for match in find(document, expression, ignorecase=options.ignorecase):
            if match[0] not in options.exceptions:
                group = "place" if "place" in match.re.groupindex else 0
                yield Hit(Range(*match.span(group)))
