"""Front matter in YAML, with the place of every key and value.

A line that breaks the YAML is read as the plain text it was meant to be, and the rest as if nothing had happened:
an unquoted colon in a title should not cost an article its reviewer.
"""

from __future__ import annotations

import re
from typing import Any

from medlint.document import Fault, Field
from medlint.lazy import lazy
from medlint.readers.front_fields import Fields
from medlint.span import LINE_END, Span
from medlint.yamltext import MAX_DEPTH, UNPRINTABLE, YamlError, compose

MAX_SIZE = 512 * 1024
MAX_FIELDS = 20_000
MAX_REPAIRS = 40
ENTRY = lazy(r"[ \t]*(?:-[ \t]+)*(?:[^\s:#-][^:\r\n]*:|-)[ \t]+(?P<value>[^\s#][^\r\n]*?)[ \t]*\Z")
SIMPLE = lazy(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]+(?P<value>[^\r\n]*?)[ \t]*\Z")
QUOTE_IT = "put the whole value in quotation marks"
ADVICE = (
    ("mapping values are not allowed", f"a colon stands inside an unquoted value; {QUOTE_IT}"),
    ("unexpected end of stream", "a quotation mark is opened here and never closed; close it"),
    ("expected ',' or ']'", "a list is opened with [ and not closed; add ] at its end"),
    ("expected ',' or '}'", "a value begins with { and is not closed; close it with } or put it in quotation marks"),
    ("expected ':'", 'a line is neither "key: value" nor part of the value above it; add the colon or indent the line'),
    ("cannot start any token", f"a value or line begins with a character that is reserved in YAML; {QUOTE_IT}"),
    ("undefined alias", f"a value begins with *, which is reserved in YAML; {QUOTE_IT}"),
    ("expected key", f"text follows a closing quotation mark, or the indent is uneven; {QUOTE_IT}"),
    ("expected '-' indicator", "a line does not fit the list it stands in; indent it like its siblings"),
    ("expected node content", f"a value begins with a bracket that closes nothing; {QUOTE_IT}"),
    ("expected <document start>", "two values stand where one belongs; write each as key: value"),
    ("tab character", "a line is indented with a tab; indent it with spaces"),
    ("control characters", "it holds a control character; delete it"),
    ("alphabetic or numeric", f"a value begins with & or *, which is reserved in YAML; {QUOTE_IT}"),
)


def fields(text: str, inside: Span) -> Fields:
    """Read the fields of the YAML between two fences."""
    reading = _Reading(text, inside)
    try:
        node = reading.compose()
        if node is not None:
            reading.walk(node, "", Span(inside.start, inside.start), 0)
    except YamlError as error:
        reading.fault(error)
        reading.scan()
    return Fields(reading.fields, reading.faults)


class _Reading:
    """One block of YAML on its way to fields."""

    def __init__(self, text: str, inside: Span) -> None:
        self.text = text
        self.base = inside.start
        self.yaml = text[slice(*inside)]
        self.fields: list[Field] = []
        self.faults: list[Fault] = []
        self.repaired: dict[int, int] = {}

    def compose(self) -> Any:
        """Give the node tree, of a repaired copy of equal length where the YAML is broken."""
        if UNPRINTABLE.search(self.yaml):
            at = UNPRINTABLE.search(self.yaml)
            assert at
            self.fault(YamlError("control characters are not allowed", offset=at.start()))
            self.yaml = UNPRINTABLE.sub("\ufffd", self.yaml)
        tried: dict[int, int] = {}
        for _ in range(MAX_REPAIRS):
            try:
                return compose(self.yaml, MAX_SIZE)
            except YamlError as error:
                self.fault(error)
                line = self._broken_line(error)
                tried[line.start] = tried.get(line.start, 0) + 1
                if line.start == line.end or tried[line.start] > 2:
                    raise
                self._repair(line, blank=tried[line.start] > 1)
        raise YamlError("it cannot be read")

    def _broken_line(self, error: YamlError) -> Span:
        at = min(_spot(error), len(self.yaml))
        while at and self.yaml[at - 1 : at + 1].isspace() and not self._line(at).strip():
            at -= 1
        start = max(self.yaml.rfind("\n", 0, at), self.yaml.rfind("\r", 0, at)) + 1
        end = LINE_END.search(self.yaml, start)
        return Span(start, end.start() if end else len(self.yaml))

    def _line(self, at: int) -> str:
        start = max(self.yaml.rfind("\n", 0, at), self.yaml.rfind("\r", 0, at)) + 1
        end = LINE_END.search(self.yaml, start)
        return self.yaml[start : end.start() if end else len(self.yaml)]

    def _repair(self, line: Span, *, blank: bool) -> None:
        """Let the value of a line read as one plain word of the same length, or the line as nothing."""
        entry = None if blank else ENTRY.match(self.yaml[slice(*line)])
        if entry:
            start, end = line.start + entry.start("value"), line.start + entry.end("value")
            self.repaired[start] = end
            self.yaml = self.yaml[:start] + "x" * (end - start) + self.yaml[end:]
        else:
            self.yaml = self.yaml[: line.start] + " " * (line.end - line.start) + self.yaml[line.end :]

    def fault(self, error: YamlError) -> None:
        """Note what is wrong, in words that say what to do; only the first thing is reported."""
        if self.faults:
            return
        advice = next((advice for cue, advice in ADVICE if cue in error.message), error.message)
        at = self.base + min(_spot(error), len(self.yaml))
        while at > self.base and (at >= self.base + len(self.yaml) or self.text[at] in "\r\n"):
            at -= 1
        self.faults.append(Fault("front-matter", advice, Span(at, min(at + 1, len(self.text)))))

    def walk(self, node: Any, name: str, key: Span, depth: int) -> None:
        """Add the fields at and below a node."""
        if depth > MAX_DEPTH:
            raise YamlError(f"it is nested deeper than {MAX_DEPTH} levels", offset=node.start_mark.index)
        if len(self.fields) > MAX_FIELDS:
            raise YamlError(f"it holds more than {MAX_FIELDS} values", offset=node.start_mark.index)
        if node.id == "scalar" or not node.value:
            self.add(node, name, key)
        elif node.id == "sequence":
            for i, item in enumerate(node.value):
                self.walk(item, f"{name}[{i}]", key, depth + 1)
        else:
            for part, value in node.value:
                span = self.inner(part)
                called = part.value if part.id == "scalar" else self.text[slice(*span)]
                self.walk(value, f"{name}.{called}" if name else str(called), span, depth + 1)

    def add(self, node: Any, name: str, key: Span) -> None:
        """Add a scalar; an empty list or mapping counts as an empty one."""
        start = node.start_mark.index
        if start in self.repaired:
            span = Span(self.base + start, self.base + self.repaired[start])
            self.fields.append(Field(name, self.text[slice(*span)], key, span, "front-matter"))
        else:
            value = node.value if node.id == "scalar" else ""
            self.fields.append(Field(name, value, key, self.inner(node), "front-matter"))

    def inner(self, node: Any) -> Span:
        """Give the span of what a node says: without quotation marks, block signs and surrounding blanks."""
        start, end = self.base + node.start_mark.index, self.base + node.end_mark.index
        style = getattr(node, "style", None) if node.id == "scalar" else None
        if style in ("'", '"') and end - start >= 2:
            return Span(start + 1, end - 1)
        if style in ("|", ">"):
            sign = LINE_END.search(self.text, start, end)
            start = sign.end() if sign else end
        while end > start and self.text[end - 1] in " \t\r\n":
            end -= 1
        while start < end and self.text[start] in " \t\r\n":
            start += 1
        return Span(start, end)

    def scan(self) -> None:
        """Add what plain `key: value` lines say, where the YAML is past repair."""
        self.fields = []
        at = self.base
        for line in re.split(r"(\r\n|\n|\r)", self.text[self.base : self.base + len(self.yaml)]):
            match = SIMPLE.match(line)
            if match and len(self.fields) < MAX_FIELDS:
                start, end = match.span("value")
                if end - start >= 2 and line[start] == line[end - 1] and line[start] in "'\"":
                    start, end = start + 1, end - 1
                key = Span(at, at + match.end("key"))
                self.fields.append(
                    Field(match["key"], line[start:end], key, Span(at + start, at + end), "front-matter")
                )
            at += len(line)


def _spot(error: YamlError) -> int:
    """Give the offset to point at: for what is never closed or wrong as a whole, where it begins."""
    whole = any(cue in error.message for cue in ("end of stream", "expected ',' or", "alphabetic or numeric"))
    return error.begun if whole and error.begun >= 0 else error.offset
