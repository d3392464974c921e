"""The words of an article by their lower-case form, so that a list of words is looked up in one go."""

from __future__ import annotations

from medlint.document import Document
from medlint.views.words import words


def word_forms(document: Document) -> dict[str, list[str]]:
    """Give the ways in which each word is written, by its lower-case form."""
    found: dict[str, list[str]] = {}
    written = document.view(words)
    for word, lower in zip(written, map(str.lower, written), strict=True):
        if lower in found:
            found[lower].append(word)
        else:
            found[lower] = [word]
    return found
