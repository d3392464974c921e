"""What must be hidden from the Markdown parser: template code, wikilinks, formulas, and the marks of dialects.

The parser reads a copy of the text of equal length, in which each of these is a run of one character that means
nothing to it, or blanks where it stands alone on its lines. So every offset stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from medlint.document import Comment
from medlint.lazy import lazy
from medlint.readers.template_tags import Closers, template_tags
from medlint.record import Record
from medlint.span import Span

MASK = "\ufdd0"
"""A code point that is no character, so that no article holds it."""

SURROGATE = lazy("[\ud800-\udfff]")
ALONE = lazy(rf"(?:\A|(?<=[\r\n]))([ \t>]*){MASK}[{MASK} \t]*(?=[\r\n]|\Z)")
WIKILINK = lazy(r"(!?)\[\[([^\[\]|\r\n]{1,300})(?:\\?\|([^\[\]\r\n]{0,300}))?\]\](?![(\[])")
PERCENT = lazy(r"(?<![\w%])%%(?!%)")
MATH = lazy(
    r"\$\$(?=[^$])([^$]{1,2000})\$\$"
    r"|(?<![\\$\w])\$(?=[^\s${])((?:[^$\\\r\n]|\\.){1,200}?)(?<=\S)\$(?![\w$])"
    r"|(?<![\\$])\$([_^\\][^$\r\n]{1,100})\$",
)
CALLOUT = lazy(r"(?:\A|(?<=[\r\n]))[ \t]*(?:>[ \t]*)+(\[![\w-]{1,40}\][+-]?[ \t]*)([^\r\n]*)")
FENCED_DIV = lazy(r"(?:\A|(?<=[\r\n]))[ \t>]*(:::+[ \t]*(?:\{[^{}\r\n]*\}|[\w-]*(?:[\[{])?))([^\r\n]*)")
ATTRIBUTES = lazy(r"[ \t]*\{(?::[^{}\r\n]{0,300}|[#.][A-Za-z][^{}\r\n]{0,300})\}")
DIRECTIVE = lazy(r"(?:\A|(?<=[\r\n]))[ \t]*(\.\.[ ](?:[\w-]+::[ \t]*|_[^:\r\n]{1,80}:(?=[ \t]*[\r\n])))([^\r\n]*)")
SECOND_FRONT = lazy(
    r"(?:\A|(?<=[\r\n]))---[ \t]*(?:\r\n|\n|\r)"
    r"[A-Za-z_][\w-]*:(?:[ \t][^\r\n]*)?(?:\r\n|\n|\r)"
    r"(?:(?:[A-Za-z_][\w-]*:(?![^ \t\r\n])|[ \t]|-[ ])[^\r\n]*(?:\r\n|\n|\r))*---[ \t]*(?=[\r\n]|\Z)",
)
FOOTNOTE = lazy(r"\[\^([^\]\s^]{1,60})\](:?)")
REST_ROLE = lazy(r"(?<![\w:]):[a-z][a-z+:-]{1,20}:(?=`[^`\r\n]{1,200}`)")

ADMONITION = lazy(
    r"(?:\A|(?<=[\r\n]))[ \t]*((?:!!!|\?\?\?\+?)[ \t]+[a-z]+[ \t]+\")([^\"\r\n]+)(\")(?=[ \t]*(?:[\r\n]|\Z))"
)
ICONS = ("fontawesome", "material", "octicons", "simple")
ICON = lazy(
    r"(?:[ \t]{1,9}(?=:\S{1,80}[ \t]{0,9}(?:[\r\n\])]|\Z))|(?<![\w:]))"
    rf":(?:{'|'.join(ICONS)})(?:-[a-z0-9]+)+:"
)


class Mask(Record):
    """Something hidden from the parser.

    `sort` says what it is to the reader: a `hole` (`detail` is the mark it gets), `control` (a hole too, but nothing
    where it stands alone), `nothing`, `link` and `link-end` (`detail` is the target), `image`, `citation`, a `tag` of
    MDX, a `break` of the line, or a `text` that is spelt otherwise (`detail`).
    """

    start: int
    end: int
    sort: str
    detail: str = ""


class Masked(Record):
    """The text as the parser is to see it, what was hidden, the comments found, and where a title line ends."""

    text: str
    masks: list[Mask]
    comments: list[Comment]
    breaks: set[int]
    callouts: set[int]


def masked(text: str, start: int = 0, given: list[Mask] | None = None) -> Masked:
    """Hide what is not Markdown from `start` on; `given` is what has been found already."""
    hiding = _Hiding(text, start)
    hiding.masks += given or ()
    for look in LOOKS:
        look(hiding)
    return hiding.result()


class _Hiding:
    """Collects masks in a text."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.masks: list[Mask] = []
        self.comments: list[Comment] = []
        self.breaks: set[int] = set()
        self.callouts: set[int] = set()

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern in what is read."""
        return pattern.finditer(self.text, self.start)

    def has(self, sign: str) -> bool:
        """Tell whether a sign occurs at all, which is quicker than to look for what it stands in."""
        return self.text.find(sign, self.start) >= 0

    def add(self, start: int, end: int, sort: str, detail: str = "") -> None:
        if start < end:
            self.masks.append(Mask(start, end, sort, detail))

    def result(self) -> Masked:
        text = SURROGATE.sub("\ufffd", self.text) if not self.text.isascii() else self.text
        masks = _apart(self.masks)
        if masks:
            text = _blanked(_hidden(text, masks), masks)
        return Masked(text, masks, self.comments, self.breaks, self.callouts)


def _templates(hiding: _Hiding) -> None:
    for tag in template_tags(hiding.text, hiding.start):
        if tag.sort == "comment":
            hiding.comments.append(Comment(hiding.text[tag.start + 2 : tag.end - 2], Span(tag.start, tag.end)))
        sort = {"comment": "nothing", "output": "hole"}.get(tag.sort, tag.sort)
        hiding.add(tag.start, tag.end, sort, "template")


def _percent_comments(hiding: _Hiding) -> None:
    """Hide Obsidian's `%%comments%%`."""
    closers = Closers(hiding.text)
    at = hiding.start if hiding.has("%%") else len(hiding.text)
    while opener := PERCENT.search(hiding.text, at):
        end = closers.after("%%", opener.end())
        at = opener.end()
        if 0 <= end < opener.end() + 4000:
            at = end + 2
            hiding.add(opener.start(), at, "nothing")
            hiding.comments.append(Comment(hiding.text[opener.end() : end], Span(opener.start(), at)))


def _wikilinks(hiding: _Hiding) -> None:
    for match in hiding.found(WIKILINK) if hiding.has("[[") else ():
        if match[1]:
            hiding.add(match.start(), match.end(), "image", match[2])
            continue
        shown = 3 if match[3] else 2
        hiding.add(match.start(), match.start(shown), "link", match[2])
        hiding.add(match.end(shown), match.end(), "link-end")


def _formulas(hiding: _Hiding) -> None:
    """Hide formulas; an amount of money is none."""
    for match in hiding.found(MATH) if hiding.text.count("$") > 1 else ():
        inside = match[1] or match[2] or match[3]
        plain = not any(sign in inside for sign in "\\^_=")
        if plain and (not match[1]) and (len(inside) > 12 or " " in inside or "|" in inside or inside[0].isdigit()):
            continue
        if "\n\n" not in inside:
            hiding.add(match.start(), match.end(), "control")


def _callouts(hiding: _Hiding) -> None:
    for match in hiding.found(CALLOUT) if hiding.has("[!") else ():
        hiding.add(*match.span(1), "nothing")
        hiding.callouts.add(match.start(1))
        if match[2].strip():
            hiding.breaks.add(match.end())


def _fenced_divs(hiding: _Hiding) -> None:
    """Hide `:::note Title` and `:::`."""
    for match in hiding.found(FENCED_DIV) if hiding.has(":::") else ():
        hiding.add(*match.span(1), "nothing")
        if match[2].rstrip().endswith(("]", "}")) and match[1][-1:] in "[{":
            hiding.add(match.end(2) - 1, match.end(2), "nothing")
        if match[2].strip():
            hiding.breaks.add(match.end())


def _attributes(hiding: _Hiding) -> None:
    """Hide `{#id .class}` and kramdown's `{: .class}`."""
    for match in hiding.found(ATTRIBUTES) if hiding.has("{:") or hiding.has("{#") or hiding.has("{.") else ():
        hiding.add(*match.span(), "nothing")


def _directives(hiding: _Hiding) -> None:
    """Hide reStructuredText's directives, labels and roles."""
    for match in hiding.found(DIRECTIVE) if hiding.has(".. ") else ():
        hiding.add(*match.span(1), "nothing")
        if match[2].strip():
            hiding.breaks.add(match.end())
    for match in hiding.found(REST_ROLE) if hiding.has(":`") else ():
        hiding.add(*match.span(), "nothing")


def _admonitions(hiding: _Hiding) -> None:
    """Hide the signs of `!!! note "Title"`."""
    for match in hiding.found(ADMONITION) if hiding.has("!!! ") or hiding.has("??? ") else ():
        hiding.add(*match.span(1), "nothing")
        hiding.add(*match.span(3), "nothing")
        hiding.breaks.add(match.end())


def _icons(hiding: _Hiding) -> None:
    """Hide the names of icons, as in `:material-pill: Medicines`."""
    for match in hiding.found(ICON) if any(hiding.has(f":{name}-") for name in ICONS) else ():
        hiding.add(*match.span(), "nothing")


def _second_front(hiding: _Hiding) -> None:
    """Hide metadata between rules in the middle of the body, which Markdown would take for a heading."""
    for match in hiding.found(SECOND_FRONT) if hiding.has("---") else ():
        hiding.add(*match.span(), "control")


def _lost_footnotes(hiding: _Hiding) -> None:
    """Hide references to footnotes that stand nowhere; the parser knows the others."""
    if hiding.has("[^"):
        found = list(hiding.found(FOOTNOTE))
        known = {match[1] for match in found if match[2]}
        for match in found:
            if not match[2] and match[1] not in known:
                hiding.add(*match.span(), "citation", match[1])


LOOKS: tuple[Callable[[_Hiding], None], ...] = (
    _second_front,
    _templates,
    _percent_comments,
    _wikilinks,
    _formulas,
    _callouts,
    _fenced_divs,
    _attributes,
    _directives,
    _icons,
    _admonitions,
    _lost_footnotes,
)


def _apart(masks: list[Mask]) -> list[Mask]:
    """Give the masks in order, without those that begin inside an earlier one."""
    apart: list[Mask] = []
    for mask in sorted(masks):
        if not apart or mask.start >= apart[-1].end:
            apart.append(mask)
    return apart


def _hidden(text: str, masks: list[Mask]) -> str:
    parts: list[str] = []
    at = 0
    for mask in masks:
        length = mask.end - mask.start
        parts += (text[at : mask.start], "\n".ljust(length) if mask.sort == "break" else MASK * length)
        at = mask.end
    return "".join((*parts, text[at:]))


def _blanked(text: str, masks: list[Mask]) -> str:
    """Make lines blank that hold nothing but what gives no text."""
    loud = [mask.start for mask in masks if mask.sort in ("hole", "image", "link", "text")]
    parts: list[str] = []
    at = count = 0
    for match in ALONE.finditer(text):
        while count < len(loud) and loud[count] < match.start():
            count += 1
        if count == len(loud) or loud[count] >= match.end():
            begin = match.end(1)
            parts += (text[at:begin], " " * (match.end() - begin))
            at = match.end()
    return "".join((*parts, text[at:]))
