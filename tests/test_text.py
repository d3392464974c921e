"""Plain text: what a person sees in the lines is what the reader makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import read
from medlint.source import Source

PROSE = "The kidneys filter the blood all day long and make urine of what the body does not need. They do it silently."


def text(source: str) -> Document:
    return read(Source("article.txt", source), "text")


def outline(source: str) -> list[str]:
    """Give each block as its sign, its level where it has one, and its text."""
    document = text(source)
    signs = {"title": "T", "heading": "H", "paragraph": "P", "list-item": "I", "table-cell": "C", "caption": "F"}
    return [
        f"{signs[block.shape]}{block.level or ''} {document.prose.text[block.start : block.end]}".replace(PROSE, "...")
        for block in document.blocks
    ]


OUTLINES = {
    "blank lines set headings apart": (
        f"Kidney Stones\n\n{PROSE}\n\nCauses\n\n{PROSE}\n\nTreatment\n\n{PROSE}",
        ["T1 Kidney Stones", "P ...", "H2 Causes", "P ...", "H2 Treatment", "P ..."],
    ),
    "no blank line anywhere": (
        f"What Is Gout?\n{PROSE}\nSymptoms\n{PROSE}\nWhen should I call a doctor?\n{PROSE}",
        ["T1 What Is Gout?", "P ...", "H2 Symptoms", "P ...", "H2 When should I call a doctor?", "P ..."],
    ),
    "a heading that ends in a period is heard among its siblings": (
        f"Low Iron\n\nDietary Causes\n\n{PROSE}\n\nBlood Loss.\n\n{PROSE}\n\nOther Causes\n\n{PROSE}",
        ["T1 Low Iron", "H2 Dietary Causes", "P ...", "H2 Blood Loss.", "P ...", "H2 Other Causes", "P ..."],
    ),
    "a sentence is no heading": (
        f"Low Iron\n\nCauses\n\n{PROSE}\n\nTreatment includes the following.\n\n- iron tablets\n- red meat",
        ["T1 Low Iron", "H2 Causes", "P ...", "P Treatment includes the following.", "I1 iron tablets", "I1 red meat"],
    ),
    "titles stand below the questions that they follow": (
        f"Anemia\n\nWhat Causes It?\n\nIron Deficiency\n\n{PROSE}\n\nHow Is It Treated?\n\n{PROSE}\n\nDiet\n\n{PROSE}",
        [
            "T1 Anemia",
            "H2 What Causes It?",
            "H3 Iron Deficiency",
            "P ...",
            "H2 How Is It Treated?",
            "P ...",
            "H3 Diet",
            "P ...",
        ],
    ),
    "underlines, capitals and marks of Markdown": (
        f"Asthma\n======\n\n{PROSE}\n\nTHE CAUSES\n\n{PROSE}\n\n### Dust\n\n{PROSE}\n\nSmoke\n-----\n{PROSE}",
        ["T1 Asthma", "P ...", "H2 THE CAUSES", "P ...", "H3 Dust", "P ...", "H2 Smoke", "P ..."],
    ),
    "numbered headings have text between them": (
        f"Asthma\n\n1. Causes\n\n{PROSE}\n\n2. Symptoms\n\n{PROSE}",
        ["T1 Asthma", "H2 Causes", "P ...", "H2 Symptoms", "P ..."],
    ),
    "numbered items have none": (
        "Hand Washing\n\nWash in this order:\n\n1. Wet your hands.\n2. Use soap.\n\n3. Rinse.",
        ["T1 Hand Washing", "P Wash in this order:", "I1 Wet your hands.", "I1 Use soap.", "I1 Rinse."],
    ),
    "a number at the start of a line is no item": (
        "The tumor was of grade\n2. It had not spread to the lymph nodes, and no other treatment was given.",
        [
            "P The tumor was of grade",
            "P 2. It had not spread to the lymph nodes, and no other treatment was given.",
        ],
    ),
    "lists nest by indent and by mark": (
        "- fever\n- rash\n    - on the arms\n    - on the legs\n- cough\n\n• one\no two\no three\n• four",
        [
            "I1 fever",
            "I1 rash",
            "I2 on the arms",
            "I2 on the legs",
            "I1 cough",
            "I1 one",
            "I2 two",
            "I2 three",
            "I1 four",
        ],
    ),
    "wrapped lines run on": (
        "High blood pressure makes the heart work harder and, over\ntime, can damage the vessels of the body. If\n"
        "those in the kidneys are damaged, they may stop working.\nIt often has no signs.\n\n"
        "- one item that is long enough to\n  be wrapped\n- another",
        [
            "P High blood pressure makes the heart work harder and, over time, can damage the vessels of the body. "
            "If those in the kidneys are damaged, they may stop working. It often has no signs.",
            "I1 one item that is long enough to be wrapped",
            "I1 another",
        ],
    ),
    "tables of bars and of tabs": (
        "| Drug | Dose |\n|---|---|\n| aspirin | 75 mg |\n\nDay\tDose\nMonday\t5 mg",
        ["C Drug", "C Dose", "C1 aspirin", "C1 75 mg", "C Day", "C Dose", "C1 Monday", "C1 5 mg"],
    ),
    "tags in a text are markup": (
        "<h2>Causes</h2>\n<p>Dust and <b>smoke</b>.</p><ul>\n<li>pollen<ul><li>grass</li></ul></li>\n"
        "<li>pets &amp; mites</li></ul>",
        ["H2 Causes", "P Dust and smoke.", "I1 pollen", "I2 grass", "I1 pets & mites"],
    ),
    "items that were run together": (
        "- Rest the leg. - Cool it. - See a doctor if it swells.",
        ["I1 Rest the leg.", "I1 Cool it.", "I1 See a doctor if it swells."],
    ),
    "short lines alike are a list without marks": (
        f"Pain Relief\n\n{PROSE}\n\nAspirin\n\nIbuprofen\n\nNaproxen\n\nWhat Helps?\n\n{PROSE}",
        ["T1 Pain Relief", "P ...", "P Aspirin", "P Ibuprofen", "P Naproxen", "H2 What Helps?", "P ..."],
    ),
    "a short line after a colon or such a line is an item": (
        f"Anemia\n\nThe causes of anemia are:\n\nLoss of blood\n\nLack of iron\n\n{PROSE}\n\nSigns of it\n\n{PROSE}",
        [
            "T1 Anemia",
            "P The causes of anemia are:",
            "P Loss of blood",
            "P Lack of iron",
            "P ...",
            "H2 Signs of it",
            "P ...",
        ],
    ),
    "a caption": (f"Gout\n\n{PROSE}\n\nFigure 2: The big toe.", ["T1 Gout", "P ...", "F Figure 2: The big toe."]),
    "one sentence has no title": (PROSE, ["P ..."]),
    "lone carriage returns": (f"Gout\r\r{PROSE}\r\r- rest\r- ice\r", ["T1 Gout", "P ...", "I1 rest", "I1 ice"]),
}


@pytest.mark.parametrize("name", OUTLINES)
def test_outline(name: str) -> None:
    source, expected = OUTLINES[name]
    assert outline(source) == expected


def test_siblings_share_a_group_and_children_know_their_parent() -> None:
    document = text("- fever\n\n- rash\n  - arms\n  - legs\n\n- cough")
    groups = [block.group for block in document.blocks]
    assert groups[0] == groups[1] == groups[4] and groups[2] == groups[3] != groups[0]
    assert [block.parent for block in document.blocks] == [-1, -1, 1, 1, -1]
    assert {block.marker for block in document.blocks} == {"-"}


def test_a_link_tag_is_a_mark() -> None:
    document = text('<p>See <a href="https://example.org/gout">gout</a>.</p><p>x</p><p>y</p>')
    mark = next(mark for mark in document.marks if mark.what == "link")
    assert document.prose.text[mark.start : mark.end] == "gout" and mark.target == "https://example.org/gout"


WRITTEN = """

Gout
What Is It?
- rest
• ice
  o more
1. one
2) two
a\tb
| a | b |
====
---
## Causes
<p>x</p>
<li>y
Share
0
Reviewed by
Dr. Ada Okoye
Tags:
> quoted
Sources
Published AtMay 3, 2021
Updated: 3 May 2020 | Reviewed by: A. Bee, MD
HomeNewsGout
- a. - B. - C.
\x0c
The kidneys filter the blood all day long and make urine of what the body does not need."""
LINES = st.sampled_from(WRITTEN.split("\n"))


@given(st.lists(LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_word_is_read_once_and_from_its_place(lines: list[str], end: str) -> None:
    source = end.join(lines)
    document = text(source)
    last = 0
    for block in document.blocks:
        span = document.prose.span(block.start, block.end)
        assert last <= span.start < span.end
        last = span.end
    for start, span, literal in zip(
        document.prose.starts, document.prose.sources, document.prose.literals, strict=True
    ):
        if literal:
            assert document.prose.text[start : start + span.end - span.start] == source[slice(*span)]
    assert all(block.parent < index for index, block in enumerate(document.blocks))
    for field in document.metadata.fields:
        assert source[slice(*field.key)].lower() == field.name
