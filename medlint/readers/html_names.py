"""What the names of elements, and the words in their classes and ids, say about what stands inside."""

from __future__ import annotations

import re
from collections.abc import Mapping

from medlint.lazy import lazy

Attributes = Mapping[str, str | None]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
"""Elements that begin a new line, as browsers show them."""

DROPPED = _names(
    "script style noscript iframe noframes noembed svg math select datalist textarea audio video canvas map"
    " template title head del"
)
"""Elements whose text is none, or none that belongs to the article."""

INLINE = {
    "a": "link",
    "em": "emphasis",
    "i": "emphasis",
    "strong": "emphasis",
    "b": "emphasis",
    "u": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "mark": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sup": "sup",
    "sub": "sub",
    "abbr": "abbr",
    "acronym": "abbr",
}
"""Inline elements and the marks they leave."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

PLAIN = _names("p div table tbody tr td th ul ol li h1 h2 h3 h4 h5 h6 blockquote center pre dl dt dd")
"""Elements that say nothing about the page by their names alone."""

CHROME_ELEMENTS = frozenset(["nav", "footer", "button", "dialog", "menu"])
CHROME_ROLES = _names(
    "navigation contentinfo complementary search banner menu menubar toolbar dialog alert alertdialog tablist"
)
ARTICLE_ROLES = frozenset(["main", "article"])

CHROME_WORDS = _names(
    """
    nav navigation navbar navbox topnav leftnav rightnav globalnav subnav sidenav menubar submenu mainmenu breadcrumb
    breadcrumbs footer sidebar masthead cookie cookies sharebar sharethis addthis addtoany recirculation advert adverts
    advertisement adsense adbox newsletter pagination pager skiplink skiplinks skipnav searchbox popup taglist tagcloud
    subscribe subscription signup consent promo promos promotion ads ad sponsor sponsored login modal toolbar
    gdpr colophon toplinks bottomnav quicklinks
    """
)
"""Words in a class or id that say: this is the site, not the article."""

WEAK_WORDS = _names(
    """
    menu dropdown foot share sharing shares social socials related recommended recommendations 
    advertising banner banners paging skip search overlay
    widget widgets toc copyright hidden offscreen invisible print noprint utility utilities tools tags
    """
)
"""Words that say so too, unless there is prose inside: an article may have a part on social support, or on the foot."""

COMMENT_WORDS = _names("comments commentlist disqus respond")
"""What visitors wrote may be longer than the article."""

ARTICLE_WORDS = _names("article articlebody content maincontent main post entry story")
REFERENCE_WORDS = _names("references reference refs reflist citations bibliography footnotes endnotes sources")
SCREEN_READER_WORDS = frozenset(
    ["sr-only", "visually-hidden", "visuallyhidden", "element-invisible", "screen-reader-text", "sr-only-focusable"]
)
PARTS = lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
UNSHOWN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_WORDS: dict[str, frozenset[str]] = {}


def words_of(attributes: Attributes) -> frozenset[str]:
    """Give the words in the class and id of an element, lower-cased, parted at dashes and humps."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if len(names) == 1:
        return frozenset()
    found = _WORDS.get(names)
    if found is None:
        parts = {part.lower() for part in PARTS.findall(names[:400])}
        found = frozenset(parts | {name.lower() for name in re.split(r"[\s_-]+", names[:400]) if name})
        if len(_WORDS) < 4096:
            _WORDS[names] = found
    return found


def is_hidden(attributes: Attributes) -> bool:
    """Tell whether an element is not shown to anyone who looks at the page."""
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if (attributes.get("aria-hidden") or "").lower() == "true":
        return True
    style = attributes.get("style")
    if style and UNSHOWN.search(style):
        return True
    names = attributes.get("class")
    return bool(names) and not SCREEN_READER_WORDS.isdisjoint((names or "").lower().split())


def zone_kind(name: str, attributes: Attributes) -> str:
    """Say what sort of zone a block element is by its markup; an empty string where nothing speaks.

    `chrome`, `header`, `form`, `weak` and `comments` are the site's, the surer the earlier; `article` holds the
    article, `named` may, by its class only.
    """
    if name in ("html", "body") or (not attributes and name in PLAIN):
        return ""
    if is_hidden(attributes):
        return "hidden"
    role = (attributes.get("role") or "").lower()
    if (
        role in ARTICLE_ROLES
        or name in ("main", "article")
        or "articlebody" in (attributes.get("itemprop") or "").lower()
    ):
        return "article"
    if role in ("doc-bibliography", "doc-endnotes"):
        return "reference"
    if role in CHROME_ROLES or name in CHROME_ELEMENTS:
        return "header" if role == "banner" else "chrome"
    if name in ("header", "form"):
        return name
    if name == "aside":
        return "weak"
    return _named(name, words_of(attributes)) if attributes else ""


def _named(name: str, words: frozenset[str]) -> str:
    if not words or name in HEADINGS:
        return ""
    if not words.isdisjoint(COMMENT_WORDS):
        return "comments"
    if not words.isdisjoint(CHROME_WORDS):
        return "chrome"
    if not words.isdisjoint(WEAK_WORDS):
        return "weak"
    if not words.isdisjoint(REFERENCE_WORDS) and name in ("ol", "ul", "div", "section", "dl"):
        return "reference"
    if "header" in words:
        return "header"
    return "named" if not words.isdisjoint(ARTICLE_WORDS) and name in ("div", "section", "td") else ""
