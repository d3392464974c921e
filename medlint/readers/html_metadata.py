"""The metadata of a page: its title, meta and link elements, JSON-LD, microdata and times, each with its place."""

from __future__ import annotations

from typing import Any

from medlint.document import Field
from medlint.readers.html_attributes import Written, attribute
from medlint.readers.html_text import pieces
from medlint.readers.json_ld import json_ld_fields
from medlint.readers.microdata import Microdata
from medlint.span import Span

NAMES = ("name", "property", "itemprop", "http-equiv")
TIME_WORDS = (
    ("reviewed", "reviewed"),
    ("review", "reviewed"),
    ("updated", "updated"),
    ("modified", "updated"),
    ("published", "published"),
    ("posted", "published"),
    ("pubdate", "published"),
    ("entry", "published"),
)
"""Words in the class of a `<time>`, and what they say the time is."""


class MetadataReader:
    """Collects fields while the tree is walked."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.fields: list[Field] = []
        self.microdata = Microdata(text, self.fields)
        self.titled = False

    def enter(self, node: Any, name: str, attributes: dict[str, str | None], stack: list[Any]) -> None:
        """Take up what an element says; `stack` takes the step for leaving it."""
        if name == "meta":
            self._meta(node, attributes)
        elif name == "script":
            if (attributes.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
                self._script(node)
        elif name == "title":
            self._title(node)
        elif name == "html":
            self._attribute(node, attributes, "lang", "lang")
        elif name == "link" and (attributes.get("rel") or "").lower() == "author":
            self._attribute(node, attributes, "href", "author")
        elif name == "time":
            self._time(node, attributes)
        if attributes and ("itemprop" in attributes or "itemscope" in attributes):
            self.microdata.enter(node, name, attributes, stack)

    def _meta(self, node: Any, attributes: dict[str, str | None]) -> None:
        for named in NAMES:
            name = (attributes.get(named) or "").strip()
            if name and attributes.get("content") is not None and not (named == "itemprop" and self.microdata.is_open):
                self._attribute(node, attributes, "content", name, named)
                return

    def _attribute(
        self, node: Any, attributes: dict[str, str | None], which: str, name: str, key: str = "", origin: str = "meta"
    ) -> None:
        if attributes.get(which) is None:
            return
        place = attribute(self.text, node, which)
        if place is not None:
            named = attribute(self.text, node, key or which)
            value, span = trimmed(self.text, place, attributes[which] or "")
            self.fields.append(Field(name, value, Span(*named) if named else span, span, origin))

    def _title(self, node: Any) -> None:
        texts = [child for child in node.children or () if child.name == "#text" and child.origin_offset is not None]
        if self.titled or not texts or node.namespace != "html":
            return
        self.titled = True
        last = list(pieces(self.text, texts[-1].origin_offset, texts[-1].data))[-1]
        value, span = trimmed(self.text, Written(texts[0].origin_offset, last.end), "".join(t.data for t in texts))
        self.fields.append(Field("title", value, Span(node.origin_offset, node._start_tag_end), span, "meta"))

    def _script(self, node: Any) -> None:
        for child in node.children or ():
            if child.name == "#text" and child.origin_offset is not None:
                end = node._end_tag_start if node._end_tag_start is not None else len(self.text)
                self.fields.extend(json_ld_fields(self.text, child.origin_offset, end))
                return

    def _time(self, node: Any, attributes: dict[str, str | None]) -> None:
        if "itemprop" in attributes:
            return
        words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
        name = next(
            (said for word, said in TIME_WORDS if word in words), "published" if "pubdate" in attributes else "time"
        )
        if attributes.get("datetime"):
            self._attribute(node, attributes, "datetime", name, origin="microdata")
        else:
            self.microdata.text_field(node, name)


def trimmed(text: str, place: Written, value: str) -> tuple[str, Span]:
    """Give a value without white space round it, and the span of just that."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return " ".join(value.split()), Span(start, end)
