from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click import unstyle
from conftest import House
from hypothesis import given
from hypothesis import strategies as st

from medlint.finding import Finding, Fix, SpanEdit, SpanRelated
from medlint.reporters import json as json_reporter
from medlint.reporters import jsonl, text
from medlint.reporters.excerpt import WIDEST, excerpt
from medlint.reporters.plain import safe, safe_path, width
from medlint.reporters.record import dumps
from medlint.reporters.tally import Tally
from medlint.runner import Checked
from medlint.source import Source
from medlint.span import Span

GUIDE = Path(__file__).parent.parent / "docs" / "output.md"
NASTY = "\x1b]0;x\x07 \u202eevil\u2066 \ud800 \x85 \u2028 \0 ##vso[task] ##[error] \r\n::error::x"


def finding(span: Span, message: str = "Mend this.", **more: object) -> Finding:
    return Finding(span, "MED999", "some-fault", "warning", message, **more)  # type: ignore[arg-type]


def lines(source: Source, *findings: Finding) -> list[str]:
    return [unstyle(line) for line in text.Reporter().article(Checked(source, findings))]


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("plain é 食", "plain é 食"),
        ("a\tb\nc\rd", "a b c d"),
        ("\x1b[31m", "<U+001B>[31m"),
        ("\u202eabc\u2069", "<U+202E>abc<U+2069>"),
        ("soft\u00adhyphen", "soft<U+00AD>hyphen"),
        ("zero\u200bwidth", "zero<U+200B>width"),
        ("\ud83d", "<U+D83D>"),
        ("##[group]", "#<U+0023>[group]"),
        ("##vso[x]", "#<U+0023>vso[x]"),
        ("## heading", "## heading"),
    ],
)
def test_what_is_shown_cannot_act(given_: str, shown: str) -> None:
    assert safe(given_) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a b.md", "a b.md"), ("::error::.md", "./::error::.md"), (" ::x.md", "./ ::x.md"), ("a\nb.md", "a b.md")],
)
def test_paths_are_one_line_and_no_command(path: str, shown: str) -> None:
    assert safe_path(path) == shown


@pytest.mark.parametrize(("given_", "columns"), [("abc", 3), ("食べ", 4), ("e\u0301", 1), ("é", 1), ("👍", 2)])
def test_width(given_: str, columns: int) -> None:
    assert width(given_) == columns


UNDERLINED = [
    ("Take <5.0 mg> now.", "    1 | Take 5.0 mg now.", "      |      ^^^^^^"),
    ("食 <5.0 mg> 食", "    1 | 食 5.0 mg 食", "      |    ^^^^^^"),
    ("cafe\u0301 <x>", "    1 | cafe\u0301 x", "      |      ^"),
    ("\tdose <x>", "    1 |  dose x", "      |       ^"),
    ("a<\u202e>b", "    1 | a<U+202E>b", "      |  ^^^^^^^^"),
    ("<>Rest.", "    1 | Rest.", "      | ^"),
    ("Rest.<>", "    1 | Rest.", "      |      ^"),
    ("one\r\n<two\r\nthree> four", "    2 | two", "      | ^^^"),
]


@pytest.mark.parametrize(("marked", "line", "marks"), UNDERLINED)
def test_the_place_is_underlined(marked: str, line: str, marks: str) -> None:
    start = marked.index("<")
    end = marked.rindex(">") - 1
    plain = marked.replace("<", "", 1)
    plain = plain[:end] + plain[end + 1 :]
    assert excerpt(Source("a.md", plain), Span(start, end)).lines() == (line, marks)


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_an_excerpt_is_two_short_lines_of_which_the_second_points_into_the_first(body: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(body)), min(b, len(body))))
    shown = excerpt(Source("a.md", body), Span(start, end))
    line, marks = shown.lines()
    assert "\n" not in line and "\r" not in line
    assert line.encode() and shown.start <= shown.end
    assert re.fullmatch(r" *\d+ \| .*|.*", line) and re.fullmatch(r" +\| *\^+", marks)


@given(st.integers(0, 5000), st.integers(0, 300))
def test_a_long_line_is_cut_round_the_place(start: int, length: int) -> None:
    body = "word " * 1100
    shown = excerpt(Source("a.md", body), Span(start, start + length))
    assert width(shown.text) <= WIDEST + len("…")
    assert shown.end - shown.start >= min(length, WIDEST // 2)
    assert shown.text[shown.start : shown.end] == body[start : start + length][: shown.end - shown.start]


def test_one_cause_is_shown_once_with_its_other_places() -> None:
    source = Source("a.md", "OA\nOA\nRA\nOA\n")
    found = [finding(Span(0, 2)), finding(Span(3, 5)), finding(Span(6, 8)), finding(Span(9, 11))]
    shown = lines(source, *found)
    assert [line for line in shown if line.startswith("a.md")] == [
        "a.md:1:1: warning: Mend this. [some-fault MED999]",
        "a.md:3:1: warning: Mend this. [some-fault MED999]",
    ]
    assert "      = 3 times: also on lines 2, 4" in shown


def test_a_source_line_is_shown_once_for_one_place() -> None:
    source = Source("a.md", "Rest.\n")
    shown = lines(source, finding(Span(0, 0)), finding(Span(0, 0), "Add a name."), finding(Span(0, 4)))
    assert shown.count("    1 | Rest.") == 2


def test_related_places_with_one_message_are_one_line() -> None:
    source = Source("a.md", "OA\nOA\nOA\n")
    related = tuple(SpanRelated(Span(start, start + 2), "used again") for start in (3, 6))
    assert "      = lines 2, 3: used again" in lines(source, finding(Span(0, 2), related=related))


def test_what_to_do_is_told() -> None:
    source = Source("a.md", "Take 5.0 mg.\n")
    fix = Fix('Write "5 mg"', "unsafe", (SpanEdit(Span(5, 11), "5 mg"),))
    related = (SpanRelated(Span(0, 4), "the dose"),)
    shown = lines(source, finding(Span(5, 11), suggestions=("5 mg",), fix=fix, related=related))
    assert shown[3:5] == ["      = line 1: the dose", '      = fix: Write "5 mg" (--unsafe-fixes)']
    shown = lines(source, finding(Span(5, 11), suggestions=("5 mg", "50 mg"), fix=fix))
    assert shown[3:5] == ['      = fix: Write "5 mg" (--unsafe-fixes)', "      = or: 50 mg"]
    assert "      = perhaps: 5 mg, 50 mg" in lines(source, finding(Span(5, 11), suggestions=("5 mg", "50 mg")))


def test_source_lines_stand_behind_a_gutter() -> None:
    source = Source("::add-mask::x", NASTY)
    shown = lines(source, finding(Span(0, len(NASTY)), NASTY), finding(Span(NASTY.index("::error"), len(NASTY))))
    assert not [line for line in shown if line.lstrip().startswith(("::", "##"))]
    assert not re.search(r"##(?:\[|vso)|[\x00-\x08\x1b\u202e\ud800]", "\n".join(shown))
    "\n".join(shown).encode()


def test_json_is_ascii_whatever_an_article_holds() -> None:
    checked = Checked(Source(NASTY, NASTY), (finding(Span(0, len(NASTY)), NASTY),))
    (line,) = jsonl.Reporter().article(checked)
    assert line.isascii() and "##" not in line and "\n" not in line
    assert json.loads(line)["excerpt"] == json.loads(line)["path"] == NASTY
    assert dumps({"a": "###[x"}) == '{"a": "#\\u0023#[x"}'


def test_json_lines_say_where_and_what() -> None:
    source = Source("a.md", "é\r\n食 5.0 mg.\n")
    fix = Fix('Write "5 mg"', "safe", (SpanEdit(Span(5, 11), "5 mg"),))
    checked = Checked(
        source, (finding(Span(5, 11), suggestions=("5 mg",), fix=fix, related=(SpanRelated(Span(0, 1), "x"),)),)
    )
    place = {"line": 2, "column": 3, "end_line": 2, "end_column": 9}
    wanted = {
        "path": "a.md",
        **place,
        "rule": "MED999",
        "name": "some-fault",
        "severity": "warning",
        "message": "Mend this.",
        "excerpt": "5.0 mg",
        "suggestions": ["5 mg"],
        "fix": {"title": 'Write "5 mg"', "safety": "safe", "edits": [{**place, "text": "5 mg"}]},
        "related": [{"line": 1, "column": 1, "end_line": 1, "end_column": 2, "message": "x"}],
    }
    (line,) = jsonl.Reporter().article(checked)
    assert json.loads(line) == wanted
    assert list(json.loads(line)) == list(wanted)
    told = re.findall(r"`(\w+)`", "\n".join(re.findall(r"^\| (`[^|]*) \|", GUIDE.read_text("utf-8"), re.M)))
    assert set(wanted) == set(told)
    tally, whole = Tally(), json_reporter.Reporter()
    tally.add(checked)
    assert list(whole.article(checked)) == []
    document = json.loads("\n".join(whole.end(tally, [])))
    assert document["findings"] == [wanted]
    assert document["summary"]["severities"] == {"error": 0, "warning": 1, "info": 0}


SUMMARIES = [
    ([], "No article was checked."),
    ([()], "1 article checked, nothing found."),
    ([(), ()], "2 articles checked, nothing found."),
    ([("error",), ()], "1 error in 1 of 2 articles."),
    ([("error", "warning", "error", "info", "info")], "2 errors, 1 warning, 2 info in 1 of 1 article."),
]


@pytest.mark.parametrize(("articles", "told"), SUMMARIES)
def test_the_summary_counts(articles: list[tuple[str, ...]], told: str) -> None:
    tally = Tally()
    for severities in articles:
        found = tuple(finding(Span(0, 1))._replace(severity=severity) for severity in severities)
        tally.add(Checked(Source("a.md", "a"), found))
    assert tally.summary() == told


def test_the_summary_says_what_can_be_mended() -> None:
    tally = Tally()
    fix = Fix("x", "safe", ())
    tally.add(
        Checked(
            Source("a.md", "a"), (finding(Span(0, 1), fix=fix), finding(Span(0, 1), fix=fix._replace(safety="unsafe")))
        )
    )
    assert tally.summary() == "2 warnings in 1 of 1 article. --fix can mend 1, --unsafe-fixes 1 more."


def test_colours_only_where_asked(house: House) -> None:
    house.write("a.md", "Take 5.0 mg.\n")
    plain = house.run("check", "a.md", "--select", "MED300")
    colored = house.run("check", "a.md", "--select", "MED300", "--color")
    assert "\x1b" not in plain.stdout
    assert "\x1b[31m" in colored.stdout and unstyle(colored.stdout) == plain.stdout
