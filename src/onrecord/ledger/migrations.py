"""Bring a ledger to the schema this version of onrecord writes: ordered functions, each run once."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger import tables
from onrecord.ledger.connect import Store
from onrecord.ledger.text_search import create_search

__all__ = ["SCHEMA", "bring_up_to_date", "version_of"]


def _add_vectors(connection: sa.Connection) -> None:
    """Make the table of vectors; claims that stand have none until their articles are read again."""
    tables.claim_vectors.create(connection)


MIGRATIONS: dict[int, Callable[[sa.Connection], None]] = {2: _add_vectors}
"""Version → what turns the version before into it; each acts on tables as they were then."""

SCHEMA = 2
"""The schema this version of onrecord writes."""


def bring_up_to_date(store: Store, now: datetime) -> None:
    """Make the tables of a new ledger, or migrate those of an older one; all in one transaction.

    Args:
        store: The database.
        now: Stamped on each version applied.

    Raises:
        LedgerError: The database is not a ledger, or was written by a newer onrecord.
    """
    with store.read() as connection:
        found = version_of(connection)
        if found is None:
            _refuse_strange_tables(store, connection)
    _refuse_newer(store, found)
    if found == SCHEMA:
        return
    if found is None and store.path is not None:
        store.free_readers()
    with store.write() as connection:
        _apply(store, connection, now)


def version_of(connection: sa.Connection) -> int | None:
    """Return the schema version of a ledger; None when the database holds no ledger."""
    if not sa.inspect(connection).has_table(tables.schema_version.name):
        return None
    newest = connection.scalar(sa.select(sa.func.max(tables.schema_version.c.version)))
    return None if newest is None else int(newest)


def _apply(store: Store, connection: sa.Connection, now: datetime) -> None:
    found = version_of(connection)  # again: another process may have been faster
    _refuse_newer(store, found)
    if found is None:
        tables.metadata.create_all(connection)
        create_search(connection)
        steps = [SCHEMA]
    else:
        steps = [version for version in sorted(MIGRATIONS) if version > found]
        for version in steps:
            MIGRATIONS[version](connection)
    for version in steps:
        connection.execute(tables.schema_version.insert().values(version=version, applied_at=now))


def _refuse_newer(store: Store, found: int | None) -> None:
    if found is not None and found > SCHEMA:
        raise LedgerError(
            f"Ledger {store.url} has schema {found}, written by a newer onrecord; this one knows up to "
            f"{SCHEMA}. Upgrade onrecord, or name another ledger with --ledger."
        )


def _refuse_strange_tables(store: Store, connection: sa.Connection) -> None:
    strange = sorted(set(sa.inspect(connection).get_table_names()) & set(tables.metadata.tables))
    if strange:
        raise LedgerError(
            f"Ledger {store.url} holds tables named {', '.join(strange)} that onrecord did not make. "
            "Name another database with --ledger."
        )
