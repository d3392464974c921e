"""What an article must say of itself and does not: authors, reviewers and what qualifies them, dates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.record import Record
from medlint.span import Place, Span
from medlint.views.credits import credits
from medlint.views.dates import dates
from medlint.views.people import people
from medlint.views.person import STATES, Person

Fact = Literal["author", "reviewer", "published", "reviewed", "updated", "next_review"]
State = Literal["absent", "negated", "organisation", "not-a-person", "placeholder"]


class Found(Record):
    """What stands where a fact should, in the best state there is."""

    state: str
    place: Place
    said: str = ""


class Options(Record):
    """Which facts, and what must not stand in their place."""

    facts: Annotated[tuple[Fact, ...], "The facts that are looked at."]
    states: Annotated[tuple[State, ...], "What is reported: a fact that is absent, a placeholder, a team ..."]
    instead: Annotated[tuple[Fact, ...], "Facts that will do in the place of an absent one."] = ()
    accept_org: Annotated[bool, "Whether an organisation will do in the place of a person."] = False
    allow: Annotated[tuple[str, ...], "Names that will do as they stand, such as a committee's."] = ()


@kind("field", options=Options, values=("fact", "said"))
def field(document: Document, options: Options) -> Iterator[Hit]:
    """Report each fact whose best state is one of those asked for; where it should stand, if it stands nowhere."""
    if not document.blocks:
        return
    reported: list[Place] = []
    for fact in options.facts:
        found = best(document, fact, options)
        if found.state in options.states and found.said not in options.allow and found.place not in reported:
            reported += [found.place] if found.said else []
            yield Hit(document.span(found.place), {"fact": fact.replace("_", " "), "said": found.said})


def best(document: Document, fact: Fact, options: Options) -> Found:
    """Give the best that an article has for a fact, with what the site adds to it."""
    found = _person(document, fact, options) if fact in ("author", "reviewer") else _date(document, fact)
    if found.state == "absent":
        if fact in document.surroundings.supplied:
            return found._replace(state="template-supplied")
        others = [_date(document, other) for other in options.instead]
        return next((other for other in others if other.state == "present"), found)
    return found


def _date(document: Document, fact: Fact) -> Found:
    date = document.view(dates).get(fact)
    if date is None:
        return Found("absent", where_it_belongs(document))
    return Found(date.state, date.place, document.text(date.place) if date.state == "placeholder" else date.value)


def _person(document: Document, fact: Fact, options: Options) -> Found:
    everyone = document.view(people)
    them: tuple[Person, ...] = everyone.authors if fact == "author" else everyone.reviewers
    if options.accept_org and fact == "author":
        them += everyone.publishers
    if not them:
        return Found("absent", where_it_belongs(document))
    for state in STATES:
        for person in them:
            if person.state == state:
                accepted = state == "organisation" and options.accept_org
                return Found("present" if accepted else state, person.place, person.said)
    return Found("absent", where_it_belongs(document))


def where_it_belongs(document: Document) -> Span:
    """Give the empty place where a missing field should stand: with the other metadata, in the byline, at the top."""
    if any(field.origin != "byline" for field in document.metadata.fields):
        place = document.metadata.place
    else:
        byline = next((credit for credit in document.view(credits) if credit.role != "chrome"), None)
        place = document.span(byline.place) if byline else document.metadata.place
    return Span(place.start, place.start)


class CredentialsOptions(Record):
    """Whose letters count besides those that medlint knows."""

    letters: Annotated[tuple[str, ...], "Further credentials that the house accepts."] = ()


@kind("credentials", options=CredentialsOptions, values=("name",))
def credentials(document: Document, options: CredentialsOptions) -> Iterator[Hit]:
    """Report each named reviewer of whom nothing says what qualifies them; "Dr." alone does not.

    A slug is left alone: the person it stands for is described elsewhere.
    """
    for person in document.view(people).reviewers:
        accepted = any(letters in options.letters for letters in (*person.credentials, person.role))
        if person.state == "present" and not person.slug and not person.has_credentials and not accepted:
            name = f"{person.title} {person.name}".strip()
            yield Hit(document.span(person.place), {"name": name})
