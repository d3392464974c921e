"""The affix rules of a hunspell dictionary (`.aff`): which entries of it a word may be made of.

One prefix, one suffix, or one of each are taken off; compounds, and affixes upon affixes, are not understood.
A rule is only tried on words that end (or begin) as it says, so that no form is ever written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from medlint.record import Record

Undone = tuple[str, tuple[str, ...]]
"""What a word may be made of: an entry, and the flags that the entry must bear."""

SPECIAL = {"FORBIDDENWORD", "ONLYINCOMPOUND", "NEEDAFFIX", "PSEUDOROOT"}


class Rule(Record):
    """One way of making forms: entries with the flag lose `strip` and gain what the rule is listed by."""

    flag: str
    strip: str
    condition: str
    crosses: bool


class Affixes:
    """The rules of one `.aff` file."""

    def __init__(self, text: str = "") -> None:
        self.flag_type = "short"
        self.special: dict[str, str] = {}
        self._aliases: list[str] = []
        self._rules: dict[str, dict[str, list[Rule]]] = {"PFX": {}, "SFX": {}}
        self._crossing: set[tuple[str, str]] = set()
        lines = [words for words in map(str.split, text.splitlines()) if len(words) > 1]
        for words in lines:
            if words[0] not in self._rules:
                self._read_setting(*words[:2])
        for words in lines:
            if words[0] in self._rules and len(words) > 3:
                self._read_rule(*words[:5])
        self._longest = {sort: max(map(len, rules), default=0) for sort, rules in self._rules.items()}

    def _read_setting(self, name: str, value: str) -> None:
        if name == "FLAG":
            self.flag_type = value
        elif name == "AF":
            self._aliases.append(value)
        elif name in SPECIAL:
            self.special[name] = value

    def _read_rule(self, sort: str, flag: str, strip: str, add: str, condition: str = "") -> None:
        """Read a rule, or the head of several; a form that is no word without more of it is left out."""
        if strip in ("Y", "N") and not condition:
            if strip == "Y":
                self._crossing.add((sort, flag))
            return
        add, _, more = add.partition("/")
        if not self.bears(more, "ONLYINCOMPOUND", "NEEDAFFIX", "PSEUDOROOT"):
            rule = Rule(flag, strip.removeprefix("0"), condition or ".", (sort, flag) in self._crossing)
            self._rules[sort].setdefault(add.removeprefix("0"), []).append(rule)

    def flags(self, written: str) -> tuple[str, ...]:
        """Split what stands behind the slash of an entry."""
        if self._aliases and written.isdecimal():
            number = int(written)
            written = self._aliases[number] if 0 < number < len(self._aliases) else ""
        if self.flag_type == "num":
            return tuple(written.split(","))
        if self.flag_type == "long":
            return tuple(written[i : i + 2] for i in range(0, len(written), 2))
        return tuple(written)

    def bears(self, written: str, *names: str) -> bool:
        """Tell whether the flags of an entry say any of these things of it, such as FORBIDDENWORD."""
        return bool(written) and any(self.special.get(name) in self.flags(written) for name in names)

    def undone(self, word: str) -> Iterator[Undone]:
        """Yield what a word may be made of."""
        for stem, rule in self._without("SFX", word):
            yield stem, (rule.flag,)
            if rule.crosses:
                for inner, other in self._without("PFX", stem):
                    if other.crosses:
                        yield inner, (rule.flag, other.flag)
        for stem, rule in self._without("PFX", word):
            yield stem, (rule.flag,)

    def _without(self, sort: str, word: str) -> Iterator[tuple[str, Rule]]:
        """Yield what is left of a word without an affix of one sort, and the rule that puts it on."""
        for length in range(min(self._longest[sort], len(word) - 1) + 1):
            cut = len(word) - length
            add, rest = (word[cut:], word[:cut]) if sort == "SFX" else (word[:length], word[length:])
            for rule in self._rules[sort].get(add, ()):
                stem = rest + rule.strip if sort == "SFX" else rule.strip + rest
                if _condition(sort, rule.condition).search(stem):
                    yield stem, rule


@lru_cache(maxsize=1024)
def _condition(sort: str, written: str) -> re.Pattern[str]:
    """Compile a condition; only dots and bracketed sets of letters mean more than themselves in it."""
    parts = re.findall(r"\[\^?[^\]]+\]|.", written)
    made = "".join(
        part
        if part == "."
        else f"[{'^' * (part[1] == '^')}{re.escape(part[1:-1].lstrip('^'))}]"
        if part[1:]
        else re.escape(part)
        for part in parts
    )
    return re.compile(rf"{made}\Z" if sort == "SFX" else rf"\A{made}")
