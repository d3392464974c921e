"""Telling tables of data from tables that only lay out a page."""

from __future__ import annotations

from typing import Any

BIG_CELL = 400
"""A cell with more text than this holds prose, not data."""

LAYOUT_INSIDE = frozenset(
    ("table", "h1", "h2", "h3", "h4", "h5", "h6", "form", "blockquote", "hr", "select", "article", "section", "nav")
)
DATA_INSIDE = frozenset(["caption", "thead", "th"])


def is_data_table(table: Any) -> bool:
    """Tell whether the cells of a table are data: rows and columns of small cells without page structure."""
    if ((table.attrs or {}).get("role") or "").lower() in ("presentation", "none"):
        return False
    rows = cells = texts = 0
    marked = False
    cell_text = 0
    stack = list(reversed(table.children or ()))
    while stack:
        node = stack.pop()
        name = node.name
        if name == "#text":
            cell_text += len(node.data.strip())
            if cell_text > BIG_CELL:
                return False
            continue
        if name in LAYOUT_INSIDE:
            return False
        if name in ("td", "th"):
            texts += cell_text > 0
            cell_text = 0
            cells += 1
        rows += name == "tr"
        marked = marked or name in DATA_INSIDE
        stack.extend(reversed(node.children or ()))
    texts += cell_text > 0
    if rows < 2 or cells < 2 * rows - rows // 2:
        return False
    return marked or texts * 10 >= cells * 6
