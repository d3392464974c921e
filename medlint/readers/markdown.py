"""Markdown, by way of pyromark, which gives the byte range of every event."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

import pyromark

from medlint.document import Comment, Document, Surroundings
from medlint.readers import front_matter
from medlint.readers.blocks import BlockBuilder
from medlint.source import Source
from medlint.span import Span

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
)
INLINE = {
    "Emphasis": "emphasis",
    "Strong": "emphasis",
    "Link": "link",
    "Superscript": "sup",
    "Subscript": "sub",
}
COMMENT = re.compile(r"<!--(.*?)-->", re.S)


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read Markdown."""
    return _Reading(source).document(surroundings)


class _Offsets:
    """Code point offsets of UTF-8 byte offsets."""

    def __init__(self, text: str) -> None:
        self.bytes: list[int] = []
        self.saved: list[int] = []
        if not text.isascii():
            byte = saved = last = 0
            for match in re.finditer(r"[^\x00-\x7f]+", text):
                byte += match.start() - last + len(match[0].encode())
                saved += len(match[0].encode()) - len(match[0])
                last = match.end()
                self.bytes.append(byte)
                self.saved.append(saved)

    def __call__(self, byte: int) -> int:
        index = bisect_right(self.bytes, byte)
        return byte - self.saved[index - 1] if index else byte


class _Reading:
    """One pass over the events of one document."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.build = BlockBuilder(source.text)
        self.comments: list[Comment] = []
        self.lists: list[int] = []
        self.groups = 0
        self.items: list[int] = []
        self.row = 0
        self.inline: list[tuple[str, int, int, str]] = []
        self.quotes = 0

    def document(self, surroundings: Surroundings) -> Document:
        front = front_matter.read(self.text)
        base = front.body
        self.offset = _Offsets(self.text[base:])
        for event, where in pyromark.events_with_range(self.text[base:], options=OPTIONS):
            start, end = base + self.offset(where["start"]), base + self.offset(where["end"])
            name, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
            self.event(name, value, start, end)
        self.build.close()
        return Document(
            self.source,
            "markdown",
            self.build.prose.build(),
            tuple(self.build.blocks),
            tuple(sorted(self.build.marks, key=lambda mark: mark.start)),
            front.metadata,
            tuple(self.comments),
            front.faults,
            surroundings=surroundings,
        )

    def event(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("Start", "End"):
            tag, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
            handler = getattr(self, f"{name.lower()}_{tag.lower()}", None)
            if handler:
                handler(detail, start, end)
            elif tag in INLINE:
                self.start_inline(tag, detail, start, end) if name == "Start" else self.end_inline()
        elif name == "Text":
            self.literal_or(value, start, end)
        elif name == "Code":
            begin = self.build.prose.length
            ticks = len(self.text[start:end]) - len(self.text[start:end].lstrip("`"))
            self.build.literal(start + ticks, end - ticks)
            self.build.mark("code", begin, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self.build.replaced(" ", start, end)
        elif name in ("Html", "InlineHtml"):
            for match in COMMENT.finditer(self.text, start, end):
                self.comments.append(Comment(match[1], Span(*match.span())))

    def literal_or(self, value: str, start: int, end: int) -> None:
        if self.text[start:end] == value:
            self.build.literal(start, end)
        else:
            self.build.replaced(value, start, end)

    def start_heading(self, detail: Any, start: int, end: int) -> None:
        self.build.open("heading", start, level=int(detail["level"][1:]))

    def end_heading(self, detail: Any, start: int, end: int) -> None:
        self.build.close()

    def start_paragraph(self, detail: Any, start: int, end: int) -> None:
        if not (self.items and self.items[-1] == -2):
            parent = self.items[-1] if self.items else -1
            self.build.open("paragraph", start, "quote" if self.quotes else "body", parent=parent)

    def end_paragraph(self, detail: Any, start: int, end: int) -> None:
        self._close_item()

    def _close_item(self) -> None:
        index = self.build.close()
        if self.items and self.items[-1] == -2:
            self.items[-1] = index

    def start_list(self, detail: Any, start: int, end: int) -> None:
        self._close_item()
        self.groups += 1
        self.lists.append(self.groups)

    def end_list(self, detail: Any, start: int, end: int) -> None:
        self.lists.pop()

    def start_item(self, detail: Any, start: int, end: int) -> None:
        marker = re.match(r"[ \t]*([-*+]|\d+[.)])", self.text[start:end])
        parent = self.items[-1] if self.items else -1
        self.build.open(
            "list-item",
            start,
            "quote" if self.quotes else "body",
            level=len(self.lists),
            parent=parent,
            group=self.lists[-1],
            marker=marker[1] if marker else "",
        )
        self.items.append(-2)

    def end_item(self, detail: Any, start: int, end: int) -> None:
        self._close_item()
        self.items.pop()

    def start_table(self, detail: Any, start: int, end: int) -> None:
        self.groups += 1
        self.row = 0

    def end_tablehead(self, detail: Any, start: int, end: int) -> None:
        self.row += 1

    def end_tablerow(self, detail: Any, start: int, end: int) -> None:
        self.row += 1

    def start_tablecell(self, detail: Any, start: int, end: int) -> None:
        self.build.open("table-cell", start, level=self.row, group=self.groups)

    def end_tablecell(self, detail: Any, start: int, end: int) -> None:
        self.build.close()

    def start_blockquote(self, detail: Any, start: int, end: int) -> None:
        self.quotes += 1

    def end_blockquote(self, detail: Any, start: int, end: int) -> None:
        self.quotes -= 1

    def start_codeblock(self, detail: Any, start: int, end: int) -> None:
        self.build.open("code", start)

    def end_codeblock(self, detail: Any, start: int, end: int) -> None:
        self.build.close()

    def start_inline(self, tag: str, detail: Any, start: int, end: int) -> None:
        target = detail.get("dest_url", "") if isinstance(detail, dict) else ""
        self.inline.append((INLINE[tag], self.build.prose.length, start, target))

    def end_inline(self) -> None:
        what, begin, start, target = self.inline.pop()
        self.build.mark(what, begin, start, start, target)
