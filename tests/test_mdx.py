"""MDX: what is code is no prose, and what stands in tags and attributes is."""

from __future__ import annotations

import pytest

from medlint.document import Document, Surroundings
from medlint.readers.mdx import read
from medlint.source import Source


def document(text: str) -> Document:
    return read(Source("article.mdx", text), Surroundings())


def blocks(text: str) -> list[str]:
    found = document(text)
    return [f"{block.shape}: {found.prose.text[block.start : block.end]}" for block in found.blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from 'a'\nimport {\n  B,\n} from 'b'\n\n# Gout\n", ["heading: Gout"]),
        ("export const a = {\n  b: 1,\n\n  c: 2,\n}\n\nText.", ["paragraph: Text."]),
        ("Import taxes are prose.", ["paragraph: Import taxes are prose."]),
        (
            "<Note>\n    Rest the *foot*.\n\n    - Ice\n      - Cold\n</Note>",
            ["paragraph: Rest the foot.", "list-item: Ice", "list-item: Cold"],
        ),
        ("<Tabs>\n  <Tab>\n\n    Rest.\n\n  </Tab>\n</Tabs>\n\nIce.", ["paragraph: Rest.", "paragraph: Ice."]),
        ('<Note type="info" title="Take great care">Rest.</Note>', ["paragraph: Take great care", "paragraph: Rest."]),
        ('<Note\n  title="Take great care"\n/>', ["paragraph: Take great care"]),
        ("<Image src='a b' alt='A red toe' />", ["caption: A red toe"]),
        ('<img src="a" alt="A red toe" />', ["paragraph: \ufffc", "caption: A red toe"]),
        (
            "<Faq items={[{ q: 'Does it hurt?', a: \"Yes, it does.\" }]} />",
            ["paragraph: Does it hurt?", "paragraph: Yes, it does."],
        ),
        ("A <Term id='x'>gout</Term>y toe", ["paragraph: A gouty toe"]),
        ("Up to {limit} a day{' '}and {\"more\"}.", ["paragraph: Up to \ufffc a day and more."]),
        ("{items.map((item) => <li>{item}</li>)}\n\nText.", ["paragraph: Text."]),
        ("Text {/* not read */} here.", ["paragraph: Text here."]),
        ("Code `{a}` and `<B>`.", ["paragraph: Code {a} and <B>."]),
        ("```jsx\n<A b={c}>\n```\n\nText.", ["code: <A b={c}>", "paragraph: Text."]),
        ("A < B and {never closed", ["paragraph: A < B and {never closed"]),
        ("x<sup>2</sup> <br/> y", ["paragraph: x2 y"]),
        ("<table><tbody><tr><td>A *b*</td><td>c</td></tr></tbody></table>", ["table-cell: A b", "table-cell: c"]),
        ("<div>\n  Text **bold**\n</div>", ["paragraph: Text bold"]),
        ("<style>{`p { color: red }`}</style>\n\nText.", ["paragraph: Text."]),
        ("\\{not code\\}", ["paragraph: {not code}"]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_comments_have_their_places() -> None:
    text = "Text {/* one */} here.\n\n{/*\n two */}\n\n<!-- three -->\n"
    found = document(text).comments
    assert [(comment.text.strip(), text[slice(*comment.span)]) for comment in found] == [
        ("one", "{/* one */}"),
        ("two", "{/*\n two */}"),
        ("three", "<!-- three -->"),
    ]


def test_plain_values_of_exported_metadata_are_fields() -> None:
    text = (
        "---\ntitle: Gout\n---\nexport const metadata = {\n  description: 'It hurts', // often\n"
        '  reviewers: [{ name: "Jane Doe" }],\n  "date": `2024-01-02`,\n}\n\nText.\n'
    )
    found = document(text).metadata.fields
    assert [(field.name, field.value, text[slice(*field.span)]) for field in found] == [
        ("title", "Gout", "Gout"),
        ("description", "It hurts", "It hurts"),
        ("reviewers[0].name", "Jane Doe", "Jane Doe"),
        ("date", "2024-01-02", "2024-01-02"),
    ]


def test_marks_in_tags_are_exact() -> None:
    text = "<Note>\n    A **bold** <b>word</b>\n</Note>"
    found = document(text)
    assert [(mark.what, text[slice(*mark.span)]) for mark in found.marks] == [
        ("emphasis", "**bold**"),
        ("emphasis", "<b>word</b>"),
    ]
