"""Telling the article from the rest of its page: by its markup, by where prose stands and where only links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from medlint.document import Block
from medlint.lazy import lazy
from medlint.record import Record

SOLID = 120
"""A block with this many characters outside links is prose."""

SENTENCE = 80
"""Prose of this length in a zone that only may be the site's is the article's."""

SHORT_NAME = 30
"""The picture of a link with a shorter name than this is a button."""

LIST_OF_SOURCES = lazy(
    r"\W*(?:(?:selected|key|article|other|suggested|recommended|web|internet|online|general)\s+)*"
    r"(?:references?|sources?|citations?|bibliography|further (?:reading|information)|(?:re)?sources and references"
    r"|(?:for )?(?:more|additional) information|works cited|literature(?: cited)?|notes|footnotes|readings?)\b.{0,30}$",
    re.I,
)
BYLINE = lazy(
    r"\W*(?:\w+ ){0,2}"
    r"(?:by|reviewed|written|edited|authors?|published|updated|modified|posted|dated?|medical(?:ly)? review\w*)\b",
    re.I,
)
LAST = lazy(
    r"\W*(?:this )?(?:(?:web ?)?page|article|content)?\W*(?:was )?"
    r"(?:last|date) (?:updated?|modified|revised|reviewed)\b.*\d",
    re.I,
)
TRAIL = lazy(r"(?:you are here:? ?)?home(?: page)?\s*(?:[»>›/|]|::)", re.I)
RIGHTS = lazy(r"(?:copyright\b|©|\(c\) ?(?:19|20)\d\d|all rights reserved)", re.I)


class Seen(Record):
    """What the walk noted of a block: its zone, its shape, how long it is and how much of it is links."""

    zone: int
    shape: str
    chars: int
    linked: int

    @property
    def prose(self) -> int:
        """Characters of running text."""
        if self.shape == "heading" or self.chars < 40 or self.linked * 2 > self.chars:
            return 0
        return self.chars - self.linked

    @property
    def solid(self) -> bool:
        """Whether this is certainly prose."""
        return self.shape != "heading" and self.chars - self.linked >= SOLID and self.linked * 3 < self.chars

    @property
    def linky(self) -> bool:
        """Whether this is hardly more than links."""
        return self.linked * 10 >= self.chars * 7 and self.chars > 0

    @property
    def button(self) -> bool:
        """Whether this is one link that stands alone, such as "Read more"."""
        return self.shape == "paragraph" and self.chars <= 40 and self.linked * 10 >= self.chars * 9


class Zone:
    """A part of a page, by its markup, with sums over the blocks in it."""

    __slots__ = ("blocks", "chars", "chrome", "headings", "kind", "linked", "parent", "prose", "solid", "titles")

    def __init__(self, kind: str, parent: int) -> None:
        self.kind = kind
        self.parent = parent
        self.chrome = False
        self.chars = self.linked = self.prose = self.solid = self.blocks = self.headings = self.titles = 0

    def add(self, seen: Seen) -> None:
        """Count a block of this zone."""
        self.blocks += seen.chars > 0
        self.chars += seen.chars
        self.linked += seen.linked
        self.prose += seen.prose
        self.solid += seen.solid
        self.headings += seen.shape == "heading"

    def gather(self, zone: Zone) -> None:
        """Count a zone inside this one."""
        self.blocks += zone.blocks
        self.chars += zone.chars
        self.linked += zone.linked
        self.prose += zone.prose
        self.solid += zone.solid
        self.headings += zone.headings
        self.titles += zone.titles


def roles(zones: list[Zone], seen: list[Seen], blocks: Sequence[Block], prose: str) -> list[str]:
    """Give the role of each block that its place on the page speaks for."""
    _sum(zones, seen)
    total = sum(each.prose for each in seen)
    _judge(zones, total, sum(block.shape == "heading" and block.level == 1 for block in blocks))
    by_zone = _zone_roles(zones, total)
    found = [by_zone[each.zone] if each.zone >= 0 else "body" for each in seen]
    sourced = _under_sources(seen, blocks, prose)
    kept = [
        under or (each.chars <= 70 and each.shape == "paragraph" and bool(BYLINE.match(prose, block.start, block.end)))
        for under, each, block in zip(sourced, seen, blocks, strict=True)
    ]
    _leave_root(found, zones, seen, sourced, kept)
    mixed = {block.group for each, block in zip(seen, blocks, strict=True) if block.group and not each.linky}
    links = [
        each.linky and not keep and block.group not in mixed
        for each, keep, block in zip(seen, kept, blocks, strict=True)
    ]
    _leave_links(found, zones, seen, kept, links)
    _leave_ends(found, seen, blocks, prose, links)
    _bring_back_date(found, seen, blocks, prose)
    return found


def _sum(zones: list[Zone], seen: list[Seen]) -> None:
    for each in seen:
        if each.zone >= 0:
            zones[each.zone].add(each)
    for zone in reversed(zones):
        if zone.parent >= 0:
            zones[zone.parent].gather(zone)


def _judge(zones: list[Zone], total: int, titles: int) -> None:
    """Mark the zones that are the site's, from the outermost in."""
    for zone in zones:
        inherited = zone.parent >= 0 and zones[zone.parent].chrome
        zone.chrome = inherited or _is_chrome(zone, total, titles)


def _is_chrome(zone: Zone, total: int, titles: int) -> bool:
    share = zone.prose / total if total else 0.0
    if zone.kind == "hidden":
        return True
    if zone.kind == "chrome":
        return share < 0.4
    if zone.kind == "comments":
        return share < 0.8
    if zone.kind == "header":
        return not zone.solid and (not zone.titles or zone.titles < titles)
    if zone.kind == "form":
        return share < 0.2 and zone.solid < 2
    return zone.kind == "weak" and zone.prose < SENTENCE and not zone.titles


def _zone_roles(zones: list[Zone], total: int) -> list[str]:
    """Give the role that each zone's own blocks have for standing in it."""
    found: list[str] = []
    for zone in zones:
        role = found[zone.parent] if zone.parent >= 0 else "body"
        if zone.chrome:
            role = "chrome"
        elif zone.kind == "reference":
            role = "reference"
        elif zone.kind == "quote" and role == "body" and _is_quote(zone, total):
            role = "quote"
        found.append(role)
    return found


def _is_quote(zone: Zone, total: int) -> bool:
    """Tell whether what is marked as a quotation is one, not an indented part of the article."""
    return not zone.headings and zone.blocks <= 6 and zone.prose < max(total // 4, 600)


def _under_sources(seen: list[Seen], blocks: Sequence[Block], prose: str) -> list[bool]:
    """Tell which blocks stand under a heading such as "References"."""
    found = []
    under = 0
    for each, block in zip(seen, blocks, strict=True):
        short = each.chars <= 70
        if short and LIST_OF_SOURCES.match(prose, block.start, block.end):
            under = block.level or 7
        elif each.shape == "heading" and under and block.level <= under:
            under = 0
        found.append(bool(under))
    return found


def _leave_root(found: list[str], zones: list[Zone], seen: list[Seen], sourced: list[bool], kept: list[bool]) -> None:
    """Where an element holds the article, take what stands outside it for the site's."""
    total = sum(each.prose for each, role in zip(seen, found, strict=True) if role != "chrome")
    root = _root(zones, total)
    if root < 0:
        return
    inside = _inside(zones, root)
    first = next((i for i, each in enumerate(seen) if each.zone >= 0 and inside[each.zone]), 0)
    title = max((i for i in range(first) if seen[i].shape == "heading"), default=first)
    named = zones[root].kind == "named"
    for index, each in enumerate(seen):
        near = first - 4 <= index < first
        if (each.zone >= 0 and inside[each.zone]) or title <= index < first or (kept[index] and near) or sourced[index]:
            continue
        if not (named and (each.solid or each.shape == "heading")):
            found[index] = "chrome"


def _root(zones: list[Zone], total: int) -> int:
    for kind, share in (("article", 0.6), ("named", 0.8)):
        for index, zone in enumerate(zones):
            if zone.kind == kind and not zone.chrome and zone.prose > 0 and zone.prose >= total * share:
                return index
    return -1


def _inside(zones: list[Zone], root: int) -> list[bool]:
    inside = [False] * len(zones)
    for index, zone in enumerate(zones):
        inside[index] = index == root or (zone.parent >= 0 and inside[zone.parent])
    return inside


def _leave_links(found: list[str], zones: list[Zone], seen: list[Seen], kept: list[bool], links: list[bool]) -> None:
    """Take zones that hold little but links, and runs of links, for menus, unless they are lists of sources."""
    menus = [zone.blocks >= 3 and not zone.solid and zone.linked * 3 >= zone.chars * 2 for zone in zones]
    for index, zone in enumerate(zones):
        menus[index] = menus[index] or (zone.parent >= 0 and menus[zone.parent])
    for index, each in enumerate(seen):
        if found[index] == "body" and each.zone >= 0 and menus[each.zone] and not (kept[index] or each.prose):
            found[index] = "chrome"
    for index, each in enumerate(seen):
        if each.shape == "alternative" and 0 < each.linked < SHORT_NAME and found[index] == "body":
            found[index] = "chrome"
    for run in _runs(seen, links):
        if len(run) >= 3 and run[0] and seen[run[0] - 1].shape == "heading":
            run.append(run[0] - 1)
        for index in run:
            if found[index] == "body":
                found[index] = "chrome"


def _runs(seen: list[Seen], links: list[bool]) -> Iterator[list[int]]:
    """Yield the runs of blocks that are links: three or more, or links that stand alone."""
    run: list[int] = []
    for index, each in enumerate(seen):
        if each.shape == "alternative":
            continue
        if links[index]:
            run.append(index)
        else:
            if _is_run(run, seen):
                yield run
            run = []
    if _is_run(run, seen):
        yield run


def _is_run(run: list[int], seen: list[Seen]) -> bool:
    return len(run) >= 3 or (bool(run) and all(seen[index].button for index in run))


def _leave_ends(found: list[str], seen: list[Seen], blocks: Sequence[Block], prose: str, links: list[bool]) -> None:
    """Take links and rights lines before the first prose and after the last for the site's."""
    solid = [index for index, each in enumerate(seen) if each.solid and found[index] != "chrome"]
    first, last = (solid[0], solid[-1]) if solid else (len(seen), -1)
    head = next((index for index in range(first) if seen[index].shape == "heading"), first)
    for index, (each, block) in enumerate(zip(seen, blocks, strict=True)):
        if found[index] != "body":
            continue
        if each.chars < 300 and _is_menu(each, prose, block):
            found[index] = "chrome"
        elif solid and not first <= index <= last:
            rights = each.chars < 200 and RIGHTS.match(prose, block.start, block.end)
            bare = each.shape == "alternative" and not head <= index <= last
            if rights or bare or (links[index] and each.shape != "heading"):
                found[index] = "chrome"


def _is_menu(each: Seen, prose: str, block: Block) -> bool:
    """Tell whether a block is a trail of links to where this page stands, or links with bars between them."""
    if not each.linked:
        return False
    if TRAIL.match(prose, block.start, block.end):
        return True
    return each.linked * 2 > each.chars and prose.count(" | ", block.start, block.end) >= 3


def _bring_back_date(found: list[str], seen: list[Seen], blocks: Sequence[Block], prose: str) -> None:
    """Give the article its own date, where the foot of the page says once when it was last changed."""
    dated = [
        index
        for index, (each, block) in enumerate(zip(seen, blocks, strict=True))
        if found[index] == "chrome" and each.chars <= 80 and LAST.match(prose, block.start, block.end)
    ]
    if len(dated) == 1:
        found[dated[0]] = "body"
