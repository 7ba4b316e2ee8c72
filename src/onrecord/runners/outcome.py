"""What came of applying a function to one thing: its value, or why it failed."""

import re
import traceback
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from onrecord.errors import OnrecordError

__all__ = ["Outcome", "outcome_of"]

T = TypeVar("T")
R = TypeVar("R")

_PLACE = re.compile(r'File "([^"]+)", line (\d+)')


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
    # An error from another process carries its traceback as the text of its cause.
    trace = str(error.__cause__ or "") + "".join(traceback.format_tb(error.__traceback__))
    places = _PLACE.findall(trace)
    where = f" at {Path(places[-1][0]).name}:{places[-1][1]}" if places else ""
    words = " ".join(str(error).split())
    return f"reading failed{where} ({type(error).__name__}: {words}). Please report it with the article."
