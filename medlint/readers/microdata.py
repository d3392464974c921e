"""Microdata: `itemscope` and `itemprop` in the markup of a page."""

from __future__ import annotations

from typing import Any

from medlint.document import Field
from medlint.readers.html_attributes import attribute
from medlint.readers.html_text import pieces
from medlint.readers.json_ld import is_page
from medlint.span import Span

VALUED = {"meta": "content", "time": "datetime", "data": "value", "a": "href", "link": "href", "img": "src"}
"""Elements that hold their value in an attribute; any other may do so in `content`."""

LONGEST = 300
"""Characters of the longest text that is a value; what is longer is the article."""


class Microdata:
    """Keeps the path of the item that is being read."""

    def __init__(self, text: str, fields: list[Field]) -> None:
        self.text = text
        self.fields = fields
        self.paths: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether an item is being read."""
        return bool(self.paths)

    def enter(self, node: Any, name: str, attributes: dict[str, str | None], stack: list[Any]) -> None:
        """Take up an element with `itemprop` or `itemscope`."""
        base = self.paths[-1] if self.paths else ""
        names = (attributes.get("itemprop") or "").split()[:4]
        if "itemscope" in attributes:
            if len(base) < 200:
                self.paths.append(f"{base}{names[0]}." if names else _prefix(attributes.get("itemtype") or ""))
                stack.append((self.paths.pop,))
            return
        for prop in names:
            self._property(node, name, attributes, f"{base}{prop}")

    def _property(self, node: Any, name: str, attributes: dict[str, str | None], path: str) -> None:
        for which in ("content", VALUED.get(name, "content")):
            value = attributes.get(which)
            if value is not None and not (which == "href" and name == "a"):
                place = attribute(self.text, node, which)
                key = attribute(self.text, node, "itemprop")
                if place:
                    span = Span(*place)
                    key_span = Span(*key) if key else span
                    self.fields.append(Field(path, " ".join(value.split()), key_span, span, "microdata"))
                return
        self.text_field(node, path, "itemprop")

    def text_field(self, node: Any, path: str, key: str = "") -> None:
        """Add a field whose value is the text of an element, unless that is long."""
        texts = _texts(node)
        if not texts:
            return
        last = texts[-1]
        end = list(pieces(self.text, last.origin_offset, last.data.rstrip()))[-1].end
        start = texts[0].origin_offset + len(texts[0].data) - len(texts[0].data.lstrip())
        named = attribute(self.text, node, key) if key else None
        head = Span(node.origin_offset, max(node._start_tag_end or 0, node.origin_offset))
        value = " ".join(" ".join(text.data for text in texts).split())
        self.fields.append(Field(path, value, Span(*named) if named else head, Span(min(start, end), end), "microdata"))


def _prefix(type: str) -> str:
    """Give the path that the properties of an item begin with: none for the page itself, else its type."""
    name = type.strip().rstrip("/").rpartition("/")[2]
    return "" if not name or is_page(name) else f"{name}."


def _texts(node: Any) -> list[Any]:
    """Give the text nodes with words in them under a node, or none if they are long."""
    found: list[Any] = []
    length = steps = 0
    stack = [node]
    while stack:
        each = stack.pop()
        steps += 1
        if each.name == "#text":
            if each.data.strip() and each.origin_offset is not None:
                found.append(each)
                length += len(each.data.strip())
        elif each.name not in ("script", "style"):
            stack.extend(reversed(each.children or ()))
        if length > LONGEST or steps > 60:
            return []
    return found
