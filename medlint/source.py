"""The text of a file as it was read, and the bytes that give it back."""

from __future__ import annotations

import codecs
import re
from functools import cached_property

from medlint.span import Lines

UTF8_BOM = codecs.BOM_UTF8
UTF16_BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset=["']?([\w.:-]{1,40})""", re.I
)


class NotText(ValueError):
    """The bytes are no text: a picture, an archive, a program."""


class Source:
    """The untouched text of one file.

    `text` holds every character of the file but a byte order mark; `encode` gives the file's bytes
    back for it, so a text that was not changed is written as the same bytes.
    """

    def __init__(self, path: str, text: str, encoding: str = "utf-8", bom: bytes = b"") -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, for positions."""
        return Lines(self.text)

    def encode(self, text: str | None = None) -> bytes:
        """Give the bytes of `text` (the source itself, if none is given) in the file's encoding.

        Raises UnicodeEncodeError where `text` holds a character that the encoding lacks.
        """
        return self.bom + (self.text if text is None else text).encode(self.encoding)


def decode(path: str, data: bytes) -> Source:
    """Read bytes as text: by a byte order mark, as UTF-8, as declared in the file, as cp1252, as latin-1.

    Whatever is chosen gives the same bytes back. Raises NotText for binary data.
    """
    for bom, encoding in UTF16_BOMS.items():
        if data.startswith(bom):
            text = _decoded(data[len(bom) :], encoding)
            if text is None:
                raise NotText("it starts like UTF-16 text, but is not")
            return Source(path, text, encoding, bom)
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    data = data[len(bom) :]
    if _is_binary(data):
        raise NotText("it holds binary data")
    for encoding in ("utf-8", _declared(data), "cp1252"):
        text = _decoded(data, encoding)
        if text is not None:
            return Source(path, text, encoding, bom)
    return Source(path, data.decode("latin-1"), "latin-1", bom)


def _decoded(data: bytes, encoding: str) -> str | None:
    """Give the text of `data`, or None where it is not exactly that encoding."""
    try:
        text = data.decode(encoding)
        return text if encoding == "utf-8" or text.encode(encoding) == data else None
    except (UnicodeError, LookupError):
        return None


def _declared(data: bytes) -> str:
    """Give the encoding that an HTML or XML file names in its head."""
    match = DECLARED.search(data[:2048])
    return (match[1] or match[2]).decode("ascii") if match else ""


def _is_binary(data: bytes) -> bool:
    """Tell whether the head of a file holds more control bytes than any text does."""
    head = data[:8192]
    controls = sum(head.count(byte) for byte in (0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 20))
    return controls > max(8, len(head) // 64)
