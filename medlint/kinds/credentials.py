"""Reviewers whose letters after the name are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from medlint.document import Document
from medlint.finding import Hit
from medlint.kinds import kind
from medlint.views.people import people


class Options(NamedTuple):
    """Whose letters count besides those that medlint knows."""

    letters: Annotated[tuple[str, ...], "Further credentials that the house accepts."] = ()


@kind("credentials", options=Options, values=("name",))
def credentials(document: Document, options: Options) -> Iterator[Hit]:
    """Report each named reviewer of whom nothing says what qualifies them; "Dr." alone does not.

    A slug is left alone: the person it stands for is described elsewhere.
    """
    for person in document.view(people).reviewers:
        accepted = any(letters in options.letters for letters in (*person.credentials, person.role))
        if person.state == "present" and not person.slug and not person.has_credentials and not accepted:
            name = f"{person.title} {person.name}".strip()
            yield Hit(document.span(person.place), {"name": name})
