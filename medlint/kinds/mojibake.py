"""Characters that were read in the wrong encoding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import NoOptions, kind
from medlint.lazy import lazy
from medlint.matching import find
from medlint.span import Range

HIGH = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
HIGH |= {chr(byte): byte for byte in range(0x80, 0xA0)}
"""The byte of each character of cp1252, and of each control character that it leaves out."""

TAIL = "".join(re.escape(char) for char, byte in HIGH.items() if byte < 0xC0)
DAMAGED = rf"(?:[Â-ß][{TAIL}]|[à-ï][{TAIL}]{{2}}|[ð-ô][{TAIL}]{{3}})+"
RIGHT = frozenset(
    "‘’‚“”„–—―…•·‹›«»€£¥¢§©®™°±²³¹µ¶×÷¼½¾ªº¿¡¬†‡‰′″¯´¨¸"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœŠšŽžŸłńęąćśźżőűğışčřěů"
    "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΘΛΞΠΣΦΨΩ≤≥≠≈−→←↑↓√∞∑∆∂∫ﬁﬂ\u00a0\u00ad\u200b\u200c\u200d\u2009\u200a\u202f\ufeff\ufffd"
)
"""The characters that a damaged sequence is believed to stand for; any other result is an accident."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\ufeff"
SIGN = lazy("[Â-ô]")
"""The first character of whatever is damaged, and of many words that are not."""

LOST = "\ufffd"
LOST_APOSTROPHE = lazy(r"(?<=[a-z])\ufffd(?=(?:s|t|re|ve|ll|d|m)\b)")


@kind("mojibake", values=("right",))
def mojibake(document: Document, options: NoOptions) -> Iterator[Hit]:
    """Report UTF-8 that was read as cp1252 (also twice over), and characters that are lost altogether.

    What was lost stands in as many places as the file has it, for one reason: that is one finding.
    """
    text = document.prose.text
    if not text.isascii():
        if SIGN.search(text):
            yield from _damaged(document)
        yield from _lost(document)


def _damaged(document: Document) -> Iterator[Hit]:
    """Report what was read as cp1252, with what it stands for."""
    for match in find(document, DAMAGED, ignorecase=False):
        right = repaired(match[0])
        if right is not None:
            place = Range(*match.span())
            yield Hit(place, {"right": _shown(right)}, (right,), (Edit(place, right),) if LOST not in right else ())
    for match in find(document, r"Â(?= )", ignorecase=False):
        place = Range(*match.span())
        yield Hit(place, {"right": "a no-break space"}, (), (Edit(place, ""),))
    for match in find(document, r"Ã(?= )", ignorecase=False):
        yield Hit(Range(*match.span()), {"right": '"à"'}, ("à",))
    for match in find(document, rf"â€(?![{TAIL}])", ignorecase=False):
        yield Hit(Range(*match.span()), {"right": "a quotation mark"})


def repaired(damaged: str) -> str | None:
    """Give the right text for a damaged sequence, or None where it is none."""
    text = damaged
    for _ in range(3):
        if not re.fullmatch(DAMAGED, text):
            break
        try:
            text = bytes(HIGH[char] for char in text).decode("utf-8")
        except UnicodeDecodeError:
            return None
    return text if text != damaged and RIGHT.issuperset(text) else None


def _shown(right: str) -> str:
    return "an invisible character" if right.strip(INVISIBLE) == "" else f'"{right}"'


def _lost(document: Document) -> Iterator[Hit]:
    """Report the replacement characters of a text; a source NUL reads as one too and is none."""
    places = [Range(*match.span()) for match in find(document, LOST)]
    places = [place for place in places if document.source.text[slice(*document.prose.span(*place))] != "\0"]
    if places:
        first, *rest = places
        likely = ("’",) if LOST_APOSTROPHE.match(document.prose.text, first.start) else ()
        related = tuple(Related(place, "and here") for place in rest)
        yield Hit(first, {"right": "a character that is lost"}, likely, related=related)
