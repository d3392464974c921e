"""Site chrome: telling the words of a web page's buttons, menus and boxes from those of the article."""

from __future__ import annotations

import re

from medlint.lexicon import entry

LONGEST = 15
"""A longer block, in words, is no label of a button."""

TRIM = " \t:;>»›→←«‹<|*#·•[]()-–—▼▲+…"
COUNTS = re.compile(
    r"""(?: \d{1,3}\s*-?\s*min(?:ute)?s?\.?\s+read | read(?:ing)?\s+time\W*\d+\s*min(?:ute)?s?
      | \d[\d,.]*[km]?\s+(?:comments?|shares?|likes?|views?|reads|replies|followers|retweets)
      | page\s+\d+\s+of\s+\d+ | \d+\s+of\s+\d+\s+(?:slides?|photos?)
      | [\w-]+\.(?:png|jpe?g|gif|svg|webp)
      | (?:share|follow\s+us|like\s+us|print|tweet)\s+(?:this\b|on\b|via\b).{0,30} )\Z""",
    re.I | re.X,
)
LEGAL = re.compile(r"(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*\d{4}|copyright\s+\d{4}|all rights reserved", re.I)
PICTURE = re.compile(r"\b(?:Avatar|Banner|Carousel|Chevron|Favicon|Icon|Logo|Thumbnail)\b|\b[A-Z][\w ]* Arrow\Z")
JOIN = re.compile(r"(?<=[a-z])(?=[A-Z])")
DOUBLED = re.compile(r"(?P<once>\w(?:.{2,78}?[\w.!?)])?)(?P<gap>\s{0,2})(?P=once)\Z", re.S)
CONSENT = (
    re.compile(r"\b(?:uses?|using|stores?|sets?|accept|reject|allow|our|third[- ]party) (?:\w+ )?cookies\b", re.I),
    re.compile(r"\b(?:privacy|cookie) (?:policy|notice|statement|settings|preferences)\b", re.I),
    re.compile(r"\b(?:best|better|your) (?:\w+ )?experience\b", re.I),
    re.compile(r"\bby (?:clicking|continuing|signing up|subscribing|registering|submitting|using|visiting)\b", re.I),
    re.compile(r"\b(?:i|you|we) (?:agree|accept|consent)\b|\bconsent to\b|\byour consent\b", re.I),
    re.compile(r"\bterms (?:(?:&|and) (?:conditions|privacy)|of (?:use|service)|& privacy)\b", re.I),
    re.compile(
        r"\b(?:sign up|subscribe|unsubscribe)\b.{0,60}\b(?:newsletters?|mailing list|inbox|at any time)\b", re.I
    ),
    re.compile(r"\b(?:our|this|the) (?:web ?site|site)\b", re.I),
)
CUES = ("cookie", "privacy policy", "subscri", "sign up", "signing up", "terms of", "terms &")


def chrome_sort(text: str) -> str:
    """Name the sort of chrome that a block's text is, or "" for what may be the article's own words.

    `ui`: no article says it. `weak`: it is chrome only beside other chrome. `related`, `tags`: it heads a list of
    links. `consent`, `doubled`, `counter`, `legal` speak for themselves. `fused`: labels that ran together.
    """
    if not any(char.isalpha() for char in text):
        return "counter" if len(text) <= 4 and text.isascii() and text.strip() else ""
    if len(text) > 600:
        return ""
    if consent_cues(text) >= 2:
        return "consent"
    if len(text) > 120 or len(text.split()) > LONGEST:
        return ""
    found = entry("labels/interface", text.lower().strip(TRIM))
    if found:
        return found[0]
    if COUNTS.match(text.strip(TRIM)):
        return "ui"
    if LEGAL.match(text):
        return "legal"
    if is_doubled(text):
        return "doubled"
    return _joined_sort(text)


def consent_cues(text: str) -> int:
    """Count the sorts of things that only a cookie, consent or subscription box says."""
    low = text.lower()
    if not any(cue in low for cue in CUES):
        return 0
    return sum(1 for cue in CONSENT if cue.search(text))


def is_doubled(text: str) -> bool:
    """Tell whether a text is one phrase twice: run together, or of several words."""
    match = DOUBLED.match(text)
    if not match or len(match["once"]) < 4:
        return False
    once = match["once"]
    return " " in once or (not match["gap"] and not once[0].islower())


def parts(text: str) -> list[str]:
    """Give the labels that were run together in a line: "HomeNewsAbout us" is three."""
    return [part.strip() for part in JOIN.split(text)]


def _joined_sort(text: str) -> str:
    """See whether a line is made of labels that ran together, or names a picture of the page."""
    found = parts(text)
    sorts = [entry("labels/interface", part.lower().strip(TRIM)) for part in found] if len(found) > 1 else []
    known = [sort[0] for sort in sorts if sort]
    if len(found) > 2 and sorts[0]:
        return "fused"
    if text[-1] in ".!?":
        return ""
    if set(known) - {"weak"} or len(known) > 1 or (len(found) > 1 and PICTURE.search(found[-1])):
        return "fused"
    words = text.split()
    titled = all(word[0].isupper() for word in words if word[0].isalpha())
    return "ui" if 2 <= len(words) <= 5 and titled and PICTURE.search(text) else ""
