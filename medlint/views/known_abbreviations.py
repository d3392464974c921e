"""Known abbreviations: the short forms that the readers of an article are taken to know."""

from __future__ import annotations

from typing import Literal

from medlint.document import Document
from medlint.lexicon import has
from medlint.views.abbreviations import family
from medlint.views.short_forms import key_of

Known = Literal["auto", "us-consumer", "nice", "professional", "strict"]
"""The shipped lists; `auto` goes by the reader's English."""


def is_known(document: Document, key: str, known: str) -> bool:
    """Tell whether the reader is taken to know a short form, by a shipped list or by the house's own."""
    house = {key_of(short) for short in document.surroundings.abbreviations}
    if known == "auto":
        known = "nice" if document.view(is_british) else "us-consumer"
    for each in (key, family(key, house), key.rsplit("-", 1)[0] if "-" in key else key):
        if each in house or has("abbreviations/known/strict", each):
            return True
        if known != "strict" and has(f"abbreviations/known/{known}", each):
            return True
    return False


SPELLED = (
    ("diarrhoea", "diarrhea"), ("paediatr", "pediatr"), ("gynaecol", "gynecol"), ("tumour", "tumor"),
    ("behaviour", "behavior"), ("colour", "color"), ("litre", "liter"), ("fibre", "fiber"), ("centre", "center "),
    ("anaem", "anemi"), ("haemo", "hemo"), ("gonorrhoea", "gonorrhea"), ("labour", "labor"),
    ("the nhs", "medicaid"), ("nhs number", "social security number"), ("nhs trust", "health plan"),
    ("health visitor", "medicare"), ("your gp", "your insurer"), ("a&e", "emergency room"),
)  # fmt: skip
"""Parts of words that British and American readers spell otherwise."""

SPELLINGS = tuple(part for pair in SPELLED for part in pair)


def is_british(document: Document) -> bool:
    """Tell whether an article is for British readers: by its locale, else by how it is spelled."""
    if document.surroundings.locale != "auto":
        return document.surroundings.locale == "en-GB"
    text, held = document.prose.lowered, set(document.prose.vocabulary.held(SPELLINGS))
    counts = {part: text.count(part) for part in held}
    return sum(counts.get(british, 0) - counts.get(american, 0) for british, american in SPELLED) > 0
