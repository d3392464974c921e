"""The names that an article writes as code or leads to: commands, files, sites and accounts."""

from __future__ import annotations

from medlint.document import Document
from medlint.lazy import lazy
from medlint.views.words import addresses

WORD = lazy(r"[a-z]{3,}")
SITE = lazy(
    r"(?:\w+:)?//(?:[^/?#\s]*\b(?:github|gitlab|gitter|npmjs|pypi|bitbucket)\.\w+/[^?#\s]*|[^/?#\s]+)"
    r"|[\w.+-]+@[\w.-]+"
)
"""The part of an address that is a name: who runs the site, and where programs are kept, the program."""


def coded(document: Document) -> frozenset[str]:
    """Give the words in lower case that stand in the article's code, and in the names of the sites it leads to.

    A word of running text that is one of these too is the name of that thing.
    """
    text = document.prose.lowered
    pieces = [text[block.start : block.end] for block in document.blocks if block.shape == "code"]
    pieces += [text[mark.start : mark.end] for mark in document.marks if mark.what in ("code", "template")]
    led = [text[start:end] for start, end in addresses(text)]
    led += [mark.target.lower() for mark in document.marks if mark.target]
    pieces += [match[0] for address in led if (match := SITE.search(address))]
    return frozenset(word for piece in pieces for word in WORD.findall(piece))
