"""What stands where a person should: a person, a team, a placeholder, a flag, or just words."""

from __future__ import annotations

import re

from medlint import lexicon
from medlint.lazy import lazy
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.credentials import is_health_credential
from medlint.views.names import TEAM, is_name, is_organisation
from medlint.views.written_dates import whole_date
from medlint.views.written_people import Named, people_in

STATES = ("present", "organisation", "placeholder", "not-a-person", "negated")
"""What stands where a person should, from the best to the worst."""

BRACKETED = lazy(r"\W*(?:\[[^\]]*\]|\{\{?.*\}\}?|<[^>]*>|%[\w ]+%|\$\{?\w+\}?|[_.?x-]{2,})\W*\Z", re.I)
AWAITED = lazy(r"(?:pending|awaiting|placeholder|tbd|tba|todo|to be (?:\w+ed)|requires?|needs?|insert|not yet)\b")
NAME_END = lazy(r"\s*[.;,|]?\s+(?:on|in|at)\s+(?=\d|[A-Z][a-z]{2,8} \d)|\.\s|\s*\|\s*(?=Last|Updated|Reviewed)")
LED_TO = lazy(r"\A(?:the|our|by)\s+", re.I)
BLANK = lazy(r"\[[^\]]*\b(?:name|author|reviewer|doctor|physician|credentials|date)\b[^\]]*\]|\{\{", re.I)
FLAG = lazy(r"(?:true|false|yes|no|on|off|y|n|\d+)\Z", re.I)
SLUG = lazy(r"[a-z][a-z0-9]*(?:[-_/][a-z0-9]+)+(?:\.(?:md|json|ya?ml))?\Z")
ADDRESS = lazy(r"https?://\S+\Z", re.I)
NOTHING = lazy(r"(?:~|null|none|nil|\[\]|\{\}|\"\"|'')?\Z", re.I)
UNNAMED = frozenset(
    (
        "admin",
        "administrator",
        "anonymous",
        "guest",
        "user",
        "webmaster",
        "unknown",
        "editor",
        "staff",
        "team",
        "expert",
    )
)
NO_PERSON = lazy(
    r"\b(?:based on|aligned|according|guidance|guidelines?|content|in line with|reviewed|evidence|policy|process|"
    r"sources?|literature|certified|qualified|licensed)\b",
    re.I,
)


class Person(Record):
    """One author or reviewer, or what stands in their place; `state` says which of the two.

    `said` is the text as written. A slug names a person whose details the site keeps elsewhere.
    """

    name: str
    title: str
    credentials: tuple[str, ...]
    role: str
    state: str
    place: Place
    said: str
    slug: bool = False

    @property
    def has_credentials(self) -> bool:
        """Whether any of the letters after the name speaks for knowledge of health."""
        return any(is_health_credential(letters) for letters in self.credentials)


def read_person(text: str, place: Place) -> list[Person]:
    """Read what a label or key gives as a person: people, an organisation, a placeholder, or something else."""
    said = " ".join(text.split()).strip(" *_")
    if NOTHING.match(said) or ADDRESS.match(said):
        return []
    state, name = "", said
    if is_placeholder(said):
        state = "placeholder"
    elif FLAG.match(said) or whole_date(said) or said.lower() in UNNAMED:
        state = "not-a-person"
    elif SLUG.match(said):
        return [Person(said, "", (), "", "present", place, said, slug=True)]
    if state:
        return [Person(name, "", (), "", state, place, said)]
    named = people_in(text)
    if named:
        return [person_of(one, text, place) for one in named]
    return [_unnamed(said, place)]


def is_placeholder(text: str) -> bool:
    """Tell whether a value only keeps a place until someone fills it in."""
    plain_text = text.lower().strip(" .:*_-–—…()[]<>\"'")
    if BRACKETED.match(text) or BLANK.search(text) or not plain_text:
        return True
    if lexicon.has("metadata/placeholders", plain_text):
        return True
    return bool(AWAITED.match(plain_text)) and not is_name(text)


def person_of(one: Named, text: str, place: Place) -> Person:
    """Give a name in a text as a person; `place` is where the text stands."""
    where = Range(place.start + one.start, place.start + one.end) if isinstance(place, Range) else place
    state = "organisation" if TEAM.search(one.name) else "present"
    return Person(one.name, one.title, one.credentials, one.role, state, where, text[one.start : one.end])


def _unnamed(said: str, place: Place) -> Person:
    """Read what is no person's name: an organisation or team, or just words."""
    name = LED_TO.sub("", NAME_END.split(said)[0]).rstrip(" .,;")
    capital = any(word[:1].isupper() for word in name.split())
    if NO_PERSON.search(name) or not capital or said.lower().startswith(("a ", "an ")):
        return Person(name, "", (), "", "not-a-person", place, said)
    if is_organisation(name) and name.lower() not in UNNAMED:
        return Person(name, "", (), "", "organisation", place, said)
    return Person(name, "", (), "", "not-a-person", place, said)


def single(person: Person) -> Person:
    """Take one capitalised word in an author's field for the name that the author goes by."""
    one = person.state == "not-a-person" and re.fullmatch(r"[^\W\d_]{3,20}", person.said)
    other = person.said.lower() in UNNAMED or FLAG.match(person.said)
    return person._replace(state="present") if one and not other else person
