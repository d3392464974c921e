"""Words that the house has said it does not write."""

from __future__ import annotations

from collections.abc import Iterator

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.house_words import Rejected
from medlint.inflection import in_case_of, plural
from medlint.kinds import kind
from medlint.span import Range
from medlint.views.sentences import sentences
from medlint.views.word_forms import word_forms
from medlint.views.words import readable, words


@kind("rejected-word", values=("instead",))
def rejected_word(document: Document, options: object) -> Iterator[Hit]:
    """Report each word or phrase that the house rejects, and put the right one in its place where there is but one."""
    by_first = document.surroundings.words.rejected_by_first
    forms = document.view(word_forms)
    for first in sorted(forms.keys() & by_first.keys()):
        for rejected in by_first[first]:
            for start in sorted(start for word in forms[first] for start in document.view(words)[word]):
                yield from _hit(document, rejected, start)
    for rejected in by_first.get("", ()):
        if rejected.wrong.split()[0].lower() not in document.prose.lowered:
            continue
        for match in rejected.pattern.finditer(document.view(readable)):
            yield from _hit(document, rejected, match.start())


def _hit(document: Document, rejected: Rejected, start: int) -> Iterator[Hit]:
    text = document.view(readable)
    match = rejected.pattern.match(text, start)
    if not match or _is_part_of_right(text, start, rejected):
        return
    written, in_plural = match[0], match.lastgroup is not None
    if in_plural and document.surroundings.words.names(written.lower()):
        return
    offers = tuple(_as_written(written, right, rejected, in_plural=in_plural) for right in rejected.right)
    if written in offers or (_differ_by_case(written, offers) and _is_due_a_capital(document, start)):
        return
    place = Range(start, match.end())
    instead = "; write " + " or ".join(f'"{offer}"' for offer in offers) if offers else ""
    edits = (Edit(place, offers[0]),) if len(offers) == 1 and not in_plural else ()
    yield Hit(place, {"instead": instead}, offers, edits)


def _as_written(written: str, right: str, rejected: Rejected, *, in_plural: bool) -> str:
    """Give the right word in the number and the capitals of the wrong one; one that differs by a capital as it is."""
    right = plural(right) if in_plural else right
    return in_case_of(written, right) if rejected.wrong.islower() else right


def _differ_by_case(written: str, offers: tuple[str, ...]) -> bool:
    return written.lower() in (offer.lower() for offer in offers)


def _is_due_a_capital(document: Document, start: int) -> bool:
    """Tell whether a word may stand there with a capital whatever it is: in a heading, or first in a sentence."""
    if document.block_at(start).shape in ("title", "heading"):
        return True
    return any(sentence.start == start for sentence in document.view(sentences))


def _is_part_of_right(text: str, start: int, rejected: Rejected) -> bool:
    """Tell whether the right term stands there already, with the wrong one as a part of it."""
    wrong = rejected.wrong.lower()
    for right in (right.lower() for right in rejected.right if wrong in right.lower() and len(right) > len(wrong)):
        begin = start - right.find(wrong)
        if begin >= 0 and text[begin : begin + len(right)].lower() == right:
            return True
    return False
