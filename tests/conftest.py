"""What tests of the command line share: a repository of their own, and a way to run `medlint` in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result

from medlint.cli import commands


class House(NamedTuple):
    """A repository in a temporary folder, which is the current one."""

    root: Path

    def write(self, path: str, text: str | bytes = "Rest helps.\n") -> Path:
        """Write a file, with the folders above it."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def run(self, *arguments: str, stdin: str | bytes | None = None) -> Result:
        """Run a command as a person would."""
        return CliRunner().invoke(commands, arguments, input=stdin)

    def findings(self, *arguments: str) -> list[dict[str, Any]]:
        """Run `check` and give the findings as data."""
        done = self.run("check", *arguments, "--format", "jsonl")
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """A new repository; the cards of this session are cached beside it."""
    root = tmp_path / "house"
    (root / ".git").mkdir(parents=True)
    monkeypatch.chdir(root)
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path.parent / "cache"))
    return House(root)
