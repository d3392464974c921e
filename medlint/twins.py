"""The company of words that are taken for each other: what beside or near one means that its twin belongs there.

`dictionaries/spelling/confusable.txt` holds three sorts of lines, their fields divided by tabs and phrases by `|`:

- `@name` and phrases: a class, named `@name` wherever a phrase stands, alone or as one word of it;
- `word meant` and contexts: `before=`, `after=`, `both=` (before > after) and `near=` give the twin away, `unless=`
  speaks for the word as written, and without one of `if=` in the sentence none of them counts; `or` begins anew;
- `one/other` (any number of such pairs, blanks between) and `topics=` (of one > of the other): cues anywhere in the
  sentence. A word is doubted where its twin's cues stand and none of its own, nor any of a third group.

`x*` is any word so begun, `*x` any so ended, `#` a number, `^` and `$` the ends of the sentence, `~` the word itself.
"""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from medlint.lazy import lazy
from medlint.lexicon import all_of

LONGEST = 4
BESIDE = 60
"""In how many characters before or after a word the four next to it are looked for."""

SENTENCE = 300
"""In how many characters before or after a word its sentence is heard."""

NEAREST = 14
"""How many words before or after a word may hold a cue of its twin; its own are heard in all of the sentence."""

TOKEN = lazy(r"[^\W_]+(?:['\u2019][^\W\d_]+)*|[,;:()/\n\0]|[.!?](?=\s|\Z)")
STOPS = frozenset(".!?\n\0")


class Phrases(NamedTuple):
    """Phrases, the beginnings of phrases (written with `*` at the end) and their ends (with `*` in front)."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    ended: tuple[str, ...]

    def hold(self, heard: tuple[str, ...]) -> bool:
        """Tell whether any of some phrases is among these."""
        if not self.whole.isdisjoint(heard):
            return True
        return bool(self.begun and any(phrase.startswith(self.begun) for phrase in heard)) or bool(
            self.ended and any(phrase.endswith(self.ended) and " " not in phrase for phrase in heard)
        )

    def stand_in(self, heard: tuple[str, ...], line: str) -> bool:
        """Tell whether a word of these is among the words, or a phrase of these in the line that they make."""
        return self.hold(heard) or any(" " in phrase and f" {phrase} " in line for phrase in self.whole)


class Company(NamedTuple):
    """One pair: the word that was meant, and what gives that away."""

    write: str
    both: tuple[tuple[Phrases | None, Phrases | None], ...]
    near: Phrases | None
    unless: Phrases | None
    only: Phrases | None
    nexts: Phrases | None
    """The words of which one follows wherever the twin is meant, or None where that is not known."""


class Neighbours:
    """A word's neighbours in its block of the text: those beside it, and all of its sentence where that is asked."""

    def __init__(self, text: str, place: tuple[int, int], block: tuple[int, int]) -> None:
        self._text, (self._start, self._end), self._block = text, place, block

    def mean(self, company: Company) -> bool:
        """Tell whether the twin is meant here."""
        if company.nexts is not None and not company.nexts.hold((self._next,)):
            return False
        beside = any(
            (after is None or after.hold(self._right)) and (before is None or before.hold(self._left))
            for before, after in company.both
        )
        if not beside and (company.near is None or self._is_name or not company.near.stand_in(*self._nearest)):
            return False
        if company.only is not None and not company.only.stand_in(*self._sentence):
            return False
        return company.unless is None or not company.unless.stand_in(*self._sentence)

    @cached_property
    def _next(self) -> str:
        token = TOKEN.search(self._text, self._end, min(self._end + BESIDE, self._block[1]))
        return _after(token[0])[0] if token else "$"

    def _before(self, reach: int) -> list[str]:
        return _before(self._text[max(self._start - reach, self._block[0]) : self._start])

    def _after(self, reach: int) -> list[str]:
        return _after(self._text[self._end : min(self._end + reach, self._block[1])])

    @cached_property
    def _left(self) -> tuple[str, ...]:
        return tuple(accumulate(self._before(BESIDE)[: -LONGEST - 1 : -1], "{1} {0}".format))

    @cached_property
    def _right(self) -> tuple[str, ...]:
        return tuple(accumulate(self._after(BESIDE)[:LONGEST], "{} {}".format))

    @property
    def _is_name(self) -> bool:
        return self._text[self._start].isupper() and self._left[0] != "^"

    @cached_property
    def _around(self) -> tuple[list[str], list[str]]:
        return self._before(SENTENCE), self._after(SENTENCE)

    @cached_property
    def _sentence(self) -> tuple[tuple[str, ...], str]:
        return _line(*self._around)

    @cached_property
    def _nearest(self) -> tuple[tuple[str, ...], str]:
        before, after = self._around
        return _line(before[-NEAREST:], after[:NEAREST])


def _line(before: list[str], after: list[str]) -> tuple[tuple[str, ...], str]:
    return (*before, *after), " ".join(("", *before, "~", *after, ""))


@cache
def twins_of(word: str) -> tuple[Company, ...]:
    """Give the pairs of a word in lower case."""
    return tuple(_company(*entry) for entry in _entries().get(word, ()))


def twins() -> KeysView[str]:
    """Give the words that have pairs, in lower case."""
    return _entries().keys()


@cache
def _entries() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for key, *contexts in all_of("spelling/confusable"):
        for word, write, *said in _directions(key, contexts):
            found.setdefault(word, []).append((write, tuple(said)))
    return found


def _directions(key: str, contexts: list[str]) -> Iterator[tuple[str, ...]]:
    """Give what a line says of each word: the one that was meant instead of it, and the contexts."""
    if key.startswith("@"):
        return
    if "/" not in key:
        word, _, write = key.partition(" ")
        for said in "\t".join(contexts).split("\tor\t"):
            yield word, write, *said.split("\t")
        return
    own, others, *silent = contexts[0].partition("=")[2].split(" > ")
    rest = "".join(f"|{phrases}" for phrases in silent)
    for pair in key.split(" "):
        one, _, other = pair.partition("/")
        yield one, other, f"near={others}", f"unless={own}|{other}*{rest}"
        yield other, one, f"near={own}", f"unless={others}|{one}*{rest}"


def _company(write: str, contexts: tuple[str, ...]) -> Company:
    both: list[tuple[Phrases | None, Phrases | None]] = []
    asked: dict[str, Phrases] = {}
    for context in contexts:
        where, _, phrases = context.partition("=")
        if where == "both":
            left, _, right = phrases.partition(" > ")
            both.append((_phrases(left), _phrases(right)))
        elif where == "before":
            both.append((_phrases(phrases), None))
        elif where == "after":
            both.append((None, _phrases(phrases)))
        else:
            asked[where] = _phrases(phrases)
    near = asked.get("near")
    return Company(write, tuple(both), near, asked.get("unless"), asked.get("if"), None if near else _nexts(both))


def _nexts(both: list[tuple[Phrases | None, Phrases | None]]) -> Phrases | None:
    """Give the words that the phrases after begin with, or None where some context says nothing of what comes after."""
    phrases: list[str] = []
    for _, after in both:
        if after is None or after.ended:
            return None
        phrases += (*after.whole, *(f"{begun}*" for begun in after.begun))
    return _phrases("|".join(sorted({phrase.split(" ")[0] for phrase in phrases})))


@cache
def _phrases(written: str) -> Phrases:
    phrases = [one for phrase in written.split("|") for one in _spelled(phrase)]
    begun = tuple(phrase[:-1] for phrase in phrases if phrase.endswith("*"))
    ended = tuple(phrase[1:] for phrase in phrases if phrase.startswith("*"))
    return Phrases(frozenset(phrase for phrase in phrases if "*" not in phrase), begun, ended)


def _spelled(phrase: str) -> list[str]:
    """Give a phrase with each of the words that a class in it stands for."""
    before, at, rest = phrase.partition("@")
    if not at:
        return [phrase]
    name, blank, after = rest.partition(" ")
    return [f"{before}{word}{blank}{end}" for word in _classes()[name] for end in _spelled(after)]


@cache
def _classes() -> dict[str, list[str]]:
    lines = (entry for entry in all_of("spelling/confusable") if entry[0].startswith("@"))
    return {name[1:]: phrases.split("|") for name, phrases in lines}


def _before(text: str) -> list[str]:
    heard = _heard(text)
    for at in range(len(heard) - 1, -1, -1):
        if heard[at] in STOPS:
            return ["^", *heard[at + 1 :]]
    return ["^", *heard]


def _after(text: str) -> list[str]:
    heard = _heard(text)
    for at, token in enumerate(heard):
        if token in STOPS:
            return [*heard[:at], "$"]
    return [*heard, "$"]


def _heard(text: str) -> list[str]:
    tokens = TOKEN.findall(text.lower().replace("\u2019", "'"))
    return ["#" if token[0].isdigit() else token for token in tokens]
