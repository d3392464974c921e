"""Front matter in TOML."""

from __future__ import annotations

import re

from medlint.document import Fault
from medlint.lazy import lazy
from medlint.readers.front_fields import Fields
from medlint.readers.front_scan import TOML, ScanError, Scanner
from medlint.span import LINE_END, Span

HEAD = lazy(r"(\[{1,2})([^\r\n]*?)\]{1,2}[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")
REST = lazy(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")


def fields(text: str, inside: Span) -> Fields:
    """Read the fields of the TOML between two fences; a line that is none is passed over."""
    scan = Scanner(text, inside.start, inside.end, TOML)
    faults: list[Fault] = []
    tables: dict[str, int] = {}
    prefix = ""
    while scan.skip():
        start = scan.at
        try:
            head = HEAD.match(text, start, inside.end)
            if head:
                prefix = _table(scan, head, tables)
            else:
                scan.entry(prefix)
                _check_rest(scan)
        except ScanError as error:
            faults.append(scan.fault(error))
            end = LINE_END.search(text, start, inside.end)
            scan.at = end.end() if end else inside.end
    return Fields(scan.fields, faults)


def _table(scan: Scanner, head: re.Match[str], tables: dict[str, int]) -> str:
    """Give the name that a `[table]` or `[[table]]` line puts before the keys under it."""
    inner = Scanner(scan.text, head.start(2), head.end(2), TOML)
    name = ".".join(inner.key()[0])
    scan.at = head.end()
    if head[1] == "[":
        return name
    tables[name] = tables.get(name, -1) + 1
    return f"{name}[{tables[name]}]"


def _check_rest(scan: Scanner) -> None:
    if not REST.match(scan.text, scan.at, scan.end):
        at = scan.at + len(scan.text[scan.at : scan.end]) - len(scan.text[scan.at : scan.end].lstrip(" \t"))
        raise ScanError("text follows a value that is complete; put the whole value in quotation marks", at)
