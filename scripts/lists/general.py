"""General English: SCOWL, the lists of cspell, and how often everyday words occur."""

from __future__ import annotations

import gzip
import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator

from lists.sources import COUNTS, CSPELL_GB, CSPELL_US, NAMES, SCOWL, Fetched

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def plain(word: str) -> str:
    """Give a word without possessive ending, with a plain apostrophe, composed."""
    word = unicodedata.normalize("NFC", word.replace("\u2019", "'"))
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def scowl_files(
    fetched: Fetched, most: int, sorts: Iterable[str], spellings: Iterable[str]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the size and the words of the SCOWL lists up to a size."""
    folder = os.path.join(fetched.apt(SCOWL), "usr/share/dict/scowl")
    for name in sorted(os.listdir(folder)):
        spelling, _, rest = name.partition("-")
        sort, _, size = rest.rpartition(".")
        if spelling in spellings and sort in sorts and int(size) <= most:
            with open(os.path.join(folder, name), encoding="latin-1") as file:
                yield int(size), file.read().split("\n")


def scowl(fetched: Fetched) -> dict[str, int]:
    """Give the words of SCOWL up to size 70, American and British, with the smallest size that holds each."""
    sizes: dict[str, int] = {}
    sorts = ("words", "upper", "proper-names", "contractions")
    spellings = ("english", "american", "british", "british_z", "variant_1")
    for size, words in scowl_files(fetched, 70, sorts, spellings):
        for word in map(plain, words):
            if WORD.fullmatch(word):
                sizes[word] = min(size, sizes.get(word, 99))
    return sizes


def cspell(fetched: Fetched) -> tuple[set[str], set[str]]:
    """Give the words of cspell's American and British lists."""
    us, gb = ((CSPELL_US, "en_US.trie.gz"), (CSPELL_GB, "en_GB.trie.gz"))
    return {plain(word) for word in fetched.trie(*us)}, {plain(word) for word in fetched.trie(*gb)}


def people(fetched: Fetched) -> set[str]:
    """Give the names of people."""
    with open(os.path.join(fetched.npm(NAMES), "dict/people-names.txt"), encoding="utf-8") as file:
        return {plain(word) for word in WORD.findall(file.read())}


def counts(fetched: Fetched) -> dict[str, int]:
    """Give how often everyday English words occur."""
    wheel = fetched.wheel(COUNTS)
    name = next(name for name in wheel.namelist() if name.endswith("resources/en.json.gz"))
    data: dict[str, int] = json.loads(gzip.decompress(wheel.read(name)))
    return data
