"""Article XML: what is read as what, and where it stands."""

from __future__ import annotations

import pytest

from medlint.document import Document, Surroundings
from medlint.readers import xml
from medlint.source import Source, decode


def read(text: str) -> Document:
    return xml.read(Source("article.xml", text), Surroundings())


def blocks(document: Document) -> list[tuple[str, str, int, str]]:
    return [(each.shape, each.role, each.level, document.prose.text[each.start : each.end]) for each in document.blocks]


JATS = """<?xml version="1.0"?>
<article xml:lang="en" article-type="review-article"><front>
<journal-meta><journal-title>Joints</journal-title></journal-meta>
<article-meta><title-group><article-title>Care of <italic>gout</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Roe</surname><given-names>Jane</given-names></name>
<degrees>MD</degrees></contrib></contrib-group>
<pub-date pub-type="epub"><day>3</day><month>2</month><year>2020</year></pub-date>
<history><date date-type="accepted"><month>Jan</month><year>2020</year></date></history>
<permissions><license><p>Free to share.</p></license></permissions>
<abstract><p>Gout hurts.</p></abstract></article-meta></front>
<body><sec><title>Treatment</title><p>Rest <xref rid="r1">[1]</xref> &amp; drink.</p>
<sec><title>Drugs</title><list><list-item><p>One</p><p>More</p></list-item></list></sec>
<fig><label>Figure 1</label><caption><title>A toe.</title><p>It is red.</p></caption></fig>
<table-wrap><table><thead><tr><th>Drug</th></tr></thead><tbody><tr><td>A</td></tr></tbody></table></table-wrap>
<disp-quote><p>It burns.</p></disp-quote></sec></body>
<back><ref-list><title>References</title><ref id="r1"><label>1</label><element-citation><name><surname>Roe</surname>
<given-names>J</given-names></name><article-title>Gout</article-title><year>2019</year></element-citation></ref></ref-list></back>
</article>"""


def test_jats_blocks() -> None:
    assert blocks(read(JATS)) == [
        ("heading", "body", 1, "Care of gout"),
        ("paragraph", "chrome", 0, "Free to share."),
        ("paragraph", "body", 0, "Gout hurts."),
        ("heading", "body", 2, "Treatment"),
        ("paragraph", "body", 0, "Rest [1] & drink."),
        ("heading", "body", 3, "Drugs"),
        ("list-item", "body", 1, "One"),
        ("paragraph", "body", 0, "More"),
        ("caption", "body", 0, "A toe."),
        ("caption", "body", 0, "It is red."),
        ("table-cell", "body", 0, "Drug"),
        ("table-cell", "body", 1, "A"),
        ("paragraph", "quote", 0, "It burns."),
        ("heading", "reference", 2, "References"),
        ("list-item", "reference", 1, "Roe J Gout 2019"),
    ]


def test_jats_metadata() -> None:
    document = read(JATS)
    found = {each.name: (each.value, JATS[slice(*each.span)]) for each in document.metadata.fields}
    assert found["lang"] == ("en", "en")
    assert found["title"] == ("Care of gout", "Care of <italic>gout")
    assert found["author[0].name"] == ("Jane Roe, MD", "Roe</surname><given-names>Jane")
    assert found["date-published"] == ("2020-02-03", "3</day><month>2</month><year>2020")
    assert found["history.accepted"][0] == "2020-01"
    assert JATS[: document.metadata.place.start].endswith("</article-title>")


def test_questions_and_answers() -> None:
    text = (
        '<Document source="A"><Focus>Gout</Focus><FocusAnnotations><CUI>C1</CUI></FocusAnnotations><QAPairs><QAPair>'
        "<Question>What is gout ?</Question><Answer>Gout is &quot;arthritis&quot;.\n   \nKey Points\n"
        "      - It hurts.    - It\nends.\n   It comes\nback.</Answer></QAPair></QAPairs></Document>"
    )
    document = read(text)
    assert blocks(document) == [
        ("heading", "body", 1, "Gout"),
        ("heading", "body", 2, "What is gout ?"),
        ("paragraph", "body", 0, 'Gout is "arthritis".'),
        ("paragraph", "body", 0, "Key Points"),
        ("list-item", "body", 1, "It hurts."),
        ("list-item", "body", 1, "It"),
        ("paragraph", "body", 0, "ends."),
        ("paragraph", "body", 0, "It comes back."),
    ]
    assert ("title", "Gout") in [(each.name, each.value) for each in document.metadata.fields]
    assert document.blocks[4].marker == "-" and document.blocks[4].group == document.blocks[5].group > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<doc><x>One.</x><y>Two.</y></doc>", ["One.", "Two."]),
        ("<doc><para>Take <drug>this</drug> daily.</para><para>Rest.</para></doc>", ["Take this daily.", "Rest."]),
        ("<doc>a<![CDATA[ <b> &amp; ]]>c</doc>", ["a <b> &amp; c"]),
        ("<doc><p>one\r\n  two &#233;t&#xE9; \u00e9</p></doc>", ["one two été é"]),
        ("<!DOCTYPE d SYSTEM 'd.dtd'><d><p>Fish&nbsp;and &eacute;</p></d>", ["Fish and é"]),
        ("<d><p>One<!-- c --> two<?x y?> three</p></d>", ["One two three"]),
        ("<d><p/><p>  </p></d>", []),
    ],
)
def test_text(text: str, expected: list[str]) -> None:
    assert [words for *_, words in blocks(read(text))] == expected


def test_places() -> None:
    text = "<d>\u00e9\u00e9<p>a &amp; \U0001f600 b<sup>2</sup></p></d>"
    document = read(text)
    start = document.prose.text.index("b2")
    assert text[slice(*document.prose.span(start, start + 1))] == "b"
    assert [(mark.what, text[slice(*mark.span)]) for mark in document.marks] == [("sup", "<sup>2</sup>")]


def test_what_stands_before_a_mistake_is_read() -> None:
    text = "<d><p>One.</p><p>Tw\u00e9 <b>x</p></d>"
    document = read(text)
    assert [words for *_, words in blocks(document)] == ["One.", "Tw\u00e9 x"]
    (fault,) = document.faults
    assert fault.what == "file" and "mismatched tag" in fault.message
    assert text[: fault.span.start].endswith("<b>x</")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><d><p>&b;</p></d>',
        '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d><p>&a;</p></d>',
    ],
)
def test_declared_entities_are_refused(text: str) -> None:
    document = read(text)
    assert not document.blocks and [fault.what for fault in document.faults] == ["file"]


def test_other_encodings() -> None:
    text = "<?xml version='1.0' encoding='{}'?><d><p>\u00e9t\u00e9</p></d>"
    for encoding, data in (
        ("utf-16", b"\xff\xfe" + text.format("utf-16").encode("utf-16-le")),
        ("iso-8859-1", text.format("iso-8859-1").encode("latin-1")),
    ):
        document = xml.read(decode("a.xml", data), Surroundings())
        assert document.prose.text == "\u00e9t\u00e9", encoding
        assert document.source.text[slice(*document.prose.span(0, 3))] == "\u00e9t\u00e9"


def test_comments() -> None:
    text = "<d><!-- one --><p>x</p></d>"
    (comment,) = read(text).comments
    assert (comment.text, text[slice(*comment.span)]) == (" one ", "<!-- one -->")


@pytest.mark.parametrize("unit", ["<a>x", "<", "<!--", "&amp;", "<list><item>x", "<table>x<tr>", "\0", "]]>", "<b>x"])
def test_hostile_files_are_read(unit: str) -> None:
    document = read("<r>" + unit * 3000)
    assert len(document.faults) == 1
