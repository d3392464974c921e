"""Every place is exact, in every format, in whole documents and in damaged ones.

    MEDLINT_EXAMPLES=10000 python -m pytest tests/test_positions.py

runs more examples than the few that a quick test can afford.
"""

from __future__ import annotations

import os
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.prose import BLOCK_BREAK
from medlint.readers import read
from medlint.source import Source
from medlint.span import Range, Span

EXAMPLES = int(os.environ.get("MEDLINT_EXAMPLES", "60"))

WORDS = (
    *(
        "gout",
        "hypertension",
        "5 mg",
        "naïve",
        "日本語",
        "😀",
        "“quoted”",
        "a–b",
        "don't",
        "x_y_z",
        "2*3*4",
        "$5",
        "50%",
    ),
    *("a\u00a0b", "a\u2009b", "tab\there", "nul\0nul", "\ufeff", "\u200b", "é", "&amp;", "&nbsp;", "&#955;"),
    *("https://example.org/a_b", "jane@example.org", "10.1000/182", "<", ">", "{", "}", "\\*", "\\", "[1]", "![", "]("),
)
INLINE = (
    *("**{}**", "*{}*", "***{}***", "_{}_", "`{}`", "``{} ` ``", "~~{}~~", "[{}](u)", "[{}](<u v> 'T')", "[{}][r]"),
    *(
        "![{}](i.png)",
        "[![{}](i)](u)",
        "<b>{}</b>",
        "<sup>{}</sup>",
        "<sub>{}",
        "{}</sub>",
        "<abbr title='{}'>W</abbr>",
    ),
    *(
        "<https://e.org/{}>",
        "[[{}]]",
        "[[P|{}]]",
        "![[{}]]",
        "%%{}%%",
        "${}$",
        "{{{{ {} }}}}",
        "{{% {} %}}",
        "{}<br>\n",
    ),
    *("<!-- {} -->", "{}  \n", "{}\\\n", "{}\n", "{}[^1]", "{}[^2]", "<img alt='{}'>", "{{{}}}", "{{/* {} */}}"),
    *('<Tip title="{}">x</Tip>', "<Tip text={{'{}'}} />", '{{"{}"}}', "<a href='{}'>k</a>", ":ref:`{}`", "{{: .{}}}"),
)
BLOCKS = (
    *(
        "{}",
        "# {}",
        "## {} ##",
        "### {} {{#id .c}}",
        "{}\n===",
        "{}\n---",
        "- {}",
        "- a\n  - {}\n\n    {}",
        "1. {}\n2) {}",
    ),
    *("* {}\n\n* {}", "- [ ] {}", "> {}", "> > {}\n> {}", "> [!note] {}\n> {}", "    {}", "```\n{}\n```", "~~~js\n{}"),
    *(
        "| a | b |\n|---|:-:|\n| {} | {} |",
        "[^1]: {}",
        "Term\n: {}",
        "---",
        "<div>\n{}\n</div>",
        "<p>{}",
        "<p>\n{}\n\n{}</p>",
    ),
    *("<ul><li>{}<li>{}</ul>", "<table><tr><td>{}<th>{}</table>", "<script>{}</script>", "<blockquote>{}</blockquote>"),
    *(
        "{{% if x %}}\n{}\n{{% endif %}}",
        "{{{{< fig >}}}}",
        ":::tip {}\n{}\n:::",
        ".. note:: {}",
        "%%\n{}\n%%",
        "<!--\n{}",
    ),
    *("import X from 'x'", "export const metadata = {{ title: '{}' }}", "<Box title='{}'>\n    {}\n\n    - {}\n</Box>"),
    *("<pre>\n {}\n</pre>", "<h2>{}</h2>{}", "<details>\n<summary>{}</summary>\n\n{}\n\n</details>", "<!DOCTYPE html>"),
    *("Reviewed by: {}", "• {}\n• {}", "{}:\n{}", "<nav>{}</nav>", "<article><sec><title>{}</title><p>{}</p></sec>"),
)
FRONTS = (
    *(
        "",
        "",
        "---\ntitle: {}\n---\n",
        "---\ntitle: '{}'\ntags: [{}, {}]\n---\n",
        '---\na:\n  - n: {}\n    m: "{}"\n---\n\n',
    ),
    *(
        "+++\ntitle = \"{}\"\n[a]\nb = ['{}']\n+++\n",
        '{{"title": "{}", "a": [{{"b": "{}"}}]}}\n\n',
        ';;;\n{{"t": "{}"}}\n;;;\n',
    ),
    *(
        "---\ntext: |-\n  {}\n\n  - {}\n---\n",
        "---\ntitle: a: {}\nb: {}\n",
        "\n---  \ntitle: {}\n...\n---\nx: {}\ny: 1\n---\n",
    ),
    *(
        "<html><head><title>{}</title><meta name='author' content='{}'></head><body>",
        "<?xml version='1.0'?>\n<article>",
    ),
)
CUTS = (
    "",
    "",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    " ",
    "\t",
    "*",
    "_",
    "`",
    "```",
    "#",
    "- ",
    "> ",
    "|",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "{",
    "}",
)

words = st.sampled_from(WORDS)
lines = st.recursive(
    words,
    lambda inner: st.one_of(
        st.builds(lambda shape, text: shape.format(text), st.sampled_from(INLINE), inner),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=2).map("".join),
    ),
    max_leaves=5,
)


def filled(shapes: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda shape, texts: shape.format(*texts), st.sampled_from(shapes), st.lists(lines, min_size=3, max_size=3)
    )


articles = st.builds(
    lambda front, blocks, end: (front + "\n\n".join(blocks)).replace("\n", end),
    filled(FRONTS),
    st.lists(filled(BLOCKS), max_size=6),
    st.sampled_from(("\n", "\n", "\r\n", "\r")),
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """An article from which something was cut, in which something stands twice, or into which markup fell."""
    text = draw(articles)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(start + draw(st.sampled_from((0, 1, 2, 5, 20))), len(text))
        put = draw(st.sampled_from(CUTS)) or text[start:end] * 2
        text = text[:start] + put + text[end:]
    return text


def check(document: Document) -> None:
    """Check all that is promised of the places in a document."""
    check_pieces(document)
    check_blocks(document)
    check_marks(document)
    check_metadata(document)


def check_pieces(document: Document) -> None:
    prose, source = document.prose, document.source.text
    ends = [*prose.starts[1:], len(prose.text)][: len(prose.starts)]
    assert prose.starts == sorted(set(prose.starts)) and prose.starts[:1] in ([], [0])
    for start, end, span, literal in zip(prose.starts, ends, prose.sources, prose.literals, strict=True):
        assert 0 <= span.start <= span.end <= len(source)
        assert end > start
        if literal:
            assert source[slice(*span)] == prose.text[start:end]
            assert prose.span(start, end) == span
    assert not any("\ud800" <= letter <= "\udfff" for letter in prose.text)


def check_blocks(document: Document) -> None:
    prose, blocks = document.prose, document.blocks
    assert BLOCK_BREAK.join(prose.text[block.start : block.end] for block in blocks) == prose.text
    assert prose.text.count("\0") == max(len(blocks) - 1, 0)
    for index, block in enumerate(blocks):
        assert block.start < block.end
        assert block.parent < len(blocks) and block.parent != index
        assert document.block_at(block.start) is document.block_at(block.end - 1) is block
        pieces = [
            source
            for start, source in zip(prose.starts, prose.sources, strict=True)
            if block.start <= start < block.end
        ]
        assert all(one.end <= other.start for one, other in pairwise(pieces))


def check_marks(document: Document) -> None:
    prose, source = document.prose, document.source.text
    for mark in document.marks:
        assert 0 <= mark.start <= mark.end <= len(prose.text)
        assert 0 <= mark.span.start <= mark.span.end <= len(source)
        if mark.start < mark.end:
            inner = prose.span(mark.start, mark.end)
            assert mark.span.start <= inner.start and inner.end <= mark.span.end, mark
            assert "\0" not in prose.text[mark.start : mark.end]
            assert mark in document.marks_in(Range(mark.start, mark.end))
    for comment in document.comments:
        assert comment.text in source[slice(*comment.span)]


def check_metadata(document: Document) -> None:
    source = document.source.text
    spans = [document.metadata.place, *(fault.span for fault in document.faults)]
    for field in document.metadata.fields:
        spans += (field.key, field.span)
        plain = not any(sign in field.value or sign in source[slice(*field.span)] for sign in "\\'&\n\r\t \ufffd")
        if plain and field.value and field.origin == "front-matter":
            assert source[slice(*field.span)] == field.value
    assert all(0 <= span.start <= span.end <= len(source) for span in spans)
    assert sum(fault.what == "front-matter" for fault in document.faults) <= 1


@pytest.mark.parametrize("format", ["markdown", "mdx", "text", "html", "xml"])
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=articles)
def test_places_in_an_article(format: str, text: str) -> None:
    check(read(Source("article", text), format))


@pytest.mark.parametrize("format", ["markdown", "mdx", "text", "html", "xml"])
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=damaged())
def test_places_in_a_damaged_article(format: str, text: str) -> None:
    check(read(Source("article", text), format))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=articles, data=st.data())
def test_a_range_and_its_span_agree(text: str, data: st.DataObject) -> None:
    """From prose to source and back: a range is within the range of its span."""
    document = read(Source("article", text), "markdown")
    block = data.draw(st.sampled_from(document.blocks or [None]))
    if block is None:
        return
    start = data.draw(st.integers(block.start, block.end - 1))
    place = Range(start, data.draw(st.integers(start + 1, block.end)))
    span = document.prose.span(*place)
    back = document.prose.range(span)
    assert back is not None and back.start <= place.start and place.end <= back.end
    if document.prose.is_literal(*place):
        assert document.text(span) == document.text(place)
    wide = document.span(place)
    assert wide.start <= span.start and span.end <= wide.end


def test_a_finding_over_part_of_a_mark_covers_the_mark() -> None:
    document = read(Source("article", "Her **hyper**tension and **low pulse** rate."), "markdown")

    def shown(text: str) -> str:
        start = document.prose.text.index(text)
        return document.text(document.span(Range(start, start + len(text))))

    assert shown("hypertension") == "**hyper**tension"
    assert shown("hyper") == "hyper"
    assert shown("low") == "low"
    assert shown("pulse rate") == "**low pulse** rate"
    assert shown("tension and low") == "tension and **low pulse**"


def test_no_part_of_the_prose_is_read_from_nowhere() -> None:
    document = read(Source("article", "Gout &amp; *diet*\nhelp."), "markdown")
    assert [document.prose.span(at, at + 1) for at in (5, 7, 11)] == [Span(5, 10), Span(12, 13), Span(17, 18)]
