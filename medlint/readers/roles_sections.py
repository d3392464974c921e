"""Which parts of an article are its disclaimer and its list of sources."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection

from medlint.document import Block, Mark
from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.prose import Prose
from medlint.readers.bylines import PUBLISHED
from medlint.readers.roles_chrome import TRIM

ADVICE = r"(?:advice|consultation|diagnos[ei]s|judge?ment|treatment|care|opinion|recommendations?|visit)"
ABOUT = (
    r"(?:articles?|blogs?|content|guides?|information|materials?|pages?|posts?|site|text|web ?sites?|resources?|tool)"
)
INSTEAD = ("substitut", "replace", "alternative")
DISCLAIMERS = tuple(
    (needed, lazy(cue, re.I))
    for needed, cue in (
        (
            INSTEAD,
            rf"\b{ABOUT}\b[^.]{{0,160}}\b(?:not|never|no|cannot|nor)\b[^.]{{0,80}}"
            rf"\b(?:substitute|replace(?:ment)?|alternative)\b[^.]{{0,100}}\b(?:{ADVICE}|doctor|physician|professional)",
        ),
        (
            INSTEAD,
            r"\b(?:not|never|no|cannot|nor)\b[^.]{0,80}\b(?:substitute|replace(?:ment)?|alternative)\b[^.]{0,60}\b"
            r"(?:medical|professional|clinical|doctor's|physician's|personal|individual)\b[^.]{0,40}\b"
            r"(?:advice|consultation|judge?ment|opinion|care)\b",
        ),
        (
            ("medical", "health", "professional", "individual", "personal"),
            r"\b(?:not|never|cannot|nor)\b[^.]{0,60}\b(?:constitute|provide|offer|give|considered|construed|intended|meant|"
            rf"taken|relied|used)\b[^.]{{0,80}}\b(?:medical|health|professional|individual|personal)\b[^.]{{0,40}}\b{ADVICE}\b",
        ),
        (
            (" only",),
            r"\b(?:information(?:al)?|educational|reference|general) (?:purposes?|use|information)"
            r"(?: and [\w ]{3,30})? only\b",
        ),
        (
            ("purposes",),
            r"\bfor (?:general |patient )?(?:information(?:al)?|education(?:al)?) (?:and [\w ]{3,30} )?purposes\b"
            r"[^.]{0,80}\bnot\b",
        ),
        (("medical advice",), r"\bnot (?:individual |personal |professional )?medical advice\b"),
        (("not intended to",), r"\bnot intended to (?:diagnose|treat|cure|prevent)\b"),
    )
)
"""What a disclaimer says, each after the strings of which one must occur for it."""

DENIAL_CUES = ("advice", "substitute", "purpose", " only", "replace", "diagnos", "disclaimer")
HEADED = lazy(r"(?:[a-z]+ )?disclaimer\s*[:.–—-]", re.I)
LONG = 300
"""In a longer block, a third has to be the disclaimer: the rest may be the article's conclusion."""

SENTENCE_END = lazy(r"(?<=[.!?])\s+")
YEAR = lazy(r"\b(?:19[5-9]|20[0-4])\d\b")
CITATION = lazy(
    r"\bet al\b|\bdoi\b|\bPMID\b|\d{4}\s*;\s*\d+|\b\d+\(\d+\)\s*:\s*\d+|\bAccessed\b|\bRetrieved\b|https?://|\bISBN\b|"
    r"\bpp?\.\s*\d+"
)
AUTHORS = lazy(
    r"[\[(]?\d{0,3}[\]).]?\s*[^\W\d_][\w’'-]+(?: [A-Z][\w’'-]+)?,? (?:[A-Z]\.?[ -]?){1,3}(?=[,.;&]|and\b|et al)"
)
ISSUE = lazy(r"\d{4}[a-z]?\s*;\s*\d+|\b\d+\s*\(\d+\)\s*[:,]\s*e?\d|\bdoi\b|\bPMID\b|https?://|\bpp?\. ?\d", re.I)
IN_BRACKETS = lazy(r"[(\[]\s*(?:sources?|ref(?:erence)?s?)\s*:", re.I)
SURE = ("bibliograph", "cited", "how we", "reading", "references", "reference list", "our sources", "and resources")


def _denies(text: str) -> bool:
    low = text.lower()
    return any(pattern.search(text) for needed, pattern in DISCLAIMERS if any(each in low for each in needed))


def is_disclaimer(text: str, cues: Collection[str] = DENIAL_CUES) -> bool:
    """Tell whether a block says that the article is no medical advice; `cues` are those that stand in the article."""
    low = text.lower()
    if not any(cue in low for cue in cues) or len(text) > 4000:
        return False
    if HEADED.match(text) and len(text) > 40:
        return True
    if not _denies(text):
        return False
    return len(text) < LONG or 3 * _said(text) > len(text)


def _said(text: str) -> int:
    """Count the characters of a block that stand in sentences of a disclaimer."""
    return sum(len(sentence) for sentence in SENTENCE_END.split(text) if _denies(sentence))


def section_sort(text: str) -> str:
    """Name the part that a heading opens (`reference`, `general` ...), or ""."""
    found = entry("labels/sections", text.lower().strip(TRIM + "."))
    return found[0] if found else ""


def is_citation(text: str) -> bool:
    """Tell whether a block is one entry of a list of references: authors first, then a year, an issue or address."""
    if len(text) > 500:
        return False
    return bool(IN_BRACKETS.match(text) or (AUTHORS.match(text) and YEAR.search(text) and ISSUE.search(text)))


def section_end(blocks: list[Block], index: int) -> int:
    """Give the index after the last block of the section that the block at `index` heads."""
    head = blocks[index]
    if head.shape not in ("heading", "title"):
        end = index + 1
        while end < len(blocks) and blocks[end].shape in ("list-item", "table-cell"):
            end += 1
        return end
    for end in range(index + 1, len(blocks)):
        if blocks[end].shape == "heading" and blocks[end].level <= head.level:
            return end
    return len(blocks)


def lists_sources(prose: Prose, blocks: list[Block], marks: tuple[Mark, ...], index: int, end: int) -> bool:
    """Tell whether a section lists sources; "Sources" may also be about where a vitamin comes from."""
    head = blocks[index]
    low = prose.text[head.start : head.end].lower()
    if any(word in low for word in SURE) or end == index + 1:
        return True
    start, stop = blocks[index + 1].start, blocks[end - 1].end
    text = prose.text[start:stop]
    at = bisect_left(marks, start, key=lambda mark: mark.start)
    linked = at < len(marks) and marks[at].start < stop and marks[at].what in ("link", "url", "citation")
    return linked or bool(PUBLISHED.search(text) or CITATION.search(text))
