"""Letters after a name: which are a health profession's, which another degree's, which a state's code."""

from __future__ import annotations

import re
from functools import cache

from medlint import lexicon
from medlint.lazy import lazy
from medlint.views.names import is_organisation

REGISTERED = lazy(
    r"\b(?:GMC|GPhC|GDC|NMC|HCPC|AHPRA|NPI|MCI|KMC|PMDC|PMC|CPSO|MCNZ|Reg(?:istration)?)\b[\s.:#]*"
    r"(?:n(?:o|umber)\b[\s.:#]*)?[A-Z]{0,4}-?\d{4,}",
    re.I,
)
REMARK = lazy(r"\s*\((?:[^()]*\d[^()]*|(?:[^()\s]+\s){3,}[^()]*)\)")
"""A remark in brackets that is long or holds a number."""

SPACED = lazy(r"\b(M|Ph|D|B|R)\. (?=[A-Z]\.?(?:\s|$))")
LETTERS = lazy(r"[A-Z]{2,6}(?:-[A-Z]{1,4})?")
ABOUT = lazy(r"[.,*†]|’s$|\([A-Za-z]+\)$")
FELLOWSHIP = lazy(r"F(?:RC|AC|AA|CP|RA)[A-Z][A-Za-z&]{0,5}\Z|MRC[A-Z][A-Za-z]{0,4}\Z")
STATE_CODES = frozenset(
    (
        "MD",
        "MA",
        "PA",
        "DC",
        "ND",
        "MS",
        "MT",
        "DE",
        "CA",
        "GA",
        "SC",
        "NC",
        "NJ",
        "NY",
        "OH",
        "TX",
        "WA",
        "FL",
        "IL",
        "VA",
        "CT",
        "USA",
        "UK",
    )
)


def credentials_of(text: str) -> tuple[str, ...] | None:
    """Read letters after a name, such as "MD FACOG" or "DNB Neurosurgery"; None where the text is no such thing.

    A remark in brackets that is long or holds a number is left out.
    """
    text = REMARK.sub("", text).strip(" *†")
    text = SPACED.sub(r"\1.", text)
    if registered := REGISTERED.fullmatch(text):
        return (registered[0],)
    groups: list[list[str]] = []
    for word in text.split():
        kind = letters_kind(word)
        if kind:
            groups.append([kind, word])
        elif not groups or not _qualifies(word) or len(groups[-1]) > 4:
            return None
        else:
            groups[-1].append(word)
    if not groups or (len(groups[-1]) > 2 and is_organisation(" ".join(groups[-1][2:]).strip("()"), strict=True)):
        return None
    return tuple(" ".join(words).rstrip(",;") for _, *words in groups)


def is_health_credential(letters: str) -> bool:
    """Tell whether letters after a name speak for knowledge of health, as "MBA" does not."""
    return bool(REGISTERED.match(letters)) or letters_kind(letters.split()[0]) in ("clinical", "health")


def looks_like_letters(text: str) -> bool:
    """Tell whether letters that medlint does not know stand among some that it does: "AHN-BC", but no state's code."""
    return bool(LETTERS.fullmatch(text)) and text not in STATE_CODES and not is_organisation(text)


def letters_kind(word: str) -> str:
    """Tell what kind of letters after a name a word is (clinical, health, general), or ""."""
    plain = ABOUT.sub("", word)
    if len(plain) < 2 or not plain[0].isupper() or plain[1:].islower():
        return "health" if plain in ("Dip",) else ""
    entry = lexicon.entry("credentials", plain)
    if entry is None and plain.isupper():
        entry = _any_case().get(plain)
    if entry:
        return entry[0]
    return "clinical" if FELLOWSHIP.match(plain) else ""


def _qualifies(word: str) -> bool:
    """Tell whether a word may say what a degree is in: "Neurosurgery", "(Ortho)", "Internal"."""
    return word[0].isupper() or word[0] == "(" or word in ("of", "in", "&", "and")


@cache
def _any_case() -> dict[str, tuple[str, ...]]:
    """Give the credentials by their capitals, for names set in capitals."""
    return {entry[0].upper(): entry[1:] for entry in reversed(lexicon.all_of("credentials"))}
