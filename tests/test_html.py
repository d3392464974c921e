"""HTML: what is read as what, and where it stands."""

from __future__ import annotations

import pytest

from medlint.document import Document, Surroundings
from medlint.readers import html
from medlint.source import Source


def read(text: str) -> Document:
    return html.read(Source("page.html", text), Surroundings())


def blocks(document: Document) -> list[tuple[str, str, str]]:
    return [(each.shape, each.role, document.prose.text[each.start : each.end]) for each in document.blocks]


def fields(document: Document) -> list[tuple[str, str, str, str]]:
    text = document.source.text
    return [(each.origin, each.name, each.value, text[slice(*each.span)]) for each in document.metadata.fields]


LONG = (
    "Gout is a painful form of arthritis that comes on quickly, often at night, and most often in one joint. "
    "It can be treated well, and the next attack can often be prevented."
)

SHAPES = [
    ("<h1>Gout</h1><p>It hurts.", [("heading", "body", "Gout"), ("paragraph", "body", "It hurts.")]),
    ("<title>Gout</title><p>It hurts.</p>", [("paragraph", "body", "It hurts.")]),
    ("It hurts.<p>Rest.</p>Then walk.", [("paragraph", "body", each) for each in ("It hurts.", "Rest.", "Then walk.")]),
    ("<p>It\n   hurts\tat <b> night </b> .</p>", [("paragraph", "body", "It hurts at night .")]),
    ("<p>&nbsp;</p><p>Less&nbsp;than&nbsp; &lt;5&#37;</p>", [("paragraph", "body", "Less than <5%")]),
    ("<p>One.<br><br>Two.</p>", [("paragraph", "body", "One."), ("paragraph", "body", "Two.")]),
    (
        "<p>The pain is worst in the first day and it then<br>fades.</p>",
        [("paragraph", "body", "The pain is worst in the first day and it then fades.")],
    ),
    ("<h2>Gout<br>and its care</h2>", [("heading", "body", "Gout and its care")]),
    (
        "<ul><li>Rest<ul><li>Ice</li></ul><li><p>Drink.</p><p>Water is best.</p></ul>",
        [
            ("list-item", "body", "Rest"),
            ("list-item", "body", "Ice"),
            ("list-item", "body", "Drink."),
            ("paragraph", "body", "Water is best."),
        ],
    ),
    (
        "<table><caption>Doses</caption><tr><th>Drug<th>Dose<tr><td>A<td>5 mg</table>",
        [("caption", "body", "Doses"), *[("table-cell", "body", each) for each in ("Drug", "Dose", "A", "5 mg")]],
    ),
    (
        f"<table><tr><td><a href=/>Home</a><td><center><font size=5>Gout</font></center><p>{LONG}</p>{LONG}</table>",
        [
            ("paragraph", "chrome", "Home"),
            ("paragraph", "body", "Gout"),
            ("paragraph", "body", LONG),
            ("paragraph", "body", LONG),
        ],
    ),
    (f"<blockquote>Rest.</blockquote><p>{LONG}", [("paragraph", "quote", "Rest."), ("paragraph", "body", LONG)]),
    (
        f"<blockquote><h2>Care</h2><p>{LONG}</p></blockquote>",
        [("heading", "body", "Care"), ("paragraph", "body", LONG)],
    ),
    ("<pre>  a\n  b </pre>", [("code", "body", "a b")]),
    (
        "<p>See <img src=a.png alt='A swollen &amp; red toe'> here.</p>",
        [("paragraph", "body", "See \ufffc here."), ("caption", "body", "A swollen & red toe")],
    ),
    ("<figure><img src=a.png><figcaption>A toe</figcaption></figure>", [("caption", "body", "A toe")]),
    ("<p>A</span>B</x>C<!-- no -->D", [("paragraph", "body", "ABCD")]),
    ("<p>One<script>alert('x')</script><style>p{}</style><template>no</template>", [("paragraph", "body", "One")]),
    ("<?xml version='1.0'?><p>One <?php x ?>two", [("paragraph", "body", "One two")]),
    ("<p>Shown <span hidden>not</span><b style='display: none'>nor</b> here", [("paragraph", "body", "Shown here")]),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_blocks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert blocks(read(text)) == expected


def test_lists_and_tables_know_their_place() -> None:
    document = read("<ol start=3><li>A<ul><li>B</ul><li>C</ol><table><tr><th>H<th>I<tr><td>1<td>2</table>")
    found = [(each.level, each.parent, each.marker) for each in document.blocks]
    assert found[:3] == [(1, -1, "3."), (2, 0, ""), (1, -1, "4.")]
    assert [each.level for each in document.blocks[3:]] == [0, 0, 1, 1]
    groups = [each.group for each in document.blocks]
    assert groups[0] == groups[2] != groups[1] and len(set(groups[3:])) == 1


ARTICLE = f"<article><h1>Gout</h1><p>{LONG}</p><p>{LONG}</p></article>"

CHROME = [
    f"<nav><a href=/>Home</a> <a href=/a>All topics</a></nav>{ARTICLE}",
    f"<header><h1>The Health Site</h1></header>{ARTICLE}",
    f"{ARTICLE}<footer><p>The site of a clinic.</p></footer>",
    f"<body><div class='cookie-banner'><p>We use cookies to make this site better for you.</p></div>{ARTICLE}",
    f"{ARTICLE}<aside><h3>Related</h3><ul><li><a href=a>Arthritis</a><li><a href=b>Bursitis</a></ul></aside>",
    f"<main>{ARTICLE}</main><h2>More stories</h2><p>By Kim Doe</p><p>Medically reviewed by Al Roe, MD</p>",
    f"{ARTICLE}<div id='comments'><p>{LONG} I know it well.</p></div>",
    f"<ol class='breadcrumb'><li><a href=/>Home</a><li>Gout</ol>{ARTICLE}",
    f"<form action=/search><label>Search</label><button>Go</button></form>{ARTICLE}",
    f"<p><a href=/>Home</a> &raquo; <a href=/j>Joints</a> &raquo; Gout</p><h1>Gout</h1><p>{LONG}</p><p>{LONG}</p>",
    f"<ul><li><a href=a>A</a><li><a href=b>B</a><li><a href=c>C</a></ul><h1>Gout</h1><p>{LONG}</p><p>{LONG}</p>",
    f"<h1>Gout</h1><p>{LONG}</p><p>{LONG}</p><p><a href='#top'>Back to top</a></p>",
    f"<h1>Gout</h1><p>{LONG}</p><p>{LONG}</p><p>Copyright 2020 by the clinic</p>",
    f"<h1>Gout</h1><p>{LONG}</p><p>{LONG}</p><div style='display:none'><p>Not for you.</p></div>",
]


@pytest.mark.parametrize("text", CHROME)
def test_the_site_is_chrome_and_the_article_is_not(text: str) -> None:
    found = blocks(read(text))
    body = [words for _, role, words in found if role == "body"]
    assert body == ["Gout", LONG, LONG]
    assert len(found) > 3 and {role for _, role, _ in found} == {"body", "chrome"}


KEPT = [
    (f"<div class=sidebar-layout><h1>Gout</h1><p>{LONG}</p></div>", LONG),
    (f"<form><h1>Gout</h1><p>{LONG}</p></form>", LONG),
    (f"<h1>Gout</h1><section id=social-support><p>{LONG}</p></section>", LONG),
    (f"<h1>Gout</h1><p>{LONG}</p><p>Reviewed by: <a href=a>Jane Roe, MD</a></p>", "Reviewed by: Jane Roe, MD"),
    (f"<article><header><h1>Gout</h1></header><p>{LONG}</p></article>", "Gout"),
    (f"<h1>Gout</h1><p>{LONG}</p><h2>References</h2><p><a href=a>Gout care</a></p>", "Gout care"),
    (f"{ARTICLE}<footer><p>Last updated on 3 May 2020</p></footer>", "Last updated on 3 May 2020"),
    (f"<article><p>{LONG}</p><aside><p>{LONG} A tip.</p></aside></article>", f"{LONG} A tip."),
]


@pytest.mark.parametrize(("text", "words"), KEPT)
def test_text_of_the_article_is_not_lost(text: str, words: str) -> None:
    assert words in [each for _, role, each in blocks(read(text)) if role == "body"]


def test_marked_references_are_references() -> None:
    found = blocks(read(f"<h1>Gout</h1><p>{LONG}</p><ol class=references><li><a href=a>Care of gout</a>. 2019.</ol>"))
    assert found[-1] == ("list-item", "reference", "Care of gout. 2019.")


MARKS = [
    ("<p>See <a href='/g'>gout</a>.", ("link", "gout", "/g", "<a href='/g'>gout</a>")),
    ("<p>A <em>very</em> bad", ("emphasis", "very", "", "<em>very</em>")),
    ("<p><abbr title='magnetic resonance'>MR</abbr>", ("abbr", "MR", "magnetic resonance", None)),
    ("<p>10<sup>9</sup>/L", ("sup", "9", "", "<sup>9</sup>")),
    ("<p>CO<sub>2</sub>", ("sub", "2", "", "<sub>2</sub>")),
    ("<p>Set <code>x</code>", ("code", "x", "", "<code>x</code>")),
    ("<p>Go to https://example.org/a today", ("url", "https://example.org/a", "https://example.org/a", None)),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks(text: str, expected: tuple[str, str, str, str | None]) -> None:
    document = read(text)
    (mark,) = document.marks
    what, words, target, written = expected
    assert (mark.what, document.prose.text[mark.start : mark.end], mark.target) == (what, words, target)
    assert written is None or text[slice(*mark.span)] == written


def test_a_mark_that_runs_over_blocks_is_one_in_each() -> None:
    document = read("<p><b>One.<br><br>Two.</b></p>")
    assert [document.prose.text[mark.start : mark.end] for mark in document.marks] == ["One.", "Two."]


def test_places_in_text_with_entities() -> None:
    text = "<p>Caf&eacute; &amp;\r\n<i>th&eacute;</i></p>"
    document = read(text)
    prose = document.prose
    assert prose.text == "Café & thé"
    assert text[slice(*prose.span(0, 4))] == "Caf&eacute;"
    assert text[slice(*prose.span(5, 6))] == "&amp;"
    assert text[slice(*prose.span(7, 10))] == "th&eacute;"
    assert prose.is_literal(7, 9) and not prose.is_literal(7, 10)


META = """<html lang="en-GB"><head><title> Gout &amp; you </title>
<meta name="author" content="Jane Roe">
<meta property='article:published_time' content='2021-02-03'>
<meta name=DC.date.reviewed content=2022-05-06>
<link rel="author" href="/jane">
</head>"""

METADATA = [
    (META, ("meta", "lang", "en-GB", "en-GB")),
    (META, ("meta", "title", "Gout & you", "Gout &amp; you")),
    (META, ("meta", "author", "Jane Roe", "Jane Roe")),
    (META, ("meta", "article:published_time", "2021-02-03", "2021-02-03")),
    (META, ("meta", "DC.date.reviewed", "2022-05-06", "2022-05-06")),
    (META, ("meta", "author", "/jane", "/jane")),
    ("<p><time class=updated datetime='2020-01-02'>2 January", ("microdata", "updated", "2020-01-02", "2020-01-02")),
    ("<p><time>2 January 2020</time>", ("microdata", "time", "2 January 2020", "2 January 2020")),
    (
        "<div itemscope itemtype='https://schema.org/MedicalWebPage'><p itemprop=reviewedBy itemscope>"
        "<span itemprop=name>Al Roe</span>",
        ("microdata", "reviewedBy.name", "Al Roe", "Al Roe"),
    ),
    (
        "<div itemscope itemtype='http://schema.org/Organization'><b itemprop=name>The Clinic</b>",
        ("microdata", "Organization.name", "The Clinic", "The Clinic"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), METADATA)
def test_metadata(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in fields(read(text))


def json_ld(json: str) -> list[tuple[str, str, str]]:
    found = fields(read(f'<script type="application/ld+json">{json}</script><p>Text.'))
    assert all(origin == "json-ld" for origin, _, _, _ in found)
    return [(name, value, written) for _, name, value, written in found]


JSON = [
    ('{"lastReviewed": "2020-01-02"}', ("lastReviewed", "2020-01-02", "2020-01-02")),
    ('{"reviewedBy": {"@type": "Person", "name": "Al \\u0041"}}', ("reviewedBy.name", "Al A", "Al \\u0041")),
    ('{"author": [{"name": "Al"}, {"name": "Bo"}]}', ("author[1].name", "Bo", "Bo")),
    ('[{"@type": "MedicalWebPage", "headline": "Gout"}]', ("headline", "Gout", "Gout")),
    ('{"@graph": [{"@type": "Organization", "name": "Clinic"}]}', ("Organization.name", "Clinic", "Clinic")),
    ('{"@graph": [{"author": {"@id": "#j"}}, {"@id": "#j", "name": "Jo"}]}', ("author.name", "Jo", "Jo")),
    ('{"isFamilyFriendly": true, "n": 12}', ("n", "12", "12")),
    ('{"a": "1", "b": "2', ("a", "1", "1")),
    ('//<![CDATA[\n{"a": "1"}\n//]]>', ("a", "1", "1")),
    ('{"a": "1",, "b": "2",}', ("b", "2", "2")),
]


@pytest.mark.parametrize(("json", "expected"), JSON)
def test_json_ld(json: str, expected: tuple[str, str, str]) -> None:
    assert expected in json_ld(json)


@pytest.mark.parametrize("json", ["", "{", "[[[", '{"a"', '{"a":', "nonsense", '{"@id": "#a", "b": {"@id": "#a"}}'])
def test_broken_json_ld_breaks_nothing(json: str) -> None:
    json_ld(json)


def test_keys_have_places() -> None:
    text = '<meta name="author" content="Jo"><script type="application/ld+json">{"author": "Jo"}</script>'
    assert [text[slice(*each.key)] for each in read(text).metadata.fields] == ["author", "author"]


def test_a_missing_field_belongs_after_the_title() -> None:
    text = f"<header><h1>Site</h1></header><article><h1>Gout</h1><p>{LONG}</p></article>"
    assert text[: read(text).metadata.place.start].endswith("<h1>Gout</h1>")


def test_comments() -> None:
    text = "<!-- one --><p>Text<!--two--></p><!-->"
    found = read(text).comments
    assert [(each.text, text[slice(*each.span)]) for each in found] == [
        (" one ", "<!-- one -->"),
        ("two", "<!--two-->"),
        ("", "<!-->"),
    ]


FONTS = "".join(f"<p><font size={number}>a" for number in range(3000))


@pytest.mark.parametrize("text", ["x" * 2_000_001, "<b" * 100_001, FONTS])
def test_what_is_too_much_is_refused(text: str) -> None:
    document = read(text)
    assert [fault.what for fault in document.faults] == ["file"] and not document.blocks


UNITS = [
    "<",
    "<!--",
    "<div>x",
    "<b>y",
    "<p><b>z",
    "<table><tr><td>x",
    "<blockquote>x",
    "<ul><li>x",
    "&",
    "\0",
    "<a href=x>",
    "</p>",
]


@pytest.mark.parametrize(
    "unit", [*UNITS, "<br>x<br><br>", "<div itemscope itemprop=a>x", '<a b="', "x</span>", "<svg><p>"]
)
def test_hostile_pages_are_read(unit: str) -> None:
    document = read(unit * 3000)
    prose = document.prose
    for start, span, literal in zip(prose.starts, prose.sources, prose.literals, strict=True):
        if literal:
            words = document.source.text[slice(*span)]
            assert prose.text[start : start + len(words)] == words
