"""Long forms: the words that a short form is read off, before it, after it or in the inventory."""

from __future__ import annotations

import re
from functools import lru_cache

from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.views.alignment import SMALL, best_start, cost, letters, words
from medlint.views.short_forms import key_of

Place = tuple[int, int]
Pair = tuple[Place, Place]
"""Where a short form and its long form stand in the prose."""

LONGEST = 240
"""Characters that a bracket with a definition, or the text before it, may have."""

BRACKET_LIMIT, SHORT_FIRST_LIMIT, SAID_LIMIT, PLAIN_LIMIT = 0.8, 0.7, 0.45, 0.15
"""The cost for each letter up to which a pair is believed: with a bracket round the short form or round the long one,
with words that say so ("also called"), with neither."""

CAPITAL = lazy(r"[A-Z]")
BRACKETS = lazy(r"[()\[\]\0]")
SHORT = lazy(r"[^\W_][\w.\-–/&+'’α-ωΑ-Ω()]*(?: [\w.\-–/&+()]{1,8}){0,2}\Z")
SENTENCE = lazy(r"[a-z0-9)\]”\"]{2}[.?!] +(?=[A-Z0-9(])|[;:] |[\ufffc•]")
ROMAN = lazy(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")
STEM = lazy(r"([A-Za-z]{3,})-?\d{1,2}p?\Z")
PLURAL = lazy(r"(?<=[A-Z0-9)])s\Z")
VOWEL = lazy("[aeiouy]")
LOWER = lazy(r"(?:[ivx]+|e\.g\.?|i\.e\.?|n/?a|etc\.?|min|max|see|or|and)\Z")
NO_PART = lazy(r"(?:non|anti)-|[^ ]*--")


def known_long_forms(short: str) -> tuple[str, ...]:
    """Give the long forms that the inventory has for a short form, the likeliest first."""
    found = entry("abbreviations/inventory", key_of(short))
    return tuple(found[0].split("; ")) if found else ()


@lru_cache(maxsize=4096)
def is_short_form(short: str) -> bool:
    """Tell whether a text could be a short form in a bracket: short, with a letter, and no measure or number."""
    if not 1 < len(short) <= 14 or not SHORT.match(short):
        return len(short) == 1 and short.isupper()
    size = len(letters(short))
    if size > 10 or not any(char.isalpha() for char in short):
        return False
    if short[0].isdigit() and (" " in short or not CAPITAL.search(short)):
        return False
    if CAPITAL.search(short):
        return not ROMAN.match(short)
    return size <= 4 and short not in SMALL and not LOWER.match(short)


def long_before(text: str, first: int, end: int, short: str, limit: float) -> Place | None:
    """Give the long form of `short` that ends at `end` (blanks and a comma apart), or None."""
    if text.endswith((", or ", " or "), first, end):
        end -= 3
    while end > first and text[end - 1] in " ,\"'”’–—-:":
        end -= 1
    if text.endswith(("'s", "’s"), first, end):
        end -= 2
    first, passed = _open_bracket(text, first, end)
    for match in SENTENCE.finditer(text, first, end):
        first = match.end()
    form = _singular(short, text[first:end])
    wanted = len(letters(form))
    known = _known_before(text, first, end, short)
    if known is not None:
        return known, end
    found = [word for word in words(text, first, end) if not any(a <= word[1] < b for a, b in passed)]
    found = [word for word in found if word[0] != "s" or text[word[1] - 1] not in "'’"]
    found = found[-min(wanted + 5, 2 * wanted) :]
    if not found:
        return None
    value, index = best_start(form, [word for word, _, _ in found])
    if value > limit * wanted and form is short and wanted > 3 and PLURAL.search(short):
        form, wanted, limit = short[:-1], wanted - 1, PLAIN_LIMIT  # "activities of daily living (ADLs)"
        value, index = best_start(form, [word for word, _, _ in found])
    if value > limit * wanted and STEM.match(form):
        limit /= 2
        value, index = best_start(STEM.sub(r"\1", form), [word for word, _, _ in found])
        if text[found[index][1] : end].count(" ") == 0:
            return None
    if not CAPITAL.search(short):
        prefix = " " not in text[found[index][1] : end] and found[index][0].startswith(short)
        limit = 0.35 if prefix or not VOWEL.search(short) else 0.1
    if value > limit * wanted:
        return None
    start = _whole_start(text, first, found[index][1])
    return (start, end) if _believable(short, text[start:end]) else None


def fits(short: str, long: str, limit: float) -> bool:
    """Tell whether the whole of `long` can be what `short` stands for."""
    if long.lower() in [known.lower() for known in known_long_forms(short)]:
        return True
    form = _singular(short, long)
    return cost(form, long) <= limit * len(letters(form)) and _believable(short, long)


def _singular(short: str, before: str) -> str:
    """Give a short form without its plural s, where the long form is a plural too."""
    return short[:-1] if PLURAL.search(short) and before[-1:] == "s" else short


def _known_before(text: str, first: int, end: int, short: str) -> int | None:
    """Give where a long form from the inventory starts that ends at `end`."""
    for long in known_long_forms(short):
        lowered = text[max(first, end - len(long) - 1) : end].lower()
        for form in (long.lower(), _plural(long.lower())):
            start = end - len(form)
            if lowered.endswith(form) and (start == first or not text[start - 1].isalnum()):
                return start
    return None


def _plural(long: str) -> str:
    return long[:-1] + "ies" if long.endswith("y") else long + "s"


def _open_bracket(text: str, first: int, end: int) -> tuple[int, list[Place]]:
    """Give where the innermost bracket open at `end` starts (or `first`), and the brackets closed before `end`.

    What stands in a bracket of its own (a respelling, a gloss) is passed over; one inside a word is part of it.
    """
    opened: list[int] = []
    passed: list[Place] = []
    for match in BRACKETS.finditer(text, first, end):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if begin > first and text[begin - 1] == " ":
                passed.append((begin, match.end()))
    return (opened[-1] + 1 if opened else first), passed


def _whole_start(text: str, first: int, start: int) -> int:
    """Take in what hangs on a long form's first word by a hyphen: `2,6-diamino...`, `c-Jun ...`."""
    if text[start - 1 : start] not in ("-", ":"):
        return start
    begin = max(text.rfind(mark, first, start) for mark in " ([/") + 1
    return start if begin < first or NO_PART.match(text, begin) else begin


def _believable(short: str, long: str) -> bool:
    """Tell whether a long form is longer than the short one, not one itself, does not hold it and is whole."""
    if (
        len(long) <= len(short)
        or (long.isupper() and " " not in long and len(long) < len(short) + 3)
        or long.count("(") != long.count(")")
        or long.count("[") != long.count("]")
    ):
        return False
    parts = re.split(r"[\s()\[\],;/]+", long)
    return short not in parts and (parts[-1] not in SMALL or parts[-1] == "s")
