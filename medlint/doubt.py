"""How likely an unknown word is a slip for a known one, and not a word of its own.

What speaks for a slip is added up, as a logistic regression does. The weights were fitted to words that people misspelt
and to rare right words, both as they stand in health texts, and then set by hand where that told better; names are
given the benefit of the doubt. `benchmarks/spelling.py` shows what comes of them.
"""

from __future__ import annotations

from medlint.formed import begun_with, is_formed
from medlint.lexicon import has
from medlint.neighbours import Neighbour
from medlint.sounds import sound

START = -8.1
COMMON = 1.6
"""For each power of ten by which the known word is commoner."""

LEAST, LONG = 2, 8
"""How common a word counts at least that is one letter off a word of more letters: there is none so near by chance."""

HARD = -1.55
"""For each odd letter, less where the slip is an easy one."""

ONE_LETTER = 0.8
HEARD = 0.9
SAME_START = 1.8
SAME_END = 1.15
MEDICAL = 0.45
LENGTH = 0.47
"""For each letter of the word up to twelve: chance has it that a short word lies near another."""

LONGEST = 12
AGAIN, OFTEN = -1.9, -4.7
"""For a word that stands there twice, or more often: its author means it."""

FORMED, BEGUN = -2.4, -4.4
"""For a word put together from known parts; for one that is a long known word with a prefix."""

LOOKS = {"medicine": 0.0, "caps": -4.8, "title": -6.3, "name": -5.5, "first": -1.75, "joined": -1.65, "word": 0.0}
LONG_NAME = 1.55
"""For a capitalised word of more letters than most names have."""

SURE = 1.7
NEEDED = 4
"""How common a word must be for another to give way that only a list of names has."""


def likelihood(plain: str, near: tuple[Neighbour, ...], look: str, uses: int) -> float:
    """Give how much likelier the word is a slip for one of its neighbours: above 0, likelier than not.

    Nobody puts a whole prefix before a word by accident, so what a word is made of does not count as near.
    """
    plainly = look in ("first", "joined", "word")
    bases = begun_with(plain)
    likely = [_nearness(plain, each) for each in near if each.word not in bases and (plainly or " " not in each.word)]
    known = max(likely, default=float("-inf"))
    own = (
        LENGTH * min(len(plain), LONGEST)
        + LOOKS[look]
        + (BEGUN if any(len(base) > 6 for base in bases) else FORMED * is_formed(plain))
    )
    if len(plain) > LONG and look in ("title", "name"):
        own += LONG_NAME
    if uses > 1:
        own += OFTEN if uses > 2 else AGAIN
    return START + known + own


def is_left_alone(plain: str, look: str, uses: int, *, weak: bool) -> bool:
    """Tell whether an unknown word is not doubted whatever lies near, so that nobody need look there."""
    least = {"title": 7, "name": 5}.get(look, 6 if uses > 2 and look != "caps" else 4)
    return len(plain) < least or (uses > 2 and (weak or look in ("title", "name")))


def doubt_of(plain: str, near: tuple[Neighbour, ...], look: str, uses: int, *, weak: bool) -> float:
    """Give how surely a word is a slip: above 0, it may well be one, above `SURE`, it is one about nine times in ten.

    A weak word is one that only a list of names, brands or substances knows: that is never sure.
    """
    if weak:
        return SURE if _is_slip_for_name(plain, near, look, uses) else 0.0
    if look in ("title", "name") and uses < 3 and _is_heard_as(plain, near, look):
        return 2 * SURE
    return likelihood(plain, near, look, uses)


def _is_heard_as(plain: str, near: tuple[Neighbour, ...], look: str) -> bool:
    """Tell whether a long capitalised word sounds like a term, or like a word that is always capitalised.

    What differs in its last letter may be the name or its Latin form; beside other names, a short one is a name too.
    """
    sorts = "mn" if look == "name" or len(plain) > LONG else "m"
    return len(plain) > 7 and any(
        each.sort in sorts and each.rank > 2 and each.cost < 0.25 * len(plain)
        for each in near
        if (each.word[0].lower(), each.word[-1]) == (plain[0], plain[-1]) and sound(each.word) == sound(plain)
    )


def _is_slip_for_name(plain: str, near: tuple[Neighbour, ...], look: str, uses: int) -> bool:
    """Tell whether a word that only a list of names, brands or substances knows is likelier a slip for a common one."""
    close = max((each.rank for each in near if each.letters == 1), default=-1)
    easiest = min(near, key=lambda each: each.cost - 0.2 * each.rank)
    least = min(close, near[0].rank, easiest.rank)
    if uses > 2 or least < NEEDED + has("words/rare", plain) + (len(plain) == 4):
        return False
    if len(plain) < 5 and near[0].cost > 0.6:
        return False
    return look in ("joined", "word") or near[0].sort == "d" or (look == "first" and near[0].sort == "n")


def _nearness(plain: str, near: Neighbour) -> float:
    word = near.word
    sure = near.letters == 1 and len(plain) > LONG
    return (
        COMMON * (max(near.rank, LEAST) if sure else near.rank)
        + HARD * near.cost
        + ONE_LETTER * (near.letters == 1)
        + HEARD * (sound(word) == sound(plain))
        + SAME_START * (word[0].lower() == plain[0])
        + SAME_END * (word[-1].lower() == plain[-1])
        + MEDICAL * (near.sort == "m")
    )
