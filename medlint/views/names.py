"""Whether a few words are the name of a person, or of an organisation, a team, a field."""

from __future__ import annotations

import re

from medlint import lexicon
from medlint.lazy import lazy

NAME_WORD = lazy(r"(?:[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?|(?:[^\W\d_a-z]\.){1,4}[^\W\d_a-z]?\.?|(?:[dDlLO]['’])[^\W\d_]+)\Z")
FIELD_ENDS = (
    "ology",
    "ologist",
    "iatry",
    "iatrics",
    "iatrist",
    "opathy",
    "ologists",
    "edics",
    "aedics",
    "icine",
    "therapist",
)
WORD = lazy(r"[\w’'-]+")
SITE = lazy(r"\b\w+\.(?:com|org|net|gov|edu|co)\b", re.I)
TEAM = lazy(r"\b(?:team|board|staff|committee|panel|council|group|editors|experts)\b", re.I)


def is_organisation(text: str, *, strict: bool = False) -> bool:
    """Tell whether a name is that of an organisation, team or field; `strict` leaves out fields of medicine."""
    for word in WORD.findall(text.lower()):
        if lexicon.has("metadata/organisation-words", word):
            if not (strict and word in ("medicine", "surgery", "care", "health", "medical", "clinical", "nutrition")):
                return True
        elif not strict and word.endswith(FIELD_ENDS):
            return True
    return bool(SITE.search(text))


def is_name(text: str, *, least: int = 2) -> bool:
    """Tell whether a text without title and credentials reads as the name of one person."""
    words = text.replace(",", " ").split()
    if not least <= len(words) <= 6 or is_organisation(text):
        return False
    if _sort(words[0].lower()) == "place" or not NAME_WORD.match(words[-1]):
        return False
    if any(_sort(word.lower().strip(".")) == "role" for word in words):
        return False
    return all(NAME_WORD.match(word) or _sort(word.lower()) == "particle" for word in words)


def _sort(word: str) -> str:
    """Tell how a word tells names apart: as a particle, the beginning of a place, a role, or "" for not at all."""
    entry = lexicon.entry("metadata/name-words", word)
    return entry[0] if entry else ""
