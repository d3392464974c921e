"""Latin and Greek plurals used for one, singulars used for many, and plurals made twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.inflection import in_case_of
from medlint.kinds import kind
from medlint.lexicon import all_of
from medlint.pattern_cache import compiled
from medlint.record import Record
from medlint.span import Range
from medlint.views.word_forms import word_forms
from medlint.views.words import words

BEFORE, AFTER = 60, 24
"""Characters that are looked at on either side of a noun."""


class Verb(Record):
    """A verb in both numbers."""

    one: str
    many: str


class Options(Record):
    """What tells the number of a noun."""

    one: Annotated[tuple[str, ...], "Words that stand before one thing."]
    many: Annotated[tuple[str, ...], "Words that stand before several."]
    between: Annotated[tuple[str, ...], "What may stand between such a word and its noun."]
    after: Annotated[tuple[str, ...], "What follows a noun that does not belong to another one."]
    verbs: Annotated[tuple[Verb, ...], "Verbs that tell the number of their subject."]
    clauses: Annotated[tuple[str, ...], "Words that begin a clause, as the start of a sentence does."]
    nouns: Annotated[str, "The shipped list of nouns."] = "terms/plurals"


class Signs(Record):
    """The options as expressions: what stands before a noun, and what behind it."""

    one: re.Pattern[str]
    many: re.Pattern[str]
    subject: re.Pattern[str]
    after: re.Pattern[str]


@kind("grammatical-number", options=Options, values=("replacement",))
def grammatical_number(document: Document, options: Options) -> Iterator[Hit]:
    """Report a noun whose form and company differ in number; a plural made twice is wrong in any company."""
    known = _nouns(options.nouns)
    forms, places = document.view(word_forms), document.view(words)
    for form in sorted(forms.keys() & known.keys()):
        number, other = known[form]
        for word in forms[form]:
            for start in places[word]:
                noun = Range(start, start + len(word))
                if number == "wrong":
                    yield _hit(document, noun, noun, in_case_of(word, other))
                else:
                    yield from _told(document, options, noun, number == "many", in_case_of(word, other))


def _told(document: Document, options: Options, noun: Range, is_many: bool, other: str) -> Iterator[Hit]:
    """Yield a hit where the words round a noun are of the other number."""
    block, text, signs = document.block_at(noun.start), document.prose.text, _signs(options)
    first = max(noun.start - BEFORE, block.start)
    before = text[first : noun.start] if first == block.start else text[first : noun.start].partition(" ")[2]
    after = text[noun.end : min(noun.end + AFTER, block.end)]
    counted = (signs.one if is_many else signs.many).search(before)
    if counted and signs.after.match(after):
        yield _hit(document, Range(noun.start - len(counted["sign"]), noun.end), noun, other)
    elif signs.subject.search(before):
        for verb in options.verbs:
            wrong, right = (verb.one, verb.many) if is_many else (verb.many, verb.one)
            if after.startswith(f" {wrong} "):
                start = noun.end + 1
                yield _hit(document, Range(noun.start, start + len(wrong)), Range(start, start + len(wrong)), right)


def _hit(document: Document, place: Range, wrong: Range, right: str) -> Hit:
    """Report a place, of which a part is to be written otherwise."""
    text = document.prose.text
    whole = text[place.start : wrong.start] + right + text[wrong.end : place.end]
    return Hit(place, {"replacement": whole}, (whole,), (Edit(wrong, right),))


@lru_cache(maxsize=8)
def _nouns(name: str) -> dict[str, tuple[str, str]]:
    return {form: (number, other) for form, number, other in all_of(name)}


@lru_cache(maxsize=8)
def _signs(options: Options) -> Signs:
    """Make expressions of the options."""
    between = rf"(?:(?:{'|'.join(options.between)}) )?"
    begins = rf"(?:\A|[^a-z0-9,’'%)\]\s] |\b(?:{'|'.join(options.clauses)}) )"
    return Signs(
        compiled(rf"(?:\A|[^\w-])(?P<sign>(?:{'|'.join(options.one)}) {between})\Z", re.I),
        compiled(rf"(?:\A|[^\w-])(?P<sign>(?:{'|'.join(options.many)}) {between})\Z", re.I),
        compiled(rf"{begins}(?:the|this|his|her|your) \Z", re.I),
        compiled(rf" (?:{'|'.join(options.after)})\b|[.,;:)]|\Z", re.I),
    )
