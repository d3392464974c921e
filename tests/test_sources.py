"""Lists of sources: there, empty, elsewhere, or about something else."""

from __future__ import annotations

import pytest

from medlint.document import Surroundings
from medlint.readers import read
from medlint.source import Source
from medlint.views.sources import sources

BODY = "# Living with gout\n\nGout comes in attacks.\n\nIt is an old disease.\n\nMost are men.\n\n"


@pytest.mark.parametrize(
    ("text", "state", "label"),
    [
        ("## References\n\n1. Lee S. Gout. J Joints. 2019;4:1-9.", "present", "References"),
        ("## Sources\n\n- [National Arthritis Institute](https://example.org)", "present", "Sources"),
        ("### Selected bibliography\n\nLee S. Gout and beer. 2011.", "present", "Selected bibliography"),
        ("**References:**\n\n- Lee S. Gout and beer. 2011.", "present", "References:"),
        ("Sources:\n\n- National Arthritis Institute", "present", "Sources:"),
        ("SOURCE: Journal of Joints, news release, Oct. 19, 2019", "present", "SOURCE"),
        ("References: Lee S, 2011; Park J, 2012.", "present", "References"),
        ("11 sources", "present", "11 sources"),
        ("## References", "empty", "References"),
        ("## References\n\n## See also\n\nOther joints.", "empty", "References"),
        ("[References](/gout/references)", "empty", "References"),
        ("## Sources of purines\n\nMeat and beer.", "absent", ""),
        ("## Sources\n\nPurines come from meat and beer, and the body makes them too.", "absent", ""),
        ("The source of the pain: a joint.", "absent", ""),
        ("Sources of purines: meat, beer.", "absent", ""),
    ],
)
def test_sources_in_the_text(text: str, state: str, label: str) -> None:
    document = read(Source("a.md", BODY + text + "\n"), "markdown")
    found = document.view(sources)
    assert (found.state, found.label) == (state, label)
    if label:
        assert label in document.source.text[slice(*document.span(found.place))]


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("references:\n  - title: Gout\n    url: https://example.org", "present"),
        ("sources: National Arthritis Institute", "present"),
        ("citations: []", "empty"),
        ("sources:", "empty"),
        ("sources: TBD", "empty"),
        ("resources: []", "absent"),
        ("image:\n  source: A. Painter", "absent"),
    ],
)
def test_sources_in_metadata(fields: str, state: str) -> None:
    document = read(Source("a.md", f"---\ntitle: Gout\n{fields}\n---\n\nGout comes in attacks.\n"), "markdown")
    assert document.view(sources).state == state


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Gout is common (doi:10.1000/182).", True),
        ("Gout is [common](https://example.org/gout).", True),
        ("Gout is [common](/about/gout).", False),
        ("Gout is common.", False),
    ],
)
def test_what_leads_to_a_source(text: str, cited: bool) -> None:
    assert read(Source("a.md", BODY + text + "\n"), "markdown").view(sources).cited is cited


def test_a_source_line_at_the_head_says_where_the_text_is_from() -> None:
    document = read(Source("a.txt", "Source: Joint Care Online\n\nTopic: Gout\n\nGout comes in attacks.\n"), "text")
    assert document.view(sources).state == "absent"


def test_a_label_glued_in_scrape_residue() -> None:
    text = "Living with gout\n\nGout comes in attacks, and the toe hurts.\n\nPageIconSourcesPageArrow\n\nTags:\n"
    document = read(Source("a.txt", text), "text")
    found = document.view(sources)
    assert (found.state, found.label) == ("empty", "Sources")
    assert document.span(found.place).start == text.index("Sources")


def test_what_a_template_supplies() -> None:
    document = read(Source("a.md", BODY), "markdown", Surroundings(supplied={"sources": "template"}))
    assert document.view(sources).state == "template-supplied"
