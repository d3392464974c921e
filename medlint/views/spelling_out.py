"""Spelling a short form out where it is used, and leaving a definition out where it is no longer needed."""

from __future__ import annotations

import re

from medlint.document import Document
from medlint.inflection import plural
from medlint.lazy import lazy
from medlint.span import Range
from medlint.views.definitions import Definition
from medlint.views.short_forms import PLURAL, Use

Change = tuple[Range, str]
"""A place and what to write there; the changes of one return are made together."""

ARTICLES = ("an ", "a ", "An ", "A ")
SAID_WITH_VOWEL = lazy(r"(?:[aio]|e(?!u)|u(?!ni|r[aeio]|te|s[aeu])|hour|heir|hono)", re.I)
"""How a word starts that "an" stands before."""

NO_PLURAL = lazy(r"(?:ing|graphy|metry|therapy|medicine|care|health|cholesterol|pressure)\Z")
SIS = lazy(r"sis\Z")
MANY = lazy(r"(?<=[a-z]{3})(?<![sui])s\Z")


def told_of_one(long: str, told: str, short: str) -> str:
    """Give the long form of a definition of many for one: `lesion` of `lesions (BMLs)` beside `BML`."""
    if not PLURAL.search(told) or PLURAL.search(short) or not MANY.search(long):
        return long
    if long.endswith("ies"):
        return long[:-3] + "y"
    return long[:-2] if long.endswith(("sses", "xes", "ches", "shes")) else long[:-1]


def with_short(long: str, short: str) -> str:
    """Give a long form and its short form side by side, in the number of the short one where the long has it."""
    if PLURAL.search(short) and NO_PLURAL.search(long):
        short = short[:-1]
    return f"{_agreeing(long, short)} ({short})"


def spelled_out(document: Document, use: Use, long: str) -> str:
    """Give what to write for a use: with a capital where a sentence starts, and in its number."""
    return with_short(_cased(long, document, use), document.text(use.place))


def expand(document: Document, use: Use, long: str) -> tuple[Change, ...]:
    """Give the changes that spell a use out, its article included; none inside a longer word or for an odd plural."""
    text, (start, end) = document.prose.text, use.place
    if (use.token.start, use.token.end) != (start, end) or text[end : end + 1] in ("'", "’", "-", "/"):
        return ()
    if PLURAL.search(text[start:end]) and NO_PLURAL.search(long):
        return ()
    change = (use.place, spelled_out(document, use, long))
    for article in ARTICLES:
        first = start - len(article)
        if text.endswith(article, 0, start) and not text[max(first - 1, 0) : first].isalnum():
            right = article[0] + ("n" if SAID_WITH_VOWEL.match(long) else "")
            place = Range(first, start - 1)
            return (change,) if right == article[:-1] else ((place, right), change)
    return (change,)


def drop(document: Document, definition: Definition) -> tuple[Change, ...]:
    """Give the changes that leave the short form of `body mass index (**BMI**)` alone, with the markup round it.

    So with `body mass index, or BMI, is`. Of other shapes too much would have to be said anew.
    """
    text = document.prose.text
    (start, long_end), (at, end) = definition.long, definition.short
    between = text[long_end:at]
    if between in (" (", " [") and text[end : end + 1] == {"(": ")", "[": "]"}[between[1]]:
        return ((Range(start, at), ""), (Range(end, end + 1), ""))
    if between == ", or " and text[end : end + 1] == ",":
        return ((Range(start, at), ""), (Range(end, end + 1), ""))
    return ()


def leave_out(document: Document, definition: Definition) -> tuple[Change, ...]:
    """Give the change that takes the short form and its bracket out of `long form (SF)`."""
    end = definition.short.end
    if definition.shape != "bracket" or not drop(document, definition):
        return ()
    return ((Range(definition.long.end, end + 1), ""),)


def _agreeing(long: str, short: str) -> str:
    """Give a long form in the number of a short form: several DVTs are deep vein thromboses."""
    if not PLURAL.search(short):
        return long
    if SIS.search(long):
        return long[:-2] + "es"
    last = long.rsplit(" ", 1)[-1]
    return long if long.endswith("s") else long[: len(long) - len(last)] + plural(last)


def _cased(long: str, document: Document, use: Use) -> str:
    """Give a long form with a capital where it starts a sentence."""
    text, at = document.prose.text, use.place.start
    block = document.block_at(at)
    before = text[block.start : at].rstrip(" \"'“‘(*•-")
    if not before or before[-1] in ".!?":
        return long[:1].upper() + long[1:]
    return long
