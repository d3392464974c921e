"""How much CPU and memory a check takes, as ratios that hold on any machine.

    python benchmarks/speed.py              one article of 10 kB in each format, against `python -c pass`
    python benchmarks/speed.py FOLDER       also: the Markdown and text of a folder, against proselint and codespell

The peers are run where they are installed (`pip install proselint codespell`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from processes import in_turn

SAMPLES = Path(__file__).parent.parent / "samples"
ARTICLES = {"text": "uneven-lists.txt", "markdown with front matter": "clean.md", "html": "reviewed-by-a-team.html"}
MEDLINT = [sys.executable, "-m", "medlint", "check", "--fail-on", "never", "--format", "jsonl"]
RUNS = 9


def article(name: str, size: int = 10_000) -> str:
    """Make an article of about `size` characters of a sample, by repeating its body."""
    text = (SAMPLES / name).read_text("utf-8")
    if name.endswith(".html"):
        head, body, tail = (
            text.partition("<h2>Causes</h2>")[0],
            text.split("<h1>")[1].split("<h2>Sources")[0],
            "</body>",
        )
        body = "<h2>" + body.replace("</h1>", "</h2>", 1)
    elif name.endswith(".md"):
        head, body, tail = text.split("\n\n", 1)[0] + "\n\n", text.split("\n\n", 1)[1], ""
    else:
        head, body, tail = "", text + "\n", ""
    return head + body * max(1, round((size - len(head)) / len(body))) + tail


def warm(folder: Path) -> dict[str, str]:
    """Give an environment with caches of its own, which the first round fills: cards, and Python's compiled modules."""
    python = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    return {"MEDLINT_CACHE_DIR": str(folder / "cache"), **python}


def cold(folder: Path) -> None:
    """Print what one check of one article costs, cold process and warm caches."""
    commands = {f"python -c {code!r}": [sys.executable, "-c", code] for code in ("pass", "import click")}
    for format, name in ARTICLES.items():
        path = folder / f"article{Path(name).suffix}"
        path.write_text(article(name), "utf-8")
        commands[f"medlint check, {format}, {path.stat().st_size} bytes"] = [*MEDLINT, str(path)]
    costs = in_turn(commands, RUNS, warm(folder))
    base = next(iter(costs.values())).cpu
    print(f"one article, medians of {RUNS} runs in turn\n{'':46}{'CPU ms':>8}{'x pass':>8}{'peak MB':>9}")
    for name, each in costs.items():
        print(f"{name:46}{each.cpu * 1000:8.1f}{each.cpu / base:8.1f}{each.memory:9.1f}")


def throughput(corpus: Path, folder: Path) -> None:
    """Print how much Markdown and text is checked in a CPU second, by medlint and its peers."""
    copies = folder / "corpus"
    copies.mkdir()
    size = 0
    for number, path in enumerate(sorted(corpus.rglob("*"))):
        if path.suffix in {".md", ".mdx", ".txt"} and path.name != "README.md":
            shutil.copy(path, copies / f"{number:05}{path.suffix}")
            size += path.stat().st_size
    commands = {"medlint": [*MEDLINT, "--jobs", "1", str(copies)]}
    for peer, arguments in {"proselint": ["check"], "codespell": []}.items():
        program = shutil.which(peer, path=os.path.dirname(sys.executable)) or shutil.which(peer)
        if program:
            commands[peer] = [program, *arguments, str(copies)]
    costs = in_turn(commands, 3, warm(folder))
    print(f"\n{size / 1e6:.2f} MB of Markdown and text, medians of 3 runs in turn")
    print(f"{'':46}{'CPU s':>8}{'MB/s':>8}{'peak MB':>9}")
    for name, each in costs.items():
        print(f"{name:46}{each.cpu:8.2f}{size / 1e6 / each.cpu:8.2f}{each.memory:9.1f}")


def main() -> None:
    """Measure."""
    with tempfile.TemporaryDirectory() as folder:
        cold(Path(folder))
        if len(sys.argv) > 1:
            throughput(Path(sys.argv[1]), Path(folder))


if __name__ == "__main__":
    if subprocess.run([*MEDLINT[:3], "--version"], capture_output=True, check=False).returncode:
        sys.exit("medlint is not installed for this Python")
    main()
