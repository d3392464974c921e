"""The runner: from paths to documents and findings, in a stable order; one bad file never stops the run.

    run = Run(Request(paths=("articles", "page.md")))
    for document, settings in run.documents():
        ...                                  # settings.plan, settings.surroundings, settings.fail_on
    for problem in run.problems:             # what could not be read at all, one line each: a reason for exit 2
        ...

`Run.checked()` gives the findings as well, on several processes where there are many files.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from medlint import config
from medlint.card_cache import save
from medlint.cards import CardError
from medlint.config import ConfigError
from medlint.document import Document
from medlint.files import STDIN, Missing, Target, targets
from medlint.finding import Finding
from medlint.inputs import is_unreadable, read_file, reread
from medlint.plan import Plan
from medlint.processes import SELDOM, cores, in_order
from medlint.record import Record
from medlint.selection import Choice, check_names
from medlint.settings import House, Settings
from medlint.source import Source

if TYPE_CHECKING:
    from medlint.timings import Clock

MANY = 50
"""Files from which on more processes are worth their start."""


class Request(Record):
    """What a run is asked to do; nothing in it is read from the clock or the surroundings but by `Run`.

    `config` names one configuration for all files, or none where it is ""; without it each file has its nearest one.
    Without `today` the date of the system counts.
    """

    paths: tuple[str, ...] = ()
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: date | None = None
    stdin_filename: str | None = None
    fixes: Literal["none", "safe", "unsafe"] = "none"
    write: bool = False


class Checked(Record):
    """One article as it stands after the run, and what is wrong with it.

    `fixed` is what the fixes asked for make of its text, or None where that is the same: with `write` the source
    holds it already, and the findings are what is left. `problem` says what went wrong with medlint itself.
    """

    source: Source
    findings: tuple[Finding, ...]
    fail_on: str = "error"
    fixed: str | None = None
    problem: str = ""
    stdin: bool = False


class Run:
    """One run over some paths."""

    def __init__(self, request: Request, clock: Clock | None = None) -> None:
        self.request = request
        self.clock = clock
        self.problems: list[str] = []
        self.today = request.today or date.today()
        self._houses: dict[str | None, House | None] = {}
        self._governed: dict[str, str | None] = {}

    def targets(self) -> Iterator[Target]:
        """Yield the files of this run; a path that does not exist, and a broken configuration, become problems."""
        for target in targets(self.request.paths):
            if isinstance(target, Missing):
                self.problems.append(f"{target.path}: there is no such file or folder")
                continue
            house = self.house(target.path)
            if house and (target.named or not house.excludes(target.path)):
                yield target

    def documents(self) -> Iterator[tuple[Document, Settings]]:
        """Yield each article of this run, read, and the settings that hold for it."""
        for target in self.targets():
            try:
                made = self.document(target)
            except Exception as error:
                self.problems.append(_lost(self._name(target), error).problem)
            else:
                yield made

    def document(self, target: Target) -> tuple[Document, Settings]:
        """Read one file. One that cannot be read becomes an empty document with a fault, held to no other rule."""
        path = self._name(target)
        house = self.house(target.path)
        assert house is not None, "targets are only yielded where the configuration could be read"
        settings = house.settings(path)
        if self.clock:
            settings = settings._replace(plan=self.clock.timed(settings.plan))
        with self.clock.measure("(reading)") if self.clock else nullcontext():
            document = read_file(target.path, path, settings)
        return document, settings._replace(plan=_only_faults(settings.plan)) if is_unreadable(document) else settings

    def checked(self, found: list[Target] | None = None, jobs: int | None = None) -> Iterator[Checked]:
        """Yield each article (all of them, or those given) with its findings, in the order of `targets`."""
        found = list(self.targets()) if found is None else found
        alone = self.clock is not None or any(target.path == STDIN for target in found)
        jobs = jobs or (cores() if len(found) > MANY and not alone else 1)
        for each in map(self.check, found) if jobs == 1 else self._in_processes(found, jobs):
            if each.problem:
                self.problems.append(each.problem)
            yield each
        self._keep()

    def _in_processes(self, found: list[Target], jobs: int) -> Iterator[Checked]:
        start = partial(_start, self.request._replace(today=self.today, paths=()))
        for target, checked in zip(found, in_order(start, found, jobs), strict=True):
            yield checked or _lost(target.path, ChildProcessError("its process died"))

    def _keep(self) -> None:
        """Keep what was learnt about the cards for the next run."""
        house = next((house for house in self._houses.values() if house), None)
        if house:
            save(house.cards)

    def check(self, target: Target) -> Checked:
        """Check one file. Whatever goes wrong inside medlint becomes a problem of this file alone."""
        try:
            return self._check(target)
        except Exception as error:
            return _lost(self._name(target), error)

    def _check(self, target: Target) -> Checked:
        from medlint.engine import lint

        document, settings = self.document(target)
        failed: list[str] = []
        findings = lint(document, settings.plan, failed)
        source, fixed = document.source, None
        if self.request.fixes != "none" and any(each.fix for each in findings):
            fixed = self._fixed(document, settings)
            if self.request.write and fixed is not None:
                document = reread(document, fixed)
                source, findings = document.source, lint(document, settings.plan, [])
        return Checked(source, findings, settings.fail_on, fixed, "; ".join(failed), target.path == STDIN)

    def _fixed(self, document: Document, settings: Settings) -> str | None:
        """Give the text with the fixes asked for, or None where they change nothing."""
        from medlint import fixes
        from medlint.engine import lint

        def found(text: str) -> tuple[Finding, ...]:
            return lint(reread(document, text), settings.plan, [])

        text = fixes.fixed(document.source, found, self.request.fixes == "unsafe")
        return None if text == document.source.text else text

    def waiting(self) -> int:
        """Give the number of rules that are on, but wait for spaCy or for a model of it."""
        rules = {rule.card.id: rule for house in self._houses.values() if house for rule in house.rules("sequence")}
        if not rules:
            return 0
        from medlint.nlp import can_run

        return sum(not can_run(rule.options.patterns, rule.options.model) for rule in rules.values())

    def house(self, path: str) -> House | None:
        """Give the configuration that governs a path; None where it is broken, which is noted once."""
        found = self.request.config
        if found is None:
            name = self.request.stdin_filename or "" if path == STDIN else path
            found = self._nearest(os.path.dirname(name))
        if found not in self._houses:
            self._houses[found] = self._made(found)
        return self._houses[found]

    def _nearest(self, folder: str) -> str | None:
        if folder not in self._governed:
            self._governed[folder] = config.nearest(folder or ".")
        return self._governed[folder]

    def _made(self, path: str | None) -> House | None:
        try:
            layers = config.load(path) if path else ()
            house = House(layers, Choice(self.request.select, self.request.ignore), self.today)
            wrong = check_names((*self.request.select, *self.request.ignore), house.cards)
            if not wrong:
                return house
            self._note(wrong)
        except (ConfigError, CardError) as error:
            self._note(str(error))
        return None

    def _note(self, problem: str) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _name(self, target: Target) -> str:
        return self.request.stdin_filename or "<stdin>" if target.path == STDIN else target.path


def _start(request: Request) -> Callable[[Target], Checked]:
    """Make the run of a worker process."""
    gc.set_threshold(*SELDOM)
    return Run(request).check


def _lost(path: str, error: Exception) -> Checked:
    return Checked(Source(path, ""), (), problem=f"{path}: medlint failed on this file: {_described(error)}")


def _only_faults(plan: Plan) -> Plan:
    """Give the rules that still make sense for a file that could not be read."""
    return plan._replace(rules=tuple(rule for rule in plan.rules if rule.kind.name == "fault"))


def _described(error: BaseException) -> str:
    """Say in one line what broke and where, for a report to the makers of medlint."""
    cause = error.__cause__ or error
    trace = cause.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    return " ".join(str(error).split())[:300] + where if str(error) else f"{type(error).__name__}{where}"
