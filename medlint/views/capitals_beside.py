"""Capitals that the words beside them make a number, a degree, a place, a code, a form of a drug, a name or a gene."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.lexicon import entry, has, is_brand, is_drug, is_name
from medlint.views.alignment import word_set
from medlint.views.short_forms import Token, tokens

NUMBERED = word_set(
    """vitamin vitamins hemoglobin haemoglobin hb hepatitis type types group groups class stage stages grade grades
    phase factor chromosome genotype subtype serotype strain schedule figure table appendix section part
    category level nerve nerves angiotensin model bipolar zone vertebra vertebrae gate"""
)
"""Words that a letter or two after them count or tell apart: vitamin K, hemoglobin SC, blood type AB."""

UNITS = word_set(
    """KB MB GB TB KHz kHz MHz GHz Kbps Mbps Gbps mA mAs kV kVp dB dBA dBHL kW MW GW MeV keV BTU RPM PSI DPI HP CC
    ML MG MCG KG LB LBS OZ FT CM MM KM MPH AM PM IU BPM bpm"""
)
SUFFIXES = word_set("CD CR DR DS EC ER FE HCL HCT HFA IR LA ODT PM SA SR TR XL XR")
STATES = word_set(
    """AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK
    OR PA RI SC SD TN TX UT VA VT WA WI WV WY DC NSW ACT QLD UK USA US"""
)
ZONES = word_set("ET PT CT MT EST EDT PST PDT CST CDT MST MDT BST CET")
ERAS = word_set("AD BC CE BCE")
STREETS = ("Circle", "Street", "St.", "Ave", "Road", "Rd", "Drive", "Blvd", "Way", "Lane", "Place", "Parkway", "Center")
HOUSES = (
    "Pharma", "Inc", "LLC", "Ltd", "Corp", "Foundation", "Institute", "Company", "Laborator", "Healthcare", "Medical",
    "Therapeutics", "Biotech", "Systems", "International", "University", "Hospital", "Press", "Group", "Scientific",
    "Sciences", "Biosciences", "Biosystems", "Technologies", "Instruments", "Diagnostics", "Europe", "America",
    "France",
)  # fmt: skip
"""What makes the capitals before it a name: PAN Foundation, TCI Europe."""

GENE_WORDS = (
    "gene", "mutation", "variant", "allele", "polymorphism", "promoter", "locus", "oncogene", "proto-oncogene",
    "deletion",
)  # fmt: skip
SPOKEN_OF = ("gene", "mutation", "allele", "variant")
BETWEEN = word_set("and or the called named in as such including includes like")
"""Small words of a list of genes."""

PROTEIN_WORDS = ("protein", "kinase", "isoform")

AUTHOR_BEFORE = lazy(r"(?<![\w-])[A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?,? \Z")
AUTHOR_AFTER = lazy(r",? (?:and |& )?[A-Z][a-z'’-]+,? [A-Z]{1,3}\b|,? et al")
WRITTEN_BY = lazy(r"\b[Bb]y [A-Z][a-z'’-]+ \Z")
WITH_AUTHOR = lazy(r"\b[A-Z][a-z'’-]+ [A-Z]{1,3},? (?:and|&) [A-Z][a-z'’-]+ \Z")
PERSON_AFTER = lazy(r" [A-Z][a-z'’-]+(?:-[A-Z][a-z]+)?,? (?:M\.?[DS]|Ph\.?D|D\.?O|R\.?N|MBBS|FRCP)\b")
BLOOD = lazy(r" (?:blood|Rh|(?:negative|positive)\b)")
BLOOD_BEFORE = lazy(r"\bblood (?:group|type)s?\b[^.;:]*\Z")
CITED = lazy(r",? (?:19|20)\d\d[a-z]?[,;)]")
"""Behind an author in the brackets of a citation: `(ADA, 1995)`."""

DIALLED = lazy(r"(?<!\d)\(?[1-9]\d\d(?:\) ?|[-.])\Z")
"""The code of an area, after which letters are dialled: `(800) LUNG-USA`."""

MAKER_BEFORE = lazy(r"\b(?:[Pp]hoto|[Ii]mage|[Ii]llustration)(?: credit)?(?: by|:) [A-Z][\w'’-]+ \Z")
NAME_BEFORE = lazy(r"[A-Z][\w'’.-]*,? (?:[A-Z][\w'’.-]*,? )+\Z")


def is_told_by_words_beside(text: str, token: Token, key: str, block: Block) -> bool:
    """Tell whether what stands beside a token makes its capitals no abbreviation."""
    start, end = token.start, token.end
    first = max(block.start, start - 60)
    before = text[first:start].split()
    last = before[-1] if before and text[start - 1] == " " else ""
    known = entry("abbreviations/inventory", key) is not None
    return (
        text[start - 1 : start] in ("@", "#", "_", "$", ":", "\\")
        or (text[end : end + 1] == ";" and text[end + 1 : end + 2].isalpha())  # "TL;DR"
        or (text[start - 1 : start] == ";" and text[start - 2 : start - 1].isalpha())
        or (key == "AB" and (BLOOD.match(text, end) or BLOOD_BEFORE.search(text, first, start)) is not None)
        or "//" in (text[start - 2 : start], text[end : end + 2])
        or (len(key) <= 3 and _counts(before))
        or (key in UNITS and not known)
        or ((key in UNITS or has("units", key)) and text[max(start - 2, 0) : start].strip("- ")[-1:].isdigit())
        or (key in STATES and (not known or _is_place(last, before[:-1]) or _is_in_row_of_states(text, end)))
        or (len(key) <= 3 and _is_author(text, first, token, known))
        or _is_degree(text, first, token, key, known)
        or (key.upper() in SUFFIXES and _is_of_a_drug(_hung_on(text, token, last).strip("(®™")))
        or (key == "PO" and text.startswith(" Box", end))
        or text.startswith((" button", " menu"), end)
        or MAKER_BEFORE.search(text, first, start) is not None
        or _is_name_of_a_drug(text, first, token, known)
        or _is_label(text, token, block)
        or (text[start - 1 : start] == "-" and text[start - 2 : start - 1].isdigit())
        or (text[max(start - 2, 0) : start].rstrip().endswith(("(", ";")) and CITED.match(text, end) is not None)
        or DIALLED.search(text, first, start) is not None
        or (key in ZONES and (last[-1:].isdigit() or last.lower() in ("a.m.", "p.m.", "am", "pm")))
        or (key in ERAS and (last.isdigit() or last.startswith("centur") or text[end + 1 : end + 2].isdigit()))
        or (last.isdigit() and text[end + 1 : end + 12].startswith(STREETS))
        or (text[end : end + 1] in ("-", "–") and text[end + 1 : end + 4].isdigit())
        or (not known and _is_code(text, end))
        or ("." in token.text and not known and len(key) < 4)
        or ("." in token.text and text[end : end + 3].strip()[:1].isupper() and key not in STATES)
    )


def _is_place(last: str, before: list[str]) -> bool:
    """Tell whether the word before a token may be a town, which a comma parts from its state: `Salem, OR`.

    The first word of a sentence may be any: `Ultrasonography, CT and MRI`.
    """
    town = last.lstrip("(")
    if town[-1:] != "," or not town[:1].isupper() or not town[1:2].islower():
        return False
    is_first = not before or before[-1][-1] in ".!?:"
    return not is_first or is_name(town[:-1].lower())


def _is_in_row_of_states(text: str, end: int) -> bool:
    """Tell whether two more states follow: `AK, AZ, FL`."""
    return (
        text[end : end + 2] == text[end + 4 : end + 6] == ", "
        and {text[end + 2 : end + 4], text[end + 6 : end + 8]} <= STATES
    )


def _counts(before: list[str]) -> bool:
    """Tell whether the last word before a token, other such tokens apart, is one that counts things."""
    for word in reversed(before):
        plain = word.strip(",/-()")
        if plain.lower() in NUMBERED:
            return True
        if not (plain in ("and", "or") or (len(plain) <= 3 and (plain.isupper() or plain.isdigit()))):
            return False
    return False


def _is_degree(text: str, first: int, token: Token, key: str, known: bool) -> bool:
    """Tell whether a token stands behind a name as a degree does, or in a row of degrees behind one."""
    is_one = has("credentials", key) or "." in token.text
    if known and not is_one:
        return False
    match = NAME_BEFORE.search(text, first, token.start)
    if not match:
        return False
    return is_one or any(has("credentials", word.strip(",.")) for word in match[0].split()[2:])


def _is_author(text: str, first: int, token: Token, known: bool) -> bool:
    """Tell whether capitals are the initials of a person: `Lund AJ, Ode MB`, `Lund, AJ.`, `AJ Lund, MD`."""
    if PERSON_AFTER.match(text, token.end) or WITH_AUTHOR.search(text, first, token.start):
        return True
    if not text.startswith((",", ".", ";", ":", " et al", " and ", " & "), token.end) or not AUTHOR_BEFORE.search(
        text, first, token.start
    ):
        return False
    if AUTHOR_AFTER.match(text, token.end) or WRITTEN_BY.search(text, first, token.start):
        return True
    return not known and text[token.end] != " "


def _hung_on(text: str, token: Token, last: str) -> str:
    """Give the word that a suffix belongs to: the one before it, or what a hyphen ties it to (`Toprol-XL`)."""
    return last or (
        text[max(token.start - 40, 0) : token.start].split()[-1].rstrip("-")
        if text[token.start - 1 : token.start] == "-"
        else ""
    )


def _is_of_a_drug(last: str) -> bool:
    return is_drug(last) or is_brand(last) or (len(last) > 3 and last[0].isupper() and last[1:].islower())


def _is_name_of_a_drug(text: str, first: int, token: Token, known: bool) -> bool:
    """Tell whether a token in a bracket is another name of the drug before it: `lomustine (CCNU)`, not `(NSAID)`."""
    if text[token.start - 1 : token.start] != "(" or (known and not text[token.end + 1 : token.end + 2].isdigit()):
        return False
    return is_drug("".join(text[first : token.start - 1].split()[-1:]).lower())


def _is_label(text: str, token: Token, block: Block) -> bool:
    """Tell whether a token stands before a colon as the name of a source (`NIH: National Cancer Institute`)."""
    if not text.startswith(": ", token.end) or not text[token.end + 2 : token.end + 3].isupper():
        return False
    return token.start == block.start or text[token.start - 1] in "(\n" or text[token.start - 2] in ".:;"


NUMBER = lazy(r"(?!(?:19|20)\d\d\b)\d{3,6}\b")
"""A number that is no year: of a room, a standard, a form."""


def _is_code(text: str, end: int) -> bool:
    """Tell whether an unknown token is part of a code or a name: `BPC-157`, `VSL#3`, `CA 19-9`, `the MENO trial`."""
    following = text[end : end + 40]
    if following[:1] in ("#", "®", "™", "*", "@", "_", "=") or (following[:1] in "-–." and following[1:2].isdigit()):
        return True
    words = following.split(" ", 3)[1:3] if following[:1] == " " else []
    if not words:
        return False
    if words[0][:1].isdigit() and ("-" in words[0] or "." in words[0][:-1] or NUMBER.match(words[0])):
        return True
    named = words[0].startswith(HOUSES) or (words[0][:1].isupper() and len(words) > 1 and words[1].startswith(HOUSES))
    return named or words[0].startswith(("study", "trial", "address", "version", "software"))


def genes(document: Document) -> frozenset[str]:
    """Give the tokens that the text calls a gene somewhere; they are genes all over it."""
    text = document.prose.text
    spoken_of = any(word in document.prose.lowered for word in SPOKEN_OF)
    found = set()
    for token in document.view(tokens):
        symbol = token.text.split("-", 1)[0] if token.text[:1].isupper() else token.text
        if symbol in found:
            continue
        known = entry("abbreviations/inventory", symbol) is not None
        if (
            (
                not known
                and len(symbol) >= 4
                and symbol[:2].isalpha()
                and symbol.isupper()
                and any(map(str.isdigit, symbol))
            )
            or (not known and symbol.isupper() and text.startswith(PROTEIN_WORDS, token.end + 1))
            or (spoken_of and (_is_called_gene(text, token) or (not known and has("terms/genes", symbol))))
        ):
            found.add(symbol)
    return frozenset(found)


def _is_called_gene(text: str, token: Token) -> bool:
    """Tell whether a word such as "gene" follows or leads up to a token, other symbols and "and" between them apart."""
    after = _beyond(iter(text[token.end : token.end + 80].replace("/", " ").split()))
    if after.startswith(GENE_WORDS):
        return True
    before = reversed(text[max(token.start - 80, 0) : token.start].replace("/", " ").split())
    return _beyond(before).startswith(SPOKEN_OF)


def _beyond(words: Iterator[str]) -> str:
    """Give the first word that is neither a symbol nor a small word of a list."""
    for word in words:
        plain = word.strip(",()")
        if not (plain.lower() in BETWEEN or plain.isupper() or not plain):
            return plain
        if word[-1:] in ".;:":
            return ""
    return ""
