"""Which pieces of a plain text are its title and its headings, and at which level: by evidence."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from medlint.lazy import lazy
from medlint.lexicon import entry
from medlint.readers.roles_chrome import chrome_sort
from medlint.readers.text_levels import TAGGED, give_levels
from medlint.readers.text_pieces import Piece

NUMBERED = lazy(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=[A-Z])")
WORD = lazy(r"[^\W\d_][\w'’-]*")
LEAD = lazy(r"\b(?:are|is|was|were|includes?|including|follow(?:s|ing)?|below|such as|by|to|you|these)\b", re.I)
HANGING = lazy(
    r"\b(?:an?|and|are|as|at|because|by|for|from|if|in|includ(?:es?|ing)|is|like|of|on|or|than|that|the|to|was|were|when|"
    r"which|with)\Z",
    re.I,
)
SMALL = lazy("(?:an?|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|per|than|the|to|up|vs|via|with|without)", re.I)
QUOTES = "\"'”’)"
ENDS = ".,;!…"
LONGEST = 110
RUN = 3
QUESTION = lazy(
    r"(?:are|can|could|did|does|do|has|have|how|is|may|might|must|should|what|when|where|which|who|whom|whose|why|will|"
    r"would)\b",
    re.I,
)


def find_headings(pieces: list[Piece]) -> None:
    """Say of each piece that is a heading what style it has, then give levels and the title."""
    body = [piece for piece in pieces if piece.role == "body" and piece.shape in ("paragraph", "list-item")]
    spaced = 2 * sum(piece.blank for piece in body) > len(body)
    for i, piece in enumerate(body):
        previous = body[i - 1] if i else None
        following = body[i + 1] if i + 1 < len(body) else None
        style = _style(piece)
        if style and _stands_alone(piece, following, spaced, previous) and _leads(style, piece, following):
            piece.style = style
    _name_title(body)
    _unhead_lists(body)
    _hear_siblings(body)
    for piece in body:
        if piece.shape == "paragraph" and piece.style and piece.parent is None:
            piece.shape = "heading"
    _number_headings(body)
    give_levels(body)


def _style(piece: Piece) -> str:
    """Name the way a piece is written, if headings are written so; "" for running text."""
    text = piece.text
    if TAGGED.match(piece.hint):
        return piece.hint
    if piece.shape != "paragraph" or piece.lines > 1 or len(text) > LONGEST or piece.hint == "li":
        return ""
    if piece.style:
        return piece.style
    words = WORD.findall(text)
    if not words or len(words) > 16:
        return ""
    return _manner(text, words)


def _manner(text: str, words: list[str]) -> str:
    """Tell questions, capitals, numbers, labels, title case and plain short lines apart."""
    if entry("labels/sections", text.rstrip(":").lower()):
        return "label" if text[-1] == ":" else "title"
    last = text.rstrip(QUOTES)[-1:] or text[-1]
    number = NUMBERED.match(text)
    if last in ENDS or text[0] in "*(“\"'" or (text[0].islower() and last != "?"):
        return ""
    if last == "?":
        return "question" if QUESTION.match(text) or len(words) <= 12 else ""
    if number:
        return f"numbered{number[0].strip().strip('.)').count('.')}" if len(words) <= 12 else ""
    if last == ":":
        lead = LEAD.search(text) or HANGING.search(text[:-1])
        brief = len(words) <= 3 or (len(words) <= 5 and in_title_case(words))
        return "label" if brief and text[0].isupper() and not lead else ""
    if text.isupper() and sum(map(len, words)) >= 4:
        return "capitals" if len(words) <= 12 else ""
    if HANGING.search(text):
        return ""
    if len(words) <= 12 and in_title_case(words):
        return "title"
    return "plain" if len(words) <= 8 and text[0].isupper() and ". " not in text else ""


def in_title_case(words: list[str]) -> bool:
    """Tell whether every word that a title would capitalise is."""
    return all(word[0].isupper() or word[1:2].isupper() or SMALL.fullmatch(word) for word in words)


def _stands_alone(piece: Piece, following: Piece | None, spaced: bool, previous: Piece | None) -> bool:
    """Tell whether blank lines (or, where a text has none, its neighbours) set a piece apart."""
    if piece.hint or piece.style:
        return True
    before = piece.blank or previous is None or previous.shape == "list-item" or not spaced
    after = following is None or following.blank or following.shape == "list-item" or not spaced
    return before and (after or (following is not None and len(following.text) > 2 * len(piece.text)))


def _leads(style: str, piece: Piece, following: Piece | None) -> bool:
    """Tell whether what follows a piece is what a heading is followed by."""
    if style[0] in "hu" or entry("labels/sections", piece.text.rstrip(":").lower()):
        return True
    if following is None or (style == "plain" and not following.blank and not following.text[0].isupper()):
        return following is not None and following.shape == "list-item"
    if style == "label" or following.shape == "list-item" or _is_running(following):
        return True
    return style != "plain" and bool(_style(following))


def _is_running(piece: Piece) -> bool:
    """Tell whether a piece is text to be read: long, or ending as a sentence does."""
    return piece.shape == "paragraph" and (len(piece.text) > LONGEST or piece.text[-1] in ".:;!?”\"')")


def _name_title(body: list[Piece]) -> None:
    """The first piece is the title, if it could be one and something follows it."""
    while len(body) > 2 and chrome_sort(body[0].text) in ("ui", "weak"):
        body = body[1:]
    first = body[0] if body else None
    if first is None or len(body) < 2 or first.shape != "paragraph" or first.lines > 2 or TAGGED.match(first.hint):
        return
    if entry("labels/sections", first.text.lower()):
        return
    words = WORD.findall(first.text)
    other = {piece.style for piece in body[1:]}
    if first.style in ("", "plain", "title", "question", "underlined=", "h1", "capitals"):
        if first.style == "h1" and "h1" in other:
            return
        apart = body[1].blank or first.style not in ("", "plain")
        if apart and 0 < len(words) <= 20 and len(first.text) <= 160 and first.text[-1] not in ".,;:!":
            first.shape = "title"


def _unhead_lists(body: list[Piece]) -> None:
    """Three short lines alike with nothing between are a list without marks; at most the last of them is a heading."""
    at = 0
    while at < len(body):
        stop = at + 1
        while stop < len(body) and (body[stop].style, body[stop].shape) == (body[at].style, body[at].shape):
            stop += 1
        if stop - at >= RUN and body[at].style in ("title", "plain") and body[at].shape == "paragraph":
            heads = stop < len(body) and not body[stop].style
            for piece in body[at : stop - 1 if heads else stop]:
                piece.style = ""
        at = stop
    for previous, piece in pairwise(body):
        if piece.style == "plain" and _is_listed(previous):
            piece.style = ""


def _is_listed(previous: Piece) -> bool:
    """Tell whether a short line after this one goes on with a list: after a colon, or another short line."""
    if previous.shape != "paragraph" or previous.style:
        return False
    return previous.text[-1] == ":" or (len(previous.text) <= LONGEST and previous.text[-1] not in ".?!;,”\"'")


def _hear_siblings(body: list[Piece]) -> None:
    """A short line in title case that ends in a period is a heading where such lines without one are."""
    styles = Counter(piece.style for piece in body if piece.shape == "paragraph")
    if styles["title"] < 2:
        return
    for piece, following in pairwise(body):
        text = piece.text
        if piece.shape != "paragraph" or piece.style or piece.lines > 1 or not piece.blank or text[-1] not in ".,;":
            continue
        words = WORD.findall(text)
        if 2 <= len(words) <= 6 and in_title_case(words) and (following.shape == "list-item" or _is_running(following)):
            piece.style = "title"


def _number_headings(body: list[Piece]) -> None:
    """Numbered short lines with running text between them are headings, not the items of a list."""
    groups: dict[int, list[int]] = {}
    for i, piece in enumerate(body):
        if piece.shape == "list-item" and piece.marker[:1].isalnum() and piece.level == 1:
            groups.setdefault(piece.group, []).append(i)
    runs = [i for group in groups.values() for i in group]
    heads = [i for i in runs if i + 1 < len(body) and _is_run_in_head(body[i], body[i + 1])]
    if len(heads) < 2 or len(heads) < 0.6 * len(runs):
        return
    for i in heads:
        piece = body[i]
        piece.shape, piece.style, piece.group, piece.marker, piece.parent = "heading", "numbered0", 0, "", None
        piece.level = 0
    for piece in body:
        if piece.parent is not None and piece.parent.shape == "heading":
            piece.parent = None


def _is_run_in_head(piece: Piece, following: Piece) -> bool:
    short = piece.lines == 1 and len(piece.text) <= LONGEST and piece.text[-1] not in ENDS + ":"
    return short and following.shape == "paragraph" and _is_running(following)
