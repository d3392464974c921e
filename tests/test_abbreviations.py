"""Definitions in every shape people write, uses in every spelling, and capitals that are none of these."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medlint.document import Document
from medlint.readers import read
from medlint.source import Source
from medlint.views.abbreviations import abbreviations
from medlint.views.alignment import cost
from medlint.views.definitions import definitions
from medlint.views.expansions import expansions
from medlint.views.metadata_definitions import metadata_definitions
from medlint.views.parts import Parting, in_parts
from medlint.views.short_forms import key_of
from medlint.views.spelling_out import told_of_one, with_short

DEFINED = [
    ("A body mass index (BMI) over 30.", "BMI = body mass index"),
    ("A body mass index [BMI] over 30.", "BMI = body mass index"),
    ("A body mass **index** (*BMI*) over 30.", "BMI = body mass index"),
    ("A body mass index\n(BMI) over 30.", "BMI = body mass index"),
    ("A body mass index ([BMI](https://x.org/BMI)) over 30.", "BMI = body mass index"),
    ("BMI (body mass index) is a guide.", "BMI = body mass index"),
    ("Body mass index, or BMI, is a guide.", "BMI = Body mass index"),
    ("BMI, or body mass index, is a guide.", "BMI = body mass index"),
    ("Body mass index, also called BMI, is a guide.", "BMI = Body mass index"),
    ("BMI stands for body mass index.", "BMI = body mass index"),
    ("BMI is short for body mass index.", "BMI = body mass index"),
    ("BMI, short for body mass index, is a guide.", "BMI = body mass index"),
    ("Body Mass Index - BMI is a guide.", "BMI = Body Mass Index"),
    ("- BMI – body mass index", "BMI = body mass index"),
    ("The index (body mass index, BMI) is a guide.", "BMI = body mass index"),
    ("A measure (the body mass index [BMI]) is a guide.", "BMI = body mass index"),
    ("The body mass index (BMI; see below) is a guide.", "BMI = body mass index"),
    ("The body mass index (hereafter BMI) is a guide.", "BMI = body mass index"),
    ('The body mass index ("BMI") is a guide.', "BMI = body mass index"),
    ("An electrocardiogram (ECG or EKG) helps.", "ECG = electrocardiogram; EKG = electrocardiogram"),
    ("White blood cells (WBCs) fight.", "WBCs = White blood cells"),
    ("Tumor necrosis factor alpha (TNF-α) rises.", "TNF-α = Tumor necrosis factor alpha"),
    ("Interleukin-6 (IL-6) rises.", "IL-6 = Interleukin-6"),
    ("Mitochondrial DNA (mtDNA) is small.", "mtDNA = Mitochondrial DNA"),
    ("The estimated glomerular filtration rate (eGFR) falls.", "eGFR = estimated glomerular filtration rate"),
    ("Hemoglobin A1c (HbA1c) is a test.", "HbA1c = Hemoglobin A1c"),
    ("Deep vein thrombosis (D.V.T.) hurts.", "D.V.T. = Deep vein thrombosis"),
    ("Attention deficit/hyperactivity disorder (ADHD) is common.", "ADHD = Attention deficit/hyperactivity disorder"),
    (
        "Percutaneous (per-kyoo-TAY-nee-us) nerve stimulation (PNS) helps some.",
        "PNS = Percutaneous (per-kyoo-TAY-nee-us) nerve stimulation",
    ),
    ("Ask about <abbr title='deep vein thrombosis'>DVT</abbr>.", "DVT = deep vein thrombosis"),
    (
        "The Centers for Disease Control and Prevention (CDC) says so.",
        "CDC = Centers for Disease Control and Prevention",
    ),
    ("A CT scan is a test. It is also called computed tomography.", "CT = computed tomography"),
    ("Lumbar puncture: a needle is used. This is also called an LP or spinal tap.", "LP = Lumbar puncture"),
    ("Magnetic resonance imaging (MRI scan) is loud.", "MRI = Magnetic resonance imaging"),
    ("A PET scan (positron emission tomography scan) is slow.", "PET = positron emission tomography"),
    ("The intensive care unit (ICU/ITU) is full.", "ICU = intensive care unit"),
    ("STIs, or sexually transmitted infections, spread.", "STIs = sexually transmitted infections"),
    ("LASIK stands for laser in situ keratomileusis.", "LASIK = laser in situ keratomileusis"),
    ("- ORS = oral rehydration solution", "ORS = oral rehydration solution"),
    ("A DRE - digital rectal exam - is quick.", "DRE = digital rectal exam"),
    ("A DRE - digital rectal exam is next.", ""),
    ("Activities of daily living (ADLs) get hard.", "ADLs = Activities of daily living"),
    ("The Food and Drug Administration's (FDA's) panel met.", "FDA = Food and Drug Administration"),
    (
        "The American Society of Heating, Refrigerating and Air-Conditioning Engineers, or ASHRAE, tests them.",
        "ASHRAE = American Society of Heating, Refrigerating and Air-Conditioning Engineers",
    ),
    ("Hormone replacement therapy (HRT — see below) helps.", "HRT = Hormone replacement therapy"),
    (
        "Acute lymphoblastic leukemia (also called acute lymphocytic leukemia, or ALL) is a cancer.",
        "ALL = acute lymphocytic leukemia",
    ),
    ('Ask for a "DRE" (short for digital rectal exam).', "DRE = digital rectal exam"),
    ("LV = left ventricle; RV = right ventricle.", "LV = left ventricle; RV = right ventricle"),
    ("[Sjögren’s syndrome](/s) ([SS](/ss)) dries the eyes.", "SS = Sjögren’s syndrome"),
    ("| A | B |\n| --- | --- |\n| CSF | cerebrospinal fluid |", "CSF = cerebrospinal fluid"),
    ("| A | B |\n| --- | --- |\n| Cerebrospinal fluid | CSF |", "CSF = Cerebrospinal fluid"),
    ("| A | B |\n| --- | --- |\n| CSF | cerebrospinal fluid pressure |", ""),
    ("| CSF | B |\n| --- | --- |\n| x | cerebrospinal fluid |", ""),
    ("ADHD (also ADD) is common.", ""),
    ("LDL, or bad, cholesterol is high.", ""),
    ("He ate the fish (cod) and the peas (green).", ""),
    ("It grew (see Figure II) in the second year (2019).", ""),
    ("One day (Monday) the team met (in Rome).", ""),
    ("The plan ends here.\n\n(BMI) is a heading of sorts.", ""),
    ("It was measured by body mass.\n\nIndex (BMI) is next.", ""),
]


def document(text: str, format: str = "markdown") -> Document:
    return read(Source("example", text), format)


@pytest.mark.parametrize(("text", "expected"), DEFINED, ids=[text[:50] for text, _ in DEFINED])
def test_definitions(text: str, expected: str) -> None:
    found = document(text).view(definitions)
    assert "; ".join(f"{each.short_text} = {each.long_text}" for each in found) == expected


USED = [
    ("OA hurts. OA's course is slow; OA-related pain comes later.", {"OA": 3}),
    ("NSAIDs help. An NSAID can harm.", {"NSAID": 2}),
    ("P.A.D. and PAD are one.", {"PAD": 2}),
    ("Your non-HDL-C is high.", {"HDL-C": 1}),
    ("Oral health impact profile (OHIP) scores. The OHIP-NL's scores.", {"OHIP": 1}),
    ("The ICIQ-BD's pages.", {"ICIQ-BD": 1}),
    ("EBV/CMV tests, and CMV-negative blood.", {"EBV": 1, "CMV": 2}),
    ("The MRI**-guided** biopsy.", {"MRI": 1}),
    ("See `MRI_ID` and https://x.org/MRI and mri@x.org.", {}),
    ("Lipids fell.<sup>3</sup> LDL<sup>4</sup> too.", {"LDL": 1}),
]


@pytest.mark.parametrize(("text", "expected"), USED, ids=[text for text, _ in USED])
def test_uses(text: str, expected: dict[str, int]) -> None:
    found = document(text).view(abbreviations)
    assert {key: len(each.uses) for key, each in found.items() if each.uses} == expected


UNUSED = [
    "Lafora storage disease type 2 (LSD 2) is rare. An LSD 3 is rarer.",
    "Other names:\n\n- FSHD\n- Landouzy disease\n- LGMD",
    "## Synonyms\n\nFSHD\n\nLGMD\n\n## More\n\nIt is rare.",
    "Also known as: FSHD, LGMD",
    "| Name | Fever |\n| --- | --- |\n| Also called | FUO, PUO |",
    "Per NIMH guidance:\n\n- Rest.",
    "From NIMH and AHA guidance:\n\n- Rest.",
    "1. Lund, SG. The heart and the STPAT channel. Health, 2001:7:15-19.",
    "The JMP version 7.0 and the FPX software were used.",
    "It mends by itself. (Source: [NIMH](https://example.org/x))",
]
"""Pages on which a short form names a thing or its makers."""


def test_the_ending_of_a_possessive_is_no_part_of_a_use() -> None:
    article = document("The COPD's course is slow, and the HIV/COPD's.")
    assert {article.text(use.place) for each in article.view(abbreviations).values() for use in each.uses} == {
        "COPD",
        "HIV",
    }


@pytest.mark.parametrize("text", UNUSED)
def test_names_are_no_use_of_a_short_form(text: str) -> None:
    found = document(text).view(abbreviations).values()
    assert [each.key for each in found if each.uses and not each.definitions] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Other names:\n\n- FSHD\n\nAn FSHD clinic helps.", 1),
        ("Also called: FSHD. The FSHD clinic helps, and so does rest.", 2),
        ("From FSHD it is a short way to LGMD in most people who have it.", 1),
        ("Glycogen storage disease type 4 (GSD 4) differs from GSD 3; GSD is rare.", 2),
        ("Human herpesvirus 6 (HHV-6) is one HHV; HHV-7 another.", 2),
    ],
)
def test_what_stands_beside_names_is_a_use(text: str, expected: int) -> None:
    found = next(each for each in document(text).view(abbreviations).values() if each.uses)
    assert len(found.uses) == expected


def test_one_kind_explains_all_kinds() -> None:
    found = document("Multiple endocrine neoplasia type 1 (MEN 1) and MEN 2 differ.").view(abbreviations)["MEN"]
    assert [each.long_text for each in found.definitions] == ["Multiple endocrine neoplasia"]


NONE = [
    "The COL1A1 gene, mutations in TTN, and the SCN5A and RYR2 genes. TTN is large.",
    "Type II, stage IIIB, factor VIII and grades I-III.",
    "It is called anosmia (an-OZ-mee-uh), or gout (toe FAY shus).",
    "Vitamin K, hemoglobin SC, blood type AB and hepatitis E.",
    "H1N1, CD4, NCT01234567, COX-2 and Ca2+.",
    "Take 30 MG at 9AM; the file has 3 MB and the sound 60 dBA.",
    "She lives in Salem, OR, or in Austin, TX.",
    "By Ana Lund, RN, BSN, and Bo Ode, DDS, FACP.",
    "Anna Berg, PT, DPT, OCS, FAAOMPT, says so.",
    "Used with permission from AAFP/ACOG.",
    "STOP SMOKING NOW",
    "Rest helps. Photo: [Ana XU](https://example.org/x)",
    "That is the BEST advice we had.",
    "You MUST NOT drive, and it is NOT SAFE.",
    "Ask your PharmaCorp or MedCo agent, or call GlaxoSmithKline.",
    "Toprol XL and metformin ER, and Glucophage® XR.",
    "Write to PO Box 12, and ask for lomustine (CCNU).",
    "NaCl, KCl and HCl.",
    "NIH: National Cancer Institute",
    "Lund AJ, Ode MB, Ray K. J Health. 2019.",
    "Lund, RP et al, writing of the first century BC, and of AD 200.",
    "Dial 1-800-QUITNOW by 4:30 ET, or write to 10 AMS Circle.",
    "BPC-157 and TB-500 are sold online, as is VSL#3.",
    "The UCX Foundation and KVR Pharmaceuticals paid, and so did TQI Europe and LW Scientific.",
    "The HTT protein forms clumps.",
    "- **Other variants**: Including GSTM1, PEMT, MAT, GAMT and CBS",
    "Press the ACT button, and open the NCS menu.",
    "Her blood group is AB, and people with AB blood may take any.",
    "The XBB.1.5 line spread fast; the heart beats at 60 BPM.",
    "A Smith, M.D., BT Jones, M.D., and RC Hill, M.D., say so, and Lee SY and Park JH agree.",
    "An editorial by Cashman KD, the dietitian, says so.",
    "TL;DR: drink water. He wore his PJs.",
    "She takes Toprol-XL and XELJANZ in REAL-TIME.",
    "Photo: ESRF/CNRS",
    "Image courtesy of the NCI.",
    "More on: Fight BAC: Safe Food Handling",
    "10 Center Drive MSC 1190, and QXO 9001.",
    "The IP address is wrong.",
    "Give it after dialysis (OR) with food; the ratio of the two is fixed.",
    "The dose goes by the KG of weight.",
    "---\nauthor: Carol H. Brown\nreviewer: Bo Ann Ode\n---\n\nCHB and BAO wrote it, and CB read it.",
    "He moved from Hartford, CT, to Salem.",
    "If you live in AK, AZ, FL, or NM, call.",
]


@pytest.mark.parametrize("text", NONE)
def test_capitals_that_are_no_abbreviation(text: str) -> None:
    assert [key for key, each in document(text).view(abbreviations).items() if each.uses] == []


def test_or_is_a_short_form_where_the_page_says_so() -> None:
    assert "OR" in document("The odds ratio is high. OR of 2 or more.").view(abbreviations)
    assert "OR" in document("She went to the OR at nine.").view(abbreviations)


def test_the_first_word_of_a_sentence_is_no_town() -> None:
    assert "CT" in document("Ultrasonography, CT, and MRI are used.").view(abbreviations)


def test_a_letter_tells_members_of_a_family_apart() -> None:
    found = document("Irritable bowel syndrome (IBS) is common. IBS-C and IBS-D are kinds of IBS.").view(abbreviations)
    assert [len(each.uses) for each in found.values()] == [3]


METADATA = [
    ("---\ntitle: 'About sickle cell disease (SCD)'\n---\n\nRest.", "markdown", "SCD = sickle cell disease"),
    ("---\ndescription: >\n  About diabetic\n  ketoacidosis (DKA)\n---\n\nRest.", "markdown", "DKA"),
    ("---\nseo:\n  description: COPD (chronic obstructive pulmonary disease)\n---\n\nRest.", "markdown", "COPD"),
    ('+++\nsummary = "About amyotrophic lateral sclerosis (ALS)."\n+++\n\nRest.', "markdown", "ALS"),
    ("---\ntags: body mass index (BMI)\n---\n\nRest.", "markdown", ""),
    ("<head><title>Restless legs syndrome (RLS)</title></head><body><p>Rest.</p></body>", "html", "RLS"),
    ("<head><meta name=description content='Kidney disease (CKD)'></head><body><p>Rest.</p></body>", "html", ""),
]


@pytest.mark.parametrize(("text", "format", "expected"), METADATA)
def test_metadata_define(text: str, format: str, expected: str) -> None:
    article = document(text, format)
    found = article.view(metadata_definitions)
    assert [each.short_text for each in found] == ([expected.split(" = ")[0]] if expected else [])
    for each in found:
        assert each.short_text in article.text(article.span(each.short))
        if " = " in expected:
            assert f"{article.text(each.short)} = {article.text(each.long)}" == expected
    assert [key for key, each in article.view(abbreviations).items() if each.elsewhere] == [e.key for e in found]


def test_intravenous_is_no_number() -> None:
    assert "IV" in document("He was given an IV and needs IV fluids.").view(abbreviations)
    assert "IV" not in document("Cancer in stage IV is treated.").view(abbreviations)


def test_a_common_word_is_an_abbreviation_where_the_page_tells() -> None:
    assert "ALL" in document("A form of leukemia. Children with ALL do well.").view(abbreviations)
    assert "ALL" not in document("Rest. ALL pills must be kept away.").view(abbreviations)


def test_headings_do_not_use_or_define() -> None:
    found = document("# Osteoarthritis (OA)\n\n## OA at night\n\nIt hurts.").view(abbreviations)["OA"]
    assert (found.uses, found.definitions, len(found.elsewhere)) == ((), (), 1)


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("# Langerhans cell histiocytosis\n\nLCH is rare.", "LCH", "Langerhans cell histiocytosis"),
        ("# Mild Optic Drusen\n\nMOD is rare.", "MOD", "Mild Optic Drusen"),
        ("Multiple sclerosis is slow. MS is slow.", "MS", "multiple sclerosis"),
        ("The Minimum Viable Product is out. The MVP is out.", "MVP", "Minimum Viable Product"),
        ("MS is slow.", "MS", "multiple sclerosis; mitral stenosis"),
        ("XQZ is slow.", "XQZ", ""),
        ("The UI is slow.", "UI", ""),
        ("It was weak/bladder: UI is a burden.", "UI", "urinary incontinence"),
        ("The bladder is weak. UI is a burden.", "UI", "urinary incontinence"),
        ("A stenosis is narrow. MS is slow.", "MS", "multiple sclerosis; mitral stenosis"),
        ("A stenosis of the mitral valve. MS is slow.", "MS", "mitral stenosis; multiple sclerosis"),
    ],
)
def test_expansions(text: str, key: str, expected: str) -> None:
    assert "; ".join(each.long for each in expansions(document(text), key)) == expected


@pytest.mark.parametrize(
    ("long", "told", "short", "expected"),
    [
        ("bone marrow lesions", "BMLs", "BML", "bone marrow lesion (BML)"),
        ("bone marrow lesions", "BMLs", "BMLs", "bone marrow lesions (BMLs)"),
        ("bone marrow lesion", "BML", "BMLs", "bone marrow lesions (BMLs)"),
        ("needle biopsies", "NBs", "NB", "needle biopsy (NB)"),
        ("deep vein thrombosis", "DVT", "DVTs", "deep vein thromboses (DVTs)"),
        ("magnetic resonance imaging", "MRI", "MRIs", "magnetic resonance imaging (MRI)"),
        ("irritable bowel syndrome", "IBS", "IBS", "irritable bowel syndrome (IBS)"),
    ],
)
def test_long_form_has_the_number_of_the_short_one(long: str, told: str, short: str, expected: str) -> None:
    assert with_short(told_of_one(long, told, short), short) == expected


@pytest.mark.parametrize(
    ("short", "key"),
    [("SBFs", "SBF"), ("FDA's", "FDA"), ("D.V.T.", "DVT"), ("PCOS", "PCOS"), ("A1C", "A1C"), ("IL-6", "IL-6")],
)
def test_key_of(short: str, key: str) -> None:
    assert key_of(short) == key


def test_initials_are_the_plainest_reading() -> None:
    assert cost("BMI", "body mass index") == 0
    assert 0 < cost("ECG", "electrocardiogram") < cost("CDC", "Centers for Disease Control and Prevention")
    assert cost("OA", "rheumatism") == float("inf")


TEXT = st.text(alphabet="ABCabci ()[]-.,/*\n#'1é", max_size=120)


@given(TEXT)
def test_places_cut_out_what_they_say(text: str) -> None:
    article = document(text)
    for each in article.view(definitions):
        assert article.text(each.short) == each.short_text
        assert article.text(each.long) == each.long_text
    for found in article.view(abbreviations).values():
        for use in found.uses:
            assert key_of(article.text(use.place)).startswith(use.key)


TABLED = st.lists(
    st.sampled_from(
        [
            "A BMI is high.",
            "Body mass index (BMI) is.",
            "## BMI",
            "| BMI | MRI |\n| --- | --- |\n| BMI | x |",
            "![BMI](a.png)",
        ]
    ),
    max_size=8,
)


@given(TABLED, st.sampled_from(["page", "section"]))
def test_every_use_stands_in_one_part(blocks: list[str], per: Literal["page", "section"]) -> None:
    article = document("\n\n".join(blocks))
    whole = [use.place for each in article.view(abbreviations).values() for use in each.uses]
    parted = [use.place for each in in_parts(article, Parting(per, "apart", "apart")) for use in each.uses]
    assert sorted(parted) == sorted(whole)
    skipped = [use for each in in_parts(article, Parting(per, "skip", "skip")) for use in each.uses]
    assert all(article.blocks[use.token.block].shape not in ("table-cell", "caption") for use in skipped)


PARTED = [
    ("A BMI.\n\n| Test | BMI |\n| --- | --- |\n| x | BMI |", ["table", ""]),
    ("![A BMI](a.png)\n\nA BMI.", ["caption", ""]),
    ("A BMI.\n\n## Care\n\nA BMI.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), PARTED)
def test_parts_have_names(text: str, expected: list[str]) -> None:
    article, parting = document(text), Parting("page", "apart", "apart")
    found = list(in_parts(article, parting))
    assert [parting.name(article.blocks[each.uses[0].token.block]) for each in found] == expected


@pytest.mark.parametrize(
    "flood",
    [
        "(" * 20000,
        "(A" * 20000,
        "[AB) " * 10000,
        "A-" * 20000,
        "AB (" * 10000,
        "A.B." * 9000,
        "AB/CD/" * 9000,
        "AB or CD, " * 9000,
    ],
)
def test_a_flood_is_no_trouble(flood: str) -> None:
    assert isinstance(document(flood, "text").view(abbreviations), dict)
