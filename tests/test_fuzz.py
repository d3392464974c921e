"""The whole of medlint on damaged articles: no exception, exact places, fixes that settle, bytes that come back.

    MEDLINT_EXAMPLES=10000 python -m pytest tests/test_fuzz.py

runs more examples than the few that a quick test can afford.
"""

from __future__ import annotations

import os
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medlint.cards import card_files, read_card
from medlint.document import Document, Surroundings
from medlint.engine import lint
from medlint.finding import Finding
from medlint.fixes import apply, fixed
from medlint.plan import Plan, make_rule
from medlint.readers import FORMATS, read
from medlint.shipped import shipped
from medlint.source import NotText, Source, decode

EXAMPLES = int(os.environ.get("MEDLINT_EXAMPLES", "25"))
SAMPLES = Path(__file__).parent.parent / "samples"
PLAN = Plan(tuple(make_rule(read_card(path)) for path in card_files(shipped("rules"))))
SURROUNDINGS = Surroundings(today=date(2026, 11, 1))

XML = """<?xml version="1.0"?>
<article><front><article-meta><title-group><article-title>Gout &amp; diet</article-title></title-group>
<contrib-group><contrib><name><surname>Hart</surname><given-names>Joel</given-names></name></contrib></contrib-group>
</article-meta></front><body><sec><title>Causes.</title><p>A gout is common. It  hurts , often in in the toe.</p>
<list><list-item><p>beer</p></list-item><list-item><p>spirits.</p></list-item></list></sec></body>
<back><ref-list><ref>Hart J. Toes. 2021.</ref></ref-list></back></article>
"""
SEEDS = {
    format: [path.read_text("utf-8") for path in sorted(SAMPLES.iterdir()) if FORMATS.get(path.suffix) == format]
    for format in ("text", "markdown", "mdx", "html")
} | {"xml": [XML]}

FRAGMENTS = (
    *("\n", "\r", "\r\n", "\n\n", " ", "\t", "\0", "\u00a0", "\u200b", "\u2028", "\ufeff", "\u202e", "é", "日本", "😀"),
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "#",
        "# ",
        "- ",
        "1. ",
        "> ",
        "|",
        "[",
        "](x)",
        "![",
        "[[",
        "]]",
        "[^1]",
        "\\",
        "~~",
    ),
    *(
        "<",
        ">",
        "</",
        "<!--",
        "-->",
        "<p>",
        "</p>",
        "<b>",
        "<script>",
        "<table><tr><td>",
        "&amp;",
        "&nbsp;",
        "&#0;",
        "&",
    ),
    *(
        "{",
        "}",
        "{{",
        "}}",
        "{%",
        "%}",
        "{/*",
        "*/}",
        "---\n",
        "+++\n",
        "%%",
        "$",
        ":::",
        "<![CDATA[",
        "<?",
        "<!ENTITY ",
    ),
    *(". ", ",", ";", ":", "(", ")", "5.0 mg", ".5 mg", "MRI", "(MRI)", "the the", "marrow.As", "â€™", "Sources\n"),
    *("Reviewed AtMay 4, 2024", "medlint-ignore MED4: x", "<!-- medlint-ignore-file ALL: x -->", "import x from 'y'\n"),
)


@st.composite
def damaged(draw: st.DrawFn, format: str) -> str:
    """Draw a part of an article with a few things put in, taken out or said twice."""
    text = draw(st.sampled_from(SEEDS[format]))
    start = draw(st.integers(0, max(len(text) - 400, 0)))
    text = text[:200] + text[start : start + draw(st.integers(0, 900))]
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(0, 40))
        change = draw(st.sampled_from(("insert", "insert", "delete", "repeat")))
        piece = draw(st.sampled_from(FRAGMENTS)) if change == "insert" else text[at : at + length] * 2
        text = text[:at] + ("" if change == "delete" else piece) + text[at if change == "insert" else at + length :]
    return text


def document(text: str, format: str) -> Document:
    return read(Source("fuzzed", text), format, SURROUNDINGS)


def check_finding(finding: Finding, text: str) -> None:
    edits = finding.fix.edits if finding.fix else ()
    for start, end in (finding.span, *(each.span for each in finding.related), *(edit.span for edit in edits)):
        assert 0 <= start <= end <= len(text), finding
    for one, other in pairwise(edits):
        assert one.span.end <= other.span.start, finding


@pytest.mark.parametrize("format", SEEDS)
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_breaks(format: str, data: st.DataObject) -> None:
    text = data.draw(damaged(format))
    findings = lint(document(text, format), PLAN)
    assert findings == tuple(sorted(findings))
    for finding in findings:
        check_finding(finding, text)
    once = fixed(Source("fuzzed", text), lambda text: lint(document(text, format), PLAN))
    assert apply(once, lint(document(once, format), PLAN)) == once, "a second run changes more"


@settings(max_examples=EXAMPLES * 5, deadline=None)
@given(
    st.binary(max_size=300) | st.text(max_size=200).map(lambda text: text.encode("utf-16")) | st.text().map(str.encode)
)
def test_bytes_come_back(data: bytes) -> None:
    try:
        source = decode("fuzzed", data)
    except NotText:
        return
    assert source.encode() == data
