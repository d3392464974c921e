"""JSON-LD: a scan of JSON that knows where each key and value stands."""

from __future__ import annotations

from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any

from medlint.document import Field
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Span

DEEPEST = 40
MOST_FIELDS = 2000
BLANK = lazy(r"(?:\s|<!--|-->|//\s*(?:<!\[CDATA\[|\]\]>)|/\*.{0,40}?\*/|<!\[CDATA\[|\]\]>)*")
SCALAR = lazy(r"[^\s,\]}{\[\":]+")
PAGES = lazy(
    r"(?:\w*Article|\w*WebPage|\w*Posting|\w*Page|Report|HowTo|Guide|Book|CreativeWork|Question|MedicalGuideline\w*|Quiz|Recipe)$"
)
NOT_PAGES = frozenset(["ContactPage", "CollectionPage", "SearchResultsPage", "ImageGallery"])


class Value(Record):
    """A JSON value with its place: a list of members, a list of items, or the text of a scalar."""

    what: str
    content: Any
    span: Span


class Member(Record):
    """A key and its value."""

    name: str
    key: Span
    value: Value


class _Broken(Exception):
    """The text is no JSON from here on."""


def is_page(type: str) -> bool:
    """Tell whether a schema.org type describes the page or its article, not something on it."""
    return bool(PAGES.match(type)) and type not in NOT_PAGES


def json_ld_fields(text: str, start: int, end: int) -> list[Field]:
    """Give the fields of the JSON-LD in a range of the source; what is broken gives those before the break."""
    scan = _Scan(text, end)
    root = scan.value(start)
    if root is None:
        return []
    return _Fields(root).fields


class _Scan:
    """Reads JSON into values with places, keeping what stands before a mistake."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.at = 0

    def value(self, at: int) -> Value | None:
        self.at = at
        try:
            return self._value(0)
        except _Broken:
            return None

    def _blank(self) -> str:
        """Pass over white space and give the character after it."""
        match = BLANK.match(self.text, self.at, self.end)
        self.at = match.end() if match else self.at
        return self.text[self.at] if self.at < self.end else ""

    def _value(self, depth: int) -> Value:
        first = self._blank()
        if not first or depth > DEEPEST:
            raise _Broken
        if first == "{":
            return self._object(depth)
        if first == "[":
            return self._array(depth)
        if first == '"':
            text, span = self._string()
            return Value("scalar", text, span)
        match = SCALAR.match(self.text, self.at, self.end)
        if match is None:
            raise _Broken
        self.at = match.end()
        return Value("scalar", match[0], Span(*match.span()))

    def _string(self) -> tuple[str, Span]:
        start = self.at + 1
        try:
            text, self.at = scanstring(self.text, start, False)
        except JSONDecodeError:
            raise _Broken from None
        if self.at > self.end:
            raise _Broken
        return text, Span(start, self.at - 1)

    def _object(self, depth: int) -> Value:
        start = self.at
        self.at += 1
        members: list[Member] = []
        try:
            while self._blank() != "}":
                self._member(members, depth)
            self.at += 1
        except _Broken:
            self.at = self.end
        return Value("object", members, Span(start, self.at))

    def _member(self, members: list[Member], depth: int) -> None:
        first = self._blank()
        if first == ",":
            self.at += 1
            return
        if first != '"':
            raise _Broken
        name, key = self._string()
        if self._blank() != ":":
            raise _Broken
        self.at += 1
        members.append(Member(name, key, self._value(depth + 1)))

    def _array(self, depth: int) -> Value:
        start = self.at
        self.at += 1
        items: list[Value] = []
        try:
            while (first := self._blank()) != "]":
                if first == ",":
                    self.at += 1
                else:
                    items.append(self._value(depth + 1))
            self.at += 1
        except _Broken:
            self.at = self.end
        return Value("array", items, Span(start, self.at))


class _Fields:
    """Flattens values to fields; a node that is named elsewhere in the script is read where it is referred to."""

    def __init__(self, root: Value) -> None:
        self.fields: list[Field] = []
        self.known: dict[str, Value] = {}
        nodes = self._nodes(root)
        for node in nodes:
            name = _scalar(node, "@id")
            if name and len(node.content) > 1:
                self.known.setdefault(name, node)
        for node in nodes:
            kind = _scalar(node, "@type")
            self._object(node, "" if not kind or is_page(kind) else f"{kind}.", frozenset())

    def _nodes(self, root: Value) -> list[Value]:
        """Give the objects that stand side by side in the script: the root, the items of a list, those of `@graph`."""
        if root.what == "array":
            return [node for item in root.content for node in self._nodes(item)]
        if root.what != "object":
            return []
        graphs = [member.value for member in root.content if member.name == "@graph"]
        return [root, *(node for graph in graphs for node in self._nodes(graph))]

    def _object(self, node: Value, path: str, inside: frozenset[str]) -> None:
        for member in node.content:
            if member.name != "@graph":
                self._value(member.value, f"{path}{member.name}", member.key, inside)

    def _value(self, value: Value, path: str, key: Span, inside: frozenset[str]) -> None:
        if len(self.fields) >= MOST_FIELDS:
            return
        if value.what == "scalar":
            self.fields.append(Field(path, value.content, key, value.span, "json-ld"))
        elif value.what == "array":
            for index, item in enumerate(value.content):
                self._value(item, f"{path}[{index}]", key, inside)
        else:
            name = _scalar(value, "@id")
            target = self.known.get(name) if name and len(value.content) == 1 else None
            if target is None:
                self._object(value, f"{path}.", inside)
            elif name not in inside and not inside and not _is_page_node(target):
                self._object(target, f"{path}.", inside | {name})


def _is_page_node(node: Value) -> bool:
    return is_page(_scalar(node, "@type"))


def _scalar(node: Value, name: str) -> str:
    """Give the text of a member, the first one's if it is a list; an empty string where there is none."""
    for member in node.content if node.what == "object" else ():
        if member.name == name:
            value = member.value
            if value.what == "array" and value.content:
                value = value.content[0]
            return value.content if value.what == "scalar" else ""
    return ""
