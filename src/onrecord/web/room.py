"""What every page is handed: the ledger, the clock, and answers remembered while nothing changes."""

import base64
import binascii
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date, datetime
from threading import Lock
from typing import Any, TypeVar, cast

from onrecord.errors import RequestError
from onrecord.ledger import Ledger

__all__ = ["Room", "missing"]

R = TypeVar("R")
_REMEMBERED = 512  # answers


class Room:
    """The ledger as pages use it; safe to share between threads.

    Args:
        url: SQLAlchemy URL of a ledger that is there already.
        clock: Gives the moment now, with a time zone.
        token: What forms of this process carry, so that no other site can send them; "" when no changes
            are taken.

    Raises:
        LedgerError: The ledger cannot be opened.
    """

    def __init__(self, url: str, clock: Callable[[], datetime], token: str = "") -> None:
        self.url = url
        self.ledger = Ledger.open(url, create=False)
        self.clock = clock
        self.token = token
        self.review = bool(token)
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._revision: Hashable = None
        self._lock = Lock()

    def remembered(self, key: Hashable, make: Callable[[], R]) -> R:
        """Return an answer made before if nothing in the ledger has changed since, else make it."""
        revision = self.ledger.tallies.revision()
        with self._lock:
            if revision != self._revision:
                self._answers.clear()
                self._revision = revision
            if key in self._answers:
                self._answers.move_to_end(key)
                return cast(R, self._answers[key])
        answer = make()
        with self._lock:
            if revision == self._revision:
                self._answers[key] = answer
                if len(self._answers) > _REMEMBERED:
                    self._answers.popitem(last=False)
        return answer

    @staticmethod
    def seal(mark: str | None) -> str | None:
        """Return the ledger's mark of a page as an opaque token."""
        if mark is None:
            return None
        return base64.urlsafe_b64encode(mark.encode("utf-8")).rstrip(b"=").decode("ascii")

    @staticmethod
    def unseal(token: str | None) -> str | None:
        """Return the ledger's mark for a token.

        Raises:
            RequestError: It is no token of ours.
        """
        if token is None:
            return None
        try:
            mark = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True).decode()
            day, _, row = mark.partition(".")
            date.fromisoformat(day)
            if not (row.isascii() and row.isdigit() and len(row) < 19):
                raise ValueError(row)
        except (binascii.Error, UnicodeDecodeError, ValueError) as error:
            raise _no_token() from error
        return mark


def _no_token() -> RequestError:
    return RequestError(
        "The mark in 'after' is not one this page gave; hand in `next` as it stood, or leave it out.",
        status=400,
        code="wrong_token",
        field="after",
    )


def missing(what: str, name: Any) -> RequestError:
    """Return the error for something the ledger does not hold."""
    return RequestError(
        f"The ledger holds no {what} {str(name)[:120]!r}.", status=404, code="not_found", field=what
    )
