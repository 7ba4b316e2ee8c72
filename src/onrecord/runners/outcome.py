"""What came of applying a function to one thing: its value, or why it failed."""

import traceback
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from onrecord.errors import OnrecordError

__all__ = ["Outcome", "outcome_of"]

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What came of one item.

    Attributes:
        item: What the function was applied to.
        value: What it returned; None when it failed.
        failure: Why it failed, in one line; None when it did not.
    """

    item: T
    value: R | None
    failure: str | None = None


def outcome_of(item: T, done: "Future[R]") -> Outcome[T, R]:
    """Return what came of an item, waiting for it; a failure of any kind is told, never passed over.

    Raises:
        KeyboardInterrupt: And whatever else is no `Exception`: it ends the run.
    """
    error = done.exception()
    if error is None:
        return Outcome(item, done.result())
    if not isinstance(error, Exception):
        raise error
    return Outcome(item, None, _told(error))


def _told(error: Exception) -> str:
    if isinstance(error, OnrecordError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    words = " ".join(str(error).split())
    return f"reading failed{where} ({type(error).__name__}: {words}). Please report it with the article."
