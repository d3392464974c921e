"""One walk over the tree of a page: blocks, marks, comments, and the zones that blocks stand in."""

from __future__ import annotations

import re
from typing import Any

from medlint.document import Comment
from medlint.lazy import lazy
from medlint.readers.blocks import BlockBuilder
from medlint.readers.html_attributes import attribute
from medlint.readers.html_flow import Flow
from medlint.readers.html_metadata import MetadataReader
from medlint.readers.html_names import BLOCKS, DROPPED, HEADINGS, INLINE, is_hidden, zone_kind
from medlint.readers.html_tables import is_data_table
from medlint.readers.html_text import pieces
from medlint.readers.html_zones import Seen, Zone
from medlint.record import Record
from medlint.span import Span

COMMENT = lazy(r"<!--(?:-?>|(.*?)(?:--!?>|\Z))", re.S)
DECLARATION = lazy(r"<[?!][A-Za-z][^>]*>")
METADATA = frozenset(["meta", "script", "title", "html", "link", "time"])
"""Elements that may say something about the page."""

Node = Any
"""A node of the parser's tree."""


class Context(Record):
    """Where the walk is: the shape that text takes here, and what it belongs to.

    `item` holds the index of the block that began the list item, once there is one.
    """

    shape: str = "paragraph"
    level: int = 0
    group: int = 0
    marker: str = ""
    depth: int = 0
    item: list[int] | None = None
    zone: int = -1
    inside: str = ""


class Walk:
    """Walks the tree without recursion: a stack holds nodes still to enter and steps for leaving them."""

    def __init__(self, text: str, metadata: MetadataReader) -> None:
        self.text = text
        self.metadata = metadata
        self.build = BlockBuilder(text)
        self.flow = Flow(text, self.build)
        self.zones: list[Zone] = []
        self.seen: list[Seen] = []
        self.comments: list[Comment] = []
        self.context = Context()
        self.groups = 0
        self.numbers: list[int] = []
        self.rows: dict[int, int] = {}
        self.images: list[tuple[Node, bool]] = []
        self.title_ends: list[tuple[int, int]] = []

    def run(self, root: Node) -> None:
        """Walk the whole tree."""
        stack: list[Any] = [root]
        while stack:
            node = stack.pop()
            if type(node) is tuple:
                node[0](*node[1:])
                continue
            name = node.name
            if name == "#text":
                self._text(node)
            elif name == "#comment":
                self._comment(node)
            else:
                self._enter(node, name, stack)
        self._end_block()
        self.build.close()

    def _text(self, node: Node) -> None:
        offset = node.origin_offset
        if offset is None or not node.data:
            return
        if self.context.shape == "code":
            self.flow.code(offset, node.data)
        elif "<?" in node.data or "<!" in node.data:
            self._stray(offset, node.data)
        else:
            self.flow.text(offset, node.data)

    def _stray(self, offset: int, text: str) -> None:
        """Take text with a declaration in it, which the parser lets stand though browsers do not show it."""
        for piece in pieces(self.text, offset, text):
            if piece.text is not None:
                if not piece.text.startswith(("<?", "<!")):
                    self.flow.replaced(piece.text, piece.start, piece.end)
                continue
            at = piece.start
            for match in DECLARATION.finditer(self.text, piece.start, piece.end):
                self.flow.literal(at, match.start())
                at = match.end()
            self.flow.literal(at, piece.end)

    def _comment(self, node: Node) -> None:
        start = node.origin_offset
        match = COMMENT.match(self.text, start) if start is not None else None
        if match:
            self.comments.append(Comment(match[1] or "", Span(*match.span())))

    def _enter(self, node: Node, name: str, stack: list[Any]) -> None:
        attributes = node.attrs or {}
        if name in METADATA or "itemprop" in attributes or "itemscope" in attributes:
            self.metadata.enter(node, name, attributes, stack)
        if name in DROPPED or node.namespace not in ("html", None):
            if name == "head":
                stack.extend(reversed([child for child in node.children if child.name != "#text"]))
            return
        if name in BLOCKS:
            self._enter_block(node, name, attributes, stack)
        elif name == "br":
            self.flow.line_break(node.origin_offset or 0, _start_tag_end(node))
            return
        elif name == "hr":
            self._end_block()
        elif name == "img":
            self._image(node, attributes)
        elif is_hidden(attributes):
            return
        elif name in INLINE and _start(node) >= 0:
            self._enter_inline(node, name, attributes, stack)
        stack.extend(reversed(node.children or ()))

    def _enter_inline(self, node: Node, name: str, attributes: dict[str, str | None], stack: list[Any]) -> None:
        what, target = INLINE[name], ""
        if what == "link":
            if attributes.get("href") is None:
                return
            target = attributes["href"] or ""
        elif what == "abbr":
            target = attributes.get("title") or ""
        self.flow.push(what, target.strip(), _start(node))
        stack.append((self.flow.pop, _end(node)))

    def _enter_block(self, node: Node, name: str, attributes: dict[str, str | None], stack: list[Any]) -> None:
        self._end_block()
        before = self.context
        stack.append((self._leave_block, before, name, _end(node)))
        kind = zone_kind(name, attributes)
        if name == "blockquote":
            kind = kind or "quote"
        zone = before.zone
        if kind or name in ("div", "ul", "ol", "section", "td", "table", "center"):
            zone = self._zone(kind or "plain", zone)
        self.context = self._context(node, name, attributes, before)._replace(zone=zone)

    def _context(self, node: Node, name: str, attributes: dict[str, str | None], before: Context) -> Context:
        if name in HEADINGS:
            if before.zone >= 0 and name == "h1":
                self.zones[before.zone].titles += 1
            return before._replace(shape="heading", level=HEADINGS[name], item=None)
        if name in ("ul", "ol", "dir", "menu", "dl"):
            self.groups += 1 + (name == "dl")
            self.numbers.append(_number(attributes.get("start")) if name == "ol" else -1)
            return before._replace(shape="paragraph", depth=before.depth + 1, group=self.groups, inside=name)
        if name in ("li", "dt", "dd"):
            return self._item(name, before)
        if name == "table":
            self.groups += 1
            inside = "data" if is_data_table(node) else "layout"
            return before._replace(shape="paragraph", level=-1, group=self.groups, item=None, inside=inside)
        if name == "tr":
            return self._row(before)
        if name in ("td", "th"):
            return before._replace(shape="table-cell", item=None) if before.inside == "data" else before
        if name in ("caption", "figcaption"):
            return before._replace(shape="caption", level=0, item=None)
        if name == "pre":
            return before._replace(shape="code", item=None)
        return before

    def _item(self, name: str, before: Context) -> Context:
        marker = ""
        if self.numbers and name == "li" and self.numbers[-1] >= 0:
            marker = f"{self.numbers[-1]}."
            self.numbers[-1] += 1
        group = before.group - (name == "dt" and before.inside == "dl")
        return before._replace(
            shape="list-item",
            level=max(before.depth, 1),
            depth=max(before.depth, 1),
            group=group,
            marker=marker,
            item=[-1, before.item[0] if before.item else -1],
        )

    def _row(self, before: Context) -> Context:
        """A row; rows count up in the context of their table, which the rows' sections share."""
        self.rows[before.group] = row = self.rows.get(before.group, -1) + 1
        return before._replace(level=row) if before.inside == "data" else before

    def _leave_block(self, before: Context, name: str, end: int) -> None:
        self._end_block()
        if name in ("ul", "ol", "dir", "menu", "dl"):
            self.numbers.pop()
        if name == "h1" and self.build.blocks and self.build.blocks[-1].level == 1 and self.seen[-1].shape == "heading":
            self.title_ends.append((len(self.seen) - 1, end))
        self.context = before

    def _zone(self, kind: str, parent: int) -> int:
        self.zones.append(Zone(kind, parent))
        return len(self.zones) - 1

    def _image(self, node: Node, attributes: dict[str, str | None]) -> None:
        start = _start(node)
        if start >= 0:
            self.flow.hole(start, _start_tag_end(node), attributes.get("src") or "")
            if any(character.isalpha() for character in attributes.get("alt") or ""):
                self.images.append((node, self.flow.links > 0))

    def _end_block(self) -> None:
        """Write what was collected as a block, and the alternative texts of its images after it."""
        if self.flow.has_text:
            self.flow.write(
                self._open, self._done, self.context.shape not in ("heading", "table-cell", "code", "caption")
            )
        else:
            self.flow.write(self._open, self._done)
        if self.images:
            parent = len(self.build.blocks) - 1 if self.seen and self.seen[-1].zone == self.context.zone else -1
            images, self.images = self.images, []
            for node, linked in images:
                self._caption(node, parent, linked)

    def _open(self, start: int) -> None:
        shape, level, group, marker, _, item, _, _ = self.context
        parent = -1
        if item is not None:
            if item[0] >= 0:
                shape, level, group, marker, parent = "paragraph", 0, 0, "", item[0]
            else:
                parent = item[1]
        if shape == "paragraph":
            level = group = 0
        elif shape == "heading" or shape == "code":
            group = 0
        self.build.open(
            shape, start, level=level, group=group, marker=marker if shape == "list-item" else "", parent=parent
        )

    def _done(self, chars: int, linked: int) -> None:
        index = self.build.close()
        if index < 0:
            return
        item = self.context.item
        if item is not None and item[0] < 0:
            item[0] = index
        block = self.build.blocks[index]
        self.seen.append(Seen(self.context.zone, block.shape, chars, linked))

    def _caption(self, node: Node, parent: int, linked: bool) -> None:
        found = attribute(self.text, node, "alt")
        if found is None:
            return
        self.build.open("caption", found.start, parent=parent)
        flow = Flow(self.text, self.build)
        flow.text(found.start, node.attrs["alt"], found.end)
        flow.write(lambda start: None, lambda chars, links: None, split=False)
        if self.build.close() >= 0:
            self.seen.append(Seen(self.context.zone, "alternative", 0, (found.end - found.start) * linked))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 6 else 1


def _start(node: Node) -> int:
    offset: int | None = node.origin_offset
    return -1 if offset is None else offset


def _start_tag_end(node: Node) -> int:
    offset: int | None = node._start_tag_end
    return max(_start(node), 0) if offset is None else offset


def _end(node: Node) -> int:
    offset: int | None = node._end_tag_end
    return -1 if offset is None else offset
