"""Words put together from known words: with a prefix, an ending, or two of them joined."""

from __future__ import annotations

from functools import cache, lru_cache

from medlint.lazy import lazy
from medlint.lexicon import all_of, has, unaccented

BASES = ("words/english", "words/medical", "terms/medical")

SHARED = 2
"""How many known words a stem must have, besides the one in question."""


@lru_cache(maxsize=8192)
def is_formed(plain: str) -> bool:
    """Tell whether a word in lower case is made of a known word and a prefix or an ending, or of two known words."""
    plain = unaccented(plain)
    prefixes, endings = _affixes()
    if _is_ended(plain, endings):
        return True
    rests = [plain[len(prefix) :] for prefix in prefixes if plain.startswith(prefix)]
    if any(_is_base(rest) or _is_ended(rest, endings) for rest in rests):
        return True
    if any(_is_base(plain[:cut]) and _is_base(plain[cut:]) for cut in range(4, len(plain) - 3)):
        return True
    return any(
        _is_stem(plain[: -len(ending)], plain)
        for ending in _suffixes()
        if len(ending) >= TELLING and plain.endswith(ending)
    )


def begun_with(word: str) -> tuple[str, ...]:
    """Give the known words that a word in lower case is made of with a prefix before them."""
    prefixes, _ = _affixes()
    rests = (word[len(prefix) :] for prefix in prefixes if word.startswith(prefix))
    return tuple(rest for rest in rests if _is_base(rest))


def _is_ended(word: str, endings: tuple[tuple[str, str], ...]) -> bool:
    """Tell whether a word is a known one with an ending, joined as English spells it."""
    for ending, stem in endings:
        if word.endswith(ending):
            base = word[: -len(ending)] + stem
            if _is_base(base) and (stem or not JOINED_OTHERWISE.search(f"{base}+{ending}")):
                return True
    return False


JOINED_OTHERWISE = lazy(r"(?:e\+[aeio]|(?:[sxz]|[cs]h|[^aeiou]y|men|children|people)\+s\Z)")
"""What English does not write when it adds an ending: takeing, studys, childrens."""


VARYING = lazy(r"is(?=(?:e[drs]?|ers|ing|ations?|able)\Z)|our|ll(?=(?:ed|ing|ers?)\Z)|tre(?=(?:s|d)?\Z)|ogue")
ELSEWHERE = {"is": "iz", "our": "or", "ll": "l", "tre": "ter", "ogue": "og"}
"""What British English writes, and what American English does."""


def are_varieties(one: str, other: str) -> bool:
    """Tell whether two words are one in two sorts of English: tumorlike and tumourlike."""
    return _american(one) == _american(other)


def _american(word: str) -> str:
    return VARYING.sub(lambda match: ELSEWHERE[match[0]], word)


TELLING = 4
"""So long is an ending that no word has by chance."""


def _is_stem(stem: str, word: str) -> bool:
    """Tell whether other medical words than this one begin with the same stem and go on with an ending."""
    if len(stem) < 3:
        return False
    known = (stem + ending for ending in _suffixes() if stem + ending != word)
    return sum(any(has(name, form) for name in BASES) for form in known) >= SHARED


def _is_base(word: str) -> bool:
    """Tell whether a word is one that others are made of."""
    return len(word) > 3 and any(has(name, word) for name in BASES)


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Give the prefixes, and the endings with what each may stand for."""
    entries = all_of("words/affixes")
    prefixes = tuple(affix[:-1] for affix, *_ in entries if affix.endswith("-"))
    endings = tuple((affix[1:], stem.strip(".")) for affix, *stems in entries if affix[0] == "-" for stem in stems)
    return prefixes, endings


@cache
def _suffixes() -> tuple[str, ...]:
    """Give the endings that medicine makes words with."""
    return tuple(ending for ending, *_ in all_of("words/suffixes"))
