"""A scanner of values as JSON and TOML write them, which knows the place of each.

The parsers of the standard library give no positions, and refuse a date that is none, which a rule should say instead.
"""

from __future__ import annotations

import re

from medlint.document import Fault, Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Span

MAX_DEPTH = 60
MAX_FIELDS = 20_000
SHORT = r'"(?P<short>[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*)"'
ESCAPE = lazy(
    r"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}"
    r"|x[0-9a-fA-F]{2}|[ \t]*(?:\r\n|\n|\r)[ \t\r\n]*|.)",
    re.S,
)
QUOTES = "\"'`"
ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}


class Dialect(Record):
    """How a language writes what lies between values, its bare words, keys and strings.

    The groups of `string` are named for how their text is meant; in a `raw` one nothing is escaped.
    """

    blank: re.Pattern[str]
    bare: re.Pattern[str]
    key: re.Pattern[str] | None
    string: re.Pattern[str]
    separator: str
    dotted: bool = False


JSON = Dialect(
    lazy(r"[ \t\r\n]*"),
    lazy(r"[^\s,:\[\]{}\"]+"),
    None,
    lazy(r'"(?P<short>[^"\\]*(?:\\.[^"\\]*)*)"', re.S),
    ":",
)
TOML = Dialect(
    lazy(r"(?:[ \t\r\n]+|#[^\r\n]*)*"),
    lazy(r"\d{4}-\d\d-\d\d[ Tt]\d\d:[\d:.+\-Zz]+|[^\s,\[\]{}#\"'=]+"),
    lazy(r"[^\s.=\[\]{}#\"',]+"),
    lazy(
        r'"""(?P<long>[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*)"""'
        r"|'''(?P<raw_long>[^']*(?:'(?!'')[^']*)*)'''"
        rf"|{SHORT}|'(?P<raw>[^'\r\n]*)'",
        re.S,
    ),
    "=",
    dotted=True,
)
JAVASCRIPT = Dialect(
    lazy(r"(?:\s+|//[^\r\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*\*/)*"),
    lazy(r"[\w.+-]+"),
    lazy(r"[\w$]+"),
    lazy(rf"{SHORT}|'(?P<single>[^'\\\r\n]*(?:\\[^\r\n][^'\\\r\n]*)*)'|`(?P<long>[^`\\$]*(?:\\.[^`\\$]*)*)`", re.S),
    ":",
)


class ScanError(ValueError):
    """What stands at an offset is no value."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class Scanner:
    """Reads values from `at` on and collects every scalar among them as a field."""

    def __init__(self, text: str, at: int, end: int, dialect: Dialect) -> None:
        self.text = text
        self.at = at
        self.end = end
        self.dialect = dialect
        self.fields: list[Field] = []

    def skip(self) -> str:
        """Go past white space and comments and give the character that follows, or "" at the end."""
        blank = self.dialect.blank.match(self.text, self.at, self.end)
        self.at = blank.end() if blank else self.at
        return self.text[self.at] if self.at < self.end else ""

    def fault(self, error: ScanError) -> Fault:
        """Give an error as a fault, over one character."""
        at = min(error.at, self.end - 1)
        while at > 0 and self.text[at] in " \t\r\n":
            at -= 1
        return Fault("front-matter", error.message, Span(max(at, 0), max(at, 0) + 1))

    def value(self, name: str, key: Span, depth: int = 0) -> None:
        """Read one value, whatever it is. Raises ScanError."""
        if depth > MAX_DEPTH:
            raise ScanError(f"it is nested deeper than {MAX_DEPTH} levels", self.at)
        sign = self.skip()
        if sign == "[":
            self._array(name, key, depth)
        elif sign == "{":
            self._table(name, key, depth)
        elif sign and sign in QUOTES:
            value, span = self.string()
            self.add(name, value, key, span)
        else:
            self._bare(name, key)

    def add(self, name: str, value: str, key: Span, span: Span) -> None:
        """Add a field. Raises ScanError where there are more than anyone writes."""
        if len(self.fields) >= MAX_FIELDS:
            raise ScanError(f"it holds more than {MAX_FIELDS} values", span.start)
        self.fields.append(Field(name, value, key, span, "front-matter"))

    def string(self) -> tuple[str, Span]:
        """Read a quoted string and give its value and the span between the quotation marks."""
        match = self.dialect.string.match(self.text, self.at, self.end)
        if not match:
            raise ScanError("a quotation mark is opened here and never closed; close it", self.at)
        self.at = match.end()
        sort = str(match.lastgroup)
        value = match[sort]
        span = Span(*match.span(sort))
        return (unescaped(value) if "raw" not in sort else value), span

    def _array(self, name: str, key: Span, depth: int) -> None:
        start = self.at
        self.at += 1
        count = 0
        while self.skip() != "]":
            self.value(f"{name}[{count}]", key, depth + 1)
            count += 1
            self._comma("]", start)
        self.at += 1
        if not count:
            self.add(name, "", key, Span(start, self.at))

    def _table(self, name: str, key: Span, depth: int) -> None:
        start = self.at
        self.at += 1
        empty = True
        while self.skip() != "}":
            self.entry(name, depth + 1)
            empty = False
            self._comma("}", start)
        self.at += 1
        if empty and name:
            self.add(name, "", key, Span(start, self.at))

    def _comma(self, closing: str, start: int) -> None:
        sign = self.skip()
        if sign == ",":
            self.at += 1
        elif not sign:
            raise ScanError(f"{self.text[start]} is opened here and never closed; add {closing}", start)
        elif sign != closing:
            raise ScanError("a comma is missing before this", self.at)

    def entry(self, prefix: str, depth: int = 0) -> None:
        """Read one `key: value` or `key = value`. Raises ScanError."""
        parts, span = self.key()
        name = ".".join([prefix, *parts] if prefix else parts)
        if self.skip() != self.dialect.separator:
            raise ScanError(f"{self.dialect.separator} is missing after the key", span.start)
        self.at += 1
        self.value(name, span, depth)

    def key(self) -> tuple[list[str], Span]:
        """Read a key, which in TOML may have several parts joined by dots."""
        parts: list[str] = []
        first = last = Span(self.at, self.at)
        while True:
            last = self._key_part(parts)
            first = first if len(parts) > 1 else last
            if not (self.dialect.dotted and self.skip() == "."):
                return parts, Span(first.start, last.end)
            self.at += 1

    def _key_part(self, parts: list[str]) -> Span:
        sign = self.skip()
        if sign and sign in QUOTES:
            value, span = self.string()
            parts.append(value)
            return span
        pattern = self.dialect.key
        match = pattern.match(self.text, self.at, self.end) if pattern else None
        if not match:
            raise ScanError("a key belongs here" + ("" if pattern else ", in double quotation marks"), self.at)
        self.at = match.end()
        parts.append(match[0])
        return Span(*match.span())

    def _bare(self, name: str, key: Span) -> None:
        match = self.dialect.bare.match(self.text, self.at, self.end)
        if not match:
            raise ScanError("a value is missing here", self.at)
        self.at = match.end()
        self.add(name, match[0], key, Span(*match.span()))


def unescaped(value: str) -> str:
    """Give a string with its escapes resolved."""
    return ESCAPE.sub(_meant, value) if "\\" in value else value


def _meant(match: re.Match[str]) -> str:
    """Give what an escape in a TOML string stands for; what stands for nothing stays as written."""
    code = match[1]
    if len(code) == 11:
        return chr(0x10000 + ((int(code[1:5], 16) & 0x3FF) << 10) + (int(code[7:], 16) & 0x3FF))
    if code[0] in "uUx" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if code.isspace() else ESCAPED.get(code, code)
