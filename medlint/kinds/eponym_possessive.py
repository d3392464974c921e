"""Possessive eponyms: Parkinson's disease or Parkinson disease, and not both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit, Related
from medlint.kinds import kind
from medlint.lexicon import is_eponym
from medlint.matching import Match, find
from medlint.record import Record
from medlint.span import Range

HEADS = (
    "disease|syndrome|palsy|dystrophy|sarcoma|lymphoma|thyroiditis|contracture|phenomenon|esophagus|oesophagus|signs?|"
    "dementia|joints?|foot|tumou?rs?|cysts?|fractures?|nod(?:es?|ules?)|spots|ana?emia|chorea|ataxia|neuralgia|"
    "arthropathy|tendon|tests?|reflex|reaction|man(?:euver|oeuvre)|triad|tetralogy|hernia|encephalopathy|arteritis|"
    "psychosis|melanoma|carcinoma|cells|bodies|lines|canal|glands?|diverticulum|purpura|atrophy|paralysis|ulcer"
)
NAMED = rf"(?P<name>[A-Z](?<=\b[A-Z])[a-zà-ÿ]+)(?P<own>(?<!s)['\u2019]s|(?<=s)['\u2019]s?)? (?P<head>{HEADS})\b"


class Options(Record):
    """What is asked."""

    style: Annotated[str, "`plain`: no possessive at all. `either`: one of the two for each eponym in an article."] = (
        "either"
    )


@kind("eponym-possessive", options=Options, values=("replacement",))
def eponym_possessive(document: Document, options: Options) -> Iterator[Hit]:
    """Report possessive eponyms, or those that the article also writes the other way."""
    uses: dict[tuple[str, str], list[Match]] = {}
    for match in find(document, NAMED, ignorecase=False):
        if is_eponym(match["name"]) and document.block_at(match.start()).role == "body":
            uses.setdefault((match["name"], match["head"]), []).append(match)
    for found in uses.values():
        owned = [match for match in found if match["own"]]
        bare = [match for match in found if not match["own"]]
        if options.style == "plain":
            for match in owned:
                if not match["name"].endswith("s"):
                    yield _hit(match, [])
        elif owned and bare:
            few = min(bare, owned, key=len)
            yield _hit(few[0], few[1:])


def _hit(match: Match, others: list[Match]) -> Hit:
    right = _other(match)
    related = tuple(Related(Range(*other.span()), other[0]) for other in others)
    edits = tuple(Edit(Range(*each.span()), _other(each)) for each in (match, *others))
    return Hit(Range(*match.span()), {"replacement": right}, (right,), edits, related)


def _other(match: Match) -> str:
    """Give the other way of writing a named thing."""
    own = "" if match["own"] else "'" if match["name"].endswith("s") else "'s"
    return f"{match['name']}{own} {match['head']}"
