"""Running commands and asking the operating system what they cost."""

from __future__ import annotations

import os
import statistics
import subprocess
from typing import NamedTuple


class Cost(NamedTuple):
    """What one finished process cost: CPU seconds (user and system) and its peak memory in MB."""

    cpu: float
    memory: float


def cost(command: list[str], environment: dict[str, str] | None = None) -> Cost:
    """Run a command to its end and give its cost; its output is thrown away, its exit status makes no difference."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})}
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turn(commands: dict[str, list[str]], runs: int, environment: dict[str, str] | None = None) -> dict[str, Cost]:
    """Run commands in turn, several rounds after one to warm up, and give the medians of each."""
    found: dict[str, list[Cost]] = {name: [] for name in commands}
    for round_ in range(runs + 1):
        for name, command in commands.items():
            each = cost(command, environment)
            if round_:
                found[name].append(each)
    return {
        name: Cost(statistics.median(each.cpu for each in costs), max(each.memory for each in costs))
        for name, costs in found.items()
    }
