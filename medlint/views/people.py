"""Who wrote the article and who reviewed it, and whether what stands there is a person at all."""

from __future__ import annotations

import re
from itertools import islice

from medlint import lexicon
from medlint.document import Document, Field
from medlint.lazy import lazy
from medlint.matching import find
from medlint.record import Record
from medlint.span import Range
from medlint.views.credentials import credentials_of
from medlint.views.credits import Credit, credits
from medlint.views.keys import Entry, entries, plain
from medlint.views.person import Person, person_of, read_person, single
from medlint.views.written_people import people_in

DENIAL = (
    r"\b(?:not|never|no one has|nobody has)\b[^.!?\0]{0,30}\b(?:medically |clinically |been |yet )*reviewed\b"
    r"[^.!?\0]{0,60}?\b(?:doctors?|physicians?|clinicians?|(?:medical|health|healthcare|health care) professionals?|"
    r"medical reviewers?|experts?)\b"
)
ORGANISATION = lazy(r"Organi[sz]ation|Corporation|Hospital|Clinic|GovernmentOrg|NGO", re.I)
LETTERS_HEAD = 8
"""In so many first blocks a line that is only a person with credentials is the byline; below, it may sign a comment."""

DATE_WORDS = frozenset(("reviewed", "review", "on", "at", "date", "updated", "approved", "revised"))
"""Last words of labels that a date follows as a rule; a name may, but nothing that only might be one."""

BY = lazy(r"[\s,*_)]{0,4}by[\s:]+", re.I)
LOOSE_END = lazy(r"(?:\s+(?:on|at|and|&)|[\s,(|·–—-]|\*)+\Z")
LINE = 80
"""Credentials below a name take no more characters than this."""

MOST = 100
"""An article has fewer authors and reviewers than this."""


class People(Record):
    """The authors and reviewers of an article, and the organisations that stand behind it."""

    authors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    publishers: tuple[Person, ...] = ()


def people(document: Document) -> People:
    """Give the people of an article, those in metadata first, each once."""
    found: dict[str, list[Person]] = {"author": [], "reviewer": [], "publisher": []}
    for fact, person in [*_from_fields(document)[:MOST], *_from_text(document)[:MOST]]:
        known = found[fact]
        same = next((i for i, other in enumerate(known) if _same(other, person)), None)
        if same is None:
            known.append(person)
        else:
            known[same] = _merged(known[same], person)
    if not found["reviewer"]:
        found["reviewer"] += _denials(document)
    return People(*(tuple(_best(found[fact])) for fact in found))


def _from_fields(document: Document) -> list[tuple[str, Person]]:
    """Read the people that metadata names; fields with one owner are one person."""
    owners: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in document.view(entries):
        if entry.fact in ("author", "reviewer", "publisher"):
            owners.setdefault((entry.field.origin, entry.fact, entry.owner), []).append(entry)
    found = []
    for (origin, fact, _), group in islice(owners.items(), MOST):
        for person in _owned(group):
            said = "publisher" if origin == "meta" and fact == "author" and person.state == "organisation" else fact
            found.append((said, person))
    return found


def _owned(group: list[Entry]) -> list[Person]:
    """Read the fields of one owner: a plain value, or an object with a name and what belongs to it."""
    parts = {"": "", "name": "", "last": "", "letters": "", "role": "", "type": ""}
    places: dict[str, Field] = {}
    for entry in group:
        what = _attribute(entry.rest)
        if what == "role" and not re.search(r"[^\W\d_]", entry.field.value):
            continue
        if what is not None and not parts[what]:
            parts[what], places[what] = entry.field.value, entry.field
    field = places.get("name") or places.get("")
    if field is None:
        return []
    value = f"{parts['name']} {parts['last']}".strip() or parts[""]
    if parts["letters"]:
        value += ", " + parts["letters"]
    found = read_person(value, field.span)
    if not found and group[0].rest == "":
        return []
    if ORGANISATION.search(parts["type"]):
        found = [person._replace(name=value, state="organisation") for person in found[:1]]
    elif not parts["name"] or parts["type"]:
        found = [single(person) for person in found]
    return [person._replace(role=person.role or parts["role"]) for person in found]


def _attribute(rest: str) -> str | None:
    """Tell which part of a person's entry a key holds: name, last (name), letters, role, type, or "" for all of it."""
    if not rest:
        return ""
    entry = lexicon.entry("metadata/person-keys", plain(rest))
    return entry[0] if entry else None


def _from_text(document: Document) -> list[tuple[str, Person]]:
    """Read the people that lines of the text credit, outside navigation and references."""
    found: list[tuple[str, Person]] = []
    for credit in document.view(credits):
        if credit.role != "chrome" and credit.label.people:
            found += [(fact, person) for fact in _facts(credit) for person in _credited(document, credit, fact)]
    if not any(fact == "author" for fact, _ in found):
        found += [("author", person) for person in _name_lines(document)]
    return found


def _facts(credit: Credit) -> list[str]:
    facts = [{"updater": "reviewer"}.get(fact, fact) for fact in credit.label.people]
    return [fact for fact in facts if fact in ("author", "reviewer")]


def _credited(document: Document, credit: Credit, fact: str) -> list[Person]:
    """Read the value of a label as people; what only might be one has to look the part."""
    where = _named_in(document, credit)
    found = read_person(document.prose.text[slice(*where)], where)
    last = found[-1] if found else None
    if last and last.state == "present" and not last.credentials and credit.date is None:
        found[-1] = last._replace(credentials=_letters_below(document, credit))
    if credit.label.words == ("posted", "by"):
        found = [single(person) for person in found]
    return [person for person in found if _counts(person, credit, fact)]


def _named_in(document: Document, credit: Credit) -> Range:
    """Give the stretch of a label's value that names people: before its date, or after "by" behind that."""
    text = document.prose.text
    start, end = credit.value
    if credit.date:
        named_first = len(re.findall(r"[^\W\d_]{2,}", text[start : credit.date.start])) > 1
        if credit.label.words[-1] != "by" and not named_first:
            by = BY.match(text, credit.date.end, end)
            start = by.end() if by else end
        elif credit.date.start > start:
            end = credit.date.start
    value = LOOSE_END.sub("", text[start:end])
    lead = len(value) - len(value.lstrip(" :*_-–—|\n"))
    return Range(start + lead, start + len(value))


def _counts(person: Person, credit: Credit, fact: str) -> bool:
    """Tell whether what stands behind a label is about this article; each sort of label asks for more or less."""
    if "updater" in credit.label.people:
        return person.state == "present" and person.has_credentials
    if credit.label.dates and credit.label.words[-1] in DATE_WORDS and person.state != "present":
        return False
    if fact == "author" and credit.label.words == ("by",) and person.state not in ("present", "organisation"):
        return False
    return credit.sure or _convinces(person)


def _letters_below(document: Document, credit: Credit) -> tuple[str, ...]:
    """Read the credentials that stand alone in the block below a name."""
    if credit.next >= len(document.blocks):
        return ()
    block = document.blocks[credit.next]
    parts = document.prose.text[block.start : min(block.end, block.start + LINE)].split(",")
    letters = [credentials_of(part.strip()) for part in parts]
    return () if None in letters else tuple(each for some in letters for each in some or ())


def _convinces(person: Person) -> bool:
    """Tell whether words in running text are surely about who reviewed the page."""
    if person.state == "present":
        return bool(person.credentials or person.title or " " in person.name)
    said = person.said.lower()
    return person.state == "organisation" or bool(
        re.match(r"(?:an? )?(?:board[- ]certified|licensed|qualified|expert)", said)
    )


def _name_lines(document: Document) -> list[Person]:
    """Read a line near the top that holds nothing but a person with credentials, as the byline it is."""
    text = document.prose.text
    taken = {credit.value.start for credit in document.view(credits)}
    for block in document.blocks[:LETTERS_HEAD]:
        if block.start in taken:
            continue
        if (
            block.shape in ("paragraph", "heading")
            and block.role in ("body", "byline")
            and block.end - block.start < 80
        ):
            named = people_in(text[block.start : block.end])
            if named and all(one.credentials and not one.role for one in named):
                return [person_of(one, text[block.start : block.end], Range(block.start, block.end)) for one in named]
    return []


def _denials(document: Document) -> list[Person]:
    """Read "this page has not been reviewed by a doctor" as what it says."""
    match = next(find(document, DENIAL), None)
    if match is None:
        return []
    return [Person("", "", (), "", "negated", Range(*match.span()), match[0])]


def _same(one: Person, other: Person) -> bool:
    def bare(person: Person) -> list[str]:
        return re.findall(r"[^\W\d_]{2,}", person.name.lower())

    return one.state == other.state and bare(one) == bare(other)


def _merged(one: Person, other: Person) -> Person:
    return one._replace(credentials=one.credentials or other.credentials, role=one.role or other.role)


def _best(found: list[Person]) -> list[Person]:
    """Give those in the best state there is: a named reviewer beside a team is the reviewer, and so is the team."""
    named = [person for person in found if person.state in ("present", "organisation")]
    return named or found
