"""Site chrome: telling the words of a web page's buttons, menus and boxes from those of the article."""

from __future__ import annotations

import re
from collections.abc import Collection

from medlint.lazy import lazy
from medlint.lexicon import entry

LONGEST = 15
"""A longer block, in words, is no label of a button."""

TRIM = " \t!:;>»›→←«‹<|*#·•[]()-–—▼▲+…"
DOUBLE = 4
"""A phrase that stands twice has so many characters at least."""

COUNTS = lazy(
    r"""(?: \d{1,3}\s*-?\s*min(?:ute)?s?\.?\s+read | read(?:ing)?\s+time\W*\d+\s*min(?:ute)?s?
      | \d[\d,.]*[km]?\s+(?:comments?|shares?|likes?|views?|reads|replies|followers|retweets)
      | page\s+\d+\s+of\s+\d+ | \d+\s+of\s+\d+\s+(?:slides?|photos?)
      | [\w-]+\.(?:png|jpe?g|gif|svg|webp)
      | oops[!,.]*\s+something\s+went\s+wrong\b.{0,60}
      | thank(?:s|\s+you)\s+for\s+(?:subscribing|signing\s+up|your\s+(?:feedback|participation))\b.{0,20}
      | (?:yes\W+no\W+)?was\s+this\s+(?:page|article|document|information|answer)\s+(?:useful|helpful)\b.{0,20}
      | click\s+(?:on\s+)?(?:the|this)\s+icon\s+to\s+\w.{0,70}
      | (?:share|follow\s+us|like\s+us|print|tweet)\s+(?:this\b|on\b|via\b).{0,30} )\Z""",
    re.I | re.X,
)
LEGAL = lazy(r"(?:copyright\s*)?(?:©|\(c\)|&copy;)\s*\d{4}|copyright\s+\d{4}|all rights reserved", re.I)
PICTURE = lazy(r"\b(?:Avatar|Banner|Carousel|Chevron|Favicon|Icon|Logo|Thumbnail)\b|\b[A-Z][\w ]* Arrow\Z")
JOIN = lazy(r"(?<=[a-z])(?=[A-Z])")
DOUBLED = lazy(r"(?P<once>\w(?:.{2,78}?[\w.!?)])?)(?P<gap>\s{0,2})(?P=once)\Z", re.S)
BOXES = tuple(
    lazy(cue, re.I)
    for cue in (
        r"\b(?:uses?|using|stores?|sets?|accept|reject|allow|our|third[- ]party) (?:\w+ )?cookies\b",
        r"\bby (?:clicking|continuing|signing up|subscribing|registering|submitting|using|visiting)\b",
        r"\b(?:i|you|we) (?:agree|accept|consent)\b|\bconsent to\b|\byour consent\b",
        r"\b(?:sign up|subscribe|unsubscribe)\b.{0,60}\b(?:newsletters?|mailing list|inbox|at any time)\b",
    )
)
"""What only a cookie, consent or subscription box says."""

NOTICES = tuple(
    lazy(cue, re.I)
    for cue in (
        r"\b(?:privacy|cookie) (?:policy|notice|statement|settings|preferences)\b",
        r"\b(?:best|better|your) (?:\w+ )?experience\b",
        r"\bterms (?:(?:&|and) (?:conditions|privacy)|of (?:use|service)|& privacy)\b",
        r"\b(?:our|this|the) (?:web ?site|site)\b",
    )
)
"""What such a box says too."""

PATH = lazy(r"\w [>»›] [A-Z].*\w [>»›] [A-Z]")
BAR = lazy("[|·•»›>→]")
BARS = lazy(r"\s+[|·•»›>→]+\s+|\s*[|»›]\s*")
CUES = ("cookie", "privacy policy", "subscri", "sign up", "signing up", "terms of", "terms &")


def chrome_sort(text: str, cues: Collection[str] = CUES) -> str:
    """Name the sort of chrome that a block's text is, or "" for what may be the article's own words.

    `ui`: no article says it. `weak`: it is chrome only beside other chrome. `related`, `tags`: it heads a list of
    links. `consent`, `doubled`, `counter`, `legal` speak for themselves. `fused`: labels that ran together. `cues` are
    those of `CUES` that stand in the article.
    """
    if len(text) > 600:
        return ""
    low = text.lower()
    if cues and any(cue in low for cue in cues) and is_consent(text):
        return "consent"
    if "|" in text and (menu := _menu_sort(text)):
        return menu
    if len(text) > 120 or len(text.split()) > LONGEST:
        return ""
    if len(text) <= 4 and not any(map(str.isalpha, text)):
        return "counter" if text.isascii() and text.strip() else ""
    found = entry("labels/interface", low.strip(TRIM))
    if found:
        return found[0]
    if COUNTS.match(text.strip(TRIM)):
        return "ui"
    if LEGAL.match(text):
        return "legal"
    if is_doubled(text):
        return "doubled"
    return _joined_sort(text)


def is_consent(text: str) -> bool:
    """Tell whether a text is of a cookie, consent or subscription box: two cues, and one that only such boxes give."""
    sure = sum(1 for cue in BOXES if cue.search(text))
    return sure > 1 or (sure == 1 and any(cue.search(text) for cue in NOTICES))


def is_doubled(text: str) -> bool:
    """Tell whether a text is one phrase twice: run together, or of several words."""
    if text.find(text[:DOUBLE], DOUBLE) < 0:
        return False
    match = DOUBLED.match(text)
    if not match or len(match["once"]) < DOUBLE:
        return False
    once = match["once"]
    return " " in once or (not match["gap"] and not once[0].islower())


def parts(text: str) -> list[str]:
    """Give the labels that were run together in a line: "HomeNewsAbout us" is three."""
    return [part.strip() for part in JOIN.split(text)]


def _joined_sort(text: str) -> str:
    """See whether a line is made of labels, run together or set apart by bars, or names a picture of the page."""
    found = parts(text)
    known = [_known(part) or _section(part) for part in found] if len(found) > 1 else []
    if len(found) > 2 and known[0]:
        return "fused"
    if menu := _menu_sort(text):
        return menu
    if text[-1] in ".!?":
        return ""
    if set(known) - {"weak", ""} or len([each for each in known if each]) > 1:
        return "fused"
    if len(found) > 1 and PICTURE.search(found[-1]):
        return "fused"
    words = text.split()
    titled = all(word[0].isupper() for word in words if word[0].isalpha())
    return "weak" if 2 <= len(words) <= 5 and titled and PICTURE.search(text) else ""


def _known(text: str) -> str:
    found = entry("labels/interface", text.lower().strip(TRIM))
    return found[0] if found else ""


def _section(text: str) -> str:
    found = entry("labels/sections", text.lower().strip(TRIM))
    return found[0] if found else ""


def _menu_sort(text: str) -> str:
    """See whether labels with bars between are a menu, or the path to the page: "Home > Skin > Acne"."""
    if not BAR.search(text):
        return ""
    labels = [label for label in BARS.split(text) if label.strip()]
    if len(labels) < 2:
        return ""
    known = [bool(_known(label)) for label in labels]
    if PATH.search(text) and len(labels) > 2 and all(label.split() and len(label.split()) <= 5 for label in labels):
        return "ui"
    if all(known) or (len(labels) > 2 and (2 * sum(known) > len(labels) or labels[0].strip().lower() == "home")):
        return "ui"
    return "weak" if len(labels) > 3 and any(known) and max(len(label.split()) for label in labels) <= 4 else ""
