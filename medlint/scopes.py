"""Where a pattern is looked for, and which of its matches stand: what the kinds that Vale has too share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from medlint.document import Document
from medlint.matching import Match, search
from medlint.span import Range
from medlint.views.sentences import sentence_at, sentences

Scope = Literal["text", "heading", "paragraph", "list", "table", "sentence"]
"""As in Vale: which blocks are looked at, and within what a count is taken. `text` is the whole article."""

SHAPES = {
    "heading": ("heading", "title"),
    "paragraph": ("paragraph",),
    "list": ("list-item",),
    "table": ("table-cell",),
}


LONGEST_WORD = 100
NEAR = 300
"""As many characters round a match can excuse it: what is farther off has nothing to do with it."""


def kept(document: Document, found: Iterable[Match], options: Any) -> Iterator[Match]:
    """Yield the matches that stand in scope, are no exception and have nothing round them that excuses them.

    `options` are those of `existence` or `substitution`: scope, exceptions, unless, beside, ignorecase.
    What stands in code, an address or template code is not the writer's prose.
    """
    for match in found:
        place = Range(*match.span())
        if not in_scope(document, place.start, options.scope):
            continue
        if excepted(match[0], options.exceptions, ignorecase=options.ignorecase):
            continue
        if document.marks and document.marks_in(place, "code", "url", "template"):
            continue
        if options.unless and search(document, options.unless, _sentence_round(document, place)):
            continue
        if options.beside and search(document, options.beside, _between_blanks(document, place)):
            continue
        yield match


def excepted(text: str, exceptions: tuple[str, ...], *, ignorecase: bool) -> bool:
    """Tell whether a text is one of the exceptions."""
    return bool(exceptions) and (
        text in exceptions or (ignorecase and text.lower() in {each.lower() for each in exceptions})
    )


def in_scope(document: Document, offset: int, scope: Scope) -> bool:
    """Tell whether a prose offset stands in a block that the scope names."""
    return scope not in SHAPES or document.block_at(offset).shape in SHAPES[scope]


def _sentence_round(document: Document, place: Range) -> Range:
    """Give the sentence round a match, as far as it is near."""
    sentence = sentence_at(document, place.start) or place
    return Range(max(sentence.start, place.start - NEAR), min(sentence.end, place.end + NEAR))


def _between_blanks(document: Document, place: Range) -> Range:
    """Give the range of a match and what is joined to it, up to the blanks on both sides; bounded."""
    text = document.prose.text
    first = max(place.start - LONGEST_WORD, 0)
    last = min(place.end + LONGEST_WORD, len(text))
    start = max(text.rfind(" ", first, place.start), text.rfind("\n", first, place.start), first - 1) + 1
    ends = (text.find(" ", place.end, last), text.find("\n", place.end, last))
    return Range(start, min((end for end in ends if end >= 0), default=last))


def units(document: Document, scope: Scope) -> Iterator[Range]:
    """Yield the stretches that a count is taken in: the article, its sentences, or the blocks of one shape."""
    if scope == "text":
        yield Range(0, len(document.prose.text))
    elif scope == "sentence":
        yield from document.view(sentences)
    else:
        for block in document.blocks:
            if block.shape in SHAPES[scope]:
                yield Range(block.start, block.end)
