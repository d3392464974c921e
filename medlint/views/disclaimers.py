"""Whether the article says that it is no medical advice.

A disclaimer is a statement of the publisher about the text: what it is not (a substitute for professional advice),
and what it is for (information only). Advice to see a doctor is none, nor is what an article says about a treatment
("it does not replace insulin"). So cues are added up over windows of one or two sentences, wherever the text stands:
in the body, the footer or a metadata field, and across the ends of lines and blocks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from medlint.document import Document
from medlint.prose import BLOCK_BREAK
from medlint.span import Place, Range
from medlint.views.keys import Entry, entries, plain

ENOUGH = 4
"""Cues must add up to this much."""

WINDOW = 420
"""Characters before and after a cue in which others may support it."""

DENIAL = r"(?:\bnot\b|n[’']t\b|\bnever\b|\bcannot\b|\bnor\b|\bneither\b|\bno(?:ne)?\b|\bnothing\b|\bwithout\b|\brather than\b)"
QUALIFIED = (
    r"(?:(?:medical|clinical|professional|health(?:[ -]?care)?|dental|individual(?:i[sz]ed)?|personal(?:i[sz]ed)?|"
    r"specific|expert|informed|qualified|doctor[’']?s[’']?|physician[’']?s[’']?|veterinary|nutritional|legal or medical)\b"
    r"[\s,/]+(?:[\w-]+[\s,/]+){0,6}?)"
)
ADVICE = rf"{QUALIFIED}(?:advice|guidance|diagnos[ei]s(?:[\s,]+\w+){{0,2}}[\s,]+treatment)\b"
CARE = (
    rf"{QUALIFIED}(?:care|consultations?|diagnos[ei]s|judge?ments?|opinions?|recommendations?|treatments?|"
    r"evaluations?|assessments?|interpretations?|counsel(?:l?ing)?|supervision|review)\b"
)
CARER = (
    r"(?:doctor|physician|clinician|pediatrician|paediatrician|pharmacist|therapist|psychiatrist|counsel(?:l)?or|nurse|"
    r"midwife|gp|care team|(?:medical|health|health[ -]?care|care|qualified|licensed|cancer|primary care) "
    r"(?:professional|provider|practitioner|team|specialist)|provider|practitioner|professional)s?"
)
CONTENT = (
    r"\b(?:information|content|contents|materials?|articles?|website|web ?sites?|web ?pages?|pages?|site|guides?|resources?|"
    r"fact ?sheets?|leaflet|calculator|checker|tools?|descriptions?|handout|app|newsletter|publication)\b"
)
"""What an article calls itself."""

TEXT = (
    r"\b(?:information|content|contents|material|materials|article|articles|site|website|web ?site|web ?pages?|page|pages|blog|"
    r"post|posts|guide|guides|resource|resources|publication|document|fact ?sheets?|leaflet|brochure|app|tool|tools|"
    r"calculator|checker|service|services|newsletter|video|program|programme|text|handout|statements?|answers?|"
    r"descriptions?|results|interpreter|assessment|podcast|literature|e-?book|book)\b|\b(?:this|these) (?:is|are)\b"
)
PURPOSE = (
    r"\b(?:information(?:al)?|informative|education(?:al)?|learning|reference|awareness|general|entertainment|"
    r"self-monitoring|consultation preparation|personal tracking)"
    r"(?:(?:,| and|/| or|,? and/or) \w+(?: \w+)?)?(?: purposes?| use| awareness| information| preparation)?\s?(?:\)|,)?"
    r"(?: only|(?= and (?:is|are|does|do|should|must|cannot|may) ))"
)
CUES = (
    # What it is not: a stand-in for care.
    (3, rf"{DENIAL}[^.!?]{{0,90}}?\b(?:substitut\w+|replac\w+|alternatives?|stand in)\b[^.!?]{{0,120}}?\b{ADVICE}"),
    (2, rf"{DENIAL}[^.!?]{{0,90}}?\b(?:substitut\w+|replac\w+|alternatives?|stand in)\b[^.!?]{{0,90}}?\b{CARE}"),
    (
        2,
        rf"{DENIAL}[^.!?]{{0,90}}?\b(?:substitut\w+|replac\w+|alternatives?)\b[^.!?]{{0,60}}?"
        rf"\b(?:advice|relationship|consult\w+|visit|seeing|seeking|care|guidance|instructions?)\b[^.!?]{{0,60}}?\b(?:{CARER}|help)\b",
    ),
    (
        1,
        rf"{DENIAL}[^.!?]{{0,60}}?\b(?:substitut\w+|replac\w+)\b[^.!?]{{0,30}}?\b(?:an? |your |the )?(?:\w+ )?{CARER}\b",
    ),
    (1, rf"{CONTENT}[^.!?]{{0,160}}?{DENIAL}[^.!?]{{0,90}}?\b(?:substitut\w+|replac\w+|alternatives?)\b"),
    # What it is not: advice.
    (
        3,
        rf"{DENIAL}[^.!?]{{0,60}}?\b(?:constitut\w+|provid\w+|offer\w*|giv\w+|render\w*|intend\w+|meant|consider\w*|construed|"
        rf"interpreted|taken|treated|used|relied|serve)\b[^.!?]{{0,80}}?\b(?:{ADVICE}|advice, diagnosis)",
    ),
    (
        2,
        rf"{DENIAL}[^.!?]{{0,60}}?\b(?:constitut\w+|intended|meant|considered|construed|interpreted)\b[^.!?]{{0,60}}?\b{CARE}",
    ),
    (4, rf"\b(?:not|no|never|isn[’']t|aren[’']t) (?:\w+ ){{0,2}}?(?:(?:medical|clinical|health) (?:\w+ )?)advice\b"),
    (
        2,
        rf"\b(?:not|isn[’']t) (?:as )?(?:(?:a|an|individual|personal\w*|professional|medical|clinical|actual) ){{0,3}}"
        r"(?:diagnos[ei]s|advice|treatment)\b",
    ),
    (
        2,
        rf"\b(?:do|does|is|are|can|will|must|should)(?: not|n[’']t)[^.!?]{{0,60}}?\b(?:diagnos\w+|prescrib\w+)\b"
        r"[^.!?]{0,60}?\b(?:conditions?|disease|treat\w*|illness|problems?|recommend\w*|decisions)\b",
    ),
    (
        2,
        rf"{DENIAL}[^.!?]{{0,60}}?\b(?:claim|intended|meant|designed)\b[^.!?]{{0,20}}?\bto (?:diagnose|cure|treat|prevent|prescribe)\b",
    ),
    (
        3,
        rf"{DENIAL}[^.!?]{{0,80}}?\b(?:doctor|physician|provider|therapist|clinician)s?\s?[-–—/ ]\s?(?:patient|client)s? relationship",
    ),
    (3, rf"{DENIAL}[^.!?]{{0,40}}?\breplace the relationship\b"),
    (
        3,
        r"\bnot (?:written|created|reviewed|authored|approved|viewed) (?:\w+ )?by (?:\w+ )?(?:medical|health\w*) (?:professional|expert|care)s?",
    ),
    # What it is for.
    (2, rf"\b(?:for|is|are|as|designed|intended|provided|purposes?:?)\b[^.!?]{{0,60}}?{PURPOSE}"),
    (2, rf"(?:\A|[.!?:|>*\s])\s*(?:{PURPOSE})"),
    (
        2,
        r"\b(?:general|educational|health) (?:health )?(?:education|information|overview|content|resources?)\b(?: only)?[^.!?]{0,40}?"
        r"\b(?:not|cannot|does not|and is not)\b",
    ),
    (
        2,
        r"\b(?:is|are|provides?|offers?|promote) (?:\w+ ){0,3}(?:general|educational) (?:\w+ )?(?:education|information|nature|overview|resources?)\b",
    ),
    (1, r"\b(?:is|are) (?:\w+ )?educational\b|\beducational (?:resource|content|overview|guide|tools?)\b"),
    (3, r"\bfor medical advice\b[^.!?]{0,60}\bconsult\b"),
    # What stands round it.
    (1, TEXT),
    (1, r"\b(?:medical |health |general |legal )?(?:disclaimer|notice|important|note)\b\W{0,4}:"),
    (
        1,
        rf"\b(?:consult|seek|ask|contact|speak (?:to|with)|talk (?:to|with)|advice of|guidance of|discuss\w* with|in consultation with)\b"
        rf"[^.!?]{{0,60}}?\b{CARER}\b",
    ),
    (1, r"\b(?:medical|health|clinical|diagnos\w+|disease|treatment|symptoms?|therapy)\b"),
)
LEAST_WORDS = 4
"""A field of so many words is the disclaimer itself; a shorter one ("true", "standard") has a template print it."""

MAIN = 3
"""So much of it must come from cues that say what the text is not, or is for."""

SUPPORT = 4
"""The last cues of the list only support others."""

NEAR = 160
DENIALS = ("not", "n't", "n’t", "never", "no ", "none", "nor ", "rather than", "without")
PURPOSES = (
    "purpose",
    "educational",
    "education only",
    "information only",
    "informational",
    "general information",
    "general health",
)
"""One of these stands close to a cue, or the cue is none."""

ANCHORS = (
    "substitut",
    "replac",
    "alternative",
    "advice",
    "purpose",
    "information only",
    "informational",
    "education",
    "diagnos",
    "relationship",
    " only",
    "written by",
    "created by",
    "general information",
    "prescrib",
)
"""One of these stands in every disclaimer; looked for first, since few articles hold many."""

FORBIDDEN = re.compile(
    r"\b(?:therap(?:y|ies)|approach|supplements?|vaccines?|diet|exercise|diary|medicines?|medications?|drugs?|herbs?|devices?|"
    r"surgery|implants?|hormones?|insulin|acupuncture|massage|yoga|test|knowledge|planning|coaching|massage)\b"
    r"(?:[^.!?,;]{0,30})\b(?:is|are|was|do|does|can|should|will)(?:n[’']t| ?not|not)\b[^.!?]{0,40}\b(?:substitut\w+|replac\w+|alternative)\b",
    re.I,
)
MONEY = re.compile(
    r"\b(?:financial|investment|investing|legal|tax|trading)(?:,? (?:or|and) \w+)? advice\b|\bsecurities\b|\binvestors?\b",
    re.I,
)
ENDS = re.compile(r"[.!?][\"”’)*_]*\s+(?=[A-Z\W])| {3}")


class Disclaimer(NamedTuple):
    """Where the article says that it is no medical advice; `state` is present, or absent with an empty place."""

    state: str
    place: Place
    text: str


def disclaimer(document: Document) -> Disclaimer:
    """Find the disclaimer of an article: in the text, then in a metadata field meant for it."""
    text = document.prose.text.replace(BLOCK_BREAK, "   ")
    found = _approved(document) or best_window(text)
    if found:
        return Disclaimer("present", found, " ".join(text[slice(*found)].split()))
    supplied = "disclaimer" in document.surroundings.supplied
    for entry in document.view(entries):
        said = entry.field.value.strip()
        if entry.fact == "disclaimer" and best_window(said) or (_is_meant(entry) and len(said.split()) >= LEAST_WORDS):
            return Disclaimer("present", entry.field.span, " ".join(said.split()))
        supplied = supplied or (_is_meant(entry) and said.lower() not in ("", "false", "no", "none", "null", "~"))
    end = document.blocks[-1].end if document.blocks else 0
    return Disclaimer("template-supplied" if supplied else "absent", Range(end, end), "")


def _is_meant(entry: Entry) -> bool:
    """Tell whether a field is called a disclaimer, so that what it holds is one: a text, or the name of a shared one."""
    return entry.fact == "disclaimer" and "disclaimer" in plain(entry.owner)


def best_window(text: str) -> Range | None:
    """Give the stretch of a text that disclaims, from its first cue to its last, or None where nothing does."""
    done = 0
    low = text.lower()
    for at in _anchors(low):
        if at < done:
            continue
        near = low[max(at - NEAR, 0) : at + NEAR]
        if any(word in near for word in DENIALS) or any(word in near for word in PURPOSES):
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
    """Add up the cues in a window; also give the place from the first strong cue to the last.

    The sum is -1 where the window speaks of a therapy or of money, so that it counts for nothing.
    """
    part = text[slice(*window)]
    if FORBIDDEN.search(part) or (MONEY.search(part) and not re.search(r"medical advice", part, re.I)):
        return -1, window
    worth, main, start, end = 0, 0, window.end, window.start
    for i, (weight, pattern) in enumerate(_cues()):
        match = pattern.search(part)
        if match:
            worth += weight
            if i < len(CUES) - SUPPORT:
                main += weight
                start, end = min(start, window.start + match.start()), max(end, window.start + match.end())
    return (worth, Range(start, end)) if main >= MAIN else (0, window)


@cache
def _cues() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(expression, re.I)) for weight, expression in CUES)


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
