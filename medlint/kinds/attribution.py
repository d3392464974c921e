"""Claims that rest on "studies" or "experts" whom nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.matching import find, words
from medlint.pattern_cache import compiled
from medlint.record import Record
from medlint.span import Range
from medlint.views.sentences import sentence_at

REACH = 3
"""So many characters from a sentence's edge stands its neighbour, where a source is near enough."""

NOTE_AFTER = 6
"""A raised number may follow the full stop."""

NOTE = lazy(
    r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]|\(\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\)|"
    r"[.,;)”\"]\d{1,3}(?:[,–-]\d{1,3})*(?=\s|\Z)|[¹²³⁴-⁹]|"
    r"\((?:[^()]*\b)?(?:19|20)\d\d[a-z]?\)|\bet al\b|\bdoi\b|\b10\.\d{4,}/|\bPMID\b|https?://|\bwww\.|\[\^"
)
NAMED = lazy(
    r"\b(?:published|reported|appearing|study|studies|trial|review|meta-analysis|report|survey|research)\b[^.!?]{0,60}?"
    r"\b(?:in|by|from|at|of)\b (?:the |a |an )?"
    r"(?:\d{4}\b|[A-Z][A-Za-z]+ (?:[A-Z]|of|for|and)|(?:Journal|University|Institute|Cochrane|Lancet|JAMA|BMJ))"
)
MARKS = ("link", "url", "citation", "sup")


class Options(Record):
    """Which words attribute without naming."""

    tokens: Annotated[tuple[str, ...], "Whole words to find, as regular expressions."]
    unless: Annotated[str, "A pattern that, in the same sentence, makes the attribution no claim."] = ""


@kind("vague-attribution", options=Options)
def vague_attribution(document: Document, options: Options) -> Iterator[Hit]:
    """Report an attribution with no source in its sentence or the next; once a sentence."""
    seen = set()
    excuse = compiled(options.unless, re.I) if options.unless else None
    for expression in options.tokens:
        for match in find(document, words(expression)):
            sentence = sentence_at(document, match.start())
            if sentence is None or sentence in seen:
                continue
            text = document.prose.text[slice(*sentence)]
            if not _is_sourced(document, sentence) and not (excuse and excuse.search(text)):
                seen.add(sentence)
                yield Hit(Range(*match.span()))


def _is_sourced(document: Document, sentence: Range) -> bool:
    """Tell whether a sentence or its neighbour leads to a source: a note, a link, a year, the name of a journal."""
    block = document.block_at(sentence.start)
    before = sentence_at(document, sentence.start - REACH) if sentence.start - REACH >= block.start else None
    after = sentence_at(document, sentence.end + REACH) if sentence.end + REACH < block.end else None
    reach = Range(before.start if before else sentence.start, after.end if after else sentence.end)
    reach = Range(max(reach.start, block.start), min(reach.end + NOTE_AFTER, block.end))
    text = document.prose.text[slice(*reach)]
    if any(mark.what in MARKS for mark in document.marks_in(reach)):
        return True
    return bool(NOTE.search(text) or NAMED.search(text))
