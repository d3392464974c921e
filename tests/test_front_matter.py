"""Front matter in YAML, TOML and JSON: fields with exact places, and one fault for what cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import front_flat, front_yaml, read
from medlint.readers.front_matter import read as read_front
from medlint.source import Source
from medlint.span import Span
from medlint.yamltext import YamlError, load

EXAMPLES = int(os.environ.get("MEDLINT_EXAMPLES", "300"))


def document(text: str) -> Document:
    return read(Source("article", text), "markdown")


def fields(text: str) -> dict[str, str]:
    return {field.name: field.value for field in document(text).metadata.fields if field.origin == "front-matter"}


NESTED = """---
title: "Gout: a primer"
date: 2024-02-30
reviewers:
  - name: Jane Doe, MD
    credentials: [MD, 'FACP']
  - name: 'Joel O''Hara'
seo: {title: Gout, tags: []}
empty:
long: >-
  One line
  and another.
---

Gout hurts.
"""
TOML = """+++
title = "Gout\\tand you" # a comment
date = 2024-02-30
draft = false
"quoted key" = 'raw \\n text'
[author]
name.first = "Jane"
long = \"\"\"
Two
lines\"\"\"
[[reviewers]]
name = "A"
[[reviewers]]
name = "B"
list = [1, "two", { three = 3 }]
+++
Body.
"""
JSON = """{
  "title": "Gout \\u00e9\\ud83d\\ude00",
  "reviewers": [{"name": "Jane"}, {"name": "Joel", "ok": true}],
  "none": null, "sources": []
}

Body.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            NESTED,
            {
                "title": "Gout: a primer",
                "date": "2024-02-30",
                "reviewers[0].name": "Jane Doe, MD",
                "reviewers[0].credentials[0]": "MD",
                "reviewers[0].credentials[1]": "FACP",
                "reviewers[1].name": "Joel O'Hara",
                "seo.title": "Gout",
                "seo.tags": "",
                "empty": "",
                "long": "One line and another.",
            },
        ),
        (
            TOML,
            {
                "title": "Gout\tand you",
                "date": "2024-02-30",
                "draft": "false",
                "quoted key": "raw \\n text",
                "author.name.first": "Jane",
                "author.long": "\nTwo\nlines",
                "reviewers[0].name": "A",
                "reviewers[1].name": "B",
                "reviewers[1].list[0]": "1",
                "reviewers[1].list[1]": "two",
                "reviewers[1].list[2].three": "3",
            },
        ),
        (
            JSON,
            {
                "title": "Gout é😀",
                "reviewers[0].name": "Jane",
                "reviewers[1].name": "Joel",
                "reviewers[1].ok": "true",
                "none": "null",
                "sources": "",
            },
        ),
        (';;;\n{"title": "Gout"}\n;;;\nBody.', {"title": "Gout"}),
        ("\n \n---  \ntitle: Gout\n...\t\nBody.", {"title": "Gout"}),
        ("---\rtitle: Gout\r---\rBody.", {"title": "Gout"}),
        ("---\r\ntitle: Gout\r\n---\r\n\r\nBody.", {"title": "Gout"}),
        ("---\ntitle: Gout\n---\n---\nreviewer: Jane\n---\nBody.", {"title": "Gout", "reviewer": "Jane"}),
        ("---\ntitle: {{ page.title }}\n---\nBody.", {"title.{ page.title }": ""}),
        ("---\nurl: https://e.org:80/a\ntime: 10:30\n---\nBody.", {"url": "https://e.org:80/a", "time": "10:30"}),
        ("---\n\nBody.\n\n---\n\nNote: more.", {}),
        ("---\nBody without fields.\n---\nMore.", {}),
        ("{ not: json }\n\nBody.", {}),
        ("Body.", {}),
    ],
)
def test_fields(text: str, expected: dict[str, str]) -> None:
    assert fields(text) == expected
    assert not document(text).faults


@pytest.mark.parametrize("text", [NESTED, TOML, JSON])
def test_places(text: str) -> None:
    for field in document(text).metadata.fields:
        key = text[slice(*field.key)]
        assert key.split(".")[-1].strip("\"'") in field.name
        value = text[slice(*field.span)]
        plain = "\\" not in value and "'" not in value and "\n" not in value and value not in ("[]", "")
        assert value == field.value or not plain


def test_a_key_that_stands_twice_is_two_fields() -> None:
    text = "---\ndate: 2024-01-02\ndate: 2025-01-02\n---\nBody."
    found = document(text).metadata.fields
    assert [(field.value, text[slice(*field.span)]) for field in found] == [("2024-01-02",) * 2, ("2025-01-02",) * 2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: Gout\n---\nBody.", 16),
        ('{"title": "Gout"}\nBody.', 16),
        ("+++\na = 1\n+++\nBody.", 10),
        ("Body.", 0),
    ],
)
def test_a_missing_field_has_a_place(text: str, place: int) -> None:
    assert document(text).metadata.place == (place, place)


@pytest.mark.parametrize(
    ("marked", "said", "kept"),
    [
        ("---\ntitle: Gout<<:>> why\nreviewer: Jane\n---\nBody.", "colon", {"title": "Gout: why", "reviewer": "Jane"}),
        ("---\na: <<'>>Gout\nb: Jane\n---\nBody.", "never closed", {"a": "'Gout", "b": "Jane"}),
        ("---\na: <<@>>gout\nb: Jane\n---\nBody.", "reserved", {"a": "@gout", "b": "Jane"}),
        ("---\na: <<*>>gout*\nb: Jane\n---\nBody.", "reserved", {"a": "*gout*", "b": "Jane"}),
        ('---\na: "Gout" <<a>>gain\nb: Jane\n---\nBody.', "quotation", {"a": '"Gout" again', "b": "Jane"}),
        ("---\na: x\n<<\t>>- b\nc: y\n---\nBody.", "tab", {"a": "x", "c": "y"}),
        ("---\na: x\0\nb: y\n---\nBody.".replace("\0", "<<\0>>"), "control", {"a": "x\ufffd", "b": "y"}),
        ("<<--->>\na: x\nb: y\n\nBody.", "never closed", {"a": "x", "b": "y"}),
        ("+++\na = <<\">>x\nb = 'y'\n+++\nBody.", "never closed", {"b": "y"}),
        ("+++\na = 1 <<2>>\nb = 'y'\n+++\nBody.", "complete", {"a": "1", "b": "y"}),
        ("+++\na <<x>>\nb = 'y'\n+++\nBody.".replace("a <<x>>", "<<a>> x"), "missing", {"b": "y"}),
        ('{\n"a": "x"\n<<">>b": "y"\n}\nBody.', "comma", {"a": "x"}),
        ('{\n"a": <<[>>1, 2\n}\nBody.'.replace("<<[>>1, 2\n}", "[1, 2\n<<}>>"), "comma", {"a[0]": "1", "a[1]": "2"}),
    ],
)
def test_what_cannot_be_read_is_one_fault_and_the_rest_is_kept(marked: str, said: str, kept: dict[str, str]) -> None:
    start, end = marked.index("<<"), marked.index(">>") - 2
    text = marked.replace("<<", "").replace(">>", "")
    found = document(text)
    assert [(fault.what, fault.span) for fault in found.faults] == [("front-matter", (start, end))]
    assert said in found.faults[0].message
    assert fields(text) == kept
    assert found.prose.text == "Body."


def test_text_in_a_key_is_read_as_the_body() -> None:
    text = (
        "---\ntitle: Gout\nsections:\n  - text: |-\n      Gout *hurts* a great deal, mostly at night.\n\n"
        "      - Rest the foot\n        and cool it.\n  - text: 'It isn''t rare: one in forty people has it.'\n"
        '  - body: "It \\"bites\\" at night.\\n\\nIt passes\\u2014mostly in a week or two."\n---\n\n'
    )
    found = document(text)
    assert [(block.shape, found.prose.text[block.start : block.end]) for block in found.blocks] == [
        ("paragraph", "Gout hurts a great deal, mostly at night."),
        ("list-item", "Rest the foot and cool it."),
        ("paragraph", "It isn't rare: one in forty people has it."),
        ("paragraph", 'It "bites" at night.'),
        ("paragraph", "It passes—mostly in a week or two."),
    ]


def test_text_in_a_key_is_metadata_where_there_is_a_body() -> None:
    text = "---\ntext: A long text that stands in a key, and says much.\n---\nBody."
    assert document(text).prose.text == "Body."


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a]",
        "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
        + "".join(f"{'cdefghi'[i]}: &{'cdefghi'[i]} [{','.join(['*' + 'bcdefgh'[i]] * 10)}]\n" for i in range(7)),
        "[" * 5000,
        "- " * 5000,
        "a: {" * 400,
        "? " * 3000,
    ],
)
def test_yaml_that_loops_swells_or_is_too_deep_is_an_error(text: str) -> None:
    with pytest.raises(YamlError):
        load(text)
    assert read_front(f"---\ntitle: Gout\nx: y\n{text}\n---\n").faults


def test_yaml_words_are_what_they_look_like() -> None:
    data = load("a: false\nb: 12\nc: 1.5\nd: 'false'\ne: 2024-02-30\nf: ~\ng: yes\nh: 012").data
    assert data == {"a": False, "b": 12, "c": 1.5, "d": "false", "e": "2024-02-30", "f": None, "g": "yes", "h": "012"}


VALUES = (
    *(
        "Gout",
        "a b",
        "2024-02-30",
        "10:30",
        "'it'",
        '"x y"',
        "[]",
        "[a, b]",
        "[a, 'b c', \"d\"]",
        "1.5",
        "null",
        "a, b",
    ),
    *("https://e.org/a?b=c#d", "a#b", "''", '""', "é ü", "5 mg", "/a/b", "a - b", "[ a ]", "a = b", "a\u00a0b", "a  b"),
)
TRAPS = (
    *(
        "Gout: why",
        "'it''s'",
        '"x\\n"',
        "[a, [b]]",
        "[a,]",
        "{a: b}",
        "|",
        ">-",
        "&x a",
        "*x",
        "!t a",
        "@a",
        "a #b",
        "a:",
    ),
    *("#c", "- a", "-a", "? a", "a]", "[a", "~", "'a' b", "%a", "...", "---x", "\u00a0a", "[a: b]", "[a #b]", "- a: b"),
    *(
        "[-a]",
        "[a-]",
        "['a',b]",
        "a\u2028b",
        "a\ufeffb",
        "x\ty",
        "(a)",
        "[,]",
        "[a,,b]",
        "a:b: c",
        "日本",
        "=",
        "<<",
        "",
    ),
)
values = st.sampled_from(VALUES + VALUES + VALUES + VALUES + TRAPS)
keys = st.sampled_from(("a", "b", "title", "x-y", "_z", "a", "b", "c", '"q"', "é", "a b", "?"))
indents = st.sampled_from(("", "", "", "", "  ", "  ", "    ", " "))
lines = st.one_of(
    st.builds("{}{}: {}".format, indents, keys, values),
    st.builds("{}{}:".format, indents, keys),
    st.builds("{}- {}".format, indents, values),
    st.builds("{}- {}: {}".format, indents, keys, values),
    st.builds("{}{}".format, indents, values),
    st.sampled_from(("  (a) b", "   of it", "    (a: b)", "  a:", "  - a", "  /x")),
    st.sampled_from(("", "# c", "  # c", "\t", "  ")),
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(parts=st.lists(lines, min_size=1, max_size=7), end=st.sampled_from(("\n", "\r\n", "\r")))
def test_plain_yaml_is_read_as_the_library_reads_it(parts: list[str], end: str) -> None:
    text = end.join((*parts, ""))
    inside = Span(0, len(text))
    flat = front_flat.fields(text, inside)
    if flat is not None:
        assert (flat, []) == front_yaml.fields(text, inside)


FLAT = "title: Gout\ntags: [a, b]\nby:\n  - name: Jane\n      (Ann) Lund\n    on: 2024-01-02"


@pytest.mark.parametrize(("text", "plain"), [(FLAT, True), ("a: |\n  b", False)])
def test_plain_front_matter_needs_no_library(text: str, plain: bool) -> None:
    code = (
        "import sys; from medlint.readers import front_matter; "
        f"assert front_matter.read({f'---{chr(10)}{text}{chr(10)}---{chr(10)}'!r}).metadata.fields; "
        "print('yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(not plain)
