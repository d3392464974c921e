"""The index of words that may be suggested, by how they sound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

NOTES = (
    "Words that may be suggested, by how they sound (see medlint/sounds.py). After the tab: each word as written, =,",
    "how likely it is (0 to 7), and its sort: general, medical, drug, brand, eponym, organism or name.",
    "Built from the lists in dictionaries/words and dictionaries/terms by scripts/build_dictionaries.py.",
)


def ranked(size: int, count: int, codes: int, least: int) -> int:
    """Give how likely a word is to be meant, from 0 to 7: by the powers of ten that it occurs in."""
    by_count = len(str(count + 2000 * codes)) - 1 if count or codes else 0
    by_size = {10: 4, 20: 4, 35: 3, 40: 3, 50: 2, 55: 2, 60: 2, 70: 1}.get(size, 0)
    return min(max(by_count, by_size, least), 7)


class Candidates:
    """Collects the words that may be suggested: how each is written, how likely it is, and of which sort."""

    def __init__(self, sizes: dict[str, int], codes: Counter[str], seen: dict[str, int]) -> None:
        self.sizes = {word.lower(): size for word, size in sizes.items()}
        self.codes = Counter({word.lower(): count for word, count in codes.items()})
        self.seen = seen
        self.found: dict[str, str] = {}

    def add(self, sort: str, words: dict[str, str], least: int = 0) -> None:
        """Add words with the way they are written; what is there already stays."""
        for key, written in words.items():
            if key not in self.found and " " not in key and len(key) > 2:
                rank = ranked(self.sizes.get(key, 99), self.seen.get(key, 0), self.codes[key], least)
                self.found[key] = f"{written}={rank}{sort}"

    def by_sound(self) -> list[str]:
        """Give the lines of the index: a sound, and the words that sound so."""
        from medlint.sounds import sound

        lines: dict[str, list[str]] = {}
        for word, value in self.found.items():
            lines.setdefault(sound(word), []).append(value)
        return [f"{key}\t{' '.join(sorted(values))}" for key, values in lines.items() if key]


def plainly(words: Iterable[str]) -> dict[str, str]:
    """Give words that are written as they are listed."""
    return {word: word for word in words}
