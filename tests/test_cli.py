from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import House

from medlint.cli import COMMANDS, main
from medlint.runner import MANY, Request, Run

DOSE = "Take 5.0 mg now.\n"
ONLY = ("--select", "MED300")
CARD = """\
id: HOUSE001
name: double-hyphen
kind: substitution
severity: {severity}
fix: safe
message: 'Write "{{replacement}}" for "{{match}}".'
why: A dash is one character.
options: {{nonword: true, swap: [{{find: "--", write: "–"}}]}}
invalid: [Rest <<-->> now., "A <<-->> b."]
valid: [Rest - now., A well-known cure.]
"""


def with_card(house: House, severity: str = "warning") -> None:
    house.write("house-rules/double-hyphen.yml", CARD.format(severity=severity))
    house.write("medlint.yml", "rule_folders: [house-rules]\nselect: [HOUSE, MED300]\n")


def test_help_names_every_command() -> None:
    done = House(Path()).run("--help")
    assert done.exit_code == 0
    assert [name for name in COMMANDS if f"  {name} " in done.stdout] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = House(Path()).run(name, "--help")
    assert done.exit_code == 0 and f"medlint {name}" in done.stdout.replace("commands", "medlint")


EXITS = [
    ("error", None, 1),
    ("warning", None, 0),
    ("warning", "warning", 1),
    ("warning", "info", 1),
    ("info", "warning", 0),
    ("error", "never", 0),
]


@pytest.mark.parametrize(("severity", "fail_on", "code"), EXITS)
def test_the_exit_code_is_by_severity(house: House, severity: str, fail_on: str | None, code: int) -> None:
    with_card(house, severity)
    house.write("a.md", "Rest -- now.\n")
    assert house.run("check", *(["--fail-on", fail_on] if fail_on else [])).exit_code == code


def test_the_file_may_set_the_level_and_the_command_line_wins(house: House) -> None:
    house.write("medlint.yml", "fail_on: never\nselect: [MED300]\n")
    house.write("a.md", DOSE)
    assert house.run("check").exit_code == 0
    assert house.run("check", "--fail-on", "error").exit_code == 1


def test_a_clean_article_is_said_to_be_clean(house: House) -> None:
    house.write("a.md")
    done = house.run("check", *ONLY)
    assert (done.exit_code, done.stdout) == (0, "1 article checked, nothing found.\n")
    assert house.run("check", *ONLY, "--quiet").stdout == ""


def test_a_path_that_does_not_exist_is_told_after_the_rest_was_checked(house: House) -> None:
    house.write("a.md", DOSE)
    done = house.run("check", "nope.md", "a.md", *ONLY, "--format", "jsonl")
    assert done.exit_code == 2
    assert done.stderr == "nope.md: there is no such file or folder\n"
    assert [json.loads(line)["path"] for line in done.stdout.splitlines()] == ["a.md"]


UNREADABLE = [
    (b"", "it is empty"),
    (b" \n\t\n", "it is empty"),
    (b"\x7fELF\x00\x01\x02\x03" * 50, "it holds binary data"),
    (b"\xff\xfeA", "it starts like UTF-16 text, but is not"),
    (b"long " * 300, "it is larger than 1,000 bytes (max_file_size)"),
]


@pytest.mark.parametrize(("data", "told"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_finding(house: House, data: bytes, told: str) -> None:
    house.write("medlint.yml", "max_file_size: 1000\n")
    house.write("a.md", data)
    house.write("b.md", DOSE)
    found = [(each["path"], each["name"]) for each in house.findings() if each["path"] == "a.md"]
    assert found == [("a.md", "unreadable-file")]
    assert told in house.run("check", "a.md").stdout
    assert [each["path"] for each in house.findings(*ONLY)] == ["a.md", "b.md"]


def test_what_is_no_plain_file_does_not_hang(house: House) -> None:
    os.mkfifo("pipe.md")
    (house.root / "gone.md").symlink_to("nowhere.md")
    assert [each["name"] for each in house.findings("pipe.md", "gone.md")] == ["unreadable-file"] * 2


@pytest.mark.parametrize("path", ["a.rst", "article", "a.adoc"])
def test_a_named_file_of_another_ending_is_read_as_text(house: House, path: str) -> None:
    house.write(path, DOSE)
    assert [each["name"] for each in house.findings(path, *ONLY)] == ["trailing-zero-in-dose"]
    assert house.findings(".", *ONLY) == []


def test_standard_input(house: House) -> None:
    done = house.run("check", "-", *ONLY, "--format", "jsonl", stdin=DOSE)
    assert json.loads(done.stdout)["path"] == "<stdin>"
    house.write("en/medlint.yml", "ignore: [MED300]\n")
    named = ("--stdin-filename", "en/a.md", "--format", "jsonl")
    assert house.run("check", "-", *named, "--select", "MED300", stdin=DOSE).stdout.startswith('{"path": "en/a.md"')
    assert "MED300" not in house.run("check", "-", *named, stdin=DOSE).stdout


def test_fixes_are_written_and_only_what_is_left_is_told(house: House) -> None:
    with_card(house)
    file = house.write("a.md", b"\xef\xbb\xbfRest -- now.\r\nTake 5.0 mg.\r\n")
    os.chmod(file, 0o640)
    found = house.findings("--fix")
    assert file.read_bytes().decode() == "\ufeffRest – now.\r\nTake 5.0 mg.\r\n"
    assert [each["rule"] for each in found] == ["MED300"]
    assert os.stat(file).st_mode & 0o777 == 0o640
    assert house.findings("--fix", "--unsafe-fixes") == []
    assert file.read_bytes().decode() == "\ufeffRest – now.\r\nTake 5 mg.\r\n"


def test_a_diff_changes_nothing(house: House) -> None:
    with_card(house)
    file = house.write("a.md", "Rest -- now.\n")
    done = house.run("check", "--diff")
    assert done.stdout.splitlines() == ["--- a/a.md", "+++ b/a.md", "@@ -1 +1 @@", "-Rest -- now.", "+Rest – now."]
    assert house.run("check", "--diff", "--fix").stdout == done.stdout
    assert file.read_text() == "Rest -- now.\n"


def test_a_diff_hands_no_command_to_a_log(house: House) -> None:
    with_card(house)
    house.write("a.md", "::error::Rest\n  ::error::Rest\n\nRest -- now.\n")
    done = house.run("check", "--diff")
    assert done.stdout.splitlines()[2:] == ["@@ -4 +4 @@", "-Rest -- now.", "+Rest – now."]


def test_a_fix_of_standard_input_goes_to_standard_output(house: House) -> None:
    with_card(house)
    done = house.run("check", "-", "--fix", stdin="Rest -- now.\nTake 5.0 mg.\n")
    assert done.stdout == "Rest – now.\nTake 5.0 mg.\n"
    assert "trailing-zero-in-dose" in done.stderr


def test_a_file_without_fixes_is_not_touched(house: House) -> None:
    with_card(house)
    file = house.write("a.md", DOSE)
    os.utime(file, ns=(1, 1))
    house.run("check", "--fix")
    assert os.stat(file).st_mtime_ns == 1


def test_statistics_and_timings(house: House) -> None:
    house.write("a.md", DOSE * 3)
    assert "     3  MED300  trailing-zero-in-dose (error)" in house.run("check", *ONLY, "--statistics").stdout
    timed = house.run("check", *ONLY, "--timings", "--format", "jsonl")
    assert "trailing-zero-in-dose" in timed.stderr and "(reading)" in timed.stderr
    assert len(timed.stdout.splitlines()) == 3


SEQUENCE = """\
id: HOUSE002
name: so-called-cure
kind: sequence
severity: warning
message: 'Do not write "{match}".'
why: It mocks.
options: {patterns: [[{LOWER: so-called}, {POS: NOUN}]]}
invalid: [A <<so-called cure>>., "The <<so-called diet>>."]
valid: [A cure., So called.]
"""


def test_rules_that_wait_for_spacy_are_counted(house: House) -> None:
    house.write("house-rules/so-called.yml", SEQUENCE)
    house.write("medlint.yml", "rule_folders: [house-rules]\nselect: [HOUSE]\n")
    house.write("a.md")
    told = "1 rule waits for spaCy or for a model of it: pip install 'medlint[nlp]'\n"
    assert house.run("check").stderr == told
    assert house.run("check", "--quiet").stderr == ""
    assert house.run("check", "--ignore", "HOUSE").stderr == ""


def test_many_files_in_processes_say_the_same_as_one_by_one(house: House) -> None:
    for number in range(MANY + 10):
        house.write(f"{number % 7}/{number}.md", DOSE if number % 3 else "" if number % 5 else "Rest.\n")
    house.write("3/medlint.yml", "ignore: [MED300]\n")
    house.write("4/medlint.yml", "ignore: [MED3000]\n")
    runs = [Run(Request((".",), select=("MED300", "MED903"))) for _ in range(2)]
    alone, together = (
        [(each.source.path, each.source.text, each.findings, each.problem) for each in run.checked(jobs=jobs)]
        for run, jobs in zip(runs, (1, 2), strict=True)
    )
    assert alone == together and runs[0].problems == runs[1].problems
    assert len(alone) > MANY


CRASH = """\
import os, sys
from medlint import inputs
from medlint.runner import Request, Run

read = inputs.read

def crash(source, *more):
    return os._exit(1) if source.path in ("17.md", "49.md") else read(source, *more)

inputs.read = crash
if __name__ == "__main__":
    run = Run(Request((".",), select=("MED300",)))
    print(len([each for each in run.checked() if each.findings]), *run.problems)
"""


def test_a_file_that_kills_its_process_is_lost_alone(house: House) -> None:
    for number in range(MANY + 1):
        house.write(f"{number}.md", DOSE)
    lost = "medlint failed on this file: its process died"
    (house.root.parent / "crash.py").write_text(CRASH)
    done = subprocess.run([sys.executable, "../crash.py"], capture_output=True, text=True, cwd=house.root)
    assert done.stdout == f"{MANY - 1} 17.md: {lost} 49.md: {lost}\n", done.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["check", "--unsafe-fixes", "."], "--unsafe-fixes goes with --fix or --diff"),
        (["chek"], 'there is no command "chek"; did you mean "check"?'),
        (["check", "--select", "trailing-zero", "."], 'there is no rule "trailing-zero"; did you mean'),
        (["check", "--ignore", "MED300,pasted-bulet", "."], 'there is no rule "pasted-bulet"'),
        (["check", "--today", "tomorrow"], "'tomorrow' is not a date such as 2026-01-31"),
        (["check", "--config", "nope.yml"], "'nope.yml' does not exist"),
        (["explain", "MED30"], "MED30 means several rules: "),
        (["rules", "nothing-of-the-sort"], "no rule is meant by nothing-of-the-sort"),
    ],
)
def test_a_wrong_word_is_one_clear_error(house: House, arguments: list[str], told: str) -> None:
    house.write("a.md", DOSE)
    done = house.run(*arguments)
    assert done.exit_code != 0 and told in done.stderr and "Traceback" not in done.stderr


def test_what_breaks_inside_is_a_problem_of_one_file(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    from medlint import inputs

    def read(*arguments: object) -> None:
        raise RuntimeError("two\nlines")

    house.write("a.md", DOSE)
    monkeypatch.setattr(inputs, "read", read)
    done = house.run("check", *ONLY)
    assert done.exit_code == 2
    assert done.stderr.startswith("a.md: medlint failed on this file: two lines (test_cli.py:")


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("two\nlines"), MemoryError()])
def test_the_command_never_ends_in_a_traceback(
    error: BaseException, house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def targets(*arguments: object) -> None:
        raise error

    monkeypatch.setattr("medlint.runner.targets", targets)
    with pytest.raises(SystemExit) as end:
        main(["check", "."])
    assert end.value.code == 2
    told = capsys.readouterr().err
    assert len(told.strip().splitlines()) == 1 and told.strip().startswith("medlint: ")


def test_a_reader_that_goes_away_ends_the_run_quietly(house: House) -> None:
    house.write("a.md", DOSE * 5000)
    command = f"{sys.executable} -m medlint check a.md --select MED300 --format jsonl | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=house.root)
    assert len(done.stdout.splitlines()) == 1 and done.stderr == ""


def test_rules_can_be_listed_and_explained(house: House) -> None:
    with_card(house)
    assert "MED300  trailing-zero-in-dose" in house.run("rules", "doses").stdout
    listed = json.loads(house.run("rules", "zero", "HOUSE", "--format", "json").stdout)
    assert [(each["id"], each["on"]) for each in listed] == [("MED300", True), ("HOUSE001", True)]
    by_id, by_slug = house.run("explain", "med300"), house.run("explain", "trailing-zero-in-dose")
    assert by_id.exit_code == 0 and by_id.stdout == by_slug.stdout
    for word in ("Why", "What is left alone", "Found", "Not found", "Options", "Sources", "[5.0 mg]", "-> "):
        assert word in by_id.stdout
    assert "Rest [--] now." in house.run("explain", "double-hyphen").stdout


CARDS = [
    ("", 0, "1 card, 4 examples: all hold."),
    ("invalid: [Rest <<-->> now., A <<b>>.]", 1, '9:1: "b" is not found in: A b.'),
    ("invalid: [Rest <<-->> now., A -- <<-->> b.]", 1, '9:1: "--" is found, but should not be, in: A -- -- b.'),
    ("invalid: [Rest <<-->> now.]", 1, '9:1: at least 2 examples are needed under "invalid"'),
    ("invalid: [Rest <<-->> now., {before: A <<-->> b., after: A b.}]", 1, '9:1: the fix gives "A – b.", not "A b."'),
    ("invalid: [Rest -- now., A <<-->> b.]", 2, "mark what must be found with <<...>>"),
    ("invalid: [Rest <<-->> now., {before: A <<-->> b., formt: text}]", 2, 'did you mean "format"?'),
    ("invalid: [Rest <<-->> now., {before: A <<-->> b., format: txt}]", 2, 'did you mean "text"?'),
    ("invalid: [Rest <<-->> now., {before: A <<-->> b., today: soon}]", 2, "'soon' is not a date"),
    ("invalid: [Rest <<-->> now., {before: A <<-->> b., options: {swp: []}}]", 2, 'did you mean "swap"?'),
    (
        "invalid: [Rest <<-->> now., A <<-->> b.]\nsevrity: x",
        2,
        '11:1: there is no key "sevrity"; did you mean "severity"?',
    ),
]


@pytest.mark.parametrize(("changed", "code", "told"), CARDS, ids=[case[2][:40] for case in CARDS])
def test_house_cards_are_tested(house: House, changed: str, code: int, told: str) -> None:
    text = CARD.format(severity="info")
    if changed:
        lines = text.splitlines()
        lines[8:9] = changed.splitlines()[:1]
        text = "\n".join([*lines, *changed.splitlines()[1:]]) + "\n"
    house.write("house-rules/double-hyphen.yml", text)
    done = house.run("test-rules", "house-rules")
    assert (done.exit_code, told in done.stdout + done.stderr) == (code, True), done.output
    assert "Traceback" not in done.output
