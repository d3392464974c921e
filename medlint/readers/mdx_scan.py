"""What is code in MDX: import and export lines, tags, and expressions in braces. Found by one scan over the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from contextlib import suppress

from medlint.document import Comment, Field
from medlint.lazy import lazy
from medlint.readers.front_scan import JAVASCRIPT, ScanError, Scanner
from medlint.readers.markdown_masks import Mask
from medlint.readers.markdown_tags import Attribute, Tag
from medlint.span import LINE_END, Span

MAX_CODE = 20_000
PATIENCE = 60
"""How often a brace or tag may fail to close before the rest is taken for text."""

SIGN = lazy(r"``*|~~~~*|i(?<![^\r\n]i)mport(?=[\s{])|e(?<![^\r\n]e)xport(?=[\s{])|\{|<(?=[A-Za-z/>])|<!--|\\.")
"""What may begin code. Each branch begins with a plain character: so the search goes from one of these to the next."""

IN_CODE = lazy(r"[{}]|\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*|//[^\r\n]*")
TAG = lazy(r"<(/?)([A-Za-z][\w.-]{0,80}(?::[\w-]{1,40})?)?(?=[\s/>])")
ATTRIBUTE = lazy(r"[\s/]*(?:([A-Za-z_:@][\w.:-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(?=\{)))?|(?=\{))")
TAG_END = lazy(r"[\s/]*>")
STRING = lazy(r"\{\s*(?:\"([^\"\\]*)\"|'([^'\\]*)'|`([^`\\$]*)`)\s*\}")
LISTED = lazy(r"(?:(\w+)[\"']?\s*:|[\[,])\s*(?:\"([^\"\\\r\n]+)\"|'([^'\\\r\n]+)'|`([^`\\$]+)`)")
METADATA = lazy(r"export\s+const\s+(?:meta|metadata|front_?matter)\b[^={]{0,80}=\s*(?=\{)", re.I)
BLANK_LINE = lazy(r"(?:\r\n|\n|\r)[ \t]*(?=[\r\n]|\Z)")


class MdxScan:
    """One scan: the masks that hide the code, the tags by where they begin, comments, and metadata in exports."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.masks: list[Mask] = []
        self.tags: dict[int, Tag] = {}
        self.comments: list[Comment] = []
        self.fields: list[Field] = []
        self.patience = PATIENCE
        self._ticks: dict[int, list[int]] | None = None
        self._at = start
        while match := SIGN.search(text, self._at):
            look = self.looks.get(match[0] if match[0] == "<!--" else match[0][0])
            self._at = look(self, match) if look else match.end()

    def _ticks_or_tildes(self, match: re.Match[str]) -> int:
        """Tell a fence, which stands on a line of its own, from code within a line."""
        begin = max(self.text.rfind(end, self._at, match.start()) for end in "\r\n") + 1 or self._at
        is_begun = begin == 0 or self.text[begin - 1] in "\r\n"
        if len(match[0]) > 2 and is_begun and not self.text[begin : match.start()].strip(" \t>"):
            return self._fence(match)
        return self._code(match) if match[0][0] == "`" else match.end()

    def _fence(self, match: re.Match[str]) -> int:
        """Go past a fenced block of code."""
        ticks = match[0]
        closing = re.compile(rf"(?:\r\n|\n|\r)[ \t>]*{ticks[0]}{{{len(ticks)},}}[ \t]*(?=[\r\n]|\Z)")
        end = closing.search(self.text, match.end())
        return end.end() if end else len(self.text)

    def _code(self, match: re.Match[str]) -> int:
        """Go past code within a paragraph; ticks that nothing closes are text."""
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self.text):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        length = len(match[0])
        starts = self._ticks.get(length, [])
        found = bisect_left(starts, match.end())
        if found < len(starts) and starts[found] - match.end() < MAX_CODE:
            inside = BLANK_LINE.search(self.text, match.end(), starts[found])
            return match.end() if inside else starts[found] + length
        return match.end()

    def _module(self, match: re.Match[str]) -> int:
        """Hide import and export, to the blank line that ends them."""
        start = match.start()
        end = self._module_end(start)
        metadata = METADATA.match(self.text, start)
        if metadata:
            self._metadata(metadata.end(), end)
        self.masks.append(Mask(start, end, "control"))
        return end

    def _module_end(self, start: int) -> int:
        at = start
        while True:
            blank = BLANK_LINE.search(self.text, at)
            end = blank.start() if blank else len(self.text)
            brace = self.text.find("{", at, end)
            if brace < 0:
                return end
            close = self._balanced(brace)
            if close < 0:
                return end
            at = close

    def _metadata(self, start: int, end: int) -> None:
        """Read the plain values of an exported object as metadata."""
        scan = Scanner(self.text, start, end, JAVASCRIPT)
        with suppress(ScanError):
            scan.value("", Span(start, start))
        self.fields += scan.fields

    def _balanced(self, brace: int) -> int:
        """Give the offset after the brace that closes the one at `brace`, or -1."""
        if self.patience <= 0:
            return -1
        depth, at, limit = 0, brace, min(brace + MAX_CODE, len(self.text))
        while match := IN_CODE.search(self.text, at, limit):
            at = match.end()
            if match[0] == "/*":
                close = self.text.find("*/", at, limit)
                at = close + 2 if close >= 0 else limit
            elif match[0] in "{}":
                depth += 1 if match[0] == "{" else -1
                if not depth:
                    return at
        self.patience -= 1
        return -1

    def _brace(self, match: re.Match[str]) -> int:
        """Hide an expression; a string in braces is text, and a comment a comment."""
        start = match.start()
        end = self._balanced(start)
        if end < 0:
            return match.end()
        inside = self.text[start + 1 : end - 1].strip()
        string = STRING.match(self.text, start)
        if inside.startswith("/*") and inside.endswith("*/"):
            self.comments.append(Comment(inside[2:-2], Span(start, end)))
            self.masks.append(Mask(start, end, "nothing"))
        elif string and string.end() == end and string.lastindex:
            shown = string.span(string.lastindex)
            self.masks += (Mask(start, shown[0], "nothing"), Mask(shown[1], end, "nothing"))
        else:
            self.masks.append(Mask(start, end, "control"))
        return end

    def _comment(self, match: re.Match[str]) -> int:
        """Go past an HTML comment, which the reader of HTML takes."""
        close = self.text.find("-->", match.end())
        return close + 3 if close >= 0 else len(self.text)

    def _tag(self, match: re.Match[str]) -> int:
        """Hide a tag, and note it with what its attributes say."""
        opening = TAG.match(self.text, match.start())
        if not opening or self.patience <= 0:
            return match.end()
        attributes: list[Attribute] = []
        at = opening.end()
        while not (end := TAG_END.match(self.text, at)):
            following = self._attribute(at, attributes)
            if following <= at:
                self.patience -= 1
                return match.end()
            at = following
        name = opening[2] or ""
        name = name if name[:1].isupper() else name.lower()
        start = match.start()
        self.tags[start] = Tag(name, start, end.end(), bool(opening[1]), "/" in end[0], tuple(attributes))
        self.masks.append(Mask(start, end.end(), "tag"))
        return end.end()

    def _attribute(self, at: int, attributes: list[Attribute]) -> int:
        """Read one attribute and give the offset after it, or `at` where there is none."""
        match = ATTRIBUTE.match(self.text, at)
        if not match or (not match[1] and self.text[match.end() : match.end() + 1] != "{"):
            return at
        name = (match[1] or "").lower()
        if match.lastindex and match.lastindex > 1:
            attributes.append(Attribute(name, *match.span(match.lastindex)))
        elif self.text.startswith("{", match.end()):
            end = self._balanced(match.end())
            if end < 0:
                return at
            attributes += self._strings(name, match.end(), end)
            return end
        return match.end()

    def _strings(self, name: str, start: int, end: int) -> list[Attribute]:
        """Give the strings in an expression: the whole of it, or those listed or keyed in it."""
        whole = STRING.match(self.text, start)
        if whole and whole.end() == end and whole.lastindex:
            return [Attribute(name, *whole.span(whole.lastindex))]
        found = []
        for match in LISTED.finditer(self.text, start, end):
            group = match.lastindex or 0
            key = match[1].lower() if match[1] else "text"
            if match[1] or match[group].count(" ") > 1:
                found.append(Attribute(key, *match.span(group)))
        return found

    looks = {
        "`": _ticks_or_tildes,
        "~": _ticks_or_tildes,
        "i": _module,
        "e": _module,
        "{": _brace,
        "<!--": _comment,
        "<": _tag,
    }


def stretches(text: str, start: int, tags: dict[int, Tag]) -> list[Span]:
    """Give the lines of the body without the indent that tags standing alone on their lines give them.

    In MDX there is no indented code: what is indented below a tag is its content. `text` is the masked text.
    """
    alone = [tag for at, tag in tags.items() if text[at] == " " and not tag.empty]
    if not alone:
        return [Span(start, len(text))]
    found: list[Span] = []
    depth: list[int] = []
    index, line, begun = 0, start, start
    while line < len(text):
        end = LINE_END.search(text, line)
        after = end.end() if end else len(text)
        while index < len(alone) and alone[index].start < after:
            _enter_or_leave(alone[index], depth)
            index += 1
        indent = len(text[line:after]) - len(text[line:after].lstrip(" \t"))
        if depth and indent and text[line:after].strip():
            if depth[-1] < 0:
                depth[-1] = indent
            cut = min(indent, depth[-1])
            found.append(Span(begun, line))
            begun = line + cut
        line = after
    found.append(Span(begun, len(text)))
    return [stretch for stretch in found if stretch.start < stretch.end]


def _enter_or_leave(tag: Tag, depth: list[int]) -> None:
    if not tag.closing:
        depth.append(-1)
    elif depth:
        depth.pop()
