from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import House

from medlint import options
from medlint.config import PROFILES, Config, Override, profiles
from medlint.document import Surroundings
from medlint.runner import Request, Run

CARD = """\
id: HOUSE001
name: no-cure
kind: existence
severity: warning
message: 'Do not promise a "{match}".'
why: Nobody can.
options: {tokens: [cure]}
invalid: [A <<cure>> for gout., "<<Cure>> it."]
valid: [Gout is curable., He is a curator.]
"""
TEXT = "There is no cure.\n\nTake 5.0 mg.\n"


def surroundings(path: str, **request: Any) -> Surroundings:
    run = Run(Request(**request))
    house = run.house(path)
    assert house, run.problems
    return house.settings(path).surroundings


def names(house: House, *arguments: str) -> list[str]:
    found = house.findings(*arguments)
    return [f"{finding['path']} {finding['name']} {finding['severity']}" for finding in found]


MISTAKES = [
    ("selct: [MED3]", '1:1: there is no setting "selct"; did you mean "select"?'),
    ("select: [MED300, MED9999]", '1:18: there is no rule "MED9999"; name an id'),
    ("ignore: dose", '1:1: there is no rule "dose"; did you mean "doses"?'),
    ("rules: {trailing-zero: off}", '1:9: there is no rule "trailing-zero"; did you mean "trailing-zero-in-dose"?'),
    ("rules: {MED300: {severty: error}}", '1:18: there is no option "severty"; did you mean "severity"?'),
    ("rules: {MED300: {severity: errr}}", '1:18: there is no severity "errr"; did you mean "error"?'),
    ("rules: {MED300: {ignorecase: 3}}", "1:18: true or false is needed here, not 3"),
    ("rules: {MED300: erro}", '1:9: there is no value "erro"; did you mean "error"?'),
    ("\n\nextends: https://example.org/medlint.yml", '3:1: "https://example.org/medlint.yml" is not a file inside'),
    ("extends: ../../../../etc/passwd", "1:1: "),
    ("extends: nope.yml", '1:1: there is no file "nope.yml" here'),
    ("extends: medlint:patient-u", '1:1: there is no profile "medlint:patient-u"; did you mean "medlint:patient-us"?'),
    ("extends: medlint:../config", "1:1: there is no profile"),
    ("extends: medlint.yml", '1:1: "medlint.yml" leads back to itself'),
    ("supplied: {disclamer: template}", '1:12: there is no field "disclamer"; did you mean "disclaimer"?'),
    ("supplied: {disclaimer: yes}", '1:12: there is no value "yes"'),
    ("locale: en-us", '1:1: there is no value "en-us"; did you mean "en-US"?'),
    ("types: {a/: artcle}", '1:9: there is no value "artcle"; did you mean "article"?'),
    ("overrides:\n  - files: [a]\n    locale: xx", '3:5: there is no value "xx"'),
    ("overrides:\n  - files: [a]\n    ignore: [MED9999]", '3:14: there is no rule "MED9999"'),
    ('rules: {MED300: {swap: [["(", x]]}}', "1:25: this is no regular expression"),
    ('rules: {MED300: {swap: [["(a{1,9}){1,9}", x]]}}', "1:25: a counted repeat such as"),
    ("overrides:\n  - locale: en-GB", '2:5: "files" is missing'),
    ("max_file_size: big", "1:1: a whole number is needed here"),
    ("dictionaries: [nope.txt]", '1:16: there is no file "nope.txt" here'),
    ("dictionaries: [/no/nope.dic]", '1:16: there is no file "/no/nope.dic"; make it, or take its name out'),
    ("dictionaries: [../up.txt]", "write its whole path, or one from ~"),
    ("reject: [-> a]", '1:1: "" is no word'),
    ("disclaimers: [/etc/passwd]", '1:15: "/etc/passwd" is not a file inside'),
    ("rule_folders: [medlint.yml]", '"medlint.yml" is not a folder'),
    ("x" * 900 + ": 1", f'1:1: there is no setting "{"x" * 60}…"'),
    ('"::error::a\\n::error::b": 1', '1:1: there is no setting "::error::a ::error::b"'),
    ("- a", "1:1: a mapping is needed here"),
    ("fail_on: [x", "did not find expected"),
    ("locale: en-US\nlocale: en-GB", '2:1: "locale" stands twice'),
    ("words: " + "[" * 100 + "]" * 100, "nested"),
    ("words: &a [*a]", ""),
    ("a: \x00", ""),
]


@pytest.mark.parametrize(("text", "told"), MISTAKES, ids=[text[:30] for text, _ in MISTAKES])
def test_a_mistake_has_a_place_and_a_way_out(house: House, text: str, told: str) -> None:
    house.write("medlint.yml", text)
    house.write("a.md", TEXT)
    done = house.run("check", ".")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert re.match(r"medlint\.yml:\d+:\d+: ", done.stderr)
    assert told in done.stderr


@pytest.mark.parametrize("name", ["medlint.yml", "base.yml", "words.txt", "house-rules/a.yml"])
def test_no_link_leads_out_of_the_repository(house: House, name: str) -> None:
    secret = house.write("../secret", "password\n")
    house.write("medlint.yml", "extends: base.yml\ndictionaries: [words.txt]\nrule_folders: [house-rules]\n")
    for path in ("base.yml", "words.txt", "house-rules/b.txt", "a.md"):
        house.write(path)
    house.write("base.yml", "")
    (house.root / name).unlink(missing_ok=True)
    (house.root / name).symlink_to(secret)
    done = house.run("check", "a.md", "--select", "MED300")
    assert "password" not in done.output
    assert done.exit_code == (0 if name.startswith("house-rules") else 2)


def test_a_broken_configuration_stops_only_what_it_governs(house: House) -> None:
    house.write("medlint.yml", "select: [doses]\n")
    house.write("bad/medlint.yml", "selct: [doses]\n")
    for path in ("a.md", "bad/a.md", "bad/b.md", "c.md"):
        house.write(path, TEXT)
    done = house.run("check", "--format", "jsonl")
    assert done.exit_code == 2
    assert [line.split('"')[3] for line in done.stdout.splitlines()] == ["a.md", "c.md"]
    assert len(done.stderr.splitlines()) == 1


def test_the_nearest_file_wins_whole(house: House) -> None:
    house.write("medlint.yml", "rules: {MED300: info}\nwords: [outer]\n")
    house.write("en/medlint.yml", "words: [inner]\n")
    assert surroundings("a.md").words.accepted == {"outer"}
    assert surroundings("en/deep/a.md").words.accepted == {"inner"}


def test_the_search_ends_at_the_repository(house: House) -> None:
    house.write("../medlint.yml", "words: [outside]\n")
    assert surroundings("a.md").words.accepted == frozenset()


def test_settings_named_on_the_command_line_hold_for_all(house: House) -> None:
    house.write("medlint.yml", "words: [near]\n")
    house.write("other.yml", "words: [far]\n")
    assert surroundings("a.md", config="other.yml").words.accepted == {"far"}
    assert surroundings("a.md", config="").words.accepted == frozenset()


def test_what_adds_up_and_what_is_replaced(house: House) -> None:
    house.write(
        "base.yml",
        "extends: medlint:patient-uk\nwords: [one]\nabbreviations: {OA: osteoarthritis, RA: x}\n"
        "supplied: {disclaimer: template, author: template}\nreviewers: [Ann Lee]\nfail_on: info\n",
    )
    house.write("middle.yml", "extends: base.yml\nabbreviations: [GP]\n")
    house.write(
        "medlint.yml",
        "extends: middle.yml\nwords: [two]\nabbreviations: {RA: rheumatoid arthritis}\nsupplied: {author: no}\n",
    )
    found = surroundings("a.md")
    assert found.words.accepted == {"one", "two"}
    assert found.abbreviations == {"OA": "osteoarthritis", "RA": "rheumatoid arthritis", "GP": ""}
    assert found.supplied == {"disclaimer": "template"}
    assert (found.locale, found.reviewers) == ("en-GB", ("Ann Lee",))


def test_files_of_words_and_disclaimers(house: House) -> None:
    house.write("lists/words.txt", "\ufeffgeneric\n# a comment\n\nDropsy # why\n")
    house.write("lists/terms.dic", "2\nwheal/S\nbleb\n")
    house.write("legal/disclaimer.txt", "This is no medical advice.\n")
    house.write(
        "medlint.yml", "dictionaries: [lists/words.txt, lists/terms.dic]\ndisclaimers: [legal/disclaimer.txt]\n"
    )
    found = surroundings("a.md")
    assert all(map(found.words.accepts, ("generic", "Dropsy", "wheals", "Bleb")))
    assert not any(map(found.words.accepts, ("why", "a", "comment", "dropsy")))
    assert found.disclaimers == ("This is no medical advice.\n",)


TYPES = [
    ("", "a.md", "article"),
    ("articles: [health/]", "health/a.md", "article"),
    ("articles: [health/]", "about.md", "other"),
    ("types: {news/: news, 'privacy.*': legal}", "news/a.md", "news"),
    ("types: {news/: news, 'privacy.*': legal}", "deep/privacy.md", "legal"),
    ("types: {news/: news, 'privacy.*': legal}", "a.md", "article"),
    ("articles: [news/]\ntypes: {news/old/: index}", "news/old/a.md", "index"),
    ("types: {news/: news}\noverrides: [{files: [news/big.md], type: article}]", "news/big.md", "article"),
]


@pytest.mark.parametrize(("text", "path", "wanted"), TYPES)
def test_what_kind_of_page(house: House, text: str, path: str, wanted: str) -> None:
    house.write("medlint.yml", text)
    assert surroundings(path).type == wanted


def test_overrides_hold_for_their_files(house: House) -> None:
    house.write(
        "medlint.yml",
        "select: [MED300]\noverrides:\n"
        "  - {files: [uk/], locale: en-GB, words: [a], abbreviations: [GP], supplied: {author: template}}\n"
        "  - {files: [uk/old/], ignore: [MED300], words: [b]}\n"
        "  - {files: [uk/ward/], rules: {MED300: {severity: info, exceptions: [5.0 mg]}}}\n",
    )
    for path in ("a.md", "uk/a.md", "uk/old/a.md", "uk/ward/a.md", "uk/ward/b.md"):
        house.write(path, "Take 5.0 mg.\n" if not path.endswith("b.md") else "Take 6.0 mg.\n")
    assert [line.split()[0] for line in names(house)] == ["a.md", "uk/a.md", "uk/ward/b.md"]
    assert names(house)[-1].endswith("info")
    found = surroundings("uk/old/a.md")
    assert (found.locale, found.words.accepted, found.abbreviations) == ("en-GB", {"a", "b"}, {"GP": ""})
    assert found.supplied == {"author": "template"}


def test_rules_of_the_house(house: House) -> None:
    house.write("house-rules/no-cure.yml", CARD)
    house.write("medlint.yml", "rule_folders: [house-rules]\nrules: {no-cure: error}\n")
    house.write("a.md", TEXT)
    assert names(house, "--select", "HOUSE") == ["a.md no-cure error"]
    house.write("house-rules/no-cure.yml", CARD.replace("tokens", "tokns"))
    done = house.run("check", "a.md")
    assert done.exit_code == 2
    assert done.stderr == 'house-rules/no-cure.yml:7:11: there is no option "tokns"; did you mean "tokens"?\n'


def test_a_pattern_that_takes_for_ever_is_stopped_wherever_it_comes_from(house: House) -> None:
    house.write("medlint.yml", "rules: {MED300: {nonword: true, swap: [['(a+)+(b+)+c$', x]]}}\n")
    house.write("a.md", "a" * 3000 + "b" * 3000 + "\n")
    found = house.findings("a.md", "--select", "MED300,MED902")
    assert [each["name"] for each in found] == ["rule-timed-out"]


def test_a_rule_of_the_house_takes_no_name_that_is_taken(house: House) -> None:
    house.write("house-rules/no-cure.yml", CARD.replace("HOUSE001", "MED300"))
    house.write("medlint.yml", "rule_folders: [house-rules]\n")
    house.write("a.md", TEXT)
    done = house.run("check", "a.md")
    assert done.exit_code == 2 and '"MED300" is also the rule of' in done.stderr


def test_excluded_files_are_left_out_unless_named(house: House) -> None:
    house.write("medlint.yml", "select: [MED300]\nexclude: [drafts/, '*.txt']\n")
    for path in ("a.md", "b.txt", "drafts/a.md"):
        house.write(path, TEXT)
    assert [line.split()[0] for line in names(house, ".", "--fail-on", "never")] == ["a.md"]
    assert [line.split()[0] for line in names(house, "drafts/a.md")] == ["drafts/a.md"]


@pytest.mark.parametrize("name", profiles())
def test_a_profile_is_a_configuration(house: House, name: str) -> None:
    house.write("medlint.yml", f"extends: medlint:{name}\n")
    house.write("a.md", TEXT)
    done = house.run("check", "a.md", "--fail-on", "never")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (Path(PROFILES) / f"{name}.yml").read_text().startswith("# For ")


def test_the_profiles_that_are_shipped() -> None:
    assert profiles() == ["patient-uk", "patient-us", "professional"]


def test_config_shows_each_value_and_who_set_it(house: House) -> None:
    house.write(
        "medlint.yml", "extends: medlint:patient-uk\nwords: [a]\noverrides:\n  - {files: [b.md], locale: en-US}\n"
    )
    house.write("b.md")
    done = house.run("config", "b.md")
    lines = [re.sub(" +", " ", line) for line in done.stdout.splitlines()]
    assert "locale en-GB (medlint:patient-uk)" in lines
    assert "words a (medlint.yml:2)" in lines
    assert "fail_on error (as medlint has it)" in lines
    assert "override: locale en-US (medlint.yml:4)" in lines
    assert '"setting": "locale"' in house.run("config", "--format", "json").stdout


GUIDE = Path(__file__).parent.parent / "docs" / "configuration.md"


@pytest.mark.parametrize(("schema", "title"), [(Config, "Settings"), (Override, "Overrides")])
def test_the_guide_tells_of_every_key(schema: Any, title: str) -> None:
    """Each key stands in its table with the words of its schema, and no other key does."""
    section = GUIDE.read_text("utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]* \| ([^|]*) \|$", section, re.M))
    assert rows == {name: option.help for name, option in options.declared(schema).items()}


def test_the_examples_of_the_guide_hold(house: House) -> None:
    """Each configuration in the guide is one that medlint takes."""
    examples = re.findall(r"^```yaml\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    assert len(examples) >= 3
    house.write("house-rules/no-cure.yml", CARD)
    house.write("a.md", TEXT)
    for path in ("base.yml", "words.txt", "legal/disclaimer.txt"):
        house.write(path, "")
    for example in examples:
        house.write("medlint.yml", example)
        assert house.run("check", "a.md", "--fail-on", "never").stderr == "", example
