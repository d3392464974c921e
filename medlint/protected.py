"""The law of safe fixes: none may touch a dose, a number, a unit, a date, a drug name or a negation.

"Touch" is mechanical: the sequence of these tokens round the edits must be the same before and after.
One function enforces it for every kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from medlint import lexicon
from medlint.document import Document
from medlint.finding import SpanEdit
from medlint.lazy import lazy
from medlint.span import Span

REACH = 48
"""How far round an edit tokens are compared; none of them is longer."""

TOKEN = lazy(
    r"""(?P<number>(?<![A-Za-z\d])[-−±<>≤≥]?\d+(?:[.,:/]\d+)*%?)
      | (?P<month>(?-i:January|February|March|April|May|June|July|August|September|October|November|December))
      | (?P<unit>[µμ°%‰]|(?<=[\d\s])(?:[munpk]?g|mcg|[mdcu]?[Ll]|mmol|mol|IU|U|units?|[ckm]?m|mm[ ]?Hg|kcal|kJ|h|min)
            (?:/(?:kg|d?L|l|m2|m²|day|h|min))*(?![A-Za-z]))
      | (?P<negation>(?<![A-Za-z])(?:no|not|never|none|nor|neither|without|cannot)(?![A-Za-z])|n['’]t\b)""",
    re.X | re.I,
)
WORD = lazy(r"[^\W\d_](?:[^\W\d_]|-){3,}")


def keeps_protected(document: Document, edits: Sequence[SpanEdit]) -> bool:
    """Tell whether edits leave every dose, number, unit, date, drug name and negation as it was.

    An edit of a comment of the markup touches nothing that is read.
    """
    text = document.source.text
    if all(_is_stop(text, edit) or _is_in_comment(document, edit.span) for edit in edits):
        return True
    return all(_keeps(text, group) for group in _groups(edits))


def _groups(edits: Sequence[SpanEdit]) -> list[list[SpanEdit]]:
    """Put edits together that stand so near each other that one token may feel both."""
    groups = [[edits[0]]]
    for edit in edits[1:]:
        if edit.span.start - groups[-1][-1].span.end < 2 * REACH:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return groups


def _keeps(text: str, edits: Sequence[SpanEdit]) -> bool:
    start, end = max(edits[0].span.start - REACH, 0), min(edits[-1].span.end + REACH, len(text))
    while start > 0 and not text[start].isspace() and edits[0].span.start - start < 2 * REACH:
        start -= 1
    after, done = "", start
    for edit in edits:
        after += text[done : edit.span.start] + edit.text
        done = edit.span.end
    return protected_tokens(text[start:end]) == protected_tokens(after + text[done:end])


STOPS = frozenset(".,;:!?")


def _is_stop(text: str, edit: SpanEdit) -> bool:
    """Tell whether an edit is of punctuation alone, between a letter and a blank, where no token begins or ends."""
    start, end = edit.span
    between = text[start - 1 : start].isalpha() and (end == len(text) or text[end].isspace())
    return between and STOPS.issuperset(text[start:end] + edit.text)


def _is_in_comment(document: Document, span: Span) -> bool:
    """Tell whether a span holds nothing but (part of) a comment and white space."""
    text = document.source.text
    return any(
        comment.start < span.end
        and span.start < comment.end
        and not (text[span.start : comment.start] + text[comment.end : span.end]).strip()
        for _, comment in document.comments
    )


def protected_tokens(text: str) -> tuple[list[str], list[str]]:
    """Give the tokens of a text that no safe fix may change, as written: numbers and the like, and drug names."""
    drugs = [match[0] for match in WORD.finditer(text) if is_drug(match[0])]
    return [match[0] for match in TOKEN.finditer(text)], drugs


@lru_cache(maxsize=8192)
def is_drug(word: str) -> bool:
    """Tell whether a word is the name of a drug, in any case."""
    return lexicon.is_drug(word)
