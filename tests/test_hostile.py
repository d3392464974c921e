"""Input that is made to break a reader: it is read, quickly, and the places still hold.

Each sign is repeated as often as makes a reader hang that goes over its text again and again. No time is taken: a
quadratic reader would not come back from these within the patience of whoever waits for the tests.
"""

from __future__ import annotations

import pytest

from medlint.readers import read
from medlint.source import Source

SIZE = 20_000
UNITS = (
    *("[", "![", "](", "[[", "[a](b", "[^a]", "[^a]: x\n", "[a]: b\n", "*", "**a ", "_a_", "`", "```\n", "~~~\n", "~"),
    *("> ", "- ", "1. ", "# ", "|", "|a|b|\n|-|-|\n", ": a\n", "a\n: b\n", "---\n", "---\na: b\n", "\\", "a\n", "a\r"),
    *("{{", "{{<", "{{!--", "{% ", "{% comment %}", "<%", "{#a}", "{:a}", "{", "{/*", "{a}", "${", "$x", "$$", "%%"),
    *("<", "<!--", "<a ", "<a x='", "<a x=", "<b>", "</b>", "<br>", "<sup>1", "<div>\n", "<ul><li>", "</li>", "<h1>"),
    *("<table><tr><td>", "<blockquote>", "<script>", "<pre>", "<!DOCTYPE ", "<?", "<img alt='a&amp;'>", "&", "&amp;"),
    *("<A b={", "<A>\n  x\n", "</A>\n", "<A x={['a b c d',", "import x\n", "export const a = {\n\n", ":::a\n"),
    *(".. x::\n", "> [!a] t\n", ":a:`b`", "\0", " ", "\t", "\u2028", "é", "日", "\ufdd0", "\ud83d", "@", "a@b."),
    *("http://a)", "10.1234/", "www.a."),
)


@pytest.mark.parametrize("format", ["markdown", "mdx"])
@pytest.mark.parametrize("unit", UNITS)
def test_a_flood_is_read(unit: str, format: str) -> None:
    text = unit * (SIZE // len(unit))
    document = read(Source("article", text), format)
    assert len(document.prose.text) <= 4 * len(text)
    for block in document.blocks[:: max(len(document.blocks) // 50, 1)]:
        start, end = document.prose.span(block.start, block.end)
        assert 0 <= start <= end <= len(text)


FRONT = (
    *("[", "{", "- ", "? ", "a: [", "a: {b: ", "a: b: c\n", "a: '\n", "a: @\n", "%\n", "a: &b [*b, *b]\n", "&a "),
    *("*a ", '"a": [', '{"a":', '"a": "', "a = [", "a = {b = ", "a = '''", "[[a]]\n", "a.", "a b\n", "\t", "\0", "\r"),
)
FENCES = {
    "yaml": ("---\na: b\nb: c\n", "\n---\n"),
    "toml": ("+++\na = 1\n", "\n+++\n"),
    "json": ('{"a": 1,', "\n}\n"),
    "fenced-json": (";;;\n{", "\n;;;\n"),
}


@pytest.mark.parametrize("language", FENCES)
@pytest.mark.parametrize("unit", FRONT)
def test_a_flood_in_the_front_matter_is_read(unit: str, language: str) -> None:
    opening, closing = FENCES[language]
    document = read(Source("article", opening + unit * (SIZE // len(unit)) + closing + "\nBody.\n"), "markdown")
    assert sum(fault.what == "front-matter" for fault in document.faults) <= 1


@pytest.mark.parametrize("unit", ["a", "é", "5 mg "])
@pytest.mark.parametrize("start", ["", "{{", "<", "$", "[", "`", "<!--", "<p>", "---\na: b\nb: "])
def test_a_long_line_is_read(start: str, unit: str) -> None:
    document = read(Source("article", start + unit * (500_000 // len(unit))), "markdown")
    assert document.prose.text or document.comments or document.metadata.fields


DEEP = {
    "quotes": "> " * 500 + "a",
    "lists": "- " * 500 + "a",
    "emphasis": "*a " * 2000 + "b*" * 2000,
    "html-lists": "<ul><li>" * 800 + "a",
    "links": "[" * 900 + "a" + "](b)" * 900,
}


@pytest.mark.parametrize("format", ["markdown", "mdx"])
@pytest.mark.parametrize("sort", DEEP)
def test_deep_nesting_is_read(sort: str, format: str) -> None:
    assert "a" in read(Source("article", DEEP[sort]), format).prose.text
