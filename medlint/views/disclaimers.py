"""Whether the article says that it is no medical advice.

A disclaimer is a statement of the publisher about the text: what it is not (a substitute for professional advice),
and what it is for (information only). Advice to see a doctor is none, nor is what an article says about a treatment
("it does not replace insulin"). So cues are added up over windows of a few sentences, wherever the text stands:
in the body, the footer or a metadata field, and across the ends of lines and blocks.
"""

from __future__ import annotations

import re

from medlint.document import Document
from medlint.lazy import lazy
from medlint.matching import compiled
from medlint.prose import BLOCK_BREAK
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.disclaimer_cues import ABOUT_CARE, ABOUT_MONEY, ANCHORS, CUES, DENIALS, PURPOSES
from medlint.views.keys import Entry, entries, plain

ENOUGH = 4
"""Cues must add up to this much."""

MAIN = 3
"""So much of it must come from cues that say what the text is not, or is for."""

WINDOW = 420
"""Characters before and after a cue in which others may support it."""

NEAR = 160
"""Characters before and after a cue in which it must be denied, or its purpose told."""

MOST = 500
"""Windows that are looked into; no article needs as many, and a text made to be slow gets no further."""

LEAST_WORDS = 4
"""A field of so many words is the disclaimer itself; a shorter one ("true", "standard") has a template print it."""

ENDS = lazy(r"[.!?][\"”’)*_]*\s+(?=[A-Z\W])| {3}")


class Disclaimer(Record):
    """Where the article says that it is no medical advice; `state` is present, or absent with an empty place."""

    state: str
    place: Place
    text: str


def disclaimer(document: Document) -> Disclaimer:
    """Find the disclaimer of an article: in the text, then in a metadata field meant for it."""
    found = _approved(document) or best_window(document.prose.text, document.prose.lowered)
    if found:
        said = document.prose.text[slice(*found)].replace("\0", " ")
        return Disclaimer("present", found, " ".join(said.split()))
    supplied = "disclaimer" in document.surroundings.supplied
    for entry in document.view(entries):
        said = entry.field.value.strip()
        worded = _is_meant(entry) and len(said.split()) >= LEAST_WORDS
        if entry.fact == "disclaimer" and (worded or best_window(said)):
            return Disclaimer("present", entry.field.span, " ".join(said.split()))
        supplied = supplied or (_is_meant(entry) and said.lower() not in ("", "false", "no", "none", "null", "~"))
    end = document.blocks[-1].end if document.blocks else 0
    return Disclaimer("template-supplied" if supplied else "absent", Range(end, end), "")


def _is_meant(entry: Entry) -> bool:
    """Tell whether a field is called a disclaimer, so that what it holds is one, or names one."""
    return entry.fact == "disclaimer" and "disclaimer" in plain(entry.owner)


def best_window(text: str, low: str = "") -> Range | None:
    """Give the stretch of a text that disclaims, from its first cue to its last, or None where nothing does.

    `low` is the text in lower case, where somebody has it already.
    """
    done = tries = 0
    low = low or text.lower()
    flat = ""
    for at in _anchors(low):
        if at < done or tries == MOST:
            continue
        near = low[max(at - NEAR, 0) : at + NEAR]
        if any(word in near for word in DENIALS) or any(word in near for word in PURPOSES):
            tries += 1
            text = flat = flat or text.replace(BLOCK_BREAK, "   ")
            one, wide = _windows(text, at)
            for window in (wide, one):
                worth, place = score(text, window)
                if worth >= ENOUGH:
                    return place
                if worth >= 0:
                    break
            done = one.end
    return None


def _anchors(low: str) -> list[int]:
    found = []
    for word in ANCHORS:
        at = low.find(word)
        while at >= 0:
            found.append(at)
            at = low.find(word, at + len(word))
    return sorted(found)


def score(text: str, window: Range) -> tuple[int, Range]:
    """Add up the cues in a window until they are enough; also give the place from the first to the last.

    The sum is -1 where the window speaks of a therapy or of money, so that it counts for nothing.
    """
    part = text[slice(*window)]
    low = part.lower()
    worth, main, start, end = 0, 0, window.end, window.start
    for cue in CUES:
        if cue.supports and (main < MAIN or worth >= ENOUGH):
            break
        there = not cue.needs or any(word in low for word in cue.needs)
        match = compiled(cue.expression).search(part) if there else None
        if match:
            worth += cue.weight
            if not cue.supports:
                main += cue.weight
                start, end = min(start, window.start + match.start()), max(end, window.start + match.end())
    if main < MAIN or worth < ENOUGH:
        return 0, window
    if compiled(ABOUT_CARE).search(part) or ("medical advice" not in low and compiled(ABOUT_MONEY).search(part)):
        return -1, window
    return worth, Range(start, end)


def _windows(text: str, at: int) -> tuple[Range, Range]:
    """Give the sentence at an offset, and it with the one before or after."""
    low, high = max(at - WINDOW, 0), min(at + WINDOW, len(text))
    ends = [low, *(match.end() for match in ENDS.finditer(text, low, high)), high]
    index = next(i for i in range(len(ends) - 1) if ends[i] <= at < ends[i + 1] or i == len(ends) - 2)
    one = Range(ends[index], ends[index + 1])
    return one, Range(ends[max(index - 1, 0)], ends[min(index + 2, len(ends) - 1)])


def _approved(document: Document) -> Range | None:
    """Find one of the texts that the house has approved, whatever they say."""
    for approved in document.surroundings.disclaimers:
        words = [re.escape(word) for word in approved.split()]
        match = re.search(r"\s+".join(words).replace(r"\ ", " "), document.prose.text, re.I) if words else None
        if match:
            return Range(*match.span())
    return None
