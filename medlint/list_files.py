"""Files of words that a house keeps or points at: plain lists in the syntax of cspell, and hunspell's `.dic`.

Each line becomes entries of a look-up: the key is the word as written, behind a `~` where capitals make no
difference, or behind a `!` where the word is rejected. The value is what to write instead of a rejected word, or the
flags of a hunspell entry.

    word            accepted              !word              rejected          # a comment
    ~word           in any case           wrong -> right     rejected, and what to write instead
"""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Iterator

from medlint.affixes import Affixes
from medlint.lazy import lazy

MOST = 64_000_000
"""Bytes of a list; nobody keeps a longer one, but a path may lead to something that never ends."""

WORD = lazy(r"[^\W_]+(?:'[^\W\d_]+)*")
MORPHOLOGY = lazy(r"\t| [a-z]{2}:")
Entry = tuple[str, str]


class ListError(ValueError):
    """A list cannot be read; the message says why, and what to do."""


def list_entries(path: str) -> Iterator[Entry]:
    """Yield what a list says, key and value. Raises ListError."""
    if is_hunspell(path):
        rules = affixes(path)
        yield from _hunspell(list_text(path, _encoding(path)), rules)
    else:
        for line in list_text(path).splitlines():
            yield from line_entries(line)


def is_hunspell(path: str) -> bool:
    """Tell whether a list is a hunspell dictionary."""
    return path.removesuffix(".gz").endswith(".dic")


def is_own(name: str) -> bool:
    """Tell whether a list, by its name, is one that the house keeps itself, not a dictionary that it points at."""
    return not (is_hunspell(name) or name.endswith(".gz") or name.startswith("~") or os.path.isabs(name))


def line_entries(line: str) -> Iterator[Entry]:
    """Yield what a line of a plain list says."""
    line = line.split("#", 1)[0].replace("\u2019", "'").replace('"', "").strip()
    if not line or line[0] in ":+" or line[-1] == "+":
        return
    wrong, arrow, right = line.replace("\u2192", "->").partition("->")
    if arrow or line[0] == "!":
        yield from rejected_entries(wrong.lstrip("!"), right.strip())
    elif line[0] == "~":
        yield from (("~" + word.lower(), "") for word, _ in _accepted(line))
    else:
        yield from _accepted(line)


def rejected_entries(wrong: str, right: str) -> Iterator[Entry]:
    """Yield the entry of a rejected word or phrase; cspell has a colon where others have an arrow."""
    if not right:
        wrong, _, right = wrong.partition(":")
    wrong = " ".join(wrong.replace("\u2019", "'").split())
    if WORD.search(wrong):
        yield "!" + wrong, right.strip()


def _accepted(written: str, value: str = "") -> Iterator[Entry]:
    """Yield the entry of a word; of a term of several words, one for each."""
    words = WORD.findall(written)
    if len(words) == 1:
        yield words[0], value
    else:
        yield from ((word, "") for word in words if len(word) > 1)


def _hunspell(text: str, rules: Affixes) -> Iterator[Entry]:
    lines = text.splitlines()
    for line in lines[1:] if lines and lines[0].strip().isdecimal() else lines:
        if not line or line[0].isspace() or line[0] == "#":
            continue
        written, _, flags = MORPHOLOGY.split(line, maxsplit=1)[0].replace("\u2019", "'").partition("/")
        if line[0] == "*" or rules.bears(flags, "FORBIDDENWORD"):
            yield from rejected_entries(written.strip("* "), "")
        elif not rules.bears(flags, "ONLYINCOMPOUND"):
            yield from _accepted(written, flags.strip())


def affix_file(path: str) -> str | None:
    """Give the file with the affix rules of a dictionary: beside it, under its name or that of its language."""
    folder, name = os.path.split(path.removesuffix(".gz"))
    stem = name.removesuffix(".dic")
    names = [f"{stem}.aff", *(["en_US.aff"] if re.match(r"en[_-]", stem) else [])]
    return next((found for each in names if os.path.isfile(found := os.path.join(folder, each))), None)


def affixes(path: str) -> Affixes:
    """Give the affix rules of a list: none, unless it is a hunspell dictionary that has some. Raises ListError."""
    rules = affix_file(path) if is_hunspell(path) else None
    return Affixes(list_text(rules, _encoding(path))) if rules else Affixes()


def _encoding(path: str) -> str:
    """Give the encoding that the affix rules of a dictionary name for both files."""
    rules = affix_file(path)
    found = re.search(rb"^\s*SET\s+([\w-]+)", _bytes(rules), re.M) if rules else None
    name = found[1].decode() if found else "utf-8"
    try:
        "".encode(name)
    except LookupError:
        raise ListError(f'{rules} names an encoding that nobody knows, "{name}"') from None
    return "utf-8-sig" if name.lower() == "utf-8" else name


def list_text(path: str, encoding: str = "utf-8-sig") -> str:
    """Give the text of a list. Raises ListError."""
    data = _bytes(path)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise ListError("it is UTF-16 text; save it as UTF-8")
    if b"\0" in data:
        raise ListError("it is no text but a binary file")
    if data.startswith(b"TrieXv"):
        raise ListError("it is a compiled list of cspell; name the text that it was made from")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ListError(f"its line {line} is not {encoding.upper().removesuffix('-SIG')}; save it as UTF-8") from None


def _bytes(path: str) -> bytes:
    if not os.path.isfile(path):
        raise ListError("it is no plain file")
    try:
        with open(path, "rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else open(path, "rb") as file:
            data: bytes = file.read(MOST + 1)
    except (OSError, EOFError) as error:
        raise ListError(f"it cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > MOST:
        raise ListError(f"it is larger than {MOST:,} bytes")
    return data
