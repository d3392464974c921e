"""The company of words that are taken for each other: what beside or near one means that its twin belongs there.

`dictionaries/spelling/confusable.txt` holds three sorts of lines, their fields divided by tabs and phrases by `|`:

- `@name` and phrases: a class, named `@name` wherever a phrase stands, alone or as one word of it;
- `word meant` and contexts: `before=`, `after=`, `both=` (before > after) and `near=` give the twin away, `unless=`
  speaks for the word as written, and without one of `if=` in the sentence none of them counts; `or` begins anew;
- `one/other` (any number of such pairs, blanks between) and `topics=` (of one > of the other): cues anywhere in the
  sentence. A word is doubted where its twin's cues stand and none of its own, nor any of a third group.

`x*` is any word so begun, `*x` any so ended, `#` a number, `##` a year, `^` and `$` the ends of the sentence, `~` the
word itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate

from medlint.cache import Kept
from medlint.lazy import lazy
from medlint.lexicon import WordList, word_list
from medlint.record import Record

LONGEST = 4
BESIDE = 60
"""In how many characters before or after a word the four next to it are looked for."""

SENTENCE = 300
"""In how many characters before or after a word its sentence is heard."""

NEAREST = 14
"""How many words before or after a word may hold a cue of its twin; its own are heard in all of the sentence."""

BEGINNING = 4
"""How much of a word says well enough whether it may stand in an article."""

TOKEN = lazy(r"[^\W_]+(?:['\u2019][^\W\d_]+)*|[,;:()/\n\0]|[.!?](?=\s|\Z)")
DIGIT = lazy(r"\d")
STOP = lazy(r"[\n\0]|[.!?](?=\s|\Z)")


class Phrases(Record):
    """Phrases, the beginnings of phrases (written with `*` at the end) and their ends (with `*` in front)."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    starred: re.Pattern[str] | None
    """Those of several words with a `*` in them, as an expression that is searched for in a line."""

    def hold(self, heard: tuple[str, ...]) -> bool:
        """Tell whether any of some phrases is among these."""
        if not self.whole.isdisjoint(heard):
            return True
        return bool(self.begun and any(phrase.startswith(self.begun) for phrase in heard)) or bool(
            self.ended and any(phrase.endswith(self.ended) and " " not in phrase for phrase in heard)
        )

    def stand_in(self, heard: tuple[str, ...], line: str) -> bool:
        """Tell whether a word of these is among the words, or a phrase of these in the line that they make."""
        return (
            self.hold(heard)
            or any(" " in phrase and f" {phrase} " in line for phrase in self.whole)
            or (self.starred is not None and bool(self.starred.search(line)))
        )


class Company:
    """What gives away that the twin of a word was meant, and which that is; phrases are read when they are asked."""

    def __init__(self, write: str, contexts: Iterable[str]) -> None:
        self.write = write
        self.both: list[Beside] = []
        self._asked: dict[str, str] = {}
        for context in contexts:
            where, _, phrases = context.partition("=")
            if where in ("both", "before", "after"):
                self.both.append(Beside(where, phrases))
            else:
                self._asked[where] = phrases

    @cached_property
    def near(self) -> Phrases | None:
        """What stands near where the twin is meant."""
        return self._phrases("near")

    @cached_property
    def unless(self) -> Phrases | None:
        """What speaks for the word as written."""
        return self._phrases("unless")

    @cached_property
    def only(self) -> Phrases | None:
        """What must stand in the sentence for anything to count."""
        return self._phrases("if")

    @cached_property
    def nexts(self) -> Phrases | None:
        """The words of which one follows wherever the twin is meant, or None where that is not known."""
        afters = [beside.after for beside in self.both if beside.after and not beside.after.ended]
        if self.near or len(afters) < len(self.both):
            return None
        phrases = [phrase for after in afters for phrase in (*after.whole, *(f"{begun}*" for begun in after.begun))]
        return _phrases("|".join({phrase.split(" ")[0] for phrase in phrases}))

    @cached_property
    def cues(self) -> frozenset[str] | None:
        """Words, or their beginnings, of which the article holds one wherever the twin is meant; None: not known."""
        if self.both or "near" not in self._asked:
            return None
        found = frozenset(map(_cue, _written_out(self._asked["near"])))
        return found if all(word.replace("'", "").isalpha() for word in found) else None

    def _phrases(self, where: str) -> Phrases | None:
        return _phrases(self._asked[where]) if where in self._asked else None


class Beside:
    """What stands right before and right after a word where its twin is meant."""

    def __init__(self, where: str, phrases: str) -> None:
        left, _, right = phrases.partition(" > ") if where == "both" else (phrases, "", phrases)
        self._left, self._right = left if where != "after" else "", right if where != "before" else ""

    @cached_property
    def before(self) -> Phrases | None:
        """What stands before, or None where that is all one."""
        return _phrases(self._left) if self._left else None

    @cached_property
    def after(self) -> Phrases | None:
        """What stands after, or None where that is all one."""
        return _phrases(self._right) if self._right else None


class Vicinity:
    """The words round a word in its block of the text: those beside it, and all of its sentence where that is asked."""

    def __init__(self, text: str, place: tuple[int, int], block: tuple[int, int]) -> None:
        self._text, (self._start, self._end), self._block = text, place, block

    def meant(self, word: str, companies: list[Company]) -> list[str]:
        """Give the twins of a word in lower case that are meant here; what follows is asked for all of them at once."""
        nexts = _nexts(word)
        known = nexts is None or nexts.hold((self._next,))
        return [each.write for each in companies if (known or each.nexts is None) and self._mean(each)]

    def _mean(self, company: Company) -> bool:
        if company.nexts is not None and not company.nexts.hold((self._next,)):
            return False
        beside = any(
            (each.after is None or each.after.hold(self._right))
            and (each.before is None or each.before.hold(self._left))
            for each in company.both
        )
        if not beside and (company.near is None or self._is_name or not company.near.stand_in(*self._nearest)):
            return False
        if company.only is not None and not company.only.stand_in(*self._sentence):
            return False
        return company.unless is None or not company.unless.stand_in(*self._sentence)

    @cached_property
    def _next(self) -> str:
        token = TOKEN.search(self._text, self._end, min(self._end + BESIDE, self._block[1]))
        return "$" if token is None or STOP.match(token[0]) else _counted(token[0].lower().replace("\u2019", "'"))

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


def twins_of(word: str, heard: frozenset[str]) -> list[Company]:
    """Give the pairs of a word in lower case that may be told apart in an article with these words."""
    return [each for each in _companies(word) if each.cues is None or not each.cues.isdisjoint(heard)]


def heard_in(words: Iterable[str]) -> frozenset[str]:
    """Give the words of an article in lower case, and how they begin: where cues are looked for."""
    plain = "\n".join(words).replace("\u2019", "'").split("\n")
    return frozenset(plain).union([word[:BEGINNING] for word in plain])


@cache
def twins() -> frozenset[str]:
    """Give the words that have pairs, in lower case."""
    return frozenset(_places())


@cache
def _places() -> dict[str, list[int]]:
    """Give where the lines of the list begin, by the words that they speak of or by the class that they make."""
    name = _list().name
    if name not in PLACES.held:
        PLACES.add(name, _sorted())
    places: dict[str, list[int]] = PLACES.held[name]
    return places


PLACES = Kept("twins", 4)
"""The places of the lines, kept between runs: an article asks for a few of them, and the list is long."""


def _list() -> WordList:
    return word_list("spelling/confusable")


def _sorted() -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, line in _list().lines():
        key = line[: line.find(b"\t")].decode()
        pairs = key.replace("/", " ").split(" ") if "/" in key else key.split(" ")[:1]
        for word in dict.fromkeys(pairs):
            found.setdefault(word, []).append(at)
    return found


@cache
def _companies(word: str) -> tuple[Company, ...]:
    lines = (_list().line(at).split("\t") for at in _places()[word])
    found = (direction for key, *contexts in lines for direction in _directions(key, contexts))
    return tuple(Company(write, said) for one, write, *said in found if one == word)


@cache
def _nexts(word: str) -> Phrases | None:
    """Give the words of which one follows wherever a twin is meant that is known by them; None where there is one."""
    known = [each.nexts for each in _companies(word) if each.nexts is not None]
    if len(known) < 2:
        return None
    whole = frozenset[str]().union(*(each.whole for each in known))
    return Phrases(whole, tuple({begun for each in known for begun in each.begun}), (), None)


def _directions(key: str, contexts: list[str]) -> Iterator[tuple[str, ...]]:
    """Give what a line says of each word: the one that was meant instead of it, and the contexts."""
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


@cache
def _phrases(written: str) -> Phrases:
    phrases = _written_out(written)
    starred = [phrase for phrase in phrases if "*" in phrase] if "*" in written else []
    begun = tuple(phrase[:-1] for phrase in starred if phrase.endswith("*"))
    ended = tuple(phrase[1:] for phrase in starred if phrase.startswith("*"))
    several = "|".join([re.escape(phrase).replace(r"\*", "[^ ]*") for phrase in starred if " " in phrase])
    whole = frozenset(phrases).difference(starred)
    return Phrases(whole, begun, ended, lazy(f" (?:{several}) ") if several else None)


def _cue(phrase: str) -> str:
    """Give the longest word of a phrase, or the beginning of one that is only begun; "" where there is neither."""
    words = phrase.split(" ")
    begun = [word[:BEGINNING] for word in words if word.endswith("*") and len(word) > BEGINNING]
    return max((*(word for word in words if "*" not in word), *begun), key=len, default="")


def _written_out(written: str) -> list[str]:
    """Give phrases as a list, and each with all the words that a class in it stands for."""
    phrases = written.split("|")
    return [one for phrase in phrases for one in _spelled(phrase)] if "@" in written else phrases


def _spelled(phrase: str) -> list[str]:
    before, at, rest = phrase.partition("@")
    if not at:
        return [phrase]
    name, blank, after = rest.partition(" ")
    return [f"{before}{word}{blank}{end}" for end in _spelled(after) for word in _class(name)]


@cache
def _class(name: str) -> list[str]:
    return _list().line(_places()[f"@{name}"][0]).partition("\t")[2].split("|")


def _before(text: str) -> list[str]:
    start = 0
    for stop in STOP.finditer(text):
        start = stop.end()
    return ["^", *_heard(text[start:])]


def _after(text: str) -> list[str]:
    stop = STOP.search(text)
    return [*_heard(text[: stop.start()] if stop else text), "$"]


def _heard(text: str) -> list[str]:
    tokens = TOKEN.findall(text.lower().replace("\u2019", "'"))
    return [_counted(token) for token in tokens] if DIGIT.search(text) else tokens


def _counted(token: str) -> str:
    if not token[0].isdigit():
        return token
    return "##" if len(token) == 4 and token.isdigit() and "15" <= token[:2] <= "20" else "#"
