"""The wheel holds what the tree holds: every module, card, profile and word list."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = {
    "medlint": ("*.py", "*.yml", "py.typed"),
    "rules": ("*.py", "*.yml"),
    "dictionaries": ("*.py", "*.txt", "NOTICES.md"),
}


def in_tree() -> set[str]:
    files = {
        path.relative_to(ROOT).as_posix()
        for folder, patterns in SHIPPED.items()
        for pattern in patterns
        for path in (ROOT / folder).rglob(pattern)
    }
    return {file if file.startswith("medlint/") else f"medlint/{file}" for file in files}


def test_wheel_and_tree_are_the_same() -> None:
    wheel = os.environ.get("MEDLINT_WHEEL")
    if not wheel:
        pytest.skip("MEDLINT_WHEEL names no wheel; the gate builds one")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == in_tree()


def test_setup_cfg_names_every_package() -> None:
    text = (ROOT / "setup.cfg").read_text("utf-8")
    named = {line.strip() for line in text.split("packages =")[1].split("package_dir")[0].splitlines()}
    folders = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "medlint").rglob("*.py")}
    packages = {folder.replace("/", ".") for folder in folders} | {"medlint.rules", "medlint.dictionaries"}
    assert packages - {"medlint.rules", "medlint.dictionaries"} <= named
    assert {"medlint.rules", "medlint.dictionaries"} <= named
