"""YAML read with care: size, depth and aliases are bounded, and every value knows its place.

The same guard serves front matter, cards and `medlint.yml`. Dates stay strings: whether `2024-02-30` is a date is
for a rule to say, not for a parser to die of.
"""

from __future__ import annotations

import re
from typing import Any

MAX_SIZE = 64 * 1024
MAX_DEPTH = 60
MAX_ALIASES = 50
INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
FLOAT = re.compile(r"[-+]?[0-9]{1,18}\.[0-9]{0,18}\Z")

Path = tuple[str | int, ...]


class YamlError(ValueError):
    """YAML that cannot be read. `line` and `column` count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Placed:
    """Plain data read from YAML, and the line and column (from 1) of each of its parts by path."""

    def __init__(self, data: Any, places: dict[Path, tuple[int, int]]) -> None:
        self.data = data
        self.places = places

    def place(self, path: Path) -> tuple[int, int]:
        """Give the place of a path, or of the nearest thing that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))


def compose(text: str, max_size: int = MAX_SIZE) -> Any:
    """Give the node tree of one YAML document, or None where it is empty. Raises YamlError."""
    _guard(text, max_size)
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise YamlError(error.problem or error.context or "it is not valid YAML", line, column) from None
    except yaml.YAMLError as error:
        raise YamlError(str(error).splitlines()[0]) from None
    except (UnicodeError, ValueError) as error:
        raise YamlError(str(error)) from None


def load(text: str, max_size: int = MAX_SIZE) -> Placed:
    """Read YAML as plain data: str, int, float, bool, None, list and dict. Raises YamlError.

    A key that stands twice in one mapping is an error, since one of the two would be lost.
    """
    places: dict[Path, tuple[int, int]] = {}
    node = compose(text, max_size)
    return Placed(None if node is None else _plain(node, (), places), places)


def _plain(node: Any, path: Path, places: dict[Path, tuple[int, int]]) -> Any:
    """Turn a node into plain data and note where it stands."""
    places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
    if node.id == "sequence":
        return [_plain(item, (*path, i), places) for i, item in enumerate(node.value)]
    if node.id == "mapping":
        data: dict[str, Any] = {}
        for key, value in node.value:
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            name = str(key.value) if key.id == "scalar" else ""
            if not name:
                raise YamlError("a key must be a plain word", line, column)
            if name in data:
                raise YamlError(f'"{name}" stands twice', line, column)
            places[(*path, name)] = (line, column)
            data[name] = _plain(value, (*path, name), places)
        return data
    return scalar(node)


def scalar(node: Any) -> str | int | float | bool | None:
    """Give the value of a scalar node; only what is unmistakably a number or a truth value becomes one."""
    value: str = node.value
    if node.style is not None:
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if INT.match(value):
        return int(value)
    return float(value) if FLOAT.match(value) else value


def _guard(text: str, max_size: int) -> None:
    """Refuse what would crash the parser or never end: great size, deep nesting, swarms of aliases."""
    if len(text) > max_size:
        raise YamlError(f"it is longer than {max_size // 1024} kB")
    depth = 0
    for match in re.finditer(r"[\[\]{}]", text):
        depth += 1 if match[0] in "[{" else -1 if depth else 0
        if depth > MAX_DEPTH:
            raise YamlError(f"brackets are nested deeper than {MAX_DEPTH}", text.count("\n", 0, match.start()) + 1)
    for number, line in enumerate(text.split("\n"), 1):
        indent = re.match(r"[ \-?]*", line)
        if indent and indent[0].count("-") + len(indent[0]) // 2 > 4 * MAX_DEPTH and line.strip("-"):
            raise YamlError(f"it is nested deeper than {MAX_DEPTH}", number)
    if len(re.findall(r"(?:^|[\s\[{,:])\*[\w-]", text)) > MAX_ALIASES:
        raise YamlError(f"it uses more than {MAX_ALIASES} aliases")
