"""Reading a short form off its long form: which words its letters stand for, and how plainly they do.

Each letter of the short form is matched to a letter of the words, in order. The plainest reading has a cost of 0:
every letter is the first of a word, and no word is left out but small ones. What is odder costs more.
"""

from __future__ import annotations

from medlint.lazy import lazy

WORD = lazy(r"[^\W_]+")
INF = float("inf")


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set."""
    return frozenset(text.split())


SMALL = word_set(
    """a an and as at by for from in into la le de der des du of on or per s the to via von with without & und"""
)
"""Words that a short form may pass over without a word being said about it."""

GREEK = dict(zip("αβγδεζηθικλμνξπρστφχψωΔΩµ", "abgdezhtiklmnxprstfcpoDOm", strict=True))

NEVER_FIRST = word_set("a an the that this these those by with from and or to of as at per for")
"""Words that no long form starts with."""

HEADS = word_set(
    """cell cells disease diseases disorder disorders factor gene genes imaging infection level levels protein
    proteins receptor receptors scan scans score syndrome syndromes system technique test tests therapy"""
)
"""Words that say what sort of thing a name is for; often there is no letter for them."""

SKIP_SMALL, SKIP_WORD, SKIP_HEAD, SKIP_LAST = 0.05, 1.0, 0.7, 2.0
INNER, BOUNDARY, ADJACENT, LATE = 0.6, 0.25, 0.25, 1.6

BOUNDARIES = lazy(
    r"(?<=[a-z]{2}[oia])(?=[b-df-hj-np-tv-z][a-z]{2})|(?<=hyper|super|inter|trans|ultra|under)|(?<=over|anti|endo|tele)"
)
"""Where a compound may be cut: after the vowel that joins its parts, or after a well-known prefix."""


def letters(short: str) -> str:
    """Give what has to be read off: letters and digits in lower case, Greek letters as Latin ones."""
    if short.isascii() and short.isalnum():
        return short.lower()
    return "".join(GREEK.get(char, char) for char in short if char.isalnum()).lower()


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Give the words of a stretch of text in lower case, each with its place; hyphens and slashes part words."""
    end = len(text) if end is None else end
    return [(match[0].lower(), match.start(), match.end()) for match in WORD.finditer(text, start, end)]


def cost(short: str, long: str) -> float:
    """Tell how oddly a whole long form gives a short form: 0 for plain initials, infinite where it does not."""
    found = words(long)
    if not found:
        return INF
    return reading(letters(short), [word for word, _, _ in found])[0]


def best_start(short: str, before: list[str]) -> tuple[float, int]:
    """Give the lowest cost at which a short form reads off the last of some words, and where these start.

    The cost is infinite where it reads off none of them.
    """
    wanted = letters(short)
    if not wanted:
        return INF, -1
    plain = _initials(wanted, before)
    if plain >= 0:
        return 0.0, plain
    costs = _costs(wanted, before)
    found = [(costs[at], -at) for at, word in enumerate(before) if costs[at] < INF and word not in NEVER_FIRST]
    if not found:
        return INF, -1
    value, at = min(found)
    return value, -at


def forward_end(wanted: str, after: list[str]) -> int:
    """Give the last of the words from the first on whose initials are `wanted`, small words apart; -1 for none."""
    at = -1
    for number, letter in enumerate(wanted):
        at += 1
        while number and at < len(after) and after[at][0] != letter and after[at] in SMALL:
            at += 1
        if at >= len(after) or after[at][0] != letter:
            return -1
    return at


def reading(wanted: str, long: list[str]) -> tuple[float, int]:
    """Give the cost of reading `wanted` off all of `long`, its first letter being the first of the first word."""
    if not wanted or long[0][0] != wanted[0]:
        return INF, -1
    return _costs(wanted, long)[0], 0


def _initials(wanted: str, before: list[str]) -> int:
    """Give where the words start whose initials are `wanted`, small words apart; -1 where there are none."""
    at = len(before)
    for left, letter in zip(range(len(wanted) - 1, -1, -1), reversed(wanted), strict=True):
        at -= 1
        while at >= 0 and at != len(before) - 1 and _is_passed_over(before[at], letter, first=left == 0):
            at -= 1
        if at < 0 or before[at][0] != letter:
            return -1
    return at


def _is_passed_over(word: str, letter: str, *, first: bool) -> bool:
    return (word[0] != letter and word in SMALL) or (first and word in NEVER_FIRST)


def _costs(wanted: str, long: list[str]) -> list[float]:
    """Give for each word the cost of reading all of `wanted` off that word and all that follow."""
    size = len(wanted)
    after = [INF] * size + [0.0]
    found = [INF] * len(long)
    for at in range(len(long) - 1, -1, -1):
        word = long[at]
        skip = SKIP_SMALL if word in SMALL or word.isdigit() else SKIP_WORD
        here = [value + skip for value in after]
        here[size] = after[size] + (SKIP_SMALL if word in SMALL else SKIP_HEAD if word in HEADS else SKIP_LAST)
        first = [INF] * (size + 1)
        for begin in range(size):
            for taken, price in _takes(wanted, begin, word):
                value = after[begin + taken] + price
                if value < here[begin]:
                    here[begin] = value
                if begin == 0 and word[0] == wanted[0] and value < first[0]:
                    first[0] = value
        found[at] = first[0]
        after = here
    return found


def _takes(wanted: str, begin: int, word: str) -> list[tuple[int, float]]:
    """Give how many letters from `begin` on can be read off one word, with the price of each number."""
    at = word.find(wanted[begin])
    if at < 0:
        return []
    price = 0.0 if at == 0 else LATE
    found = [(1, price)]
    if at == 0 and wanted.startswith(word, begin):
        return [(len(word), 0.0), (1, price)]
    cuts: set[int] | None = None
    for taken in range(1, min(len(wanted) - begin, len(word))):
        letter = wanted[begin + taken]
        following = word.find(letter, at + 1)
        if following < 0:
            break
        if cuts is None:
            cuts = {cut.start() for cut in BOUNDARIES.finditer(word)}
        cut = next((each for each in sorted(cuts) if each > at and word.startswith(letter, each)), -1)
        if cut >= 0:
            at, step = cut, BOUNDARY
        elif following == at + 1:
            at, step = following, ADJACENT
        else:
            at, step = following, INNER
        price += step
        found.append((taken + 1, price))
    return found
