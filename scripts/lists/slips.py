"""Keeping wrong forms out: the sources hold the slips of those who made them."""

from __future__ import annotations

import os
from collections import Counter

from lists.files import SHIPPED, keys


def deletions(word: str) -> set[str]:
    """Give the word and all forms of it that lack one letter."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def one_apart(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter changed, added, left out, or two neighbours swapped."""
    start = _shared(one, other)
    a, b = one[start:], other[start:]
    end = _shared(a[::-1], b[::-1])
    a, b = a[: len(a) - end], b[: len(b) - end]
    return max(len(a), len(b)) <= 1 or (len(a) == len(b) == 2 and a == b[::-1])


def _shared(one: str, other: str) -> int:
    """Give how many letters two words share at their start."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def doubtful(words: Counter[str], core: set[str]) -> set[str]:
    """Give words that stand in only one name, one letter away from a common word: slips, most of them."""
    near: dict[str, list[str]] = {}
    for word in core:
        if len(word) >= 5:
            for form in deletions(word):
                near.setdefault(form, []).append(word)
    return {
        word
        for word, count in words.items()
        if count == 1
        and word not in core
        and any(one_apart(word, other) for form in deletions(word) for other in near.get(form, ()))
    }


def wrong_forms() -> set[str]:
    """Give the forms that are never accepted: the wrong side of all pairs."""
    lists = sorted(name for name in os.listdir(os.path.join(SHIPPED, "spelling")) if name.startswith("pairs-"))
    return {word.lower() for name in lists for word in keys(f"spelling/{name.removesuffix('.txt')}")}
