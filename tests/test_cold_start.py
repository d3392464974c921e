"""What a plain run leaves unimported: the price of a pre-commit hook is paid at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "spellchecker", "justhtml", "rapidfuzz", "wordfreq", "regex", "yaml", "pathspec", "numpy", "rich")
ARTICLE = "# Gout\n\nGout is a form of arthritis. It comes and goes. Rest helps, and so does ice.\n"

CASES = [
    (["--help"], {*HEAVY, "pyromark", "medlint.engine"}),
    (["check", "article.md"], set(HEAVY)),
    (["check", "article.txt"], {*HEAVY, "pyromark"}),
    (["explain", "MED300"], set(HEAVY) - {"yaml"}),
]


@pytest.mark.parametrize(("arguments", "left"), CASES, ids=[" ".join(arguments) for arguments, _ in CASES])
def test_left_unimported(arguments: list[str], left: set[str], tmp_path: Path) -> None:
    for name in ("article.md", "article.txt"):
        (tmp_path / name).write_text(ARTICLE)
    environment = {**os.environ, "MEDLINT_CACHE_DIR": str(tmp_path / "cache")}
    code = (
        "import sys\nfrom medlint.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print('imported:', *[name for name in {sorted(left)!r} if name in sys.modules], file=sys.stderr)"
    )
    for _ in ("cold", "warm"):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True
        )
    assert done.stderr.splitlines()[-1] == "imported:", done.stderr
