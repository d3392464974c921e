from __future__ import annotations

from collections import Counter

import pytest
from conftest import House

from medlint import yamltext
from medlint.commands.init import lines
from medlint.runner import Request, Run
from medlint.survey import AMERICAN, BRITISH, FIELDS, Survey

ARTICLE = """\
---
title: Gout
author: Ann Lee, MD
---

# Gout

{body}
"""


def survey(**changed: object) -> Survey:
    empty = Survey(10, dict.fromkeys(FIELDS, 0), Counter(), Counter(), {}, 0, 0)
    return empty._replace(**changed)  # type: ignore[arg-type]


def written(found: Survey) -> dict[str, object]:
    return dict(yamltext.load("\n".join(lines(found))).data)


@pytest.mark.parametrize(
    ("severities", "level"),
    [
        ({}, "info"),
        ({"info": 1}, "warning"),
        ({"warning": 1}, "error"),
        ({"warning": 1, "info": 4}, "error"),
        ({"error": 1}, "never"),
    ],
)
def test_the_level_is_the_strictest_that_passes(severities: dict[str, int], level: str) -> None:
    assert written(survey(severities_if_supplied=Counter(severities)))["fail_on"] == level


@pytest.mark.parametrize(
    ("british", "american", "wanted"),
    [
        (0, 0, {"locale": "auto"}),
        (4, 0, {"locale": "auto"}),
        (20, 1, {"extends": "medlint:patient-uk"}),
        (1, 20, {"extends": "medlint:patient-us"}),
        (10, 12, {"locale": "auto"}),
    ],
)
def test_the_english_is_what_is_written(british: int, american: int, wanted: dict[str, str]) -> None:
    found = written(survey(british=british, american=american))
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "british", "american"),
    [
        ("The tumour changed colour at the centre.", 3, 0),
        ("A pediatric center treats anemia and leukemia.", 0, 4),
        ("The laboratory found colorectal tumorigenesis in the literature of organisms.", 0, 0),
        ("Drink two litres, or two liters.", 1, 1),
    ],
)
def test_spellings_are_counted(text: str, british: int, american: int) -> None:
    assert (len(BRITISH.findall(text)), len(AMERICAN.findall(text))) == (british, american)


def test_what_most_articles_lack_is_proposed_as_supplied_with_the_count() -> None:
    found = survey(missing={**dict.fromkeys(FIELDS, 0), "disclaimer": 8, "reviewer": 5, "author": 6})
    assert written(found)["supplied"] == {"author": "template", "disclaimer": "template"}
    assert "  disclaimer: template       # missing in 8 of 10 articles" in list(lines(found))


def test_pages_of_other_kinds_are_proposed_by_their_names(house: House) -> None:
    for path in ("news/a.md", "news/b.md", "privacy-policy.md", "gout/index.md", "_index.md", "recipes/soup.md"):
        house.write(path, ARTICLE.format(body="Rest helps."))
    assert house.run("init").exit_code == 0
    found = yamltext.load((house.root / "medlint.yml").read_text()).data
    types = {"news/": "news", "privacy-policy.md": "legal", "_index.md": "index", "recipes/": "recipe"}
    assert found["types"] == types
    assert '  "news/": news    # 2 files' in (house.root / "medlint.yml").read_text()


BODIES = ["Rest helps.", "Take 5.0 mg of it.", "The colour of the tumour tells nothing.", ""]


@pytest.mark.parametrize("body", BODIES)
def test_what_init_writes_passes_at_once(house: House, body: str) -> None:
    for number in range(3):
        house.write(f"en/{number}.md", ARTICLE.format(body=body))
    assert house.run("init").exit_code == 0
    assert house.run("check").exit_code == 0


def test_the_counts_are_what_a_run_counts(house: House) -> None:
    for number in range(4):
        house.write(f"{number}.md", ARTICLE.format(body="Rest helps."))
    run = Run(Request((".",), config=""))
    lacking = Counter(name for each in run.checked() for name in {finding.name for finding in each.findings})
    house.run("init")
    supplied = yamltext.load((house.root / "medlint.yml").read_text()).data.get("supplied", {})
    assert set(supplied) == {field for field, rule in FIELDS.items() if lacking[rule] > 2}


def test_nothing_is_written_over_unless_forced(house: House) -> None:
    house.write("medlint.yml", "locale: en-GB\n")
    house.write("a.md")
    done = house.run("init")
    assert done.exit_code != 0 and "--force" in done.stderr
    assert (house.root / "medlint.yml").read_text() == "locale: en-GB\n"
    assert house.run("init", "--force").exit_code == 0
    assert "medlint init" in (house.root / "medlint.yml").read_text()


def test_an_empty_folder_gets_a_file_too(house: House) -> None:
    done = house.run("init")
    assert done.exit_code == 0 and "0 articles" in done.stdout


def test_a_link_is_not_written_through(house: House) -> None:
    target = house.write("../elsewhere.yml", "mine\n")
    (house.root / "medlint.yml").symlink_to(target)
    assert house.run("init", "--force").exit_code == 0
    assert target.read_text() == "mine\n"
