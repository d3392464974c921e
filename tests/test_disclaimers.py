"""What disclaims and what only sounds like it."""

from __future__ import annotations

import pytest

from medlint.document import Surroundings
from medlint.readers import read
from medlint.source import Source
from medlint.views.disclaimers import disclaimer

BEFORE = "# Sleep and the heart\n\nPoor sleep raises blood pressure. Ask your doctor if you snore.\n\n"

DISCLAIMERS = [
    "This page is not a substitute for medical advice.",
    "Our articles are for information only and do not replace a consultation with your doctor.",
    "Nothing on this website should be taken as medical advice.",
    "The content of this leaflet is for general information and is not intended to replace the advice of your GP.",
    "*For educational purposes only; not medical advice.*",
    "Disclaimer: the material on these pages is meant to inform, never to replace professional medical advice.",
    "SleepWell does not provide medical advice, diagnosis or treatment.",
    "This calculator is for informational purposes only. It cannot replace an examination by a qualified physician.",
    "The authors do not offer medical advice through this site, and no doctor-patient relationship is created.",
    "Information here is general in nature and should not be relied upon as professional medical advice.",
    "All content is provided for informational and educational purposes only. "
    "Always seek the advice of your physician with any questions about a medical condition.",
    "This material isn't intended to be a replacement for care by a licensed health professional.",
    "This article does not constitute medical advice.",
    "This leaflet is not meant to take the place of talking with your doctor.",
    "We are no doctors, and nothing on this blog is medical advice.",
    "Disclaimer: No article on this page is meant to be a substitute for medical treatment by a trained physician.",
    "The information in this booklet is intended for general guidance and must not be considered a substitute for "
    "advice from your own health care provider.",
    "Medical notice: this guide does not diagnose or treat any condition and is for education only.",
    "None of the information here is a substitute for professional medical diagnosis or treatment.",
    "Let me say first that none of this is medical advice: I am only a runner with sore knees.",
    "It is not meant to be\n\na substitute for professional medical advice.",
    "This is general information\nand **not** <em>medical advice</em>.",
]

OTHERS = [
    "Disclaimer",
    "Privacy policy | Terms of use | Disclaimer",
    "Talk to your doctor before you stop taking a medicine.",
    "Ask a pharmacist for advice about side effects.",
    "Physiotherapy is not intended to replace surgery.",
    "These breathing exercises do not replace your inhaler.",
    "A home test is not a diagnosis.",
    "Chamomile tea is no substitute for a good night's sleep.",
    "This article was funded by a grant. The funder had no role in its content.",
    "Some links on this page are affiliate links, and we may earn a commission.",
    "Advertisements on this site do not imply endorsement.",
    "The figures are for informational purposes only and are not financial advice.",
    "Do not use this medicine to treat pain in children under 12.",
    "A negative result does not rule out disease, so see your doctor if symptoms go on.",
    "Not all patients follow medical advice.",
    "None of the runners took medical advice before the race.",
    "Seek medical advice if the rash spreads, and do not scratch it.",
    "Insulin pumps do not replace regular care by a diabetes nurse.",
    "The clinic provides professional medical advice and treatment without an appointment.",
    "You should not delay treatment; seek professional medical advice at once.",
    "Many people do not receive the medical care or advice they need.",
    "The study was designed for educational purposes in two schools.",
    "Hormone replacement therapy is not suitable for everyone; ask for medical advice.",
    "Herbal remedies are not a replacement for medical treatment.",
    "The spray is not intended for children; ask for medical advice.",
    "There is no alternative to professional treatment for sepsis.",
    "Our nurses cannot give medical advice by email.",
]


@pytest.mark.parametrize("text", DISCLAIMERS)
def test_disclaimer_is_found(text: str) -> None:
    document = read(Source("a.md", BEFORE + text + "\n"), "markdown")
    found = document.view(disclaimer)
    assert found.state == "present"
    assert document.span(found.place).start >= len(BEFORE)


@pytest.mark.parametrize("text", OTHERS)
def test_other_text_is_none(text: str) -> None:
    found = read(Source("a.md", BEFORE + text + "\n"), "markdown").view(disclaimer)
    assert (found.state, found.text) == ("absent", "")


@pytest.mark.parametrize(
    ("field", "state"),
    [
        ("disclaimer: Educational only. Seek care if symptoms last.", "present"),
        ("medical_disclaimer: true", "template-supplied"),
        ("disclaimer: standard-us", "template-supplied"),
        ("disclaimer: false", "absent"),
        ("disclaimer:", "absent"),
        ("notice: This page is not medical advice.", "present"),
        ("notice: The clinic is closed on Monday.", "absent"),
    ],
)
def test_metadata_field(field: str, state: str) -> None:
    document = read(Source("a.md", f"---\ntitle: Sleep\n{field}\n---\n\nSleep matters.\n"), "markdown")
    assert document.view(disclaimer).state == state


def test_what_the_house_supplies_or_approves() -> None:
    source = Source("a.md", BEFORE + "Read with care: your own team knows best.\n")
    assert read(source, "markdown", Surroundings(supplied={"disclaimer": "template"})).view(disclaimer).state == (
        "template-supplied"
    )
    approved = Surroundings(disclaimers=("Read with care: your own  team knows best.",))
    assert read(source, "markdown", approved).view(disclaimer).state == "present"


def test_absence_points_behind_the_last_block() -> None:
    document = read(Source("a.md", BEFORE), "markdown")
    found = document.view(disclaimer)
    span = document.span(found.place)
    assert span.start == span.end == len(BEFORE.rstrip())
