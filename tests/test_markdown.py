"""Markdown: what becomes which block, and what is marked how."""

from __future__ import annotations

import pytest

from medlint.document import Document, Surroundings
from medlint.readers import format_of
from medlint.readers.markdown import read
from medlint.source import Source


def document(text: str) -> Document:
    return read(Source("article.md", text), Surroundings())


def blocks(text: str) -> list[str]:
    """Give the blocks as `shape: text`."""
    found = document(text)
    return [f"{block.shape}: {found.prose.text[block.start : block.end]}" for block in found.blocks]


def marks(text: str) -> list[tuple[str, str, str]]:
    """Give what is marked: how, the text inside, and the markup."""
    found = document(text)
    return [(mark.what, found.prose.text[mark.start : mark.end], text[slice(*mark.span)]) for mark in found.marks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Gout {#gout .c}\n\nCauses\n------\n", ["heading: Gout", "heading: Causes"]),
        ("Gout  \nhurts\\\nat\nnight.", ["paragraph: Gout hurts at night."]),
        ("Gout\rhurts.\r\rRest.\r", ["paragraph: Gout hurts.", "paragraph: Rest."]),
        ("5&nbsp;mg &lt; 6&#8239;mg \\*", ["paragraph: 5 mg < 6 mg *"]),
        ("nul\0nul \ud83d", ["paragraph: nul\ufffdnul \ufffd"]),
        ("- Rest\n- Ice\n", ["list-item: Rest", "list-item: Ice"]),
        ("- [ ] Rest\n- [x] Ice\n", ["list-item: Rest", "list-item: Ice"]),
        ("> Rest\n> well.\n\nIce.", ["paragraph: Rest well.", "paragraph: Ice."]),
        ("> [!note] Take care\n> Rest.", ["paragraph: Take care", "paragraph: Rest."]),
        ("> [!WARNING]\n> Rest.", ["paragraph: Rest."]),
        (":::tip Take care\nRest.\n:::\n", ["paragraph: Take care", "paragraph: Rest."]),
        ('!!! tip "Take care"\n    Rest.\n', ["paragraph: Take care", "paragraph: Rest."]),
        ("Rest!!! now it hurts.", ["paragraph: Rest!!! now it hurts."]),
        ("# :material-pill: Rest :octicons-arrow-right-24:\n", ["heading: Rest"]),
        (".. note:: Rest\n\nSee :ref:`gout`.", ["paragraph: Rest", "paragraph: See gout."]),
        ("```py\nx = 1\ny = 2\n```\n", ["code: x = 1 y = 2"]),
        ("    x = 1\n", ["code: x = 1"]),
        (
            "| a | b |\n|---|---|\n| c | `d` e |\n",
            [f"table-cell: {cell}" for cell in ("a", "b", "c", "d e")],
        ),
        ("See ![A *red* toe](t.png) here.", ["paragraph: See \ufffc here.", "caption: A red toe"]),
        ("![](t.png)", ["paragraph: \ufffc"]),
        ("Gout[^1] hurts[^2].\n\n[^1]: A *study*.\n", ["paragraph: Gout hurts.", "paragraph: A study."]),
        ("Gout\n: A disease.\n", ["paragraph: Gout", "paragraph: A disease."]),
        ("Of `57%` and ``a ` b``.", ["paragraph: Of 57% and a ` b."]),
        ("Text <!-- not\nread --> here.", ["paragraph: Text here."]),
        ("Text %%not read%% here.", ["paragraph: Text here."]),
        ("[[Gout|the disease]] and [[Rest]], [[1]](u).", ["paragraph: the disease and Rest, [1]."]),
        ("![[toe.png]] Gout", ["paragraph: \ufffc Gout"]),
        ("Costs $5 and $10, H$_2$O, $x^2$.", ["paragraph: Costs $5 and $10, H\ufffcO, \ufffc."]),
        (
            "| Visit | $200 |\n|---|---|\n| Next | $100 |",
            [f"table-cell: {cell}" for cell in ("Visit", "$200", "Next", "$100")],
        ),
        ("Text[^9] here.", ["paragraph: Text here."]),
        ("A {: .c}\n{: .d}\n\nB", ["paragraph: A", "paragraph: B"]),
        ("A\n\n---\ntitle: x\nb: y\n---\n\nB", ["paragraph: A", "paragraph: B"]),
        (":contentReference[oaicite:5]{index=5} A", ["paragraph: :contentReference[oaicite:5]{index=5} A"]),
        ("5 < 6 and a<b", ["paragraph: 5 < 6 and a<b"]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if a %}\nHi {{ name }}.\n{% endif %}", ["paragraph: Hi \ufffc."]),
        ("{% include a.html %}", []),
        ("{{< figure src='a' >}}\n\nText {{% note %}} here.", ["paragraph: Text \ufffc here."]),
        ("{{#each\n  items\n}}\nText\n{{/each}}", ["paragraph: Text"]),
        ("A {{!-- not read --}}B {# nor this #}C", ["paragraph: A B C"]),
        ("[a]({{ site.url }}/b) <%= name %>", ["paragraph: a \ufffc"]),
        ("{{ never closed", ["paragraph: {{ never closed"]),
    ],
)
def test_template_code_is_no_prose(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


HTML = """<div class="a">
<h2>Gout</h2>
<p>It hurts<sup>1</sup> &amp;
 swells.<br>Rest.<br><br>Ice.</p>
<ul><li>One<li>Two<ul><li>Inner</li></ul></ul>
<ol>
  <li><p>First</p><p>More</p></li>
</ol>
<table><caption>Doses</caption><tr><th>Drug<td>Dose</tr><tr><td>A</td></tr></table>
<script>var x = "no";</script><style>p {}</style>
<blockquote>Quoted</blockquote><figure><img src="t.png" alt="A toe"><figcaption>Shown</figcaption></figure>
<!-- a
comment -->
<pre>code  here</pre>

*Markdown* again

    <p>Indented</p>
</div>
"""


def test_raw_html_becomes_blocks() -> None:
    found = document(HTML)
    assert [
        (block.shape, block.role, block.level, found.prose.text[block.start : block.end]) for block in found.blocks
    ] == [
        ("heading", "body", 2, "Gout"),
        ("paragraph", "body", 0, "It hurts1 & swells. Rest."),
        ("paragraph", "body", 0, "Ice."),
        ("list-item", "body", 1, "One"),
        ("list-item", "body", 1, "Two"),
        ("list-item", "body", 2, "Inner"),
        ("list-item", "body", 1, "First"),
        ("paragraph", "body", 0, "More"),
        ("caption", "body", 0, "Doses"),
        ("table-cell", "body", 0, "Drug"),
        ("table-cell", "body", 0, "Dose"),
        ("table-cell", "body", 1, "A"),
        ("paragraph", "quote", 0, "Quoted"),
        ("paragraph", "body", 0, "\ufffc"),
        ("caption", "body", 0, "A toe"),
        ("caption", "body", 0, "Shown"),
        ("code", "body", 0, "code  here"),
        ("paragraph", "body", 0, "Markdown again"),
        ("paragraph", "body", 0, "Indented"),
    ]
    assert [(comment.text, HTML[slice(*comment.span)]) for comment in found.comments] == [
        (" a\ncomment ", "<!-- a\ncomment -->")
    ]
    first, second, inner = (
        block
        for block in found.blocks
        if block.group == found.blocks[3].group or (block.level == 2 and block.shape == "list-item")
    )
    assert first.group == second.group != inner.group
    assert found.blocks[inner.parent] == second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "**a** *b* ***c***",
            [
                ("emphasis", "a", "**a**"),
                ("emphasis", "b", "*b*"),
                ("emphasis", "c", "***c***"),
                ("emphasis", "c", "**c**"),
            ],
        ),
        ("[a *b*](u 'T')", [("link", "a b", "[a *b*](u 'T')"), ("emphasis", "b", "*b*")]),
        (
            "<https://e.org> and jane@e.org.",
            [("url", "https://e.org", "<https://e.org>"), ("url", "jane@e.org", "jane@e.org")],
        ),
        ("(see https://e.org/a_(b)).", [("url", "https://e.org/a_(b)", "https://e.org/a_(b)")]),
        ("doi:10.1000/a.b.", [("url", "10.1000/a.b", "10.1000/a.b")]),
        ("`a` b", [("code", "a", "`a`")]),
        ("x<sup>2</sup> H<sub>2</sub>", [("sup", "2", "<sup>2</sup>"), ("sub", "2", "<sub>2</sub>")]),
        ('<abbr title="World">W</abbr>', [("abbr", "W", '<abbr title="World">W</abbr>')]),
        ("<b>a <i>b</i></b>", [("emphasis", "a b", "<b>a <i>b</i></b>"), ("emphasis", "b", "<i>b</i>")]),
        ("a[^1]\n\n[^1]: b", [("citation", "", "[^1]")]),
        ("[[A|b]]", [("link", "b", "[[A|b]]")]),
        ("Hi {{ name }}", [("template", "\ufffc", "{{ name }}")]),
        ("![a](b)", [("image", "\ufffc", "![a](b)")]),
        ("<b>never closed", [("emphasis", "never closed", "<b>never closed")]),
    ],
)
def test_marks(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert marks(text) == expected


def test_an_entity_is_no_letter_of_its_own() -> None:
    """An edit of the `&` alone would spoil what is written as `&amp;`."""
    found = document("Rest &amp; ice & cold ![a &amp; b](c)")
    assert [found.prose.is_literal(at, at + 1) for at in (5, 11)] == [False, True]
    assert not found.prose.is_literal(found.prose.text.rindex("&"), found.prose.text.rindex("&") + 1)


def test_the_targets_of_marks() -> None:
    text = "[a](u) [b][r] <mail@e.org> <abbr title='T'>c</abbr> [[P|d]] [e]({{ f }}/g) ![h](i)\n\n[r]: v\n"
    assert [mark.target for mark in document(text).marks] == ["u", "v", "mailto:mail@e.org", "T", "P", "{{ f }}/g", "i"]


def test_lists_know_their_depth_group_parent_and_marker() -> None:
    found = document("- a\n  1. b\n\n     more\n  2. c\n- d\n\n* e\n")
    shown = [
        (block.shape, block.level, block.group, block.parent, block.marker, found.prose.text[block.start : block.end])
        for block in found.blocks
    ]
    assert shown == [
        ("list-item", 1, 1, -1, "-", "a"),
        ("list-item", 2, 2, 0, "1.", "b"),
        ("paragraph", 0, 0, 1, "", "more"),
        ("list-item", 2, 2, 0, "2.", "c"),
        ("list-item", 1, 1, -1, "-", "d"),
        ("list-item", 1, 3, -1, "*", "e"),
    ]


def test_the_marker_of_a_deeply_indented_item_is_known() -> None:
    found = document("- a\n\t- b\n     - c\n> 1) d\n> - e\n")
    assert [block.marker for block in found.blocks] == ["-", "-", "-", "1)", "-"]


def test_a_caption_knows_the_block_that_its_picture_stands_in() -> None:
    found = document("- See ![a toe](t.png)\n- More\n")
    assert [(block.shape, block.parent) for block in found.blocks] == [
        ("list-item", -1),
        ("caption", 0),
        ("list-item", -1),
    ]


def test_a_quote_is_one_and_a_callout_is_none() -> None:
    assert [block.role for block in document("> a\n> > b\n\nc\n\n> [!tip]\n> d\n").blocks] == [
        "quote",
        "quote",
        "body",
        "body",
    ]


def test_comments_have_their_places() -> None:
    text = "<!-- one -->\n\nText <!-- two\nlines --> more.\n\n%%three%%\n\n{{!-- four --}}\n"
    found = document(text).comments
    assert [comment.text.strip() for comment in found] == ["one", "two\nlines", "three", "!-- four --"]
    assert [text[slice(*comment.span)] for comment in found] == [
        "<!-- one -->",
        "<!-- two\nlines -->",
        "%%three%%",
        "{{!-- four --}}",
    ]


@pytest.mark.parametrize(
    ("path", "format"), [("a.MD", "markdown"), ("a.b.mdx", "mdx"), ("a", "markdown"), ("a.nxml", "xml")]
)
def test_the_format_is_told_by_the_name(path: str, format: str) -> None:
    assert format_of(path) == format
