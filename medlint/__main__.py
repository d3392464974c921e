"""The command `medlint` as a process of its own: how it starts and how it ends.

Both cost much of a check of one article, so both are kept short. What a run makes it needs to its end, so rubbish is
looked for seldom; and when all is said, the process ends at once, without taking the interpreter down part by part.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Any, NoReturn

from medlint.processes import SELDOM


def program() -> NoReturn:
    """Run the command line; where that started other processes, their ends are waited for."""
    gc.set_threshold(*SELDOM)
    from medlint.cli import main

    code: Any = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    if "multiprocessing" in sys.modules or not isinstance(code, int):
        sys.exit(code)
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process once everything is written; 2 where it cannot be written."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        code = 2
    os._exit(code)


if __name__ == "__main__":
    program()
