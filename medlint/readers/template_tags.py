"""Template code in an article: Liquid, Handlebars, Hugo shortcodes, Jinja, ERB. It is not what the reader sees."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.lazy import lazy
from medlint.record import Record

MAX_LENGTH = 4000

OPENERS = lazy(r"\{\{!--|\{\{!|\{\{<|\{\{%|\{\{\{|\{\{|\{%|\{#(?=\s)|<%(?!-?-)")
CLOSERS = {
    "{{!--": "--}}",
    "{{!": "}}",
    "{{<": ">}}",
    "{{%": "%}}",
    "{{{": "}}}",
    "{{": "}}",
    "{%": "%}",
    "{#": "#}",
    "<%": "%>",
}
CONTROL = lazy(r"\{\{[~-]?\s*(?:[#/^>&]|else\b|end\b|if\b|range\b|with\b|define\b|block\b|template\b|partial\b)")
LONG_COMMENT = lazy(r"\{%-?\s*comment\b")
END_COMMENT = lazy(r"\{%-?\s*endcomment\s*-?%\}")


class TemplateTag(Record):
    """One tag: where it stands, and whether it is `output`, `control` (gives no text itself) or a `comment`."""

    start: int
    end: int
    sort: str


class Closers:
    """Finds what closes a tag, without going over the text again and again for what is not in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next: dict[str, int] = {}

    def after(self, closer: str, at: int) -> int:
        """Give the first offset of `closer` from `at` on, or -1."""
        known = self.next.get(closer)
        if known is None or (known != -1 and known < at):
            known = self.next[closer] = self.text.find(closer, at)
        return known


def template_tags(text: str, start: int = 0) -> Iterator[TemplateTag]:
    """Yield the template tags of a text in order. What is never closed, or only pages later, is none."""
    if not ("{{" in text or "{%" in text or "{#" in text or "<%" in text):
        return
    closers = Closers(text)
    at = start
    while opener := OPENERS.search(text, at):
        begin = opener.start()
        end = closers.after(CLOSERS[opener[0]], opener.end())
        if end < 0 or end - begin > MAX_LENGTH:
            at = opener.end()
            continue
        at = end + len(CLOSERS[opener[0]])
        sort = "comment" if opener[0] in ("{{!--", "{{!", "{#") else "control"
        if opener[0] in ("{{", "{{{", "<%") and not CONTROL.match(text, begin):
            sort = "output"
        elif opener[0] == "{%" and LONG_COMMENT.match(text, begin):
            closing = END_COMMENT.search(text, at, at + MAX_LENGTH)
            at, sort = (closing.end(), "comment") if closing else (at, sort)
        yield TemplateTag(begin, at, sort)
