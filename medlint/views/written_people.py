"""People as publishers write them: names, the letters after them, and what is said of their work.

"Dr. Jane Roe, MBBS, MD (Pediatrics) - Consultant, City Hospital" is a title, a name, two credentials and a role.
Which comma ends a name, and which "MD" is Maryland, is settled part by part from the left.
"""

from __future__ import annotations

import re

from medlint.lazy import lazy
from medlint.record import Record
from medlint.views.credentials import REGISTERED, STATE_CODES, credentials_of, letters_kind, looks_like_letters
from medlint.views.names import TEAM, is_name

TITLE = lazy(
    r"(?:(?:el|il|la|le) (?=dra?\b|prof))?"
    r"(?:(?:assoc(?:iate)?\.?|asst\.?|assistant|adj(?:unct)?\.?|clin(?:ical)?\.?) )?"
    r"(?:drs?|dra|prof(?:essor)?|mr|mrs|ms|miss|mx|sir|dame|doctor|rev)\b\.?(?:[ /]+|(?<=\.)(?=[A-Z]))",
    re.I,
)
BREAK = lazy(r"\s*(?:[,;|•·]|\s[-–—]{1,3}\s|\s(?:and|&)\s)(?:\s*(?:and|&)\s)?\s*", re.I)
SUFFIX = lazy(r"(?:Jr|Sr|II|III|IV|V|VI)\.?\Z")
EDITORS = lazy(r"(?:\w+ ){0,2}(?:director|editor|writer)\b", re.I)
SENTENCE_END = lazy(
    r"(?<![A-Z])(?<!\b[DM]r)(?<!\bDra)(?<!\bProf)(?<!\bSt)(?<!\b[JS]r)(?<!\bMrs)(?<!\bNo)(?<!\bPh)(?<!\bReg)(?<!\bAssoc)(?<!\bAsst)(?<!\bAdj)(?<!\bClin)\.(?:\s|$)"
)
GOES_ON = lazy(
    r"(?<=[^\W\d_]) (?:as|at|during|for|from|in|on|to|under|using|with)\s(?=[a-z])|(?<=[a-z]) [A-Z][a-z]{2,12}:\s"
)
"""Where a sentence goes on after the names, "by Jane Roe for general information", or another label stands."""

INTRODUCED = lazy(r"(.*[a-z]) ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)")
CITED = lazy(r"[^\W\d_a-z][\w'’-]+ (?!MD|DO|RN|RD|NP|PA|ND|DC)[A-Z]{1,3}\Z")
"""A name as lists of references have it: "Roe JE"."""

LISTED = 3
"""So many names and nothing else are a list of people; what follows one name may be their place."""

MOST = 1000
"""A byline of more characters is none."""


class Named(Record):
    """One person in a text; `start` and `end` are where the name with its title stands."""

    name: str
    title: str
    credentials: tuple[str, ...]
    role: str
    start: int
    end: int


class _Part(Record):
    text: str
    start: int
    before: str


def people_in(text: str) -> list[Named]:
    """Read the people that a byline names, in order; [] where it names none."""
    text = text[:MOST]
    ended = min(filter(None, (SENTENCE_END.search(text), GOES_ON.search(text))), key=re.Match.start, default=None)
    parts = _parts(text[: ended.start()] if ended else text)
    found: list[Named] = []
    roles: list[str] = []
    cited = len(parts) > 1 and all(CITED.match(part.text) for part in parts)
    if cited or (len(parts) >= LISTED and all(is_name(_untitled(part.text)[1].rstrip(".")) for part in parts)):
        return [_bare(part) for part in parts]
    for i, part in enumerate(parts):
        person = _person(parts, i, found, roles)
        if person:
            found, roles = [*_with_role(found, roles), person], []
        elif found and SUFFIX.match(part.text) and not roles:
            found[-1] = found[-1]._replace(name=f"{found[-1].name}, {part.text}")
        elif found and not roles and (letters := credentials_of(part.text)) is not None:
            found[-1] = found[-1]._replace(credentials=(*found[-1].credentials, *letters))
        elif found and not roles and found[-1].credentials and looks_like_letters(part.text):
            found[-1] = found[-1]._replace(credentials=(*found[-1].credentials, part.text))
        elif found:
            roles.append(part.text)
        elif i == 0 and (person := _introduced(part, parts[1:2])):
            found.append(person)
        elif i == 0:
            return []
    return _with_role(found, roles)


def _bare(part: _Part) -> Named:
    """Read a part that is known to be a name."""
    title, name = _untitled(part.text)
    return Named(name.rstrip("."), title.strip(), (), "", part.start, part.start + len(part.text))


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
    match = INTRODUCED.fullmatch(part.text)
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
