"""The README shows what medlint prints, and its commands are there for the gate."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_output_is_what_is_printed() -> None:
    script = ROOT / "scripts" / "readme_output.py"
    assert subprocess.run([sys.executable, str(script), "--check"], check=False).returncode == 0, (
        "run python scripts/readme_output.py"
    )


def test_the_two_commands_are_one_line_each() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(r"<!-- (?:check|test) command -->\n```\n(.*?)```\n<!-- end -->", text, re.S)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert all(block.startswith("python -m pip install ") for block in blocks)
