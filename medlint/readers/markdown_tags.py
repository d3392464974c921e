"""HTML tags as they stand in Markdown: their names, and the places of their attributes."""

from __future__ import annotations

from medlint.lazy import lazy
from medlint.record import Record

OPENING = lazy(r"<(/?)([A-Za-z][\w.-]{0,60}(?::[\w-]{1,40})?)(?=[\s/>])")
ATTRIBUTE = lazy(
    r"[\s/]*([^\s\"'<>/={}]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'={}]+)))?"
)
END = lazy(r"[\s/]*>")

HIDDEN = frozenset(
    [
        "script",
        "style",
        "template",
        "svg",
        "iframe",
        "noscript",
        "select",
        "textarea",
        "object",
        "canvas",
        "audio",
        "video",
        "datalist",
        "math",
    ]
)
"""Elements whose text nobody reads as part of an article."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
CONTAINERS = frozenset(
    ["ul", "ol", "li", "table", "tr", "td", "th", "caption", "figcaption", "blockquote", "pre", "dt", "dd", "title"]
) | set(HEADINGS)
"""Elements that say what the text inside them is."""

BLOCKS = CONTAINERS | frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "head",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "figure",
        "form",
        "fieldset",
        "address",
        "center",
        "details",
        "summary",
        "dl",
        "thead",
        "tbody",
        "tfoot",
        "hr",
        "html",
        "body",
        "legend",
        "hgroup",
        "search",
        "colgroup",
        "col",
    ]
)
"""Elements at which a line of text ends."""

INLINE = {
    "a": "link",
    "b": "emphasis",
    "strong": "emphasis",
    "i": "emphasis",
    "em": "emphasis",
    "u": "emphasis",
    "mark": "emphasis",
    "sup": "sup",
    "sub": "sub",
    "abbr": "abbr",
    "acronym": "abbr",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "cite": "citation",
}
TARGETS = {"a": "href", "abbr": "title", "acronym": "title"}


class Attribute(Record):
    """The name of an attribute, and the span of its value without quotation marks."""

    name: str
    start: int
    end: int


class Tag(Record):
    """One tag: its name in lower case, whether it closes an element, and whether it opens one that stays empty."""

    name: str
    start: int
    end: int
    closing: bool = False
    empty: bool = False
    attributes: tuple[Attribute, ...] = ()

    def get(self, name: str) -> Attribute | None:
        """Give the attribute of a name."""
        return next((each for each in self.attributes if each.name == name), None)


def parse_tag(text: str, start: int, limit: int) -> Tag | None:
    """Read the tag that begins at `start`, or give None where none does."""
    opening = OPENING.match(text, start, limit)
    if not opening:
        return None
    at = opening.end()
    attributes: list[Attribute] = []
    while True:
        end = END.match(text, at, limit)
        if end:
            empty = "/" in end[0]
            return Tag(opening[2].lower(), start, end.end(), bool(opening[1]), empty, tuple(attributes))
        match = ATTRIBUTE.match(text, at, limit)
        if not match:
            return None
        sort = match.lastgroup
        span = match.span(sort) if sort else (match.end(), match.end())
        attributes.append(Attribute(match[1].lower(), *span))
        at = match.end()
