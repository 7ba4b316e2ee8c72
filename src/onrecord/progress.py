"""How long work tells how far it is: a callback, so that no room below the command line prints."""

from collections.abc import Callable

__all__ = ["Progress", "silent"]

Progress = Callable[[int, int | None, str], None]
"""Called with (done, total or None when unknown, what is being done)."""


def silent(done: int, total: int | None, what: str) -> None:
    """Ignore the news; the default for callers that do not want any."""
