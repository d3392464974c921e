"""The events of the Markdown parser, turned into blocks and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pyromark

from medlint.document import Comment
from medlint.lazy import lazy
from medlint.readers.blocks import BlockBuilder
from medlint.readers.markdown_flow import Flow, Piece
from medlint.readers.markdown_html import RawHtml
from medlint.readers.markdown_masks import MASK, Masked
from medlint.readers.markdown_page import Page
from medlint.readers.markdown_tags import Tag
from medlint.span import Span

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
INLINE = {"Emphasis": "emphasis", "Strong": "emphasis", "Link": "link"}
TAGS = (
    *("Paragraph", "Heading", "List", "Item", "BlockQuote", "CodeBlock", "HtmlBlock", "Table", "TableHead", "TableRow"),
    *("TableCell", "Image", "FootnoteDefinition", "DefinitionListTitle", "DefinitionListDefinition"),
)
ADDRESSES = ("Autolink", "Email")
MARKER = lazy(r"[\s>]*([-*+]|\d{1,9}[.)])")
MARKUP = lazy(r"<(?:[A-Za-z/]|!--)")
PENDING = -2
"""Stands for the block of a list item whose text has not come yet."""


def read_pages(
    source: str, hidden: Masked, pages: Sequence[Sequence[Span]], tags: dict[int, Tag] | None = None
) -> tuple[BlockBuilder, list[Comment]]:
    """Read pages, each in stretches of the text, into one flow of blocks; also give the HTML comments in them.

    `tags` are the tags of MDX by where they begin, and None in Markdown, where there are none.
    """
    events = _Events(source, hidden, tags)
    for stretches in pages:
        events.read(stretches)
    return events.build, events.comments


class _Events:
    """Reads pages of Markdown into one flow of blocks."""

    def __init__(self, source: str, hidden: Masked, tags: dict[int, Tag] | None) -> None:
        self.source = source
        self.text = hidden.text
        self.breaks = hidden.breaks
        self.callouts = hidden.callouts
        self.tags = tags or {}
        self.is_mdx = tags is not None
        self.comments: list[Comment] = []
        self.flow = Flow(source, hidden)
        self.build = self.flow.build
        self.html = RawHtml(self.flow, self.comments)
        self.flow.on_tag = self.tag
        self.flow.on_text = self.loose
        self.lists: list[int] = []
        self.items: list[int] = []
        self.quotes: list[int] = []
        self.group = self.row = 0
        self.inline: list[tuple[str, int, str]] = []
        self.images: list[tuple[int, str]] = []
        self.alt: list[Piece] = []
        self.in_code = self.in_markup = False
        self.markup: Span | None = None
        self.starts = {tag: getattr(self, f"start_{tag.lower()}", None) for tag in TAGS}
        self.ends = {tag: getattr(self, f"end_{tag.lower()}", None) for tag in TAGS}

    def read(self, stretches: Sequence[Span]) -> None:
        """Read one page, which is made of stretches of the text."""
        page = Page(self.text, stretches)
        offset = page.offset
        masks = self.flow.masks
        for event, where in pyromark.events_with_range(page.text, options=OPTIONS):
            start = offset(where["start"])
            name: str
            value: Any
            if isinstance(event, str):
                name, value = event, None
            else:
                ((name, value),) = event.items()
            if name == "Text":
                if masks and not self.in_markup:
                    self.flow.catch_up(start)
                self.words(value, start, where["end"], page)
            elif name == "End":
                self.tagged(self.ends, value, start, offset(where["end"]))
            elif name == "Html":
                self.gather(start, start + len(value))
            else:
                if masks:
                    self.flow.catch_up(start)
                if name == "Start":
                    self.tagged(self.starts, value, start, offset(where["end"]))
                else:
                    self.other(name, value, start, offset(where["end"]))
        end = stretches[-1].end if stretches else 0
        self.flow.catch_up(end)
        self.html.end_block(end)

    def tagged(self, handlers: dict[str, Any], value: Any, start: int, end: int) -> None:
        """Hand the start or end of an element to its method."""
        if isinstance(value, str):
            tag, detail = value, None
        else:
            ((tag, detail),) = value.items()
        handler = handlers.get(tag)
        if handler:
            handler(detail, start, end)
        elif tag in INLINE:
            if handlers is self.starts:
                self.begin_inline(detail, start)
            else:
                self.finish_inline(INLINE[tag], start, end)

    def other(self, name: str, value: Any, start: int, end: int) -> None:
        """Take an event that is neither text nor the start or end of an element."""
        if name == "SoftBreak" or name == "HardBreak":
            self.line_break(start, end)
        elif name == "Code":
            self.code(value, start, end)
        elif name == "InlineHtml" and not self.images:
            self.ready(start)
            self.html.chunk(start, end)
        elif name == "FootnoteReference" and not self.images:
            self.build.cite(start, end, value)

    def words(self, value: str, start: int, last: int, page: Page) -> None:
        """Take text."""
        if self.images:
            literal = self.flow.is_literal(value, start, last, page)
            end = start + len(value) if literal else page.offset(last)
            self.flow.skip(end)
            self.alt.append((None if literal and MASK not in value else value.replace(MASK, ""), start, end))
        elif self.in_markup:
            self.gather(start, start + len(value))
        elif self.in_code:
            self.code_text(value, start, page.offset(last))
        elif value.endswith("\n"):
            self.words(value.rstrip("\n"), start, last, page)
            self.build.space(start + len(value.rstrip("\n")), page.offset(last))
        elif not self.flow.hidden:
            if not self.build.is_open:
                self.loose(start)
            self.flow.words(value, start, last, page)

    def loose(self, start: int) -> None:
        """Begin a block for text that stands in no block of its own, such as the rest of a list item."""
        if self.html.stack:
            self.html.open(start)
        else:
            self.flow.open("paragraph", start, parent=self.items[-1] if self.items else -1)

    def ready(self, start: int) -> None:
        """See to it that inline markup has a block to stand in; block markup in a paragraph may have ended it."""
        if not self.build.is_open and self.items and self.items[-1] == PENDING:
            self.loose(start)

    def line_break(self, start: int, end: int) -> None:
        """Take the end of a line, which reads as a space, but ends a title that stands on its line alone."""
        if self.images:
            self.alt.append((" ", start, end))
        elif self.breaks and not self.breaks.isdisjoint(range(start, end)):
            self.end_text(end)
            self.loose(end)
        else:
            self.build.space(start, end)

    def code(self, value: str, start: int, end: int) -> None:
        """Take code within a line: it stays in the text, since a number may be set as code."""
        self.flow.skip(end)
        ticks = end - start - len(self.text[start:end].lstrip("`"))
        begin, stop = start + ticks, end - ticks
        raw = self.text[begin:stop]
        if raw != value and raw[1:-1] == value:
            begin, stop, raw = begin + 1, stop - 1, value
        if self.images:
            self.alt.append((None if raw == value else value, begin, stop))
            return
        if self.flow.hidden:
            return
        if not self.build.is_open:
            self.loose(start)
        inside = self.build.begin(begin)
        if raw == value:
            self.build.literal(begin, stop)
        else:
            self.build.replaced(value.replace(MASK, "").strip() or " ", begin, stop)
        self.build.mark("code", inside, start, end)

    def code_text(self, value: str, start: int, end: int) -> None:
        """Take text of a code block."""
        text = value.rstrip("\r\n")
        self.flow.skip(end)
        if self.text.startswith(text, start):
            self.build.literal(start, start + len(text))
            self.build.space(start + len(text), end)
        else:
            self.build.replaced(text.replace(MASK, ""), start, end)
            self.build.space(end, end)

    def gather(self, start: int, end: int) -> None:
        """Take a piece of raw HTML; pieces with nothing but blanks between them are read as one."""
        if self.markup and not self.text[self.markup.end : start].strip():
            self.markup = Span(self.markup.start, end)
        else:
            self.flush_markup()
            self.markup = Span(start, end)

    def flush_markup(self) -> None:
        """Read the raw HTML that was gathered."""
        if self.markup:
            span, self.markup = self.markup, None
            self.flow.catch_up(span.start)
            self.html.chunk(*span)

    def tag(self, start: int) -> None:
        """Take a tag of MDX, which was hidden from the parser."""
        tag = self.tags[start]
        if self.images:
            return
        if self.text[start] == " ":
            self.end_text(start)
        self.html.component(tag)

    def begin_inline(self, detail: Any, start: int) -> None:
        if not self.images:
            target = detail["dest_url"] if isinstance(detail, dict) else ""
            url = isinstance(detail, dict) and detail["link_type"] in ADDRESSES
            self.inline.append(("url" if url else "", self.build.here, target))

    def finish_inline(self, what: str, start: int, end: int) -> None:
        if not self.images and self.inline:
            url, inside, target = self.inline.pop()
            if url and "@" in target and ":" not in target:
                target = f"mailto:{target}"
            self.build.mark(url or what, inside, start, end, self.unmasked(target, start, end))

    def unmasked(self, target: str, start: int, end: int) -> str:
        """Give an address as it is written, where template code in it was hidden."""
        if MASK not in target:
            return target
        hidden = self.flow.masks_in(start, end)
        parts = re.split(f"{MASK}+", target)
        codes = [self.source[mask.start : mask.end] for mask in hidden[1 - len(parts) :]]
        return "".join(part + code for part, code in zip(parts, [*codes, ""], strict=False))

    def start_image(self, detail: Any, start: int, end: int) -> None:
        if not self.images:
            self.ready(start)
            self.alt = []
        self.images.append((start, detail["dest_url"]))

    def end_image(self, detail: Any, start: int, end: int) -> None:
        begin, target = self.images.pop()
        if not self.images and not self.flow.hidden:
            if not self.build.is_open:
                self.loose(start)
            self.flow.image(begin, end, self.unmasked(target, start, end), self.alt)

    def start_heading(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        self.flow.open("heading", start, level=int(detail["level"][1:]))

    def end_heading(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)

    def start_paragraph(self, detail: Any, start: int, end: int) -> None:
        if not (self.items and self.items[-1] == PENDING and self.build.is_open):
            self.end_text(start)
            self.loose(start)

    def end_paragraph(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)

    def end_text(self, at: int) -> None:
        """End the open block; if it is a list item's first, it is the parent of what else the item holds."""
        self.flow.hidden = ""
        self.inline.clear()
        index = self.html.end_block(at) if self.build.is_open else -1
        if self.items and self.items[-1] == PENDING:
            self.items[-1] = index

    def start_list(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        self.lists.append(self.html.next_group())

    def end_list(self, detail: Any, start: int, end: int) -> None:
        self.lists.pop()

    def start_item(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        marker = MARKER.match(self.text, start)
        parent = self.items[-1] if self.items else -1
        self.flow.open("list-item", start, len(self.lists), parent, self.lists[-1], marker[1] if marker else "")
        self.items.append(PENDING)

    def end_item(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)
        self.items.pop()

    def start_table(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        self.group = self.html.next_group()
        self.row = 0

    def end_tablehead(self, detail: Any, start: int, end: int) -> None:
        self.row += 1

    end_tablerow = end_tablehead

    def start_tablecell(self, detail: Any, start: int, end: int) -> None:
        self.flow.open("table-cell", start, level=self.row, group=self.group)

    def end_tablecell(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)

    def start_blockquote(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        callout = any(at in self.callouts for at in range(start, min(start + 12, end)))
        self.quotes.append(0 if callout else 1)
        self.flow.quotes += self.quotes[-1]

    def end_blockquote(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)
        self.flow.quotes -= self.quotes.pop()

    def start_codeblock(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)
        self.in_markup = detail == "Indented" and bool(MARKUP.match(self.text, start))
        if detail == "Indented" and self.is_mdx:
            self.loose(start)
        elif not self.in_markup:
            self.in_code = True
            self.flow.open("code", start, parent=self.items[-1] if self.items else -1)

    def end_codeblock(self, detail: Any, start: int, end: int) -> None:
        if self.in_markup:
            self.flush_markup()
            self.in_markup = False
        else:
            self.in_code = False
            self.end_text(end)

    def start_htmlblock(self, detail: Any, start: int, end: int) -> None:
        if not (self.items and self.items[-1] == PENDING):
            self.html.end_block(start)

    def end_htmlblock(self, detail: Any, start: int, end: int) -> None:
        self.flush_markup()

    def start_footnotedefinition(self, detail: Any, start: int, end: int) -> None:
        self.end_text(start)

    start_definitionlisttitle = start_definitionlistdefinition = start_footnotedefinition

    def end_definitionlisttitle(self, detail: Any, start: int, end: int) -> None:
        self.end_text(end)

    end_definitionlistdefinition = end_footnotedefinition = end_definitionlisttitle
