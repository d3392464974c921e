"""Article XML, by way of expat: element names to blocks, names and dates to metadata; entities are never declared."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Any
from xml.parsers import expat

from medlint.document import Comment, Document, Fault, Metadata, Surroundings
from medlint.lazy import lazy
from medlint.readers.xml_walk import XmlWalk
from medlint.source import Source
from medlint.span import Span

WIDE = lazy(r"[^\x00-\x7f]+")
LONE = lazy("[\ud800-\udfff]")


class _Refused(Exception):
    """The document declares an entity."""


class _Parsing:
    """Turns the events of expat, which counts bytes, into events of the walk, which counts code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.walk = XmlWalk(text)
        self.comments: list[Comment] = []
        self.faults: list[Fault] = []
        self._bytes: list[int] = []
        self._saved: list[int] = []
        self._index(text)
        self._start = -1
        self._parts: list[str] = []
        self.parser = self._parser()

    def _index(self, text: str) -> None:
        wide = [] if text.isascii() else list(WIDE.finditer(text))
        extra = list(accumulate(len(match[0].encode("utf-8", "surrogatepass")) - len(match[0]) for match in wide))
        self._bytes = [match.end() + saved for match, saved in zip(wide, extra, strict=True)]
        self._saved = extra

    def offset(self, byte: int) -> int:
        """Give the code point offset of a byte offset, which stands at markup or where text begins."""
        index = bisect_right(self._bytes, byte)
        offset = byte - (self._saved[index - 1] if index else 0)
        if index < len(self._bytes):
            offset = min(offset, self._bytes[index] - self._saved[index])
        return min(offset, len(self.text))

    def _parser(self) -> Any:
        parser = expat.ParserCreate("utf-8")
        parser.ordered_attributes = False
        parser.buffer_text = False
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = lambda target, data: self._flush()
        parser.StartCdataSectionHandler = self._flush
        parser.EndCdataSectionHandler = self._flush
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        return parser

    def run(self) -> None:
        """Parse; a fault ends the reading, and what was read until there stands."""
        data = LONE.sub("\ufffd", self.text).encode("utf-8")
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            self._flush_until(self.offset(min(self.parser.ErrorByteIndex, len(data))))
            self._fault(
                f"The XML is not well-formed here ({expat.ErrorString(error.code)}); what follows was not checked."
            )
        except _Refused:
            self._fault("The file declares entities of its own, which are not read; write the text out.")
        self.walk.finish()

    def _fault(self, message: str) -> None:
        index = self.parser.ErrorByteIndex if self.parser.ErrorCode else self.parser.CurrentByteIndex
        at = min(self.offset(max(index, 0)), len(self.text))
        self.faults.append(Fault("file", message, Span(at, min(at + 1, len(self.text)))))

    def _flush(self) -> None:
        self._flush_until(self.offset(self.parser.CurrentByteIndex))

    def _flush_until(self, end: int) -> None:
        if self._parts:
            text, self._parts = "".join(self._parts), []
            self.walk.text_node(self._start, text, end)

    def _characters(self, text: str) -> None:
        if not self._parts:
            self._start = self.offset(self.parser.CurrentByteIndex)
            if self.text.startswith("<![CDATA[", self._start):
                self._start += 9
        self._parts.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        from html import unescape

        if not is_parameter and unescape(f"&{name};") != f"&{name};":
            self._characters(unescape(f"&{name};"))

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._flush()
        self.walk.begin(name, attributes, self.offset(self.parser.CurrentByteIndex))

    def _end(self, name: str) -> None:
        self._flush()
        self.walk.end(self.offset(self.parser.CurrentByteIndex))

    def _comment(self, text: str) -> None:
        self._flush()
        start = self.offset(self.parser.CurrentByteIndex)
        found = self.text.find("-->", start + 4)
        end = found + 3 if found >= 0 else len(self.text)
        self.comments.append(Comment(self.text[start + 4 : end - 3], Span(start, end)))

    def _entity(self, *declared: object) -> None:
        raise _Refused


def read(source: Source, surroundings: Surroundings = Surroundings()) -> Document:
    """Read article XML."""
    parsing = _Parsing(source.text)
    parsing.run()
    walk = parsing.walk
    prose = walk.build.finished_prose()
    fields = tuple(sorted(walk.fields.found, key=lambda field: field.span))
    return Document(
        source,
        "xml",
        prose,
        tuple(walk.build.blocks),
        tuple(walk.build.marks),
        Metadata(fields, Span(walk.place, walk.place)),
        tuple(parsing.comments),
        tuple(parsing.faults),
        surroundings=surroundings,
    )
