"""Put real output into the README: every block after `<!-- output: COMMAND -->` is what the command prints now.

python scripts/readme_output.py            write it
python scripts/readme_output.py --check    only say whether it is up to date
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- output: (?P<command>medlint [^\n]*) -->\n```\n).*?(```\n<!-- end -->)", re.S)


def printed(command: str) -> str:
    """Run a command of the README and give what it prints."""
    arguments = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(arguments, capture_output=True, text=True, encoding="utf-8", cwd=README.parent, check=True)
    return done.stdout


def renewed(text: str) -> str:
    """Give the README with all its output made anew."""
    return BLOCK.sub(lambda match: match[1] + printed(match["command"]) + match[3], text)


def main() -> int:
    """Write or check; returns 1 where a check finds old output."""
    text = README.read_text("utf-8")
    new = renewed(text)
    if "--check" in sys.argv:
        return 0 if new == text else 1
    README.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
