"""Apply a function to things in several processes, with the same outcomes in the same order."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from onrecord.runners.outcome import Outcome, outcome_of

__all__ = ["DIED", "run_processes"]

T = TypeVar("T")
R = TypeVar("R")

DIED = (
    "the process reading it ended twice without a word: killed, or out of memory. "
    "Try it with fewer --workers."
)

_work: Callable[[Any], Any] | None = None  # of a worker process, set once when it starts


def run_processes(
    make_work: Callable[[], Callable[[T], R]], items: Iterable[T], workers: int
) -> Iterator[Outcome[T, R]]:
    """Return what came of each item, in the order of the items.

    An item whose process dies is tried once more, in a process of its own; when that dies too, its
    outcome says so, and the rest goes on.

    Args:
        make_work: Called once in each process; returns the function applied to the items there. It,
            the items and the values travel between processes, so they must be picklable.
        items: What to apply it to; at most two per process are held at a time.
        workers: How many processes.
    """
    waiting = iter(items)
    pool = _pool(make_work, workers)
    under_way: deque[tuple[T, Future[R]]] = deque()
    try:
        _fill(pool, under_way, waiting, workers)
        while under_way:
            item, done = under_way[0]
            if isinstance(done.exception(), BrokenProcessPool):
                pool.shutdown()
                suspects = [item for item, _ in under_way]
                under_way.clear()
                for suspect in suspects:
                    yield _alone(make_work, suspect)
                pool = _pool(make_work, workers)
            else:
                under_way.popleft()
                yield outcome_of(item, done)
            _fill(pool, under_way, waiting, workers)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _fill(
    pool: ProcessPoolExecutor, under_way: "deque[tuple[T, Future[Any]]]", waiting: Iterator[T], workers: int
) -> None:
    while len(under_way) < 2 * workers:
        for item in waiting:
            under_way.append((item, _submitted(pool, item)))
            break
        else:
            return


def _submitted(pool: ProcessPoolExecutor, item: Any) -> "Future[Any]":
    try:
        return pool.submit(_apply, item)
    except BrokenProcessPool as error:  # a worker died since the last look: told like any other death
        failed: Future[Any] = Future()
        failed.set_exception(error)
        return failed


def _alone(make_work: Callable[[], Callable[[T], R]], item: T) -> Outcome[T, R]:
    with _pool(make_work, 1) as pool:
        done = pool.submit(_apply, item)
        if isinstance(done.exception(), BrokenProcessPool):
            return Outcome(item, None, DIED)
        return outcome_of(item, done)


def _pool(make_work: Callable[[], Callable[[Any], Any]], workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: a fork would copy the locks of threads that do not run in it.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(make_work,))


def _start(make_work: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _work = make_work()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even if that one was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _apply(item: Any) -> Any:
    assert _work is not None
    return _work(item)
