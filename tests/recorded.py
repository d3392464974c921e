"""The findings recorded beside the samples: compared, or with --write recorded anew.

python tests/recorded.py samples findings.jsonl      compares what a run printed for the folder
python tests/recorded.py samples --write             records what medlint says now
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

TODAY = "2026-11-01"
"""The day on which the samples are checked; `samples/medlint.yml` knows nothing of it, so the runs below say it."""


def recorded(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the recorded findings by the sample's name."""
    files = sorted(folder.glob("*.findings.jsonl"))
    return {
        path.name.removesuffix(".findings.jsonl"): [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        for path in files
    }


def printed(lines: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Sort printed findings by the sample's name; the folder they were found in makes no difference."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        finding = json.loads(line)
        finding["path"] = os.path.basename(finding["path"])
        found.setdefault(finding["path"], []).append(finding)
    return found


def articles(folder: Path) -> list[str]:
    """Give the names of the samples."""
    return sorted(path.name for path in folder.iterdir() if path.suffix in {".md", ".mdx", ".html", ".txt", ".xml"})


def run(folder: Path) -> list[str]:
    """Check a folder with the installed medlint and give the lines that it prints."""
    command = [sys.executable, "-m", "medlint", "check", str(folder), "--format", "jsonl", "--today", TODAY]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.splitlines()


def differences(folder: Path, lines: list[str]) -> list[str]:
    """Say where printed findings differ from the recorded ones."""
    expected, found = recorded(folder), printed(lines)
    return [
        f"{name}: {word} {finding['line']}:{finding['column']} {finding['name']}: {finding['excerpt']!r}"
        for name in articles(folder)
        for word, one, other in (("missing", expected, found), ("not recorded", found, expected))
        for finding in one.get(name, [])
        if finding not in other.get(name, [])
    ]


def write(folder: Path) -> None:
    """Record what medlint says of each sample now."""
    found = printed(run(folder))
    for name in articles(folder):
        lines = [json.dumps(finding, ensure_ascii=False) + "\n" for finding in found.get(name, [])]
        (folder / f"{name}.findings.jsonl").write_text("".join(lines), "utf-8")


def main(folder: str, what: str) -> int:
    """Compare or record; returns 1 where something differs."""
    if what == "--write":
        write(Path(folder))
        return 0
    told = differences(Path(folder), Path(what).read_text("utf-8").splitlines())
    sys.stdout.write("".join(line + "\n" for line in told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
