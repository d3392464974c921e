"""Raw HTML inside Markdown, and the tags of MDX: a stream of tags and text becomes blocks.

Nothing here needs the HTML to be well-formed, and no tree is built: Markdown may stand between any two tags.
"""

from __future__ import annotations

from medlint.document import Comment
from medlint.readers.markdown_flow import Flow, entities
from medlint.readers.markdown_tags import (
    BLOCKS,
    CONTAINERS,
    HEADINGS,
    HIDDEN,
    INLINE,
    TARGETS,
    Tag,
    parse_tag,
)
from medlint.record import Record
from medlint.span import Span


class Container(Record):
    """An open element that says what its text is; `group` is its list's or table's number,
    `number` its row."""

    name: str
    group: int = 0
    number: int = 0


class RawHtml:
    """Takes tags and text in source order and keeps track of what is open."""

    def __init__(self, flow: Flow, comments: list[Comment]) -> None:
        self.flow = flow
        self.comments = comments
        self.stack: list[Container] = []
        self.counts: dict[str, int] = {}
        self.items: list[int] = []
        self.groups = 0
        self.row = 0
        self.count = 0
        self.inline: list[tuple[str, int, int, str]] = []
        self.breaks = 0

    def next_group(self) -> int:
        """Give the number of a new list or table; those of Markdown share the count."""
        self.groups += 1
        return self.groups

    def chunk(self, start: int, end: int) -> None:
        """Read a stretch of HTML."""
        text = self.flow.text
        at = start
        while at < end:
            sign = text.find("<", at, end)
            if sign < 0:
                sign = end
            if sign > at:
                self.text(at, sign)
            if sign == end:
                return
            at = self.markup(sign, end)
            self.flow.skip(at)

    def markup(self, at: int, end: int) -> int:
        """Read what begins with `<` at `at`, and give the offset after it."""
        text = self.flow.text
        if text.startswith("<!--", at):
            close = text.find("-->", at + 4, end)
            stop = close if close >= 0 else end
            after = close + 3 if close >= 0 else end
            if not self.flow.hidden:
                self.comments.append(Comment(self.flow.source[at + 4 : stop], Span(at, after)))
                self.flow.nothing(at)
            return after
        if text.startswith(("<!", "<?"), at):
            close = text.find(">", at, end)
            return close + 1 if close >= 0 else end
        tag = parse_tag(text, at, end)
        if tag is None:
            self.text(at, at + 1)
            return at + 1
        self.tag(tag)
        return tag.end

    def text(self, start: int, end: int) -> None:
        """Take text between tags."""
        if self.flow.hidden:
            return
        source = self.flow.source
        if source[start:end].isspace():
            self.flow.build.space(start, end)
            return
        self.breaks = 0
        if not self.flow.build.is_open:
            self.open(start)
        if self.stack and self.stack[-1].name == "pre":
            self.flow.stretch(start, end)
        else:
            self.flow.raw(start, end)

    def tag(self, tag: Tag) -> None:
        """Take a tag."""
        name = tag.name
        if self.flow.hidden:
            if tag.closing and name == self.flow.hidden:
                self.flow.hidden = ""
        elif name in HIDDEN:
            self.flow.hidden = "" if tag.closing or tag.empty else name
        elif name == "br":
            self.line_break(tag)
        elif name == "img":
            self.image(tag)
        elif name in BLOCKS:
            self.end_block(tag.start)
            if name in CONTAINERS:
                self.container(tag)
        elif name in INLINE and not tag.empty:
            self.marked(tag)

    def component(self, tag: Tag) -> None:
        """Take a tag of MDX: HTML as ever, and of a component the attributes that hold prose."""
        if not self.flow.hidden:
            self.tag(tag)
            for name, start, end in tag.attributes:
                if (
                    name in PROSE_ATTRIBUTES
                    and tag.name not in ("img", *INLINE)
                    and _is_prose(self.flow.source[start:end])
                ):
                    shape = "caption" if name in ("alt", "caption") else "paragraph"
                    self.flow.aside(shape, entities(self.flow.text, start, end))
        elif tag.closing:
            self.tag(tag)

    def line_break(self, tag: Tag) -> None:
        """Take `<br>`: one is a space, two in a row end a paragraph."""
        self.breaks += 1
        if self.breaks > 1:
            self.end_block(tag.start)
        else:
            self.flow.build.space(tag.start, tag.end)
            self.flow.after_nothing = True

    def image(self, tag: Tag) -> None:
        """Take a picture with its alt text."""
        alt, target = tag.get("alt"), tag.get("src")
        if not self.flow.build.is_open:
            self.open(tag.start)
        pieces = entities(self.flow.text, alt.start, alt.end) if alt and alt.start < alt.end else []
        address = self.flow.source[target.start : target.end] if target else ""
        self.flow.image(tag.start, tag.end, address, pieces)

    def marked(self, tag: Tag) -> None:
        """Take an inline tag that marks the text inside it."""
        if not tag.closing:
            address = tag.get(TARGETS.get(tag.name, "href"))
            target = self.flow.source[address.start : address.end] if address else ""
            self.inline.append((tag.name, self.flow.build.here, tag.start, target))
            return
        for depth in range(len(self.inline) - 1, max(len(self.inline) - 12, -1), -1):
            name, begin, start, target = self.inline[depth]
            if name == tag.name:
                del self.inline[depth:]
                self.flow.build.mark(INLINE[name], begin, start, tag.end, target)
                return

    def end_block(self, at: int) -> int:
        """End the open block, and the inline elements that nobody closed, and give its index or -1."""
        for name, begin, start, target in self.inline if self.flow.build.is_begun else ():
            self.flow.build.mark(INLINE[name], begin, start, at, target)
        self.inline.clear()
        self.breaks = 0
        index = self.flow.close()
        if index >= 0 and self.items and self.items[-1] == -2:
            self.items[-1] = index
        return index

    def open(self, at: int) -> None:
        """Begin the block that text standing here belongs to."""
        holder = next((each for each in reversed(self.stack) if each.name not in ("ul", "ol", "tr", "table")), None)
        name = holder.name if holder else ""
        parent = self.items[-1] if self.items else -1
        if name == "li" and parent == -2:
            lists = self.counts.get("ul", 0) + self.counts.get("ol", 0)
            group = holder.group if holder else 0
            held = self.items[-2] if len(self.items) > 1 else -1
            self.flow.open("list-item", at, max(lists, 1), max(held, -1), group)
        elif name in ("td", "th") and holder:
            self.flow.open("table-cell", at, level=holder.number, group=holder.group)
        elif name in HEADINGS:
            self.flow.open("heading", at, level=HEADINGS[name])
        else:
            shapes = {"caption": "caption", "figcaption": "caption", "pre": "code", "title": "title"}
            self.flow.open(shapes.get(name, "paragraph"), at, parent=max(parent, -1))

    def container(self, tag: Tag) -> None:
        """Take the start or end of an element that says what its text is."""
        if tag.closing:
            self.leave(tag.name)
        elif not tag.empty:
            self.enter(tag)

    def enter(self, tag: Tag) -> None:
        """Enter an element; one that cannot stand in its like ends it."""
        name = tag.name
        for ended in ENDS.get(name, ()):
            if self._is_innermost(ended, STOPS.get(name, "")):
                self.leave(ended)
        group = number = 0
        if name in ("ul", "ol", "table"):
            group = self.next_group()
            self.row = -1 if name == "table" else self.row
        elif name == "tr":
            self.row += 1
        elif name in ("td", "th"):
            group, number = self._group("table"), max(self.row, 0)
        elif name == "li":
            self.items.append(-2)
            group = self._group("ul", "ol")
        elif name == "blockquote":
            self.flow.quotes += 1
        self.stack.append(Container(name, group, number))
        self.counts[name] = self.counts.get(name, 0) + 1

    def leave(self, name: str) -> None:
        """Leave an element, and those inside it that nobody closed; an end without a start is none."""
        while self.counts.get(name):
            last = self.stack.pop()
            self.counts[last.name] -= 1
            if last.name == "li":
                self.items.pop()
            elif last.name == "blockquote":
                self.flow.quotes -= 1
            if last.name == name:
                return

    def _is_innermost(self, name: str, stop: str) -> bool:
        """Tell whether an element is open and none of `stop` within it; looks only a little way out."""
        for each in self.stack[:-12:-1]:
            if each.name == name:
                return True
            if each.name in stop.split():
                return False
        return False

    def _group(self, *names: str) -> int:
        return next((each.group for each in self.stack[:-12:-1] if each.name in names), 0)


def _is_prose(value: str) -> bool:
    """Tell whether an attribute holds words for a reader, not a name for a program."""
    return " " in value.strip() and any(letter.isalpha() for letter in value)


PROSE_ATTRIBUTES = frozenset(
    [
        "title",
        "heading",
        "subtitle",
        "description",
        "caption",
        "alt",
        "text",
        "body",
        "summary",
        "content",
        "quote",
        "question",
        "answer",
        "note",
        "message",
        "intro",
        "label",
        "tip",
        "lead",
        "footer",
        "q",
        "a",
    ]
)
ENDS = {
    "li": ("li",),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("tr",),
    "dt": ("dd", "dt"),
    "dd": ("dd", "dt"),
} | {name: tuple(HEADINGS) for name in HEADINGS}
STOPS = {"li": "ul ol", "td": "table tr", "th": "table tr", "tr": "table"}
