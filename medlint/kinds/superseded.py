"""Names that medicine has given up, unless the text says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.matching import find, words
from medlint.record import Record
from medlint.span import Range

TOLD = lazy(
    r"""\b(?:former(?:ly)?|previous(?:ly)?|once|used\ to\ be|also\ (?:known|called|referred)|older?|earlier|now|outdated
    |obsolete|histor(?:y|ic|ical|ically)|term|name[ds]?|called|known\ as|aka|a\.k\.a|synonyms?|replaced|instead\ of
    |rather\ than|avoid|stigma\w*|no\ longer|past)\b""",
    re.I | re.X,
)
NAME_AFTER = lazy(r" (?:(?:and|of|for) )?[A-Z][a-z]")
"""What goes on in capitals after a name in capitals: that of a foundation, a study, a clinic."""

BEFORE, AFTER = 70, 50


class Name(Record):
    """A name given up (a regular expression), and the one in use; it may refer to groups as \\1."""

    find: str
    write: str


class Options(Record):
    """Which names."""

    names: Annotated[tuple[Name, ...], "Names that have been given up, each with the one in use."]


@kind("superseded", options=Options, values=("replacement",))
def superseded(document: Document, options: Options) -> Iterator[Hit]:
    """Report each name that was given up, where nothing round it says that it is the old one."""
    text = document.prose.text
    for name in options.names:
        for match in find(document, words(name.find)):
            start, end = match.span()
            right = match.expand(name.write)
            block = document.block_at(start)
            around = text[max(start - BEFORE, block.start) : start], text[end : min(end + AFTER, block.end)]
            told = any(TOLD.search(side) or right.lower() in side.lower() for side in around)
            if not told and not (match[0].istitle() and NAME_AFTER.match(around[1])):
                begins = match[0][0].isupper() and (not around[0].strip() or around[0].rstrip()[-1] in ".!?:")
                right = right[0].upper() + right[1:] if begins else right
                yield Hit(Range(start, end), {"replacement": right}, (right,), (Edit(Range(start, end), right),))
