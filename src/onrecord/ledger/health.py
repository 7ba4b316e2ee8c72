"""Look at a ledger without changing it: is it there, of which schema, how large, whole."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.connect import Store, looking_at
from onrecord.ledger.migrations import SCHEMA, version_of
from onrecord.ledger.reader import Counts, LedgerReader

__all__ = ["Health", "look_at", "sqlite_here"]


@dataclass(frozen=True, slots=True)
class Health:
    """How a ledger is.

    Attributes:
        url: Without a password.
        there: False when it has not been made yet.
        schema: Its schema version; None when the database holds no ledger.
        wanted: The schema this version of onrecord writes.
        size: Bytes on disk.
        counts: What stands in it; None unless its schema is the one wanted.
    """

    url: str
    there: bool
    schema: int | None = None
    wanted: int = SCHEMA
    size: int = 0
    counts: Counts | None = None


def look_at(url: str) -> Health:
    """Return how a ledger is.

    Raises:
        LedgerError: It cannot be reached, is no ledger, or is damaged.
    """
    store = Store(url, check=False)
    if store.path is not None:
        with looking_at(store.path):
            if not store.path.exists():
                return Health(store.url, there=False)
    try:
        with store.read() as connection:
            schema = version_of(connection)
            size = _size(connection)
            _prove_whole(store, connection)
        counts = LedgerReader(store).counts() if schema == SCHEMA else None
    finally:
        store.close()
    return Health(store.url, schema is not None, schema, SCHEMA, size, counts)


def sqlite_here() -> tuple[str, bool]:
    """Return the version of this Python's SQLite, and whether it can search text, which a ledger needs."""
    with closing(sqlite3.connect(":memory:")) as connection:
        options = connection.execute("PRAGMA compile_options").fetchall()
    return sqlite3.sqlite_version, ("ENABLE_FTS5",) in options


def _size(connection: sa.Connection) -> int:
    if connection.dialect.name == "sqlite":
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    return int(connection.scalar(sa.select(sa.func.pg_database_size(sa.func.current_database()))) or 0)


def _prove_whole(store: Store, connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
        if found != "ok":
            raise LedgerError(
                f"Ledger {store.url} is damaged ({found}). Restore it from a copy, or add the articles to a "
                "new ledger."
            )
