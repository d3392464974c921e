"""People as publishers name them, and what stands in their place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import read
from medlint.source import Source
from medlint.views.credentials import credentials_of
from medlint.views.people import people
from medlint.views.written_people import people_in

BODY = "# Living with gout\n\n{}\n\nGout comes in attacks, often at night.\n"


def article(line: str) -> Document:
    return read(Source("a.md", BODY.format(line)), "markdown")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jane Doe", [("Jane Doe", ())]),
        ("Jane Doe, MD", [("Jane Doe", ("MD",))]),
        ("Jane Doe MD", [("Jane Doe", ("MD",))]),
        ("Jane Doe, M.D., Ph.D.", [("Jane Doe", ("M.D.", "Ph.D."))]),
        ("Jane Doe, M. D.", [("Jane Doe", ("M.D.",))]),
        ("JANE DOE, MD, MD", [("JANE DOE", ("MD", "MD"))]),
        ("Dr. Jane Doe", [("Jane Doe", ())]),
        ("Dr Doe", [("Doe", ())]),
        ("Dra. Ana María Ruiz", [("Ana María Ruiz", ())]),
        ("Assoc. Prof. Dr. Eda Kaya for general information. Ask a specialist.", [("Eda Kaya", ())]),
        (
            "Ana B. Ruiz, Dr. Sam Lee, Jo Park Year: 2016",
            [("Ana B. Ruiz", ()), ("Sam Lee", ()), ("Jo Park", ())],
        ),
        ("Ruiz AB, Lee S", [("Ruiz AB", ()), ("Lee S", ())]),
        ("Jo Park, Cardiologist, City Hospital", [("Jo Park", ())]),
        ("el Dr. Luis Ortega. Medicina interna.", [("Luis Ortega", ())]),
        ("Assoc. Prof. Dr. Jane Doe", [("Jane Doe", ())]),
        ("John Q. Public, III, M.D.", [("John Q. Public, III", ("M.D.",))]),
        ("John Public Jr., DO, FACP", [("John Public Jr.", ("DO", "FACP"))]),
        ("Jane Doe, MBBS, MS (Ortho)", [("Jane Doe", ("MBBS", "MS (Ortho)"))]),
        ("Dr. Ravi Nair - MCh Plastic Surgery | Director, City Hospital", [("Ravi Nair", ("MCh Plastic Surgery",))]),
        ("Dr. Asha Rao BAMS, DNB (Medicine)", [("Asha Rao", ("BAMS", "DNB (Medicine)"))]),
        ("Dr Jo Park, GMC 7012345", [("Jo Park", ("GMC 7012345",))]),
        ("Jo Park, RN, BSN; Sam Lee, PharmD", [("Jo Park", ("RN", "BSN")), ("Sam Lee", ("PharmD",))]),
        (
            "Jo Park, MD , Sam Lee, RD , Ann Cole, PhD",
            [("Jo Park", ("MD",)), ("Sam Lee", ("RD",)), ("Ann Cole", ("PhD",))],
        ),
        ("Jo Park and Sam Lee", [("Jo Park", ()), ("Sam Lee", ())]),
        ("Jo Park, MD & Dr. Sam Lee", [("Jo Park", ("MD",)), ("Sam Lee", ())]),
        ("Jo Park, MD, Professor of Medicine, City University, Baltimore, MD.", [("Jo Park", ("MD",))]),
        ("Jo Park, MD, City Hospital, Silver Spring, MD", [("Jo Park", ("MD",))]),
        ("Jo Park, cardiologist, City Hospital, Washington, DC.", [("Jo Park", ())]),
        (
            "Jo Park, MD, MHA, Medical Director, Ann Cole, Editorial Director, and the Gout.org Editorial team.",
            [("Jo Park", ("MD", "MHA")), ("Ann Cole", ()), ("Gout.org Editorial team", ())],
        ),
        ("Ludwig van der Berg, MD", [("Ludwig van der Berg", ("MD",))]),
        ("Siobhán O’Brien-Smith, FRCS(Ed)", [("Siobhán O’Brien-Smith", ("FRCS(Ed)",))]),
        ("J.R. Smith, MD", [("J.R. Smith", ("MD",))]),
        ("Dr. Jane Doe, Trustee & Dermatologist", [("Jane Doe", ())]),
        ("Jane Doe (MD, PhD)", [("Jane Doe", ("MD", "PhD"))]),
        ("board-certified neurologist Jane Doe, MD", [("Jane Doe", ("MD",))]),
        ("Jane Doe, New York", [("Jane Doe", ())]),
        ("Jane Doe, APRN, FNP-BC", [("Jane Doe", ("APRN", "FNP-BC"))]),
        ("The Mayfield Clinic", []),
        ("our medical team", []),
        ("a board-certified physician", []),
        ("City Hospital, Baltimore, MD", []),
        ("Family Medicine", []),
        ("", []),
    ],
)
def test_people_in(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(each.name, each.credentials) for each in people_in(text)] == found


@given(st.text("JaneDo MD,.;()&|-–\n’andPhDofDr", max_size=60))
def test_any_text_gives_people_within_it(text: str) -> None:
    for each in people_in(text):
        assert 0 <= each.start < each.end <= len(text)
        assert each.name.strip()


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("MD", ("MD",)),
        ("MD FACOG", ("MD", "FACOG")),
        ("MD Anderson Cancer Center", None),
        ("DNB Neurosurgery (7 years)", ("DNB Neurosurgery",)),
        ("Boston", None),
        ("Do", None),
        ("Ma", None),
        ("CEO", None),
    ],
)
def test_credentials_of(text: str, letters: tuple[str, ...] | None) -> None:
    assert credentials_of(text) == letters


@pytest.mark.parametrize(
    ("line", "authors", "reviewers"),
    [
        ("By Jane Doe, RN · Medically reviewed by Sam Lee, MD", ["Jane Doe"], ["Sam Lee"]),
        ("Written by Jane Doe\n\nMedically reviewed by\n\nSam Lee, MD", ["Jane Doe"], ["Sam Lee"]),
        ("By Jane DoeMedically Reviewed by Sam Lee, MD, PhDReviewed: May 4, 2024", ["Jane Doe"], ["Sam Lee"]),
        ("Author: Jane Doe, MD; Chief Editor: Sam Lee, MD", ["Jane Doe"], []),
        ("Medical reviewer: Dr Sam Lee, MBBS", [], ["Sam Lee"]),
        ("Last reviewed by Dr Sam Lee, GMC 7012345 – May 2024", [], ["Sam Lee"]),
        ("Written and medically reviewed by Dr. Jane Doe", ["Jane Doe"], ["Jane Doe"]),
        ("Written by Jane Doe and reviewed by Sam Lee, MD", ["Jane Doe"], ["Sam Lee"]),
        ("This page was reviewed by Sam Lee, MD, on 4 May 2024.", [], ["Sam Lee"]),
        ("Updated May 2024 by Sam Lee, MD", [], ["Sam Lee"]),
        ("Page last modified 4 May 2024 by Sam Lee", [], []),
        ("Our content is reviewed by the Medical Review Board", [], ["Medical Review Board"]),
        ("**Reviewed by:** [Sam Lee, MD](/team/lee)", [], ["Sam Lee"]),
        ("| Author | Reviewer |\n|---|---|\n| x | y |", [], []),
        ("Your results are reviewed by a specialist.", [], []),
        ("The drug was reviewed by the FDA in 2019.", [], []),
        ("The peer-reviewed study was written by experts.", [], []),
        ("Nothing here was reviewed by Sam Lee, MD.", [], []),
        ("Photo by Jane Doe", [], []),
        ("Published by Springer, 2019", [], []),
        ("By Monday most people feel well.", [], []),
        ("Stand by Me", [], []),
    ],
)
def test_people_in_the_text(line: str, authors: list[str], reviewers: list[str]) -> None:
    document = article(line)
    found = document.view(people)
    named = [[each.name for each in them if each.state in ("present", "organisation")] for them in found[:2]]
    assert named == [authors, reviewers]
    for each in (*found.authors, *found.reviewers):
        assert each.name.split()[0] in document.source.text[slice(*document.span(each.place))]


@pytest.mark.parametrize(
    ("value", "state", "name"),
    [
        ("Jane Doe, MD", "present", "Jane Doe"),
        ("dr-jane-doe", "present", "dr-jane-doe"),
        ("Dr. Jane Doe, Trustee & Dermatologist", "present", "Jane Doe"),
        ("daedalus", "present", "daedalus"),
        ("The Editorial Team", "organisation", "Editorial Team"),
        ("our medical experts", "not-a-person", "medical experts"),
        ("Medical Review Board", "organisation", "Medical Review Board"),
        ("World Health Organization (WHO) | NHS UK", "organisation", "World Health Organization (WHO) | NHS UK"),
        ("Aligned with NHS guidance", "not-a-person", "Aligned with NHS guidance"),
        ("Clinical content (based on WHO guidelines)", "not-a-person", "Clinical content (based on WHO guidelines)"),
        ("true", "not-a-person", "true"),
        ("2024-05-04", "not-a-person", "2024-05-04"),
        ("admin", "not-a-person", "admin"),
        ("an expert", "not-a-person", "an expert"),
        ("Pending clinical review", "placeholder", "Pending clinical review"),
        ("TBD", "placeholder", "TBD"),
        ('"[Name], MD"', "placeholder", "[Name], MD"),
        ('"{{ reviewer }}"', "placeholder", "{{ reviewer }}"),
        ("placeholder - requires licensed reviewer", "placeholder", "placeholder - requires licensed reviewer"),
    ],
)
def test_what_a_field_holds(value: str, state: str, name: str) -> None:
    document = read(Source("a.md", f"---\nreviewer: {value}\n---\n\nGout comes in attacks.\n"), "markdown")
    assert [(each.state, each.name) for each in document.view(people).reviewers] == [(state, name)]


@pytest.mark.parametrize(
    ("fields", "authors"),
    [
        ("author: Jane Doe", [("Jane Doe", (), "")]),
        ("authors: [Jane Doe, 'Sam Lee, RN']", [("Jane Doe", (), ""), ("Sam Lee", ("RN",), "")]),
        ("author:\n  name: Jane Doe\n  credentials: MD\n  role: Cardiologist", [("Jane Doe", ("MD",), "Cardiologist")]),
        (
            "authors:\n  - name: Jane Doe\n    jobTitle: Nurse\n  - name: Sam Lee",
            [("Jane Doe", (), "Nurse"), ("Sam Lee", (), "")],
        ),
        ("author:\n  - firstName: Jane\n    lastName: Doe", [("Jane Doe", (), "")]),
        ("sources:\n  - author: Jane Doe", []),
        ("author: ''", []),
        ("author: null", []),
        ("author: Jane Doe\nwrittenBy: Jane Doe, MD", [("Jane Doe", ("MD",), "")]),
    ],
)
def test_people_in_metadata(fields: str, authors: list[tuple[str, tuple[str, ...], str]]) -> None:
    document = read(Source("a.md", f"---\ntitle: Gout\n{fields}\n---\n\nGout comes in attacks.\n"), "markdown")
    assert [(each.name, each.credentials, each.role) for each in document.view(people).authors] == authors


def test_json_ld_and_related_cards() -> None:
    data = (
        '{"@context": "https://schema.org", "@graph": [{"@type": "MedicalWebPage", "lastReviewed": "2024-05-04", '
        '"author": {"@type": "Person", "name": "Jane Doe"}, '
        '"reviewedBy": [{"@type": "Person", "name": "Sam Lee, MD"}]}, '
        '{"@type": "VideoObject", "author": {"@type": "Person", "name": "Not Me"}}]}'
    )
    page = (
        f'<html><head><title>Gout</title><script type="application/ld+json">{data}</script></head><body><main><article>'
        "<h1>Gout</h1><p>Gout comes in attacks.</p></article></main>"
        "<aside class='related'><p>Medically reviewed by Ann Other, MD</p></aside></body></html>"
    )
    found = read(Source("a.html", page), "html").view(people)
    assert [each.name for each in found.authors] == ["Jane Doe"]
    assert [(each.name, each.credentials) for each in found.reviewers] == [("Sam Lee", ("MD",))]


def test_letters_on_the_line_below() -> None:
    found = article("Medically reviewed by\n\nSam Lee\n\nMD, FACP").view(people)
    assert [(each.name, each.credentials) for each in found.reviewers] == [("Sam Lee", ("MD", "FACP"))]
    found = article("Medically reviewed by Sam Lee\n\nRheumatologist").view(people)
    assert [(each.name, each.credentials) for each in found.reviewers] == [("Sam Lee", ())]


def test_a_denial_is_no_review() -> None:
    found = article("This page has not been reviewed by a doctor.").view(people)
    assert [each.state for each in found.reviewers] == ["negated"]
