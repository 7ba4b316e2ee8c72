"""A ledger: one database, one reader, one writer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType

from onrecord.ledger.connect import Store
from onrecord.ledger.dump import dump
from onrecord.ledger.migrations import bring_up_to_date
from onrecord.ledger.raw import RawArticle, raw_articles, stray_members
from onrecord.ledger.reader import LedgerReader
from onrecord.ledger.tallies import LedgerTallies
from onrecord.ledger.writer import LedgerWriter

__all__ = ["Ledger"]


class Ledger:
    """Everything on record, in one SQLite file or PostgreSQL database.

    Made by `Ledger.open`; a context manager that closes its connections.

    Attributes:
        url: Where it is, without a password.
        reader: Answers.
        tallies: Counts, and what changed.
        writer: Adds.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.url = store.url
        self.reader = LedgerReader(store)
        self.tallies = LedgerTallies(store)
        self.writer = LedgerWriter(store)

    @classmethod
    def open(cls, url: str, *, create: bool = True, now: datetime | None = None) -> "Ledger":
        """Open a ledger, making or migrating its tables where needed.

        Args:
            url: SQLAlchemy URL: `sqlite:///FILE` or `postgresql+psycopg://USER@HOST/DATABASE`.
            create: Whether a SQLite file that is not there is made.
            now: Stamped on the schema version when it is applied; needs a time zone. By default the
                start of the Unix epoch, which says that no one told.

        Raises:
            LedgerError: It cannot be opened: not a ledger, unreachable, of a newer schema, read-only.
        """
        store = Store(url, create=create)
        bring_up_to_date(store, now or datetime.fromtimestamp(0, UTC))
        return cls(store)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Read and write as one: nobody else writes meanwhile, and all is kept at the end, or nothing.

        For what is written because of what was read. Others wait, so keep it short.

        Raises:
            LedgerError: The database fails; nothing was written.
        """
        with self._store.write():
            yield

    def raw_articles(self) -> Iterator[RawArticle]:
        """Return every version of every article with all its claims, as stored; see `raw.py`."""
        return raw_articles(self._store)

    def stray_members(self) -> list[tuple[str, str]]:
        """Return the (event id, claim id) of standing events whose claim no row holds."""
        return stray_members(self._store)

    def dump(self) -> Iterator[str]:
        """Return all content as sorted lines, without runs and moments, to compare ledgers with."""
        return dump(self._store)

    def close(self) -> None:
        """Close all connections."""
        self._store.close()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
