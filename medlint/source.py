"""The text of a file as it was read, and the bytes that give it back."""

from __future__ import annotations

import codecs
import re
from functools import cached_property
from itertools import chain

from medlint.span import Lines

UTF8_BOM = codecs.BOM_UTF8
UTF16_BOMS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
DECLARED = rb"""(?i)<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})|<meta[^>]{0,200}?charset=["']?([\w.:-]{1,40})"""
CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\v\f\r\x1b")))
ASCII = bytes(range(32, 127))
LOST = "\ufffd"
"""Stands in the text for a byte that is no text in the file's encoding."""


class NotText(ValueError):
    """The bytes are no text: a picture, an archive, a program."""


class Source:
    """The untouched text of one file.

    `text` holds every character of the file but a byte order mark; `encode` gives the file's bytes
    back for it, so a text that was not changed is written as the same bytes. `lost` holds, for each U+FFFD of the text
    in turn, the bytes that it stands for; it is empty where the whole file could be read.
    """

    def __init__(
        self, path: str, text: str, encoding: str = "utf-8", bom: bytes = b"", lost: tuple[bytes, ...] = ()
    ) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.bom = bom
        self.lost = lost

    @cached_property
    def lines(self) -> Lines:
        """The lines of the text, for positions."""
        return Lines(self.text)

    def encode(self, text: str | None = None) -> bytes:
        """Give the bytes of `text` (the source itself, if none is given) in the file's encoding.

        Raises UnicodeEncodeError where `text` holds a character that the encoding lacks, or where a byte that could
        not be read was taken out or put in, since it is not known which one.
        """
        text = self.text if text is None else text
        if not self.lost:
            return self.bom + text.encode(self.encoding)
        parts = text.split(LOST)
        if len(parts) != len(self.lost) + 1:
            raise UnicodeEncodeError(self.encoding, text, 0, 1, "unreadable bytes were taken out or put in")
        encoded = [part.encode(self.encoding) for part in parts]
        return self.bom + b"".join(chain(*zip(encoded, (*self.lost, b""), strict=True)))


def decode(path: str, data: bytes) -> Source:
    """Read bytes as text: by a byte order mark, as UTF-8, as declared in the file, as cp1252, as latin-1.

    Whatever is chosen gives the same bytes back. A few broken bytes do not make a UTF-8 file one of another encoding.
    Raises NotText for binary data.
    """
    for bom, encoding in UTF16_BOMS.items():
        if data.startswith(bom):
            return _utf16(path, data[len(bom) :], encoding, bom)
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    data = data[len(bom) :]
    if _is_binary(data):
        raise NotText("it holds binary data")
    text = _decoded(data, "utf-8")
    if text is not None:
        return Source(path, text, "utf-8", bom)
    broken = data.decode("utf-8", "surrogateescape")
    if bom or _is_mostly_utf8(broken):
        return _with_losses(path, broken, "utf-8", bom)
    for encoding in (_declared(data), "cp1252"):
        text = _decoded(data, encoding)
        if text is not None:
            return Source(path, text, encoding, bom)
    return Source(path, data.decode("latin-1"), "latin-1", bom)


def _decoded(data: bytes, encoding: str) -> str | None:
    """Give the text of `data`, or None where it is not exactly that encoding."""
    try:
        text = data.decode(encoding)
        same = encoding == "utf-8" or (isinstance(text, str) and text.encode(encoding) == data)
        return text if same else None
    except (UnicodeError, LookupError, ValueError):
        return None


def _utf16(path: str, data: bytes, encoding: str, bom: bytes) -> Source:
    """Read UTF-16; half of a pair of surrogates stands for nothing, as a broken byte does."""
    text = data[: len(data) // 2 * 2].decode(encoding, "surrogatepass")
    if len(data) % 2 or _is_binary(text[:4096].encode("utf-8", "replace")):
        raise NotText("it starts like UTF-16 text, but is not")
    if text.encode(encoding, "replace") == data:
        return Source(path, text, encoding, bom)
    return _with_losses(path, text, encoding, bom)


def _with_losses(path: str, text: str, encoding: str, bom: bytes) -> Source:
    """Give the source of a text in which surrogates stand for what could not be read."""
    lost = tuple(_bytes_of(letter, encoding) for letter in re.findall("[\ud800-\udfff\ufffd]", text))
    return Source(path, re.sub("[\ud800-\udfff]", LOST, text), encoding, bom, lost)


def _bytes_of(letter: str, encoding: str) -> bytes:
    return letter.encode(encoding, "surrogateescape" if encoding == "utf-8" else "surrogatepass")


def _is_mostly_utf8(text: str) -> bool:
    """Tell whether what is beyond ASCII was mostly good UTF-8, where `text` has a surrogate for each broken byte."""
    broken = len(re.findall("[\udc80-\udcff]", text))
    good = len(re.findall("[^\x00-\x7f\udc80-\udcff]", text))
    return good > broken


def _declared(data: bytes) -> str:
    """Give the encoding that an HTML or XML file names in its head, if it can be true of a file that names it so.

    Latin-1 is taken for cp1252, as every browser does.
    """
    match = re.search(DECLARED, data[:2048])
    name = (match[1] or match[2]).decode("ascii").lower() if match else ""
    if _decoded(ASCII, name) != ASCII.decode() or name.replace("_", "-") in (
        "iso-8859-1",
        "latin-1",
        "latin1",
        "ascii",
    ):
        return ""
    return name


def _is_binary(data: bytes) -> bool:
    """Tell whether the head of a file holds more control characters than any text does."""
    head = data[:8192]
    return len(head) - len(head.translate(None, CONTROLS)) > max(8, len(head) // 64)
