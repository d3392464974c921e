"""The plain sort of YAML that most front matter is, read without the YAML library, which takes longer to start.

Mappings, lists and values that cannot mean anything else, also those that go on in the lines below; at the first
doubt, None is given and the library reads it all. What is given is the same, field for field: a test holds the two
against each other.
"""

from __future__ import annotations

from medlint.document import Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import LINE_END, Span

MAX_LENGTH = 20_000
MAX_DEPTH = 12
ODD = lazy("[^\n\r\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe]")
KEY = lazy(r"([A-Za-z_][A-Za-z0-9_-]{0,80}):(?: +(?=[^ ])| *\Z)")
QUOTED = lazy(r"\"([^\"\\]*)\"|'([^']*)'")
PLAIN_VALUE = r"[A-Za-z0-9/À-ɏ](?:[^:#]|:(?=[^ ])|(?<! )#)*\Z"
PLAIN = lazy(PLAIN_VALUE)
FURTHER = lazy(r"\(?" + PLAIN_VALUE)
ITEM = lazy(r" *(?:\"([^\"\\]*)\"|'([^']*)'|([A-Za-z0-9À-ɏ][^,\[\]{}:#\"'&*!|>%@`\\?]*?)) *(,|\Z)")


class Doubt(Exception):
    """The text may mean more than it seems to."""


class Line(Record):
    """A line that says something: how far it is indented, its text without blanks around it, and where that begins.

    `apart` tells whether a line that says nothing stands before it.
    """

    indent: int
    text: str
    at: int
    apart: bool = False


def fields(text: str, inside: Span) -> list[Field] | None:
    """Give the fields of plain YAML, or None where it is not plain."""
    if inside.end - inside.start > MAX_LENGTH or ODD.search(text, *inside):
        return None
    try:
        lines = _lines(text, inside)
        if not lines or lines[0].indent:
            return None
        reading = _Reading(lines)
        reading.mapping(0, "", 0)
        return reading.fields if reading.at == len(lines) else None
    except Doubt:
        return None


def _lines(text: str, inside: Span) -> list[Line]:
    lines = []
    apart = False
    at = inside.start
    while at < inside.end:
        end = LINE_END.search(text, at, inside.end)
        stop = end.start() if end else inside.end
        line = text[at:stop]
        said = line.strip(" ")
        silent = not said or said[0] == "#"
        if not silent:
            indent = len(line) - len(line.lstrip(" "))
            lines.append(Line(indent, said, at + indent, apart))
        apart = silent
        at = end.end() if end else inside.end
    return lines


class _Reading:
    """Goes down the lines."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.at = 0
        self.fields: list[Field] = []

    def mapping(self, indent: int, name: str, depth: int) -> None:
        """Read the keys at one indent."""
        while self.at < len(self.lines) and self.lines[self.at].indent == indent:
            line = self.lines[self.at]
            match = KEY.match(line.text)
            if not match or depth > MAX_DEPTH:
                raise Doubt
            self.at += 1
            key = Span(line.at, line.at + match.end(1))
            path = f"{name}.{match[1]}" if name else match[1]
            if match.end() < len(line.text):
                self.value(path, key, line.text[match.end() :], line.at + match.end(), indent)
            else:
                self.below(path, key, indent, depth)
        self._no_deeper(indent)

    def below(self, path: str, key: Span, indent: int, depth: int) -> None:
        """Read what stands under a key that has nothing beside it."""
        following = self.lines[self.at] if self.at < len(self.lines) else None
        if following and following.indent >= indent and following.text.startswith("- "):
            self.sequence(following.indent, path, key, depth + 1)
        elif following and following.indent > indent:
            self.mapping(following.indent, path, depth + 1)
        else:
            self.fields.append(Field(path, "", key, Span(key.end + 1, key.end + 1), "front-matter"))

    def sequence(self, indent: int, path: str, key: Span, depth: int) -> None:
        """Read the items at one indent."""
        count = 0
        while self.at < len(self.lines) and self.lines[self.at].indent == indent:
            line = self.lines[self.at]
            if not line.text.startswith("- "):
                return
            rest = line.text[1:].lstrip(" ")
            at = line.at + len(line.text) - len(rest)
            name = f"{path}[{count}]"
            if KEY.match(rest):
                self.lines[self.at] = Line(indent + at - line.at, rest, at)
                self.mapping(indent + at - line.at, name, depth + 1)
            else:
                self.at += 1
                self.value(name, key, rest, at, indent)
            count += 1
        self._no_deeper(indent)

    def value(self, name: str, key: Span, text: str, at: int, indent: int) -> None:
        """Read a value; only a plain one may go on below its line."""
        if PLAIN.match(text):
            text, end = self._further(text, at + len(text), indent)
            self.fields.append(Field(name, text, key, Span(at, end), "front-matter"))
            return
        self._no_deeper(indent)
        quoted = QUOTED.fullmatch(text)
        if quoted:
            self.fields.append(
                Field(name, quoted[1] or quoted[2] or "", key, Span(at + 1, at + len(text) - 1), "front-matter")
            )
        elif text[0] == "[" and text[-1] == "]":
            self.items(name, key, text, at)
        else:
            raise Doubt

    def _further(self, text: str, end: int, indent: int) -> tuple[str, int]:
        """Give a plain value with the lines below that belong to it, and where it ends."""
        while self.at < len(self.lines) and self.lines[self.at].indent > indent:
            line = self.lines[self.at]
            if line.apart or not FURTHER.match(line.text):
                raise Doubt
            text, end = f"{text} {line.text}", line.at + len(line.text)
            self.at += 1
        return text, end

    def items(self, name: str, key: Span, text: str, at: int) -> None:
        """Read a list in brackets."""
        inner = text[1:-1]
        if not inner.strip(" "):
            self.fields.append(Field(name, "", key, Span(at, at + len(text)), "front-matter"))
            return
        done = count = 0
        while True:
            match = ITEM.match(inner, done)
            if not match:
                raise Doubt
            group = next(number for number in (1, 2, 3) if match[number] is not None)
            span = Span(at + 1 + match.start(group), at + 1 + match.end(group))
            self.fields.append(Field(f"{name}[{count}]", match[group], key, span, "front-matter"))
            done, count = match.end(), count + 1
            if match[4] != ",":
                return

    def _no_deeper(self, indent: int) -> None:
        """Doubt a line that is indented under what is complete."""
        if self.at < len(self.lines) and self.lines[self.at].indent > indent:
            raise Doubt
