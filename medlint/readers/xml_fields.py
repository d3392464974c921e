"""The metadata of article XML: the title, the people and the dates that its elements name."""

from __future__ import annotations

from medlint.document import Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Span

PEOPLE = {"author": "author", "editor": "editor", "reviewer": "reviewer"}
NOT_PUBLISHED = frozenset(["collection", "nihms-submitted", "pmc-release"])
"""Dates of an issue or an archive, not of the article."""

NAME_PARTS = ("prefix", "given-names", "surname", "suffix", "collab", "string-name")
DATE_PARTS = ("year", "month", "day")
TEXTS = frozenset(
    [*NAME_PARTS, *DATE_PARTS, "article-title", "focus", "article-id", "journal-title", "degrees", "role"]
)
ROOT = {"lang": "lang", "article-type": "article-type", "source": "source", "url": "url"}
ATTRIBUTE = lazy(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Part(Record):
    """The text of an element, and its place."""

    text: str
    span: Span


class XmlFields:
    """Watches the elements go by and keeps those that are metadata."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.found: list[Field] = []
        self._path: list[str] = []
        self._reading = ""
        self._parts: list[str] = []
        self._span = Span(0, 0)
        self._record: dict[str, Part] | None = None
        self._whose = ""
        self._key = Span(0, 0)
        self._counts: dict[str, int] = {}

    def begin(self, name: str, written: str, attributes: dict[str, str], start: int, end: int) -> None:
        """An element begins."""
        if not self._path:
            self._root(start, end)
        self._path.append(name)
        key = Span(start + 1, start + 1 + len(written))
        if name == "contrib":
            self._record, self._whose, self._key = {}, PEOPLE.get(attributes.get("contrib-type", "author"), ""), key
        elif name == "pub-date" or (name == "date" and "history" in self._path):
            kind = attributes.get("pub-type", attributes.get("date-type", ""))
            if name == "date":
                kind = f"history.{kind or 'date'}"
            else:
                kind = f"pub-date.{kind}" if kind in NOT_PUBLISHED else "date-published"
            self._record, self._whose, self._key = {}, kind, key
        elif name in TEXTS and not self._reading:
            self._reading, self._parts, self._span = name, [], Span(-1, -1)
            if self._record is None:
                self._key = key

    def _root(self, start: int, end: int) -> None:
        for match in ATTRIBUTE.finditer(self._text, start, end):
            name = ROOT.get(match[1].rpartition(":")[2])
            if name:
                group = match.lastindex or 2
                self.found.append(Field(name, match[group], Span(*match.span(1)), Span(*match.span(group)), "meta"))

    def text(self, start: int, text: str, end: int) -> None:
        """Text goes by."""
        if not self._reading or not text.strip():
            return
        first = start + len(text) - len(text.lstrip())
        last = max(end - (len(text) - len(text.rstrip())), first)
        self._parts.append(text)
        self._span = Span(first if self._span.start < 0 else self._span.start, last)

    def end(self, name: str, at: int) -> None:
        """An element ends."""
        self._path.pop()
        if name == self._reading:
            self._reading = ""
            self._read(name)
        elif name in ("contrib", "pub-date", "date") and self._record is not None:
            self._finish(name)
            self._record = None

    def _read(self, name: str) -> None:
        value = " ".join("".join(self._parts).split())
        if not value:
            return
        if self._record is not None:
            self._record.setdefault(name, Part(value, self._span))
        elif name == "focus" or (name == "article-title" and "title-group" in self._path):
            self.found.append(Field("title", value, self._key, self._span, "meta"))
        elif name in ("journal-title", "article-id") and "ref-list" not in self._path:
            self.found.append(Field(name, value, self._key, self._span, "meta"))

    def _finish(self, name: str) -> None:
        record = self._record or {}
        wanted = NAME_PARTS if name == "contrib" else DATE_PARTS
        parts = [record[part] for part in wanted if part in record]
        if not parts or not self._whose:
            return
        span = Span(min(part.span.start for part in parts), max(part.span.end for part in parts))
        if name == "contrib":
            count = self._counts[self._whose] = self._counts.get(self._whose, -1) + 1
            value = " ".join(part.text for part in parts)
            if "degrees" in record:
                value = f"{value}, {record['degrees'].text}"
            self.found.append(Field(f"{self._whose}[{count}].name", value, self._key, span, "meta"))
        else:
            self.found.append(Field(self._whose, "-".join(map(_digits, parts)), self._key, span, "meta"))


def _digits(part: Part) -> str:
    """Give a part of a date as it stands in an ISO date; a month may be a word."""
    word = part.text[:3].lower()
    if word in MONTHS:
        return f"{MONTHS.index(word) + 1:02}"
    return part.text.zfill(2)
