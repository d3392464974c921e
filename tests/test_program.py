"""The command as a process: it says all that it has to say, and ends with the right status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MEDLINT = [sys.executable, "-m", "medlint"]
WRONG = "# Gout\n\nA gout is painful. " + "It comes and goes. " * 20 + "\n"


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MEDLINT_CACHE_DIR": str(folder / "cache")}
    return subprocess.run([*MEDLINT, *arguments], cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--version"], 0, "medlint "),
        (["check", "--select", "MED109", "--fail-on", "never", "wrong.md"], 0, "1 error in 1 of 1 article."),
        (["check", "--select", "MED109", "wrong.md"], 1, "1 error in 1 of 1 article."),
        (["check", "nothing.md"], 2, "there is no such file or folder"),
        (["chekc"], 2, 'did you mean "check"?'),
    ],
)
def test_status_and_last_word(arguments: list[str], status: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "wrong.md").write_text(WRONG)
    done = run(tmp_path, *arguments)
    assert (done.returncode, said in done.stdout + done.stderr) == (status, True), done


def test_a_long_output_comes_whole_through_a_pipe(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.md").write_text(WRONG * 5)
    done = run(tmp_path, "check", "--select", "MED109", "--format", "jsonl", "--jobs", "1", ".")
    assert len(done.stdout) > 1 << 16
    assert done.stdout.count("\n") == 200
    assert done.stdout.endswith("}\n")


def test_many_files_on_several_processes(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.md").write_text(WRONG)
    done = run(tmp_path, "check", "--select", "MED109", "--format", "jsonl", "--jobs", "2", ".")
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (1, 12, "")


def test_a_reader_that_leaves_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "wrong.md").write_text(WRONG * 400)
    command = " ".join(f'"{part}"' for part in MEDLINT) + " check --select MED109 wrong.md | head -c 10"
    if os.name == "nt":
        pytest.skip("no head here")
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == ""
