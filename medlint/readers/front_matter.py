"""Front matter: the block of metadata before an article, in YAML, TOML or JSON.

Every scalar in it becomes a `Field` that knows where its key and its value stand. What cannot be read is one fault,
and whatever can still be made out around it is kept.
"""

from __future__ import annotations

from medlint.document import Fault, Metadata
from medlint.lazy import lazy
from medlint.readers.front_fields import Fields
from medlint.record import Record
from medlint.span import LINE_END, Span

OPENING = lazy(r"\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(---|\+\+\+|;;;|(?=\{))[ \t]*(?=[\r\n{]|\Z)")
CLOSING = {
    "---": lazy(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": lazy(r"(?:\A|(?<=[\r\n]))\+\+\+[ \t]*(?=[\r\n]|\Z)"),
    ";;;": lazy(r"(?:\A|(?<=[\r\n]));;;[ \t]*(?=[\r\n]|\Z)"),
}
ENTRY = lazy(r"""(?:\A|(?<=[\r\n]))[A-Za-z_"'][^\r\n:=]{0,80}(?::(?=[ \t\r\n]|\Z)|[ \t]*=)""")
OBJECT = lazy(r'\{\s*"')
BRACE = lazy(r"(?:\A|(?<=[\r\n]))\}[ \t]*(?=[\r\n]|\Z)")
BLANK = lazy(r"(?:\r\n|\n|\r)[ \t]*(?=[\r\n])")
NEVER_CLOSED = "it is never closed; put {fence} on a line of its own after the last field"


class Front(Record):
    """What stands before the body: the metadata, the faults in it, and the offset at which the body begins."""

    metadata: Metadata = Metadata()
    faults: tuple[Fault, ...] = ()
    body: int = 0


def read(text: str) -> Front:
    """Read the front matter that a text begins with, if any, and a second block that follows the first."""
    front = _read(text, 0)
    if front.metadata.fields and not front.faults:
        second = _read(text, front.body)
        if second.metadata.fields and not second.faults:
            both = front.metadata.fields + second.metadata.fields
            return Front(front.metadata._replace(fields=both), (), second.body)
    return front


def _read(text: str, at: int) -> Front:
    opening = OPENING.match(text, at)
    if not opening:
        return Front(body=at)
    fence = opening[1]
    if not fence:
        return _json(text, at, opening.end())
    start = _after_line_end(text, opening.end())
    closing = CLOSING[fence].search(text, start)
    if closing is None:
        return _unclosed(text, at, Span(*opening.span(1)), start)
    inside = Span(start, closing.start())
    if not ENTRY.search(text, *inside) and (fence == "---" or text[slice(*inside)].strip()[:1] != "{"):
        return Front(body=at if text[slice(*inside)].strip() else _after_line_end(text, closing.end()))
    found = fields(text, inside, fence)
    place = Span(inside.end, inside.end)
    return Front(Metadata(tuple(found.fields), place), tuple(found.faults[:1]), _after_line_end(text, closing.end()))


def fields(text: str, inside: Span, fence: str) -> Fields:
    """Read the fields between two fences; their readers are imported on first need."""
    if fence == "+++":
        from medlint.readers import front_toml

        return front_toml.fields(text, inside)
    if fence == ";;;":
        from medlint.readers import front_json

        return front_json.fields(text, inside)[0]
    from medlint.readers import front_flat

    flat = front_flat.fields(text, inside)
    if flat is not None:
        return Fields(flat, [])
    from medlint.readers import front_yaml

    return front_yaml.fields(text, inside)


def _json(text: str, at: int, start: int) -> Front:
    """Read a JSON object at the start of a text; braces that are no such thing belong to the body."""
    if not OBJECT.match(text, start):
        return Front(body=at)
    from medlint.readers import front_json

    found, end = front_json.fields(text, Span(start, len(text)))
    if end < 0:
        brace = BRACE.search(text, start)
        body = brace.end() if brace else _paragraph(text, start)
        return Front(Metadata(tuple(found.fields), Span(start, start)), tuple(found.faults[:1]), body)
    place = Span(end - 1, end - 1)
    return Front(Metadata(tuple(found.fields), place), tuple(found.faults[:1]), _after_line_end(text, end))


def _unclosed(text: str, at: int, fence: Span, start: int) -> Front:
    """Read fields under an opening fence without a second one; a lone rule before plain text is none."""
    end = _paragraph(text, start)
    if text[slice(*fence)] == ";;;" or len(ENTRY.findall(text, start, end)) < 2:
        return Front(body=at)
    found = fields(text, Span(start, end), text[slice(*fence)])
    fault = Fault("front-matter", NEVER_CLOSED.format(fence=text[slice(*fence)]), fence)
    return Front(Metadata(tuple(found.fields), Span(end, end)), (fault,), end)


def _paragraph(text: str, start: int) -> int:
    """Give the offset of the first blank line after `start`, or the end of the text."""
    blank = BLANK.search(text, start)
    return _after_line_end(text, blank.start()) if blank else len(text)


def _after_line_end(text: str, at: int) -> int:
    end = LINE_END.match(text, at)
    return end.end() if end else at
