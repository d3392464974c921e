"""The forms of a word: as a list holds it, as a sentence or a heading writes it, one and many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from medlint.lazy import lazy

SIBILANT = lazy(r"(?:s|x|z|ch|sh)\Z")


def in_case_of(written: str, word: str) -> str:
    """Give a word with the capitals that the word it replaces has."""
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if written[0].isupper() else word


def plural(word: str) -> str:
    """Give the regular plural of a word, in capitals where it stands in capitals."""
    if word[-1:] in "yY" and word[-2:-1].lower() not in "aeiou":
        made = word[:-1] + "ies"
    else:
        made = word + ("es" if SIBILANT.search(word.lower()) else "s")
    return made.upper() if word.isupper() and len(word) > 1 else made


def counted(number: int, noun: str) -> str:
    """Give a number with its noun, which is one or many: "1 use", "1,200 uses"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """Give the forms in which a list may hold a word, the likeliest first."""
    word = word.replace("\u2019", "'")
    bare = word[:-2] if word[-2:].lower() == "'s" else word.rstrip("'")
    ways = [each for form in (word, bare) for each in as_capitals_hide(form)]
    return tuple(dict.fromkeys((*ways, *(each for way in ways for each in _singulars(way)))))


def as_capitals_hide(word: str) -> tuple[str, ...]:
    """Give a word as it stands, and as it may be written where no sentence or heading starts with it."""
    if word.isupper() and len(word) > 1:
        return word, word.lower(), word.capitalize()
    return (word, word.lower()) if word[:1].isupper() and word[1:].islower() else (word,)


def _singulars(word: str) -> Iterator[str]:
    if len(word) > 3 and word.endswith("s"):
        yield word[:-1]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        elif word.endswith("es") and SIBILANT.search(word[:-2]):
            yield word[:-2]
