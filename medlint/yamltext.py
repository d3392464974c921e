"""YAML read with care: size, depth and aliases are bounded, and every value knows its place.

The same guard serves front matter, cards and `medlint.yml`. Dates stay strings: whether `2024-02-30` is a date is
for a rule to say, not for a parser to die of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from medlint.lazy import lazy

MAX_SIZE = 64 * 1024
MAX_DEPTH = 60
MAX_NODES = 50_000
CAREFUL_DEPTH = 1000
"""So deep the C parser goes without harm; it takes some 20,000 levels to crash it."""

UNPRINTABLE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow anywhere."""

INT = lazy(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
FLOAT = lazy(r"[-+]?[0-9]{1,18}\.[0-9]{0,18}\Z")

Path = tuple[str | int, ...]


class YamlError(ValueError):
    """YAML that cannot be read. `line` and `column` count from 1, `offset` from 0.

    `begun` is the offset at which what could not be finished began (an opening quotation mark), or -1.
    """

    def __init__(self, message: str, line: int = 1, column: int = 1, offset: int = 0, begun: int = -1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.offset = offset
        self.begun = begun


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
    if len(text) > max_size:
        raise YamlError(f"it is longer than {max_size // 1024} kB")
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # what a value is taken for is said below
    try:
        if may_be_deep(text):
            _check_depth(yaml.parse(text, loader))
        return yaml.compose(text, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        begun = error.context_mark.index if error.context_mark else -1
        told = error.problem or error.context or "it is not valid YAML"
        if not mark:
            raise YamlError(told) from None
        raise YamlError(told, mark.line + 1, mark.column + 1, mark.index, begun) from None
    except yaml.reader.ReaderError as error:
        line = len(re.findall(r"\r\n|\n|\r", text[: error.position])) + 1
        raise YamlError("control characters are not allowed", line, 1, error.position) from None
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        raise YamlError((str(error).splitlines() or ["it is not valid YAML"])[0]) from None


def may_be_deep(text: str) -> bool:
    """Tell, by a cheap upper bound, whether the nesting of a text needs a closer look before it is parsed."""
    if len(text) <= CAREFUL_DEPTH:
        return False
    brackets = text.count("[") + text.count("{")
    widest = max(
        len(line) - len(line.lstrip(" ")) + line.count("- ") + line.count("? ") + line.count(": ")
        for line in re.split(r"[\r\n]", text)
    )
    return brackets + 2 * widest > CAREFUL_DEPTH


def _check_depth(events: Iterator[Any]) -> None:
    """Go through the parser's events, which takes no stack, and raise YamlError where they nest too deep."""
    depth = 0
    for event in events:
        kind = type(event).__name__
        if kind.endswith("StartEvent"):
            depth += 1
            if depth > MAX_DEPTH + 2:
                mark = event.start_mark
                raise too_deep(mark)
        elif kind.endswith("EndEvent"):
            depth -= 1


def too_deep(mark: Any) -> YamlError:
    """Give the error for what is nested deeper than anyone writes by hand."""
    return YamlError(f"it is nested deeper than {MAX_DEPTH} levels", mark.line + 1, mark.column + 1, mark.index)


def load(text: str, max_size: int = MAX_SIZE) -> Placed:
    """Read YAML as plain data: str, int, float, bool, None, list and dict. Raises YamlError.

    A key that stands twice in one mapping is an error, since one of the two would be lost.
    """
    node = compose(text, max_size)
    plain = _Plain()
    data = None if node is None else plain.data(node, ())
    return Placed(data, plain.places)


class _Plain:
    """Turns nodes into plain data and notes where each stands."""

    def __init__(self) -> None:
        self.places: dict[Path, tuple[int, int]] = {}
        self.count = 0

    def data(self, node: Any, path: Path) -> Any:
        """Give the data of a node. Raises YamlError for what loops through its aliases or swells by them."""
        self.count += 1
        if self.count > MAX_NODES:
            raise YamlError(f"its aliases unfold to more than {MAX_NODES} values")
        if len(path) > MAX_DEPTH:
            raise too_deep(node.start_mark)
        self.places.setdefault(path, (node.start_mark.line + 1, node.start_mark.column + 1))
        if node.id == "sequence":
            return [self.data(item, (*path, i)) for i, item in enumerate(node.value)]
        if node.id == "mapping":
            return self._mapping(node, path)
        return scalar(node)

    def _mapping(self, node: Any, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            line, column = key.start_mark.line + 1, key.start_mark.column + 1
            name = str(key.value) if key.id == "scalar" else ""
            if not name:
                raise YamlError("a key must be a plain word", line, column)
            if name in data:
                raise YamlError(f'"{name}" stands twice', line, column)
            self.places[(*path, name)] = (line, column)
            data[name] = self.data(value, (*path, name))
        return data


def scalar(node: Any) -> str | int | float | bool | None:
    """Give the value of a scalar node; only what is unmistakably a number or a truth value becomes one."""
    value: str = node.value
    if node.style:
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if INT.match(value):
        return int(value)
    return float(value) if FLOAT.match(value) else value
