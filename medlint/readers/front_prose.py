"""An article whose text stands in the front matter: `text: |-` and its like, read in place as Markdown."""

from __future__ import annotations

import re

from medlint.document import Field
from medlint.lazy import lazy
from medlint.readers.front_scan import unescaped
from medlint.readers.markdown_masks import Mask
from medlint.span import LINE_END, Span

KEYS = frozenset(
    [
        "text",
        "body",
        "content",
        "contents",
        "html",
        "markdown",
        "md",
        "article",
        "copy",
        "answer",
        "paragraph",
        "paragraphs",
        "main",
        "story",
    ]
)
LEAST = 40
"""Characters of the shortest value that is taken for text rather than data."""

ESCAPE = lazy(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|(?:\r\n|\n|\r)[ \t]*|.)", re.S)


def stretches(text: str, fields: tuple[Field, ...]) -> list[list[Span]]:
    """Give the lines, without their indent, of each value that is the text of an article or of a part of it."""
    return [_lines(text, field.span) for field in fields if _is_text(field)]


def escapes(text: str, fields: tuple[Field, ...]) -> list[Mask]:
    """Give what is spelt otherwise in quoted values of that sort, so that the Markdown parser reads what is meant."""
    masks: list[Mask] = []
    for field in fields:
        quote = text[field.span.start - 1 : field.span.start]
        if not _is_text(field):
            continue
        if quote == "'":
            masks += (Mask(at, at + 1, "nothing") for at in _doubled(text, field.span))
        elif quote == '"':
            masks += (_mask(match) for match in ESCAPE.finditer(text, *field.span))
    return masks


def _is_text(field: Field) -> bool:
    key = re.sub(r"\[\d+\]", "", field.name).rpartition(".")[2].lower()
    return key in KEYS and len(field.value) >= LEAST and " " in field.value


def _lines(text: str, span: Span) -> list[Span]:
    """Part a value into lines; in a block each loses the indent of the first, in quotation marks all of it."""
    before = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    indent = span.start - before if not text[before : span.start].strip(" ") else len(text)
    lines = []
    at = span.start
    while at < span.end:
        end = LINE_END.search(text, at, span.end)
        stop = end.end() if end else span.end
        lines.append(Span(at, stop))
        at = stop
        blanks = 0
        while blanks < indent and at < span.end and text[at] in " \t":
            at, blanks = at + 1, blanks + 1
    return lines


def _doubled(text: str, span: Span) -> list[int]:
    return [match.start() for match in re.compile("''").finditer(text, *span)]


def _mask(match: re.Match[str]) -> Mask:
    """Give the mask of an escape in double quotation marks."""
    start, end = match.span()
    code = match[0][1:]
    if code == "n":
        return Mask(start, end, "break")
    if code[0] in "\r\n":
        return Mask(start, end, "nothing")
    if code[0] in "uUxt":
        return Mask(start, end, "text", unescaped(match[0]))
    return Mask(start, start + 1, "nothing")
