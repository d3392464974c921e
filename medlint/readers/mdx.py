"""MDX: Markdown with imports, tags and expressions in it, which are hidden from the Markdown parser."""

from __future__ import annotations

from medlint.document import Document, Surroundings
from medlint.readers import front_matter
from medlint.readers.markdown import document
from medlint.readers.markdown_masks import masked
from medlint.readers.mdx_scan import MdxScan, stretches
from medlint.source import Source


def read(source: Source, surroundings: Surroundings) -> Document:
    """Read MDX."""
    front = front_matter.read(source.text)
    scan = MdxScan(source.text, front.body)
    if scan.fields:
        fields = (*front.metadata.fields, *scan.fields)
        front = front._replace(metadata=front.metadata._replace(fields=fields))
    hidden = masked(source.text, front.body, scan.masks)
    hidden.comments.extend(scan.comments)
    pages = [stretches(hidden.text, front.body, scan.tags)]
    return document(source, "mdx", surroundings, front, hidden, pages, scan.tags)
