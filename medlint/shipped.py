"""Where the shipped rules and word lists lie: in the installed package, or beside it in a checkout."""

from __future__ import annotations

import os

HERE = os.path.dirname(os.path.abspath(__file__))


def shipped(name: str) -> str:
    """Give the path of the shipped folder `rules` or `dictionaries`, or of a file below it."""
    folder, _, rest = name.partition("/")
    inside = os.path.join(HERE, folder)
    found = inside if os.path.isdir(inside) else os.path.join(os.path.dirname(HERE), folder)
    return os.path.join(found, *rest.split("/")) if rest else found
