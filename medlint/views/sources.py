"""What the article rests on: its list of sources, and whether there is anything in it."""

from __future__ import annotations

import re

from medlint import lexicon
from medlint.document import Block, Document
from medlint.lazy import lazy
from medlint.readers.roles_sections import YEAR
from medlint.record import Record
from medlint.span import Place, Range
from medlint.views.keys import entries, plain
from medlint.views.person import NOTHING, is_placeholder

HEAD = 60
"""A label has at most so many characters."""

PROVENANCE = 4
"""A "Source:" line among the first blocks says where a copied text is from, not what it rests on."""

LABELLED = lazy(
    r"[\W\d]*(?P<label>(?:article |key |main |selected |our |medical |image )?"
    r"(?:sources?|references?|citations?|bibliography|further reading|works cited))(?:\(s\))?\s*"
    r"(?:[:：]|[–—]\s|-\s)\s*(?=\S)",
    re.I,
)
NAMES = ("source", "reference", "citation", "bibliograph", "further reading", "works cited")
"""One of these stands in each label for sources that a line begins with, or that is glued to another."""

OPENING = lazy(
    r"(?:(?:\w+ ){0,2}(?:references|bibliography|citations)(?: (?:and|&) [\w ]+)?|"
    r"sources? (?:used|cited|of .*information))\Z"
)
COUNTED = lazy(
    r"\W*(?:\d{1,3} (?:sources|references|citations)|(?:sources|references|citations) \(\d{1,3}\))\W*\Z", re.I
)
GLUED = lazy(
    r"(?<=[a-z])(?:Sources|References|Bibliography)(?=[A-Z]|\s*\Z)|\b(?:Sources|References)(?=[A-Z][a-z]+[A-Z ])"
)
IDENTIFIER = lazy(
    r"\bdoi\b|\b10\.\d{4,9}/|\bPMID\b|\bPMC\d{5,}|\bet al\b|https?://|\bwww\.|(?:19|20)\d\d;\d+|\bISBN\b|\bNCT\d{8}\b",
    re.I,
)
SIGNS = ("https://", "http://", "www.", "doi:", "doi.org", "pmid", "et al.", "isbn")
NUMBER = lazy(r"10\.\d{4,9}/|pmc\d{5}|nct0\d{7}")
"""What leads to a source wherever it stands in an article, in lower case."""

NUMBERED = lazy(r"\s*[\[(]?\d{1,3}[\]).]\s+\S")
EXTERNAL = lazy(r"(?:https?:)?//(?!localhost)", re.I)
UNSAID = ("image ",)


class Sources(Record):
    """The list of sources: its state (present, empty, absent, template-supplied), its label, and where that stands.

    `cited` tells whether anything else in the article leads to a source: an identifier, a note, a link out;
    `elsewhere`, whether the label is a link to a list on another page.
    """

    state: str
    place: Place
    label: str
    cited: bool = False
    elsewhere: bool = False


def sources(document: Document) -> Sources:
    """Find the list of sources, one with something in it before an empty one."""
    found = [*_from_fields(document), *_from_blocks(document)]
    best = next((each for each in found if each.state == "present"), None) or next(iter(found), None)
    cited = _cited(document)
    if best:
        return best._replace(cited=cited)
    end = document.blocks[-1].end if document.blocks else 0
    supplied = "sources" in document.surroundings.supplied
    return Sources("template-supplied" if supplied else "absent", Range(end, end), "", cited)


def _from_fields(document: Document) -> list[Sources]:
    """Read metadata keys such as `references:`; an empty list under one is an empty list of sources."""
    found: dict[str, Sources] = {}
    for entry in document.view(entries):
        if entry.fact == "sources":
            name = re.sub(r"\[\d+\].*", "", entry.owner)
            value = entry.field.value.strip()
            state = "empty" if NOTHING.match(value) or is_placeholder(value) else "present"
            if name not in found or found[name].state == "empty":
                place = entry.field.key if state == "empty" else entry.field.span
                found[name] = Sources(state, place, plain(name))
    return list(found.values())


def _from_blocks(document: Document) -> list[Sources]:
    found = []
    text = document.prose.text
    named = set(document.blocks_with_any(NAMES))
    for index, block in enumerate(document.blocks):
        if block.shape == "code" or block.role == "quote":
            continue
        said = text[block.start : min(block.end, block.start + 200)]
        each = _headed(document, index, said)
        if index in named:
            each = each or _labelled(document, index, said) or _glued(document, index, said)
        if each:
            found.append(each)
    if not found:
        found += _unheaded(document)
    return found


def _headed(document: Document, index: int, said: str) -> Sources | None:
    """Read a heading or a line of its own that opens a list of sources."""
    block = document.blocks[index]
    if block.end - block.start > HEAD:
        return None
    place = Range(block.start, block.end)
    if COUNTED.match(said):
        return Sources("present", place, said.strip())
    label = said.lower().strip(" \n:.*_#–—-")
    if not _opens_sources(label):
        return None
    if block.role == "chrome":
        return None
    if _is_link(document, block):
        return Sources("empty", place, said.strip(), elsewhere=True)
    if block.shape not in ("heading", "title") and not _stands_alone(document, index):
        return None
    content = _content(document, index)
    if content is None:
        return None
    return Sources("present" if content else "empty", place, said.strip())


def _opens_sources(label: str) -> bool:
    entry = lexicon.entry("labels/sections", label)
    if entry and entry[0] == "reference":
        return True
    return OPENING.match(label) is not None


def _stands_alone(document: Document, index: int) -> bool:
    """Tell whether a short block that is no heading stands like one: with a colon, in bold, or a list below."""
    block = document.blocks[index]
    if block.shape != "paragraph":
        return False
    text = document.prose.text[block.start : block.end].rstrip()
    marked = any(
        mark.what == "emphasis" and mark.start <= block.start + 2
        for mark in document.marks_in(Range(block.start, block.end))
    )
    following = document.blocks[index + 1 : index + 2]
    listed = bool(following) and (following[0].shape == "list-item" or _reads_like_source(document, following[0]))
    return text.endswith(":") or marked or listed


def _is_link(document: Document, block: Block) -> bool:
    """Tell whether the whole block is a link, so that the list is on another page."""
    return any(
        mark.what == "link" and mark.start <= block.start and mark.end >= block.end and not mark.target.startswith("#")
        for mark in document.marks_in(Range(block.start, block.end))
    )


def _content(document: Document, index: int) -> bool | None:
    """Tell whether anything is listed below a heading; None where what stands there is no list of sources.

    "Sources" may head a section on where a vitamin comes from: running text without a sign of a source.
    """
    blocks = document.blocks
    head = blocks[index]
    below = []
    for block in blocks[index + 1 :]:
        heading = block.shape in ("heading", "title")
        if heading and (head.shape not in ("heading", "title") or block.level <= head.level or block.level == 0):
            break
        if not heading and block.role not in ("chrome", "disclaimer") and block.shape != "code":
            below.append(block)
        if len(below) > 12:
            break
    if not below:
        return False
    if any(block.role == "reference" or _reads_like_source(document, block) for block in below):
        return True
    word = document.prose.text[head.start : head.end].lower()
    if "reference" in word or "bibliograph" in word or "citation" in word or below[0].shape == "list-item":
        return True
    return None


def _reads_like_source(document: Document, block: Block) -> bool:
    text = document.prose.text[block.start : min(block.end, block.start + 600)]
    pointed = NUMBERED.match(text) or text.count(".") + text.count(",") > 2
    if IDENTIFIER.search(text) or (YEAR.search(text) and pointed):
        return True
    return any(mark.what in ("link", "url", "citation") for mark in document.marks_in(Range(block.start, block.end)))


def _labelled(document: Document, index: int, said: str) -> Sources | None:
    """Read a line such as "SOURCE: a journal, news release"."""
    match = LABELLED.match(said)
    block = document.blocks[index]
    if not match or index < PROVENANCE or block.role == "chrome" or match["label"].lower().startswith(UNSAID):
        return None
    if block.shape == "table-cell" or NOTHING.match(said[match.end() :].strip()):
        return None
    return Sources(
        "present", Range(block.start + match.start("label"), block.start + match.end("label")), match["label"]
    )


def _glued(document: Document, index: int, said: str) -> Sources | None:
    """Read a label that scraping has glued to its neighbours; its list was left behind, unless it stands below."""
    block = document.blocks[index]
    match = GLUED.search(said) if block.end - block.start <= HEAD else None
    if not match or _is_link(document, block):
        return None
    following = document.blocks[index + 1 : index + 3]
    listed = any(
        each.role == "reference" or (each.role != "chrome" and _reads_like_source(document, each)) for each in following
    )
    place = Range(block.start + match.start(), block.start + match.end())
    return Sources("present" if listed else "empty", place, match[0])


def _unheaded(document: Document) -> list[Sources]:
    """Read entries of a list of references that has lost its heading."""
    entries_of = [block for block in document.blocks if block.role == "reference"]
    if len(entries_of) < 2:
        return []
    return [Sources("present", Range(entries_of[0].start, entries_of[0].end), "")]


def _cited(document: Document) -> bool:
    """Tell whether an article leads to a source anywhere: by an identifier, a note or a link to another site."""
    if any(
        mark.what == "citation" or (mark.what in ("link", "url") and EXTERNAL.match(mark.target))
        for mark in document.marks
    ):
        return True
    if any(block.role == "reference" for block in document.blocks):
        return True
    low = document.prose.lowered
    return any(sign in low for sign in SIGNS) or NUMBER.search(low) is not None
