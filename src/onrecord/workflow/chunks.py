"""Many things some at a time, as a ledger is asked about them."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

__all__ = ["in_chunks"]

T = TypeVar("T")


def in_chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Give items in lists of a size, the last one shorter; no more of them is taken than is asked for."""
    each = iter(items)
    while chunk := list(islice(each, size)):
        yield chunk
