"""People as publishers write them: names, the letters after them, and what is said of their work.

"Dr. Jane Roe, MBBS, MD (Pediatrics) - Consultant, City Hospital" is a title, a name, two credentials and a role.
Which comma ends a name, and which "MD" is Maryland, is settled part by part from the left.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from medlint import lexicon

TITLE = re.compile(
    r"(?:(?:assoc(?:iate)?\.?|asst\.?|assistant|adj(?:unct)?\.?|clin(?:ical)?\.?) )?"
    r"(?:drs?|dra|prof(?:essor)?|mr|mrs|ms|miss|mx|sir|dame|doctor|rev)\b\.?(?:[ /]+|(?<=\.)(?=[A-Z]))",
    re.I,
)
BREAK = re.compile(r"\s*(?:[,;|•·]|\s[-–—]{1,3}\s|\s(?:and|&)\s)(?:\s*(?:and|&)\s)?\s*", re.I)
NAME_WORD = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w'’-]*\.?|(?:[^\W\d_a-z]\.){1,4}[^\W\d_a-z]?\.?|(?:[dDlLO]['’])[^\W\d_]+)\Z"
)
PARTICLES = frozenset(
    (
        "al",
        "ben",
        "bin",
        "bint",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "ten",
        "ter",
        "van",
        "von",
        "y",
        "zu",
    )
)
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|V|VI)\.?\Z")
PLACE_FIRST = frozenset(
    (
        "new",
        "north",
        "south",
        "east",
        "west",
        "san",
        "santa",
        "los",
        "las",
        "fort",
        "united",
        "saint",
        "port",
        "lake",
        "el",
        "mount",
    )
)
FIELD_ENDS = (
    "ology",
    "ologist",
    "iatry",
    "iatrics",
    "iatrist",
    "opathy",
    "ologists",
    "edics",
    "aedics",
    "icine",
    "therapist",
)
EDITORS = re.compile(r"(?:\w+ ){0,2}(?:director|editor|writer)\b", re.I)
TEAM = re.compile(r"\b(?:team|board|staff|committee|panel|council|group|editors|experts)\b", re.I)
REGISTERED = re.compile(
    r"\b(?:GMC|GPhC|GDC|NMC|HCPC|AHPRA|NPI|MCI|KMC|PMDC|PMC|CPSO|MCNZ|Reg(?:istration)?)\b[\s.:#]*"
    r"(?:n(?:o|umber)\b[\s.:#]*)?[A-Z]{0,4}-?\d{4,}",
    re.I,
)
FELLOWSHIP = re.compile(r"F(?:RC|AC|AA|CP|RA)[A-Z][A-Za-z&]{0,5}\Z|MRC[A-Z][A-Za-z]{0,4}\Z")
STATE_CODES = frozenset(
    (
        "MD",
        "MA",
        "PA",
        "DC",
        "ND",
        "MS",
        "MT",
        "DE",
        "CA",
        "GA",
        "SC",
        "NC",
        "NJ",
        "NY",
        "OH",
        "TX",
        "WA",
        "FL",
        "IL",
        "VA",
        "CT",
        "USA",
        "UK",
    )
)
SENTENCE_END = re.compile(
    r"(?<![A-Z])(?<!\b[DM]r)(?<!\bDra)(?<!\bProf)(?<!\bSt)(?<!\b[JS]r)(?<!\bMrs)(?<!\bNo)(?<!\bPh)(?<!\bReg)(?<!\bAssoc)(?<!\bAsst)(?<!\bAdj)(?<!\bClin)\.(?:\s|$)"
)


MOST = 1000
"""A byline of more characters is none."""


class Named(NamedTuple):
    """One person in a text; `start` and `end` are where the name with its title stands."""

    name: str
    title: str
    credentials: tuple[str, ...]
    role: str
    start: int
    end: int


class _Part(NamedTuple):
    text: str
    start: int
    before: str


def people_in(text: str) -> list[Named]:
    """Read the people that a byline names, in order; [] where it names none."""
    text = text[:MOST]
    ended = SENTENCE_END.search(text)
    parts = _parts(text[: ended.start()] if ended else text)
    found: list[Named] = []
    roles: list[str] = []
    for i, part in enumerate(parts):
        person = _person(parts, i, found, roles)
        if person:
            found, roles = [*_with_role(found, roles), person], []
        elif found and SUFFIX.match(part.text) and not roles:
            found[-1] = found[-1]._replace(name=f"{found[-1].name}, {part.text}")
        elif found and not roles and (letters := credentials_of(part.text)) is not None:
            found[-1] = found[-1]._replace(credentials=(*found[-1].credentials, *letters))
        elif found and not roles and found[-1].credentials and _looks_like_letters(part.text):
            found[-1] = found[-1]._replace(credentials=(*found[-1].credentials, part.text))
        elif found:
            roles.append(part.text)
        elif i == 0 and (person := _introduced(part, parts[1:2])):
            found.append(person)
        elif i == 0:
            return []
    return _with_role(found, roles)


def credentials_of(text: str) -> tuple[str, ...] | None:
    """Read letters after a name, such as "MD FACOG" or "DNB Neurosurgery"; None where the text is no such thing.

    A remark in brackets that is long or holds a number is left out.
    """
    text = re.sub(r"\s*\((?:[^()]*\d[^()]*|(?:[^()\s]+\s){3,}[^()]*)\)", "", text).strip(" *†")
    text = re.sub(r"\b(M|Ph|D|B|R)\. (?=[A-Z]\.?(?:\s|$))", r"\1.", text)
    if registered := REGISTERED.fullmatch(text):
        return (registered[0],)
    groups: list[list[str]] = []
    for word in text.split():
        kind = letters_kind(word)
        if kind:
            groups.append([kind, word])
        elif not groups or not _qualifies(word) or len(groups[-1]) > 4:
            return None
        else:
            groups[-1].append(word)
    if not groups or (len(groups[-1]) > 2 and is_organisation(" ".join(groups[-1][2:]).strip("()"), strict=True)):
        return None
    return tuple(" ".join(words).rstrip(",;") for _, *words in groups)


def is_health_credential(letters: str) -> bool:
    """Tell whether letters after a name speak for knowledge of health, as "MBA" does not."""
    return bool(REGISTERED.match(letters)) or letters_kind(letters.split()[0]) in ("clinical", "health")


def _looks_like_letters(text: str) -> bool:
    """Tell whether letters that medlint does not know stand among some that it does: "AHN-BC", but no state's code."""
    return (
        bool(re.fullmatch(r"[A-Z]{2,6}(?:-[A-Z]{1,4})?", text))
        and text not in STATE_CODES
        and not is_organisation(text)
    )


def letters_kind(word: str) -> str:
    """Tell what kind of letters after a name a word is (clinical, health, general), or ""."""
    plain = re.sub(r"[.,*†]|’s$|\([A-Za-z]+\)$", "", word)
    if len(plain) < 2 or not plain[0].isupper() or plain[1:].islower():
        return "health" if plain in ("Dip",) else ""
    entry = lexicon.entry("credentials", plain)
    if entry is None and plain.isupper():
        entry = _any_case().get(plain)
    if entry:
        return entry[0]
    return "clinical" if FELLOWSHIP.match(plain) else ""


def is_organisation(text: str, *, strict: bool = False) -> bool:
    """Tell whether a name is that of an organisation, team or field; `strict` leaves out fields of medicine."""
    for word in re.findall(r"[\w’'-]+", text.lower()):
        if lexicon.has("metadata/organisation-words", word):
            if not (strict and word in ("medicine", "surgery", "care", "health", "medical", "clinical", "nutrition")):
                return True
        elif not strict and word.endswith(FIELD_ENDS):
            return True
    return bool(re.search(r"\b\w+\.(?:com|org|net|gov|edu|co)\b", text, re.I))


def is_name(text: str, *, least: int = 2) -> bool:
    """Tell whether a text without title and credentials reads as the name of one person."""
    words = text.replace(",", " ").split()
    if not least <= len(words) <= 6 or is_organisation(text):
        return False
    if words[0].lower() in PLACE_FIRST or not NAME_WORD.match(words[-1]):
        return False
    plain = [word.lower().strip(".") for word in words]
    if any(lexicon.has("metadata/role-words", word) for word in plain):
        return False
    return all(NAME_WORD.match(word) or word.lower() in PARTICLES for word in words)


def _parts(text: str) -> list[_Part]:
    """Split a byline at its commas, dashes, bars and "and"s, but not inside brackets."""
    parts, at, before = [], 0, ""
    for match in BREAK.finditer(text):
        inside = text.count("(", at, match.start()) > text.count(")", at, match.start())
        if not inside:
            parts.append(_part(text, at, match.start(), before))
            at, before = match.end(), match[0].strip().lower()
    parts.append(_part(text, at, len(text), before))
    return [part for part in parts if part.text]


def _part(text: str, start: int, end: int, before: str) -> _Part:
    while start < end and text[start] in " \n\t*_:([“\"'-–—":
        start += 1
    return _Part(text[start:end].rstrip(" \n\t*_:]”\"'"), start, before)


def _person(parts: list[_Part], i: int, found: list[Named], roles: list[str]) -> Named | None:
    """Read the part as a new person, if it is one and not more about the last."""
    part = parts[i]
    following = parts[i + 1].text if i + 1 < len(parts) else ""
    title, rest = _untitled(part.text)
    if found and part.text.lower().startswith("the ") and TEAM.search(part.text):
        return Named(part.text[4:].rstrip(" ."), "", (), "", part.start, part.start + len(part.text))
    name, letters, role = _split_letters(rest)
    if not is_name(name, least=1 if title or (letters and not found) else 2):
        return None
    if found and not title and not letters and not _follows(part, following, roles, last=i + 2 >= len(parts)):
        return None
    if found and letters and not title and credentials_of(rest) is not None:
        return None
    return Named(name, title.strip(), letters, role, part.start, part.start + len(part.text))


def _introduced(part: _Part, following: list[_Part]) -> Named | None:
    """Read "board-certified dermatologist Jane Roe", which letters must follow, as a person with a role."""
    match = re.fullmatch(r"(.*[a-z]) ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)", part.text)
    if not match or not following or credentials_of(following[0].text) is None or not is_name(match[2]):
        return None
    return Named(match[2], "", (), match[1], part.start + match.start(2), part.start + len(part.text))


def _follows(part: _Part, following: str, roles: list[str], *, last: bool) -> bool:
    """Tell whether a name without title and letters is another person, by what stands round it."""
    if part.before in (";", "and", "&", ", and", ",and", "•", "·") and not roles:
        return True
    if SUFFIX.match(following):
        return True
    if credentials_of(following) is not None:
        return not (roles and last and following.replace(".", "") in STATE_CODES)
    return bool(EDITORS.fullmatch(following)) and not part.text.isupper()


def _untitled(text: str) -> tuple[str, str]:
    at = 0
    while match := TITLE.match(text, at):
        at = match.end()
    return text[:at], text[at:]


def _split_letters(text: str) -> tuple[str, tuple[str, ...], str]:
    """Split "Jane Roe MD (retired)" into the name, the letters and the remark."""
    words = text.split()
    for i in range(1, len(words)):
        if letters_kind(words[i]) or words[i].startswith("(") or REGISTERED.match(" ".join(words[i:])):
            name, rest = " ".join(words[:i]), " ".join(words[i:])
            letters = credentials_of(rest) or credentials_of(rest.strip("()"))
            if letters is not None:
                return name, letters, ""
            return (name, (), rest.strip("()")) if rest.startswith("(") else (text, (), "")
    return (text if SUFFIX.match(words[-1]) else text.rstrip(" .")) if words else "", (), ""


def _with_role(found: list[Named], roles: list[str]) -> list[Named]:
    if found and roles:
        role = ", ".join(role for role in (found[-1].role, *roles) if role)
        found[-1] = found[-1]._replace(role=role)
    return found


def _qualifies(word: str) -> bool:
    """Tell whether a word may say what a degree is in: "Neurosurgery", "(Ortho)", "Internal"."""
    return word[0].isupper() or word[0] == "(" or word in ("of", "in", "&", "and")


def _any_case() -> dict[str, tuple[str, ...]]:
    """Give the credentials by their capitals, for names set in capitals."""
    return {entry[0].upper(): entry[1:] for entry in reversed(lexicon.all_of("credentials"))}
