"""From the elements of article XML to blocks and marks."""

from __future__ import annotations

from medlint.lazy import lazy
from medlint.readers import xml_names as names
from medlint.readers.blocks import BlockBuilder
from medlint.readers.html_flow import Flow
from medlint.readers.html_text import pieces
from medlint.readers.xml_fields import XmlFields
from medlint.record import Record

TAG = lazy(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
LINES = lazy(r"(?P<lines>[ \t]*(?:\r\n|\r|\n)\s*)|[ \t]{2,}(?=[-•*][ \t])")
BULLET = lazy(r"([-•*])[ \t]+(?=\S)")


class Element(Record):
    """An open element, and what text inside it is.

    `sort` says what closing it does: `block` ends a block, `inline` a mark, `plain` nothing, `dropped` the silence.
    `item` holds the index of the block that began the list item, once there is one.
    """

    name: str
    sort: str = "block"
    shape: str = "paragraph"
    role: str = "body"
    level: int = 0
    group: int = 0
    depth: int = 0
    sections: int = 0
    marker: str = ""
    item: list[int] | None = None
    flat: bool = False
    fielded: bool = False


class XmlWalk:
    """Takes the events of the parser and builds the document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.build = BlockBuilder(text)
        self.flow = Flow(text, self.build)
        self.fields = XmlFields(text)
        self.stack: list[Element] = [Element("")]
        self.dropped = 0
        self.groups = 0
        self.rows: dict[int, int] = {}
        self.bullets = 0
        self.place = 0

    def begin(self, written: str, attributes: dict[str, str], start: int) -> None:
        """Begin an element whose tag stands at `start`."""
        name = written.rpartition(":")[2].lower()
        match = TAG.match(self.text, start)
        end = match.end() if match else start + 1
        self.fields.begin(name, written, attributes, start, end)
        above = self.stack[-1]
        if self._drops(name, above):
            self.dropped += 1
            if name in names.HOLES and above.sort != "dropped":
                self.flow.hole(start, end, "")
            self.stack.append(Element(name, "dropped", above.shape, above.role))
        elif self._is_inline(name, above):
            self._begin_inline(name, attributes, start, end, above)
        else:
            self._end_block()
            self.stack.append(self._block(name, above))

    def _drops(self, name: str, above: Element) -> bool:
        if self.dropped or name in ("inline-formula", "disp-formula"):
            return True
        return name in names.DROPPED and not (above.role == "reference" and name in names.INSIDE_REFERENCES)

    def _is_inline(self, name: str, above: Element) -> bool:
        if name in names.INLINE:
            return True
        if above.role == "reference" and above.shape == "list-item":
            return name not in names.REFERENCE
        if name in names.UNMARKED:
            return True
        known = name in names.TITLES or name in names.LISTS or name in names.ITEMS or name in ("p", "table", "break")
        return not known and self.flow.has_text and above.shape == "paragraph" and name not in names.SECTIONS

    def _begin_inline(self, name: str, attributes: dict[str, str], start: int, end: int, above: Element) -> None:
        if above.fielded or name == "break":
            self.flow.blank(start, end)
        what = names.INLINE.get(name, "")
        if what:
            target = next(
                (attributes[key] for key in attributes if key.rpartition(":")[2] in ("href", "url", "rid")), ""
            )
            self.flow.push(what, attributes.get("title", "") if what == "abbr" else target, start)
        self.stack.append(above._replace(name=name, sort="inline" if what else "plain"))

    def _block(self, name: str, above: Element) -> Element:
        """Say what text in a block element is."""
        below = above._replace(name=name, sort="block")
        if name in names.TITLES:
            if above.shape == "caption":
                return below
            level = 1 if name in ("article-title", "focus") else max(above.sections, 2)
            return below._replace(shape="heading", level=min(max(level, 1), 6), item=None)
        if name in names.SECTIONS:
            return below._replace(shape="paragraph", sections=max(above.sections, 1) + 1, item=None)
        if name in names.LISTS:
            self.groups += 1
            return below._replace(shape="paragraph", group=self.groups, depth=above.depth + 1)
        if name in names.ITEMS:
            parent = above.item[0] if above.item else -1
            return below._replace(shape="list-item", level=max(above.depth, 1), item=[-1, parent])
        return self._other(name, below)

    def _other(self, name: str, below: Element) -> Element:
        if name in names.REFERENCES:
            self.groups += 1
            return below._replace(role="reference", group=self.groups, sections=max(below.sections, 1) + 1)
        if name in names.REFERENCE:
            fielded = name in names.FIELDED
            return below._replace(role="reference", shape="list-item", level=1, item=[-1, -1], fielded=fielded)
        if name == "table":
            self.groups += 1
            return below._replace(shape="paragraph", group=self.groups, item=None)
        if name in names.ROWS:
            self.rows[below.group] = self.rows.get(below.group, -1) + 1
            return below._replace(level=self.rows[below.group])
        if name in names.CELLS:
            return below._replace(shape="table-cell")
        if name in names.CAPTIONS:
            return below._replace(shape="caption", item=None)
        if name in names.QUOTES:
            return below._replace(role="quote")
        if name in names.CHROME:
            return below._replace(role="chrome")
        if name in names.CODE:
            return below._replace(shape="code", item=None)
        return below._replace(flat=True, shape="paragraph") if name in names.FLAT else below

    def end(self, start: int) -> None:
        """End the element whose end tag (or whose empty tag) stands at `start`."""
        element = self.stack.pop()
        after = self.text.find(">", start) + 1
        self.fields.end(element.name, start)
        if element.sort == "dropped":
            self.dropped -= 1
        elif element.sort == "inline":
            self.flow.pop(after)
        elif element.sort == "block":
            self._end_block(element)
            self.bullets = 0
            if element.shape == "heading" and element.level == 1 and not self.place and self.build.blocks:
                self.place = after

    def text_node(self, start: int, text: str, end: int) -> None:
        """Take the text from source offset `start`."""
        self.fields.text(start, text, end)
        if self.dropped:
            return
        above = self.stack[-1]
        if above.flat:
            self._flat(start, text, end)
        elif above.shape == "code":
            self.flow.code(start, text)
        else:
            self.flow.text(start, text, end)

    def _flat(self, start: int, text: str, end: int) -> None:
        """Take plain text: a line may end a paragraph, and what follows a dash is a list item."""
        for piece in pieces(self.text, start, text, end):
            if piece.text is not None:
                if piece.text == "\n":
                    self._line(piece.start, piece.end)
                else:
                    self.flow.replaced(piece.text, piece.start, piece.end)
                continue
            at = piece.start
            for match in LINES.finditer(self.text, piece.start, piece.end):
                self._flat_words(at, match.start())
                self._line(*match.span(), is_line=bool(match["lines"]))
                at = match.end()
            self._flat_words(at, piece.end)

    def _flat_words(self, start: int, end: int) -> None:
        """Take a stretch of one line, which may begin with a bullet."""
        bullet = BULLET.match(self.text, start, end) if self.flow.at_line_start else None
        if bullet:
            self._end_block()
            if not self.bullets:
                self.groups += 1
                self.bullets = self.groups
            above = self.stack[-1]
            self.stack[-1] = above._replace(
                shape="list-item", level=1, group=self.bullets, marker=bullet[1], item=[-1, -1]
            )
            start = bullet.end()
        if start < end:
            self.flow.literal(start, end)

    def _line(self, start: int, end: int, is_line: bool = True) -> None:
        above = self.stack[-1]
        if above.shape == "list-item" and self.flow.has_text:
            self._end_block()
            if is_line:
                self.stack[-1] = above._replace(shape="paragraph", group=0, marker="", item=None)
        if self.flow.has_text:
            self.flow.line_break(start, end)
            if self.text.count("\n", start, end) > 1 or not is_line:
                self.flow.line_break(end, end)

    def finish(self) -> None:
        """End what is open."""
        self._end_block()
        self.build.close()

    def _end_block(self, element: Element | None = None) -> None:
        element = element or self.stack[-1]
        split = element.flat and element.shape == "paragraph"
        if split and self.flow.has_text:
            self.bullets = 0
        self.flow.write(lambda start: self._open(element, start), lambda chars, linked: self._close(element), split)

    def _open(self, element: Element, start: int) -> None:
        shape, level, group, marker, parent = element.shape, element.level, element.group, element.marker, -1
        if element.item is not None:
            parent = element.item[0]
            if parent >= 0:
                shape = "paragraph"
            else:
                parent = element.item[1]
        if shape in ("paragraph", "caption", "code"):
            level = group = 0
        if shape == "heading":
            group = 0
        self.build.open(shape, start, element.role, level, parent, group, marker if shape == "list-item" else "")

    def _close(self, element: Element) -> None:
        index = self.build.close()
        if index >= 0 and element.item is not None and element.item[0] < 0:
            element.item[0] = index
