""" "A" or "an" before something that cannot be counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.matching import find
from medlint.record import Record
from medlint.span import Range


class Options(Record):
    """What cannot be counted, and what must follow it."""

    terms: Annotated[tuple[str, ...], "Names of things that take no article, as regular expressions."]
    before: Annotated[tuple[str, ...], "What follows where nothing else can belong to the name."]


@kind("needless-article", options=Options, values=("term",))
def needless_article(document: Document, options: Options) -> Iterator[Hit]:
    """Report the article with its term where a verb or the sentence's end follows, so that no other noun is meant."""
    terms, after = "|".join(options.terms), "|".join(options.before)
    for match in find(
        document, rf"(?-i:[aA])(?<![\w'\u2019-].)n? (?P<term>{terms})(?=(?: (?:{after})\b)|[.;?!](?:\s|$)|$)"
    ):
        place = Range(*match.span())
        term = match["term"]
        right = term[0].upper() + term[1:] if match[0][0] == "A" else term
        yield Hit(place, {"term": term}, (right,), (Edit(place, right),))
