"""`medlint check`: the main job."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from medlint.files import STDIN
from medlint.finding import SEVERITIES
from medlint.lazy import lazy
from medlint.reporters.plain import safe, safe_path
from medlint.reporters.tally import Tally
from medlint.runner import MANY, Checked, Request, Run

if TYPE_CHECKING:
    from medlint.timings import Clock

MOST_PROBLEMS = 20
COMMAND = lazy(r"^[ \t]+(?:::|##(?:\[|vso\[))", re.M)
"""An unchanged line that a diff would hand to a CI system as a command."""

FORMATS = ("text", "json", "jsonl")


def names(context: click.Context, option: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Split values of `--select` and `--ignore` at commas."""
    return tuple(name.strip() for each in value for name in each.split(",") if name.strip())


def day(context: click.Context, option: click.Parameter, value: str | None) -> date | None:
    """Read `--today`."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date such as 2026-01-31") from None


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH|DIR|-]...")
@click.option("--format", "output", type=click.Choice(FORMATS), default="text", help="How findings are shown.")
@click.option("--select", multiple=True, callback=names, metavar="RULES", help="Run only these rules.")
@click.option("--ignore", multiple=True, callback=names, metavar="RULES", help="Leave these rules out.")
@click.option("--config", metavar="FILE", type=click.Path(exists=True, dir_okay=False), help="Use this medlint.yml.")
@click.option("--today", callback=day, metavar="DATE", help="The day that counts as today, as 2026-01-31.")
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    help="The mildest severity that fails; else as configured: error.",
)
@click.option("--fix", is_flag=True, help="Put right what can safely be put right.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what a person should look at.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--stdin-filename", metavar="NAME", help="What the standard input is called and read as.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
@click.option("--timings", is_flag=True, help="Show what each rule costs.")
@click.option("--jobs", type=click.IntRange(1, 64), help="Processes; else as many as the machine has cores.")
@click.option("--quiet", "-q", is_flag=True, help="Show findings and nothing else.")
@click.option("--color/--no-color", default=None, help="Colours; else only on a terminal.")
def command(paths: tuple[str, ...], output: str, fail_on: str | None, **asked: Any) -> None:
    """Check articles and say what is wrong with them.

    Folders are searched for articles; a file that is named is always checked; - is the standard input.
    RULES are ids (MED201), slugs (used-before-definition), families (doses), prefixes (MED2) or ALL, joined by commas.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: something could not be done.
    """
    clock = _clock() if asked["timings"] else None
    run = Run(_request(paths, asked), clock)
    reporter = import_module(f"medlint.reporters.{output}").Reporter()
    tally = Tally()
    show = _Show(asked, rewrites_stdin=run.request.write and STDIN in run.request.paths)
    failed = False
    for checked in _with_progress(run, asked["quiet"], asked["jobs"]):
        failed |= _fails(checked, fail_on)
        tally.add(checked)
        show(_changes(checked) if asked["diff"] else reporter.article(checked))
        if run.request.write:
            _write(checked, run)
    if not asked["diff"] and not (asked["quiet"] and output == "text"):
        show(reporter.end(tally, run.problems))
        show(_waiting(run), aside=True)
    if asked["statistics"]:
        show(tally.statistics(), aside=output != "text" or asked["diff"])
    if clock:
        show(clock.lines(), aside=True)
    show(_told(run.problems), aside=True)
    raise SystemExit(2 if run.problems else 1 if failed else 0)


def _clock() -> Clock:
    from medlint.timings import Clock

    return Clock()


def _request(paths: tuple[str, ...], asked: dict[str, Any]) -> Request:
    if asked["unsafe_fixes"] and not (asked["fix"] or asked["diff"]):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff")
    fixes: Any = ("unsafe" if asked["unsafe_fixes"] else "safe") if asked["fix"] or asked["diff"] else "none"
    return Request(
        paths or (".",),
        asked["config"],
        asked["select"],
        asked["ignore"],
        asked["today"],
        asked["stdin_filename"],
        fixes,
        write=asked["fix"] and not asked["diff"],
    )


class _Show:
    """Writes lines: to the standard output, or aside to standard error where that is taken."""

    def __init__(self, asked: dict[str, Any], rewrites_stdin: bool) -> None:
        self.color = False if asked["color"] is None and os.environ.get("NO_COLOR") else asked["color"]
        self.aside = rewrites_stdin

    def __call__(self, lines: Iterable[str], aside: bool = False) -> None:
        text = "\n".join(lines)
        if text:
            click.echo(text, err=aside or self.aside, color=self.color)


def _with_progress(run: Run, quiet: bool, jobs: int | None) -> Iterator[Checked]:
    """Yield what was checked; where a person waits for long, behind a progress bar, so that the two do not mix."""
    found = list(run.targets())
    results = run.checked(found, jobs)
    if len(found) <= MANY or quiet or not sys.stderr.isatty():
        yield from results
        return
    done = []
    with click.progressbar(length=len(found), file=sys.stderr, label="Checking", show_pos=True) as bar:
        for checked in results:
            done.append(checked)
            bar.update(1)
    yield from done


def _fails(checked: Checked, fail_on: str | None) -> bool:
    level = fail_on or checked.fail_on
    failing = SEVERITIES[: SEVERITIES.index(level) + 1] if level in SEVERITIES else ()
    return any(finding.severity in failing for finding in checked.findings)


def _changes(checked: Checked) -> Iterator[str]:
    """Yield what the fixes would change, as a unified diff: for a person to see, or as it stands for `patch`."""
    from medlint.fixes import diff

    if checked.fixed is None:
        return
    given = (safe(checked.source.path.lstrip(os.sep)), checked.source.text, checked.fixed)
    text = diff(*given)
    if COMMAND.search(text):
        text = diff(*given, context=0)
    lines = text.removesuffix("\n").split("\n")
    yield from map(safe, lines) if sys.stdout.isatty() else lines


def _waiting(run: Run) -> Iterator[str]:
    if count := run.waiting():
        rules = "1 rule waits" if count == 1 else f"{count} rules wait"
        yield f"{rules} for spaCy or for a model of it: pip install 'medlint[nlp]'"


def _told(problems: list[str]) -> Iterator[str]:
    """Yield what went wrong, a line each, and only the number of what stands far down the list."""
    yield from map(safe_path, problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        yield f"and {len(problems) - MOST_PROBLEMS} more like these"


def _write(checked: Checked, run: Run) -> None:
    """Write what the fixes changed: to the file, or to the standard output what came from standard input."""
    from medlint.fixes import write

    if checked.problem:
        return
    try:
        if checked.stdin:
            sys.stdout.buffer.write(checked.source.encode())
        elif checked.fixed is not None:
            write(checked.source.path, checked.source.encode())
    except OSError as error:
        run.problems.append(f"{checked.source.path}: the fixes could not be written: {error}")
