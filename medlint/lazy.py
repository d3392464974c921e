"""Regular expressions that are compiled when they are first asked.

A check of one article uses half of what the readers and views know how to look for, and compiling is the dearest part
of their import.
"""

from __future__ import annotations

import re
from typing import Any, cast

from medlint.pattern_cache import compiled


class _Lazy:
    """Stands in for a pattern until one of its methods is asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._given = (expression, flags)
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._pattern is None:
            self._pattern = compiled(*self._given)
        value = getattr(self._pattern, name)
        setattr(self, name, value)
        return value


def lazy(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that behaves like a compiled one. A broken expression fails at its first use."""
    return cast(re.Pattern[str], _Lazy(expression, flags))
