"""Misspelt words: what is found, what is left alone, and what the lists of slips may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint import lexicon
from medlint.document import Surroundings
from medlint.house_words import HouseWords
from medlint.neighbours import distance, neighbours, split
from medlint.readers import read
from medlint.sounds import near_sounds, sound
from medlint.source import Source
from medlint.views.lost_apostrophes import with_s_apart
from medlint.views.spelling import unknown_words

PAIRS = ("spelling/pairs-medical", "spelling/pairs-general", "spelling/pairs-drugs")


def doubted(text: str, **told: object) -> list[str]:
    document = read(Source("example", text), "text", Surroundings(**told))  # type: ignore[arg-type]
    return [unknown.word for unknown in document.view(unknown_words) if unknown.doubted]


def known_elsewhere(wrong: str) -> bool:
    """Tell whether what a pair calls wrong is a word, a surname, a brand, a medicine or an eponym."""
    return (
        any(lexicon.has(words, wrong) for words in lexicon.WORDS)
        or lexicon.is_eponym(wrong)
        or lexicon.is_brand(wrong)
        or lexicon.is_name(wrong.capitalize())
    )


@pytest.mark.parametrize("name", (*PAIRS, "spelling/pairs-eponyms"))
def test_a_wrong_form_is_in_no_list_and_the_right_one_is(name: str) -> None:
    pairs = lexicon.all_of(name)
    assert pairs
    assert not [wrong for wrong, _ in pairs if known_elsewhere(wrong)]
    assert not [right for _, right in pairs if not lexicon.is_word(right)]


@pytest.mark.parametrize(
    "word", ["biopsy", "haematoma", "lopez", "kowalski", "ozempic", "tylenol", "metformin", "semaglutide", "crohn"]
)
def test_a_pair_that_calls_a_known_word_wrong_would_be_seen(word: str) -> None:
    assert known_elsewhere(word)


def test_a_wrong_form_has_one_right_one() -> None:
    medical, general = (dict(lexicon.all_of(name)) for name in PAIRS[:2])
    assert not set(medical) & set(general)
    assert len(medical) > 1500


def test_eponyms_put_right_are_eponyms() -> None:
    assert not [right for _, right in lexicon.all_of("spelling/pairs-eponyms") if not lexicon.is_eponym(right)]


def test_the_index_of_neighbours_holds_the_terms() -> None:
    index = lexicon.word_list("spelling/near")
    for name in ("terms/medical", "terms/drugs"):
        missing = [
            word
            for word, *_ in lexicon.all_of(name)
            if len(word) > 2 and f"{word}=" not in str(index.entry(sound(word))).lower()
        ]
        assert not missing, "run scripts/build_dictionaries.py"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("numonia", "pneumonia"),
        ("soriasis", "psoriasis"),
        ("fizician", "physician"),
        ("colestrol", "cholesterol"),
        ("athritis", "arthritis"),
        ("sudek", "Sudeck"),
        ("semaglutyde", "semaglutide"),
        ("scintigrafy", "scintigraphy"),
        ("enthesitus", "enthesitis"),
        ("stomack", "stomach"),
        ("wieght", "weight"),
        ("murur", "murmur"),
        ("atemt", "attempt"),
        ("laringoscopi", "laryngoscopy"),
        ("oftalmoscopee", "ophthalmoscope"),
    ],
)
def test_the_right_word_comes_first(wrong: str, right: str) -> None:
    assert neighbours(wrong)[0].word == right


def test_no_other_medicine_stands_in_for_an_unknown_one() -> None:
    assert not [near for near in neighbours("zolantrafenib") if near.letters > 3]


@pytest.mark.parametrize(
    "text",
    [
        "Arthritis (ar-THRY-tis) is pain in a joint.",
        "Chronic tophaceous (toe FAY shus) gout is rare.",
        "Dr. Hartmutt Neumannen saw the patients with Mr Lindqvistson.",
        "Growth fell (Skarmann et al. 2005), as others found (Hoopferr and Ankley 2004).",
        "The deer mouse, Peromyscus maniculatus, carries the virus.",
        "Write to the Institut de Recherche about the study.",
        "Paracetamol (Panadolex) relieves pain.",
        "The BRCAX1 gene, the abc_def file and the x-abcde code are not words.",
        "GFRTX and HbA1c were measured.",
        "Medicines include Cyclosporin and ciclosporin.",
        "a" * 200_000,
        "A haemorrhage, a hemorrhage, oedema and edema are four words.",
        "Take one tablet lisinopril 40 mg and one tablet pantag 40 mg at night.",
        "Use your peffer inhaler (salbutamol) twice a day.",
        "The Walker-Brunnen score and the Millar-Faster test were used.",
        "Tea of Aspalathus linearus soothes, and A. annuata lowers fever.",
        "It helped me a lot.\n\n- Marietta Brawn",
        "The picture is called stomack.gif.",
        "The Motofin\u00ae tablets and the Lomotol (TM) drops were stopped.",
        "Some need retreatment, repluggings or comedication.",
        "The gitterchat channel is open; write to https://gitterchat.example/talk first.",
        "The phaeochromo-\ncytoma was removed.",
        "The Institut National de la Medicale paid.",
        "A tumorlike swelling was immunolabeled; it stayed uncharacterized.",
    ],
)
def test_what_is_never_doubted(text: str) -> None:
    assert not doubted(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pateint was seen by the docter.", ["pateint", "docter"]),
        ("Heart diseasesuch as angina is common.", ["diseasesuch"]),
        ("The medecine is taken with water; the medecine is bitter; this medecine helps.", ["medecine"]),
        ("SYMPTONS OF THE FLU", ["SYMPTONS"]),
        ("INFLAMASIAN", ["INFLAMASIAN"]),
        ("She wrote for the Larinjitis Trust.", ["Larinjitis"]),
        ("Amlodopine lowers blood pressure.", ["Amlodopine"]),
    ],
)
def test_what_is_doubted(text: str, found: list[str]) -> None:
    assert doubted(text) == found


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        ("markdown", "---\ntitle: Treament of gout\n---\n\nGout hurts.\n", ["Treament"]),
        ("markdown", "---\nseo:\n  description: Why the stomack aches\n---\n\nIt aches.\n", ["stomack"]),
        ("markdown", "---\nsources:\n  - title: Treament of gout\n---\n\nGout hurts.\n", []),
        ("markdown", "---\nslug: treament-of-gout\n---\n\nGout hurts.\n", []),
        ("html", '<meta name="keywords" content="gout, treament, acme, american">', ["treament"]),
        ("html", "<title>Gout: its treament</title><p>Gout hurts.</p>", ["treament"]),
    ],
)
def test_what_readers_see_of_the_metadata_is_read(form: str, text: str, found: list[str]) -> None:
    document = read(Source("example", text), form)
    unknown = [each for each in document.view(unknown_words) if each.doubted]
    assert [each.word for each in unknown] == found
    assert [document.text(place) for each in unknown for place in each.places] == found


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("The skin is the bodys largest organ.", ("body's", "bodies")),
        ("Two bodys were found.", ("bodies", "body's")),
        ("The studys are old, and the study\u2019s end is near.", ("studies", "study\u2019s")),
        ("Ask about childrens health.", ("children's",)),
        ("The tonsills hurt.", ()),
    ],
)
def test_an_s_put_on_wrongly(text: str, offers: tuple[str, ...]) -> None:
    document = read(Source("example", text), "text")
    unknown = document.view(unknown_words)[0]
    assert with_s_apart(document, unknown.places[0], unknown.plain, unknown.near) == offers


def test_the_words_of_the_house_are_right() -> None:
    assert doubted("The pateint app helps.", words=HouseWords(frozenset({"pateint"}))) == []


def test_two_words_run_together_are_told_apart() -> None:
    near = split("diseasesuch")
    assert near is not None and near.word == "disease such"
    assert split("walkthrough") is None


@given(st.text(alphabet="abcdefgh", max_size=9), st.text(alphabet="abcdefgh", max_size=9))
def test_distance_is_symmetric_and_zero_only_for_equals(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)


@given(st.text(max_size=60))
def test_any_text_has_a_sound_and_neighbours(text: str) -> None:
    assert len(near_sounds(sound(text)[:12])) > 0
    assert all(near.letters > 0 for near in neighbours(text.lower()[:20]))
