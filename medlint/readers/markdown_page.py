"""The text that the Markdown parser reads, and the way back from its byte offsets to the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from medlint.lazy import lazy
from medlint.span import Span

NOT_ASCII = lazy(r"[^\x00-\x7f]+")


class Page:
    """Stretches of a text joined to one (all of it, or its lines without their indent).

    `offset` gives the offset in the whole text of a byte of the UTF-8 form of `text`, exact at the ends of runs of
    letters beyond ASCII, where alone the parser's events begin and end.
    """

    def __init__(self, whole: str, stretches: Sequence[Span]) -> None:
        self.text = "".join([whole[slice(*stretch)] for stretch in stretches])
        self._bytes: list[int] = []
        self._shifts: list[int] = []
        byte = 0
        ascii_only = self.text.isascii()
        for stretch in stretches:
            self._add(byte, stretch.start - byte)
            if ascii_only:
                byte += stretch.end - stretch.start
            else:
                byte = self._stretch(whole, stretch, byte)
        if not self._bytes:
            self._add(0, 0)

    def _add(self, byte: int, shift: int) -> None:
        self._bytes.append(byte)
        self._shifts.append(shift)

    def _stretch(self, whole: str, stretch: Span, byte: int) -> int:
        """Note how far bytes and code points have drifted apart after each run beyond ASCII."""
        at = stretch.start
        for match in NOT_ASCII.finditer(whole, stretch.start, stretch.end):
            byte += match.start() - at + len(match[0].encode())
            at = match.end()
            self._add(byte, at - byte)
        return byte + stretch.end - at

    def offset(self, byte: int) -> int:
        """Give the offset in the whole text that a byte offset of the page stands for."""
        return byte + self._shifts[bisect_right(self._bytes, byte) - 1]
