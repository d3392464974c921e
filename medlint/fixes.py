"""Putting findings right: edits applied in one pass, passes repeated until nothing changes, files written whole."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable

from medlint.finding import Finding, Fix, SpanEdit
from medlint.source import Source

MAX_PASSES = 50
"""More passes than any real article needs; reached only when two fixes undo each other."""


class NotWritten(OSError):
    """A file that may not be written: a link, or something that is no file."""


def apply(text: str, findings: Iterable[Finding], unsafe: bool = False) -> str:
    """Give the text with the fixes of the findings applied: safe ones, and unsafe ones where asked.

    The edits of a fix are applied together or not at all. Of two fixes that overlap, the later one waits.
    """
    parts, done = [], 0
    for edit in chosen_edits(findings, unsafe):
        parts += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*parts, text[done:]])


def chosen_edits(findings: Iterable[Finding], unsafe: bool = False) -> list[SpanEdit]:
    """Give the edits of one pass, sorted and without overlaps."""
    fixes = [each.fix for each in findings if each.fix and (unsafe or each.fix.safety == "safe")]
    chosen: list[SpanEdit] = []
    taken: list[tuple[int, int]] = []
    for fix in sorted(set(fixes), key=lambda fix: (fix.edits[0].span.start, fix.edits[-1].span.end, fix)):
        reach = (fix.edits[0].span.start, fix.edits[-1].span.end)
        if not taken or _is_free(fix, taken, reach):
            chosen += fix.edits
            taken.append(reach)
    return sorted(chosen)


def _is_free(fix: Fix, taken: list[tuple[int, int]], reach: tuple[int, int]) -> bool:
    """Tell whether a fix touches nothing that is taken; two insertions at one place touch."""
    start, end = reach
    return all(
        end < first or last < start or (end == first != start) or (last == start != end) for first, last in taken
    )


def fixed(source: Source, lint: Callable[[str], Iterable[Finding]], unsafe: bool = False) -> str:
    """Give the text with everything fixed that can be: passes are repeated until one changes nothing.

    `lint` finds what is wrong with a text. A fix whose text the file's encoding cannot hold is left out.
    """
    text, seen = source.text, {source.text}
    for _ in range(MAX_PASSES):
        after = apply(text, (each for each in lint(text) if _is_writable(each, source)), unsafe)
        if after in seen:
            break
        seen.add(after)
        text = after
    return text


def _is_writable(finding: Finding, source: Source) -> bool:
    """Tell whether the file's encoding holds every character that a fix would write."""
    try:
        for edit in finding.fix.edits if finding.fix else ():
            edit.text.encode(source.encoding)
    except UnicodeEncodeError:
        return False
    return True


def diff(path: str, before: str, after: str, context: int = 3) -> str:
    """Give a unified diff between two texts of a file, or "" where they are the same."""
    if before == after:
        return ""
    from difflib import unified_diff

    lines = unified_diff(_lines(before), _lines(after), f"a/{path}", f"b/{path}", n=context)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Split at LF only, as patch programs do, and keep the ends."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def write(path: str, data: bytes) -> None:
    """Write a file whole or not at all; its mode is kept and no link is followed. Raises OSError."""
    if os.path.islink(path) or not os.path.isfile(path):
        raise NotWritten(f"{path} is a link or no plain file; it was left as it is")
    handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=".medlint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
