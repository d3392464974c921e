"""What the spelling rules cost: CPU for words, CPU for suggestions, and memory.

    python benchmarks/spelling_cost.py FOLDER       of articles in Markdown or text

Nothing is remembered from earlier runs. The first time round, each word is looked up when an article first has it, and
the neighbours of unknown ones are sought; once warm (the least of three rounds), all of them are remembered.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from processes import in_turn

MEDLINT = [sys.executable, "-m", "medlint", "check", "--fail-on", "never", "--format", "jsonl", "--jobs", "1"]
RULES = {"no rule": "MED902", "the spelling rules": "spelling"}


class Spent(NamedTuple):
    """CPU seconds for telling the unknown words, and for all that the spelling rules do; how many words there were."""

    unknown: float
    all: float
    number: int
    doubted: set[str]

    def told(self, name: str) -> str:
        """Say what 1,000 words cost."""
        unknown, whole = (1e6 * each / self.number for each in (self.unknown, self.all))
        return f"{unknown:8.2f} ms of CPU for 1,000 words, {name}; {whole:.2f} with all spelling rules"


def checked(folder: Path) -> Spent:
    """Check articles for their spelling."""
    from medlint.engine import lint
    from medlint.runner import Request, Run
    from medlint.views.spelling import unknown_words
    from medlint.views.words import words

    number, unknown, spent, doubted = 0, 0.0, 0.0, set()
    for document, settings in Run(Request(paths=(str(folder),), select=("spelling",))).documents():
        before = time.process_time()
        found = document.view(unknown_words)
        unknown += time.process_time() - before
        lint(document, settings.plan)
        spent += time.process_time() - before
        number += sum(map(len, document.view(words).values()))
        doubted |= {each.plain for each in found if each.doubted}
    return Spent(unknown, spent, number, doubted)


def sought(words: set[str]) -> float:
    """Seek the neighbours of each word anew; give the CPU seconds."""
    from medlint.neighbours import FOUND, neighbours

    FOUND.held.clear()
    neighbours.cache_clear()
    before = time.process_time()
    for word in words:
        neighbours(word)
    return time.process_time() - before


def main() -> None:
    """Measure."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as cache:
        os.environ["MEDLINT_CACHE_DIR"] = cache
        commands = {name: [*MEDLINT, "--select", rules, str(folder)] for name, rules in RULES.items()}
        for name, cost in in_turn(commands, 3).items():
            print(f"{cost.memory:8.1f} MB at most in a check with {name}")
    with tempfile.TemporaryDirectory() as cache:
        os.environ["MEDLINT_CACHE_DIR"] = cache
        gc.disable()
        print(checked(folder).told("first time"))
        warm = min((checked(folder) for _ in range(3)), key=lambda each: each.all)
        print(warm.told("once warm"))
        each = 1e3 * sought(warm.doubted) / max(len(warm.doubted), 1)
        print(f"{each:8.2f} ms of CPU for the suggestions of a word in doubt")
        print(f"{warm.number:,} words, {len(warm.doubted):,} distinct ones in doubt")


if __name__ == "__main__":
    main()
