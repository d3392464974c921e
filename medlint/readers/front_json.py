"""Front matter in JSON."""

from __future__ import annotations

from medlint.readers.front_fields import Fields
from medlint.readers.front_scan import JSON, ScanError, Scanner
from medlint.span import Span


def fields(text: str, inside: Span) -> tuple[Fields, int]:
    """Read the fields of the JSON object in a span; also give the offset of its end, or -1 where it has none."""
    scan = Scanner(text, inside.start, inside.end, JSON)
    try:
        if scan.skip() != "{":
            raise ScanError("it must be one JSON object, in braces", scan.at)
        scan.value("", Span(scan.at, scan.at))
    except ScanError as error:
        return Fields(scan.fields, [scan.fault(error)]), -1
    return Fields(scan.fields, []), scan.at
