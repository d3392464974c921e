"""Work spread over processes: results come in order, and what kills a process costs only itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
MOST = 8
"""Processes that are started at most."""

SELDOM = (50_000, 20, 100)
"""How many new objects make Python look for circles of them: an article is many, hardly any of which stand in one."""

CHUNK = 4
"""Items that are handed to a process at once: few, since some take a hundred times longer than others."""


def cores() -> int:
    """Give the number of processes worth starting here."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, MOST)


def in_order(start: Callable[[], Callable[[Item], Any]], items: list[Item], jobs: int) -> Iterator[Any]:
    """Yield the result of each item, or None for one that killed its process.

    `start` is called once in each process and gives the function that does the work; it must be picklable.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    way = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(way)

    def make_pool(jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, context, _start, (start,))

    while items:
        done, pool = 0, make_pool(jobs)
        try:
            for result in pool.map(_work, items, chunksize=CHUNK):
                done += 1
                yield result
            return
        except BrokenProcessPool:
            doubtful = items[done : done + (jobs + 1) * CHUNK]
            yield from _one_by_one(make_pool, doubtful)
            items = items[done + len(doubtful) :]
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _one_by_one(make_pool: Callable[[int], ProcessPoolExecutor], items: list[Item]) -> Iterator[Any]:
    """Do what was under way when a process died, each item on its own, so that only the one that kills is lost."""
    from concurrent.futures.process import BrokenProcessPool

    pool = make_pool(1)
    for item in items:
        try:
            yield pool.submit(_work, item).result()
        except BrokenProcessPool:
            yield None
            pool = make_pool(1)
    pool.shutdown()


_WORK: list[Callable[[Any], Any]] = []
"""What this worker process does with an item, set once when it starts."""


def _start(start: Callable[[], Callable[[Any], Any]]) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _WORK[:] = [start()]


def _work(item: Any) -> Any:
    return _WORK[0](item)
