"""A word written twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.matching import Match, find, search
from medlint.options import Pattern
from medlint.record import Record
from medlint.scopes import Scope, excepted, in_scope
from medlint.span import Range

NEAR = 60
"""As many characters round a repetition can excuse it."""


class Options(Record):
    """As Vale's `repetition`."""

    tokens: Annotated[tuple[Pattern, ...], "What counts as a word, as regular expressions."] = (Pattern(r"\w+"),)
    alpha: Annotated[bool, "Whether words need to have a letter in them."] = True
    max: Annotated[int, "How often a word may stand in a row."] = 1
    exceptions: Annotated[tuple[str, ...], "Words that may stand twice."] = ()
    within: Annotated[tuple[Pattern, ...], "A repetition that is part of a match of one of these is left alone."] = ()
    names: Annotated[
        bool, "Whether names count: words with a capital inside a sentence, or where they are repeated."
    ] = True
    sure: Annotated[tuple[str, ...], "Words of which a fix takes the second away; none named: all."] = ()
    ignorecase: Annotated[bool, "Whether capitals make no difference."] = True
    scope: Annotated[Scope, "The blocks that are looked at."] = "text"


@kind("repetition", options=Options, values=("word", "count"))
def repetition(document: Document, options: Options) -> Iterator[Hit]:
    """Report a word that stands more than `max` times in a row, with nothing but blanks between."""
    for token in options.tokens:
        row = rf"(?P<word>(?>{token}))(?P<again>(?: +(?P=word)){{{options.max},}}+)(?![\w'’-])"
        for match in _rows(document, row, options):
            word = match["word"]
            if not excepted(word, options.exceptions, ignorecase=options.ignorecase) and _stands(
                document, match, options
            ):
                yield _hit(match, word, options)


def _hit(match: Match, word: str, options: Options) -> Hit:
    """Report a row; the fix keeps its first words, where it is sure that the rest is a slip."""
    keep = " ".join([word] * options.max)
    values = {"word": word, "count": len(match["again"].split()) + 1}
    surplus = Range(match.start("word") + len(keep), match.end())
    edits = (Edit(surplus, ""),) if not options.sure or excepted(word, options.sure, ignorecase=True) else ()
    return Hit(Range(match.start("word"), match.end()), values, (keep,), edits)


def _rows(document: Document, row: str, options: Options) -> Iterator[Match]:
    """Yield the rows of one token. The first word of the article has nothing before it and is looked at apart."""
    head = document.prose.text[:80].split()[:2]
    if len(head) == 2 and head[0].lower() == head[1].strip(".,;:!?").lower():
        yield from find(document, rf"\A{row}", ignorecase=options.ignorecase)
    yield from find(document, rf"[\s(\[\"“‘]{row}", ignorecase=options.ignorecase)


def _stands(document: Document, match: Match, options: Options) -> bool:
    """Tell whether nothing excuses a repetition: neither the words beside it nor markup that sets one of them apart."""
    text, start, end = document.prose.text, match.start("word"), match.end()
    block = document.block_at(start)
    word, again = match["word"], match["again"].split()[-1]
    if block.shape == "code" or not in_scope(document, start, options.scope):
        return False
    if options.alpha and not any(map(str.isalpha, word)):
        return False
    shouted = word == again and len(word) > 1 and word.isupper() and word.lower() in options.sure
    if not options.names and not shouted and _is_name(text[block.start : start], word, again):
        return False
    if any(_is_within(document, expression, Range(start, end)) for expression in options.within):
        return False
    return not any(mark.end < end or mark.start > start for mark in document.marks_in(Range(start, end)))


def _is_within(document: Document, expression: str, place: Range) -> bool:
    """Tell whether a place is part of a match of an expression, as far as it is near."""
    block = document.block_at(place.start)
    begin, end = max(block.start, place.start - NEAR), min(block.end, place.end + NEAR)
    while begin <= place.start:
        match = search(document, expression, Range(begin, end), ignorecase=True)
        if match is None:
            return False
        if match.start() <= place.start and place.end <= match.end():
            return True
        begin = match.start() + 1
    return False


def _is_name(before: str, word: str, again: str) -> bool:
    """Tell whether capitals make a repetition a name (Walla Walla, Loa loa, vitamin A a day) or a heading's end."""
    if again[0].isupper():
        return True
    return word[0].isupper() and (len(word) == 1 or bool(before.rstrip("\"'“‘([ ")[-1:].strip(".?!:")))
