"""Roles: the article is told from the page round it, in every format."""

from __future__ import annotations

import pytest

from medlint.document import Document
from medlint.readers import read
from medlint.readers.roles_chrome import chrome_sort
from medlint.readers.roles_sections import is_citation, is_disclaimer
from medlint.source import Source

PROSE = "The kidneys filter the blood all day long and make urine of what the body does not need. They do it silently."


def document(source: str, format: str = "text") -> Document:
    return read(Source("article", source), format)


def roles(source: str, format: str = "text") -> dict[str, str]:
    found = document(source, format)
    return {found.prose.text[block.start : block.end]: block.role for block in found.blocks}


def fields(source: str, format: str = "text") -> dict[str, str]:
    return {each.name: each.value for each in document(source, format).metadata.fields if each.origin == "byline"}


SORTS = {
    "Share": "ui",
    "5 min read": "ui",
    "READ MORE »": "ui",
    "12 comments": "ui",
    "Home > Skin > Acne": "ui",
    "Privacy Policy | Terms of Use | Contact Us": "ui",
    "Contact us": "weak",
    "Related articles": "related",
    "Tags:": "tags",
    "HomeNewsHeart HealthWhat Is Angina?": "fused",
    "Latest newsSee all": "fused",
    "Fact checkedFact checked": "doubled",
    "Expert reviewed Expert reviewed": "doubled",
    "17": "counter",
    "© 2024 The Clinic": "legal",
    "We use cookies to improve your experience.": "consent",
    "By subscribing, I agree to the Privacy Policy.": "consent",
    "SourcesHistory": "fused",
    "Skin Conditions > Eczema > Treatment": "ui",
    "Overview / Definition": "",
    "Causes | Symptoms | Treatment": "",
    "Oops! Something went wrong while sending the form.": "ui",
    "Thanks for subscribing!": "ui",
    "Was this page helpful?": "ui",
    "Click the icon to see a drawing of the knee.": "ui",
    "Thanks for the new vaccine, measles is rare.": "",
    "Share the results with your doctor.": "",
    "Read more about the side effects of this medicine in the leaflet.": "",
    "Kava kava": "",
    "Beriberi": "",
    "Two cookies have 150 calories.": "",
    "Sign up for our newsletter if you like.": "",
    "Iron and Vitamin C": "",
    "What Is Angina?": "",
    "Use PubMed to find studies": "",
}


@pytest.mark.parametrize("text", SORTS)
def test_sort_of_a_line(text: str) -> None:
    assert chrome_sort(text) == SORTS[text]


FIELDS = {
    "Medically reviewed by\n\nDr. Ada Okoye": {"medically reviewed by": "Dr. Ada Okoye"},
    "Reviewed by\nJohn Marsh, MD, FACP\nMay 3, 2021": {"reviewed by": "John Marsh, MD, FACP"},
    "Last updated\n3 May 2021": {"last updated": "3 May 2021"},
    "Published At May 3, 2021": {"published at": "May 3, 2021"},
    "Reviewed AtMay 3, 2021": {"reviewed at": "May 3, 2021"},
    "Updated3 May 2021": {"updated": "3 May 2021"},
    "By Ada Okoye, RN | Published: May 3, 2021 | Updated: June 1, 2021": {
        "by": "Ada Okoye, RN",
        "published": "May 3, 2021",
        "updated": "June 1, 2021",
    },
    "Posted: May 3, 2021 Updated: June 1, 2021": {"posted": "May 3, 2021", "updated": "June 1, 2021"},
    "This page was last updated on 3 May 2021": {"last updated on": "3 May 2021"},
    "Updated April 2026 · 12 min read": {"updated": "April 2026"},
    "Published studies show that rest helps.": {},
    "Reviewed by many experts, the method is one that most of the hospitals in the country have been slow to use, "
    "because it costs so much more.": {},
    "By the age of 60, most people have it": {},
    "Authority matters to most people.": {},
    "Sources: milk, fish and eggs": {},
    "Sources: World Health Organization": {"sources": "World Health Organization"},
    "Not reviewed by a physician": {},
    "Bypass surgery": {},
}


@pytest.mark.parametrize("line", FIELDS)
def test_labels_and_values(line: str) -> None:
    assert fields(f"Kidney Stones\n\n{line}\n\n{PROSE}") == FIELDS[line]


def test_key_and_value_have_their_places() -> None:
    source = f"Gout\n\nReviewed AtMay 3, 2021\n\n{PROSE}"
    field = document(source).metadata.fields[0]
    assert (source[slice(*field.key)], source[slice(*field.span)]) == ("Reviewed At", "May 3, 2021")


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_bylines_in_markup(format: str) -> None:
    line = {
        "markdown": "**Medically reviewed by:** Ada Okoye, MD",
        "html": "<b>Medically reviewed by:</b> Ada Okoye, MD",
    }
    wrapped = line[format] if format == "markdown" else f"<main><h1>Gout</h1><p>{line[format]}</p><p>{PROSE}</p></main>"
    assert fields(wrapped, format)["medically reviewed by"] == "Ada Okoye, MD"


def test_an_empty_list_of_sources_is_seen() -> None:
    assert fields(f"Gout\n\n{PROSE}\n\nShow moreSourcesSee all\n\nShare") == {"sources": ""}
    assert fields(f"Gout\n\n{PROSE}\n\nSources:\n\nShare\n\nPrint")["sources"] == ""


def test_the_foot_of_a_scraped_page() -> None:
    found = roles(
        f"Gout\n\n{PROSE}\n\nDr. Ada Okoye\n\nRheumatology\n\nTags:\n\ntoesurate\n\nShare this article\n\nFor you\n\n"
        f"More stories\n\nGout and diet\n\nDisclaimer: This article is not a substitute for medical advice."
    )
    assert found["Dr. Ada Okoye"] == found["Rheumatology"] == "byline"
    assert {found[text] for text in ("toesurate", "For you", "More stories", "Gout and diet")} == {"chrome"}
    assert found["Disclaimer: This article is not a substitute for medical advice."] == "disclaimer"
    assert found[PROSE] == found["Gout"] == "body"


def test_the_path_to_the_page_is_no_title() -> None:
    found = document(f"Home\nConditions\nSkin\n\nWhat Is Eczema?\n\n{PROSE}")
    assert [(block.shape, block.role) for block in found.blocks[2:4]] == [("paragraph", "chrome"), ("title", "body")]


@pytest.mark.parametrize("label", ["Search", "Return to site", "Custom Search", "Skip to main content"])
def test_a_button_above_the_title_is_no_title(label: str) -> None:
    found = document(f"{label}\n\nWhat Is Eczema?\n\n{PROSE}")
    assert next(found.text(block) for block in found.blocks if block.shape == "title") == "What Is Eczema?"


def test_the_name_of_a_section_is_no_title() -> None:
    assert [block.shape for block in document(f"Introduction\n\n{PROSE}").blocks] == ["heading", "paragraph"]


def test_references_end_at_the_next_heading() -> None:
    found = roles(
        f"# Gout\n\n{PROSE}\n\n## References\n\n- WHO. Gout. 2021.\n- Some book\n\n## About us\n\n- We care.",
        "markdown",
    )
    assert found["WHO. Gout. 2021."] == found["Some book"] == "reference"
    assert found["We care."] == "body"


def test_sources_of_a_vitamin_are_food() -> None:
    assert roles("# Vitamin C\n\n## Sources\n\n- oranges\n- kale", "markdown")["kale"] == "body"


CITATIONS = {
    "Okoye A, Marsh J. Gout in the young. J Rheum. 2019;12(3):45-50.": True,
    "3. Marsh JB, et al. Diet and gout. 2020. https://doi.org/10.1000/1": True,
    "(Source: WHO)": True,
    "A study of 2014 (Marsh et al) and one of 2016 (Okoye et al) found the same in men who take the drug.": False,
    "In 2019, 12 of 20 patients (60%) got better.": False,
}


@pytest.mark.parametrize("text", CITATIONS)
def test_citation(text: str) -> None:
    assert is_citation(text) is CITATIONS[text]


STATEMENTS = {
    "This page is not a substitute for professional medical advice.": True,
    "For educational purposes only.": True,
    "The site does not provide medical advice, diagnosis or treatment.": True,
    "Supplements are not a substitute for a varied diet.": False,
    "Talk to your doctor before you take advice from a friend.": False,
    "The drug does not replace insulin.": False,
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_disclaimer(text: str) -> None:
    assert is_disclaimer(text) is STATEMENTS[text]
