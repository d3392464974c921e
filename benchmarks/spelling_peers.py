"""Spelling checkers behind one call: a folder of texts goes in, the flagged places of each text come out."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from spelling_scores import Flag

Flags = list[list[Flag]]
MISSPELT = (
    "medical-misspelling,eponym-misspelling,drug-misspelling,generic-capitalised,confusable-term,wrong-plural,"
    "organism-style,term-hyphenation,article-with-mass-disease,split-joined-term,possible-misspelling,"
    "doubtful-misspelling"
)
HUNSPELL = ["hunspell", "-i", "UTF-8", "-d"]
CHUNK = re.compile(r"[^\n]{1,2000}(?!\S)|\S{1,2000}")
WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")


class Peer(NamedTuple):
    """A checker: its name with its version, its call, and whether it says what to write instead."""

    name: str
    check: Callable[[Path, list[str]], Flags]
    suggests: bool = True


class Places:
    """Turns the lines and columns that checkers report into offsets of the texts."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.flags: Flags = [[] for _ in texts]
        self.last: dict[tuple[int, int, str], int] = defaultdict(int)

    def add(self, file: str, line: int, column: int | None, word: str, suggestions: list[str]) -> None:
        """Add a flag; without a column it is the next time that the line holds the word."""
        index = int(Path(file).stem)
        lines = self.texts[index].split("\n")
        start = lines[line - 1].find(word, self.last[index, line, word]) if column is None else column
        if lines[line - 1][start : start + len(word)] != word:
            start = lines[line - 1].find(word, max(0, start - 8))
        if start < 0:
            raise ValueError(f"{word!r} is not in line {line} of {file}")
        self.last[index, line, word] = start + len(word)
        start += sum(len(each) + 1 for each in lines[: line - 1])
        self.flags[index].append(Flag(start, start + len(word), tuple(suggestions)))


def output(command: list[str], folder: Path, given: str | None = None) -> str:
    """Run a checker in the folder of the texts; most of them exit with 1 or more where they found something."""
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, encoding="utf-8", check=False).stdout


def version(command: list[str]) -> str:
    found = re.findall(r"\d+\.\d[\w.]*", subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return found[-1] if found else ""


def medlint(rules: str) -> Callable[[Path, list[str]], Flags]:
    def check(folder: Path, texts: list[str]) -> Flags:
        command = [sys.executable, "-m", "medlint", "check", "--jobs", "1", "--fail-on", "never", "--format", "jsonl"]
        places = Places(texts)
        for line in output([*command, "--select", rules, "."], folder).splitlines():
            row = json.loads(line)
            places.add(row["path"], row["line"], row["column"] - 1, row["excerpt"], row["suggestions"])
        return places.flags

    return check


def cspell(terms: Path | None) -> Callable[[Path, list[str]], Flags]:
    def check(folder: Path, texts: list[str]) -> Flags:
        settings: dict[str, object] = {
            "language": "en,en-GB",
            "maxNumberOfProblems": 10**6,
            "maxDuplicateProblems": 10**6,
        }
        if terms:
            settings |= {"import": [str(terms / "cspell-ext.json")], "dictionaries": ["medicalterms"]}
        (folder.parent / "cspell.json").write_text(json.dumps(settings), "utf-8")
        command = ["cspell", "lint", "--config", "../cspell.json", "--no-progress", "--show-suggestions", "--no-cache"]
        places = Places(texts)
        for row in json.loads(output([*command, "--reporter", "@cspell/cspell-json-reporter", "."], folder))["issues"]:
            suggestions = [each["word"] for each in row.get("suggestionsEx", ())] or row.get("suggestions", [])
            places.add(row["uri"], row["row"], row["col"] - 1, row["text"], suggestions)
        return places.flags

    return check


def hunspell(dictionaries: str) -> Callable[[Path, list[str]], Flags]:
    def check(folder: Path, texts: list[str]) -> Flags:
        chunks = [(index, each) for index, text in enumerate(texts) for each in CHUNK.finditer(text)]
        given = "".join(f"^{each.group()}\n" for _, each in chunks)
        answers = output([*HUNSPELL, dictionaries, "-a"], folder, given).split("\n", 1)[1].split("\n")
        flags: Flags = [[] for _ in texts]
        waiting = iter(chunks)
        index, chunk = next(waiting)
        for answer in answers:
            if not answer:
                index, chunk = next(waiting, (index, chunk))
            elif answer[0] in "&#":
                head, _, suggestions = answer.partition(": ")
                word, offset = head.split()[1], int(head.split()[-1]) - 1
                start = chunk.start() + offset
                if texts[index][start : start + len(word)] != word:
                    raise ValueError(f"hunspell's {word!r} is not at {start} of text {index}")
                flags[index].append(Flag(start, start + len(word), tuple(filter(None, suggestions.split(", ")))))
        return flags

    return check


def codespell(folder: Path, texts: list[str]) -> Flags:
    places = Places(texts)
    for line in output(["codespell", "."], folder).splitlines():
        file, number, said = line.split(":", 2)
        wrong, right = said.strip().split(" ==> ")
        places.add(file, int(number), None, wrong, right.split(", "))
    return places.flags


def typos(folder: Path, texts: list[str]) -> Flags:
    places = Places(texts)
    for line in output(["typos", "--isolated", "--format", "json", "."], folder).splitlines():
        row = json.loads(line)
        if row["type"] == "typo" and "line_num" in row:
            before = texts[int(Path(row["path"]).stem)].split("\n")[row["line_num"] - 1].encode()[: row["byte_offset"]]
            places.add(row["path"], row["line_num"], len(before.decode()), row["typo"], row["corrections"])
    return places.flags


def pyspellchecker(folder: Path, texts: list[str]) -> Flags:
    """Only say which words are unknown: `correction` takes about half a second a word."""
    from spellchecker import SpellChecker

    checker = SpellChecker()
    words = [[(each, each.group().replace("’", "'")) for each in WORD.finditer(text)] for text in texts]
    unknown = checker.unknown({word for each in words for _, word in each})
    return [[Flag(m.start(), m.end()) for m, word in each if word.lower() in unknown] for each in words]


def installed(missing: list[str]) -> Iterator[Peer]:
    """Give medlint and each peer that is there; the names of the others go into the list."""
    release = metadata.version("medlint")
    yield Peer(f"medlint {release}", medlint(MISSPELT))
    yield Peer(f"medlint {release} with `unknown-word`", medlint(MISSPELT + ",unknown-word"))
    if program := shutil.which("cspell"):
        terms = next(
            (p / "@cspell/dict-medicalterms" for p in Path(program).resolve().parents if p.name == "node_modules"), None
        )
        terms = terms if terms and terms.is_dir() else None
        with_terms = f", medical terms {json.loads((terms / 'package.json').read_text())['version']}" if terms else ""
        yield Peer(f"cspell {version(['cspell', '--version'])}{with_terms}", cspell(terms))
    if shutil.which("hunspell"):
        lists = subprocess.run(
            ["hunspell", "-D"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        both = "en_US,en_med_glut" if "en_med_glut" in lists.stderr else "en_US"
        yield Peer(f"hunspell {version(['hunspell', '-v'])}, {both.replace(',', ' and ')}", hunspell(both))
    for program, call in (("codespell", codespell), ("typos", typos)):
        if shutil.which(program):
            yield Peer(f"{program} {version([program, '--version'])}", call)
    yield Peer(f"pyspellchecker {metadata.version('pyspellchecker')}", pyspellchecker, suggests=False)
    missing += [name for name in ("cspell", "hunspell", "codespell", "typos") if not shutil.which(name)]
