"""How a word sounds, roughly: a key that most misspellings share with the word that was meant.

Vowels are dropped, silent and doubled letters too; letters that are taken for each other become one. It is made for
medical English: ph and f, y and i, ae and e, rh and r, c and k, sc and s, and a silent p in front.
"""

from __future__ import annotations

from functools import lru_cache

from medlint.lazy import lazy
from medlint.lexicon import unaccented

SILENT_START = lazy(r"(?:p(?=[nst])|[gk](?=n)|w(?=r)|m(?=n))")
SPELLINGS = lazy(r"mp(?=t)|ph?th|ph|ght|gh|[st]ch|ck|[tcs]i(?=o|a)|c(?=[eiy])|x|qu?|dg(?=e)")
SOUNDS = {"phth": "ft", "pth": "ft", "ph": "f", "ght": "t", "gh": "", "sch": "sk", "tch": "k"}
SOUNDS |= {"mp": "m", "ck": "k", "c": "s", "x": "ks", "q": "k", "qu": "k", "dg": "g"}
LETTERS = str.maketrans("ckzj", "kksg", "aeiouyhw'-")
DOUBLED = lazy(r"(.)\1+")
ALPHABET = "*bdfgklmnprstv"
"""The letters of keys; `*` stands for a vowel, and only in front."""

CONSONANTS = ALPHABET[1:]


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Give the key of a word."""
    return DOUBLED.sub(r"\1", _consonants(unaccented(word.lower())))


def _consonants(word: str) -> str:
    word = SILENT_START.sub("", word) if SILENT_START.match(word) else word
    start = "*" if word[:1] in "aeiouyh" else ""
    word = SPELLINGS.sub(lambda match: SOUNDS.get(match[0], "s"), word)
    return start + word.translate(LETTERS)


def other_sounds(word: str) -> set[str]:
    """Give the keys that a word in lower case may have lost with a letter: a consonant that stood between two like ones
    ("surery"), a letter that made a c hard ("cying"),
    or one that made a p silent ("sympots")."""
    hard = word.replace("c", "k")
    apart = _consonants(DOUBLED.sub(r"\1", word))
    return {apart, sound(hard), sound(word.replace("mp", "m"))} - {sound(word)}


def near_sounds(key: str) -> set[str]:
    """Give a key and all keys one change away from it; for a longer one also those with a letter moved or two gone."""
    halves = [(key[:i], key[i:]) for i in range(len(key) + 1)]
    found = {key}
    found.update(left + right[1:] for left, right in halves if right)
    found.update(left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    found.update(left + letter + right[1:] for left, right in halves if left and right for letter in CONSONANTS)
    found.update(letter + key[1:] for letter in ALPHABET)
    found |= longer_sounds(key)
    found.update(left + "ks" + right[gone:] for left, right in halves for gone in (0, 1))
    if len(key) > 4:
        found.update(shorter[:i] + key[j] + shorter[i:] for j, shorter in _without_one(key) for i in range(len(key)))
        found.update(shortest for _, shorter in _without_one(key) for _, shortest in _without_one(shorter))
    return found


def longer_sounds(key: str) -> set[str]:
    """Give the keys with one letter more than a key."""
    return {f"*{key}"}.union(key[:i] + letter + key[i:] for i in range(len(key) + 1) for letter in CONSONANTS)


def _without_one(key: str) -> list[tuple[int, str]]:
    """Give a key without each of its letters, and which is gone."""
    return [(i, key[:i] + key[i + 1 :]) for i in range(len(key))]
