"""Words that need others somewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit, Related
from medlint.kinds import kind
from medlint.matching import Match, find
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, excepted, in_scope
from medlint.span import Range


class Options(Record):
    """As Vale's `conditional`: where `first` is found, `second` must be found too."""

    first: Annotated[Pattern, "What asks for something; a group in it must be found again in `second`."]
    second: Annotated[Pattern, "What is asked for."]
    exceptions: Annotated[tuple[str, ...], "What asks for nothing."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    scope: Annotated[Scope, "The blocks where `first` is looked for."] = "text"


@kind("conditional", options=Options, values=("word",))
def conditional(document: Document, options: Options) -> Iterator[Hit]:
    """Report each thing that asks in vain, at its first use."""
    asking: dict[str, list[Range]] = {}
    for match in find(document, options.first, ignorecase=options.ignorecase):
        word = _word(match)
        if in_scope(document, match.start(), options.scope) and not excepted(
            word, options.exceptions, ignorecase=options.ignorecase
        ):
            asking.setdefault(_key(word, options), []).append(_place(match))
    if not asking:
        return
    answered = {_key(_word(match), options) for match in find(document, options.second, ignorecase=options.ignorecase)}
    if answered and not _grouped(options.second):
        return
    for key, places in asking.items():
        if key not in answered:
            again = tuple(Related(place, "and here") for place in places[1:])
            yield Hit(places[0], {"word": document.text(places[0])}, related=again)


def _key(word: str, options: Options) -> str:
    return word.lower() if options.ignorecase else word


def _word(match: Match) -> str:
    return str(match[1] if match.re.groups and match[1] is not None else match[0])


def _place(match: Match) -> Range:
    return Range(*match.span(1 if match.re.groups and match[1] is not None else 0))


def _grouped(expression: str) -> bool:
    """Tell whether an expression says by a group which word it answers for."""
    from medlint.matching import compiled

    return bool(compiled(expression).groups)
