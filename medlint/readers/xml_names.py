"""What the elements of article XML are: JATS, question-and-answer XML, and names that many formats share."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE = {
    "italic": "emphasis",
    "bold": "emphasis",
    "i": "emphasis",
    "b": "emphasis",
    "em": "emphasis",
    "strong": "emphasis",
    "emphasis": "emphasis",
    "underline": "emphasis",
    "u": "emphasis",
    "sup": "sup",
    "sub": "sub",
    "superscript": "sup",
    "subscript": "sub",
    "xref": "link",
    "ext-link": "link",
    "uri": "link",
    "email": "link",
    "a": "link",
    "link": "link",
    "ulink": "link",
    "abbr": "abbr",
    "acronym": "abbr",
    "code": "code",
    "monospace": "code",
    "tt": "code",
}
"""Inline elements and the marks they leave."""

UNMARKED = _names(
    """
    sc roman sans-serif overline strike named-content styled-content inline-supplementary-material milestone-start
    milestone-end abbrev target span font small big name surname given-names suffix prefix year month day volume issue
    fpage lpage source pub-id elocation-id person-group etal collab string-name publisher-name publisher-loc edition
    date-in-citation comment article-title-cited role institution country private-char
    """
)
"""Inline elements that leave none."""

DROPPED = _names(
    """
    journal-meta article-id article-categories history pub-date contrib-group kwd-group counts custom-meta-group
    self-uri related-article volume-id issn isbn volume issue fpage lpage elocation-id alt-title trans-title-group
    tex-math math object-id label inline-graphic graphic media col colgroup focusannotations annotations subj-group
    script style
    """
)
"""Elements whose text is none of the article's prose: identifiers, names and dates (which become fields), formulas."""

INSIDE_REFERENCES = _names("volume issue fpage lpage elocation-id isbn")
"""Elements that are dropped but in a reference."""

HOLES = _names("inline-formula disp-formula inline-graphic tex-math math")
CHROME = _names("aff author-notes permissions funding-group license license-p corresp copyright-statement")
TITLES = _names("title article-title question focus heading head h1 h2 h3 h4 h5 h6")
SECTIONS = _names("sec section app boxed-text ack chapter qapair glossary sect1 sect2 sect3")
REFERENCES = _names("ref-list references bibliography")
REFERENCE = _names("ref citation mixed-citation element-citation nlm-citation reference")
FIELDED = _names("element-citation citation nlm-citation")
"""References whose parts stand without anything between them."""

LISTS = _names("list ul ol def-list itemizedlist orderedlist simplelist")
ITEMS = _names("list-item li def-item listitem item")
ROWS = _names("tr row")
CELLS = _names("td th entry")
CAPTIONS = _names("caption figcaption fig-caption")
QUOTES = _names("disp-quote blockquote quote verse-group")
CODE = _names("preformat pre programlisting")
FLAT = _names("answer")
"""Elements whose text is plain text: its lines are paragraphs, its dashes bullets."""
