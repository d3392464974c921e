"""The layers of the house: who may import whom, and that no circle exists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "medlint"

LAYERS = (
    "record cache pattern_cache lazy shipped span source vocabulary yamltext options ready",
    "prose lexicon neighbours sounds twins formed doubt inflection affixes list_files house_words house_lists",
    "document finding",
    "readers",
    "literals matching",
    "views scopes",
    "card nlp patterns",
    "kinds",
    "cards card_cache plan",
    "protected suppression suppression_use",
    "engine",
    "fixes",
    "globs settings config config_check config_files selection files inputs processes runner timings survey",
    "reporters",
    "commands cli",
)
"""From the ground up: a module imports from its own layer or one below."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer.split()}
MODULES = sorted(ROOT.rglob("*.py"))
FREE = {"medlint", "medlint.__main__"}


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """Give the modules of medlint that a file imports anywhere in it."""
    known = {name_of(module) for module in MODULES}
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            while name and name not in known:
                name = name.rpartition(".")[0]
            found.add(name)
    return {name for name in found if name not in {"", "medlint", name_of(path)}}


def layer(name: str) -> int:
    return RANK[name.split(".")[1]]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_from_its_layer_and_below(path: Path) -> None:
    name = name_of(path)
    if name in FREE:
        pytest.skip("the package itself and its start are above all layers")
    assert {other for other in imports(path) if layer(other) > layer(name)} == set()


def test_kinds_do_not_import_each_other() -> None:
    for path in (ROOT / "kinds").glob("*.py"):
        assert {name for name in imports(path) if name.startswith("medlint.kinds.")} == set(), path.name


def test_views_know_no_rule() -> None:
    above = {"medlint.card", "medlint.cards", "medlint.finding", "medlint.kinds"}
    for path in (ROOT / "views").glob("*.py"):
        assert imports(path) & above == set(), path.name


def test_there_is_no_circle() -> None:
    graph = {name_of(path): imports(path) for path in MODULES}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                walk(other, (*trail, name))
            done.add(name)

    for name in graph:
        walk(name, ())
