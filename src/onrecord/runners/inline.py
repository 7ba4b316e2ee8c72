"""Apply a function to things one after another, in this process."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from onrecord.runners.outcome import Outcome, outcome_of

__all__ = ["run_inline"]

T = TypeVar("T")
R = TypeVar("R")


def run_inline(work: Callable[[T], R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
    """Return what came of each item, in their order; one is taken only when the one before is done.

    Args:
        work: Applied to each item, on one thread kept for it.
        items: What to apply it to; may be endless.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="onrecord") as pool:
        for item in items:
            yield outcome_of(item, pool.submit(work, item))
