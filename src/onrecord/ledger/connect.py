"""Connections to a ledger, and every database failure as a `LedgerError` that says what to do."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from onrecord.errors import LedgerError

__all__ = ["Store", "folder_of", "looking_at"]

BUSY_MS = 30_000
"""Longest wait, in milliseconds, for another process that is writing to the same ledger."""

_BUSY = (
    f"is being written by another process for over {BUSY_MS // 1000} seconds. "
    "Wait for it to end, then run the same command again."
)

_WRITERS = 0x6F6E7265  # "onre": PostgreSQL's advisory lock held by whoever writes
_WRITING = "onrecord_writing"


def folder_of(url: str) -> Path | None:
    """Return the folder that holds a SQLite ledger; None for another database, or where none is there."""
    try:
        parsed = _parsed(url)
    except LedgerError:
        return None
    path = _path(parsed) if parsed.get_backend_name() == "sqlite" else None
    folder = path.resolve().parent if path is not None else None
    try:
        return folder if folder is not None and folder.is_dir() else None
    except OSError:
        return None  # a folder that may not be looked at is as good as none


class Store:
    """One database: hands out connections inside transactions.

    Args:
        url: SQLAlchemy URL, `sqlite:///FILE` or `postgresql+psycopg://…`.
        create: Whether a SQLite file that is not there may be made.
        check: Whether to see now that file and folder are there.

    Raises:
        LedgerError: The URL is not one of a ledger, or its file or folder is not there.
    """

    def __init__(self, url: str, *, create: bool = True, check: bool = True) -> None:
        parsed = _parsed(url)
        self.url = parsed.render_as_string(hide_password=True)
        self.sqlite = parsed.get_backend_name() == "sqlite"
        self.path = _path(parsed) if self.sqlite else None
        if check and self.path is not None:
            _check_file(self.path, create)
        try:
            self.engine = sa.create_engine(parsed)
        except ImportError as error:
            raise LedgerError(
                f"Ledger {self.url} needs {error.name}, which is not installed. "
                "Install it with: pip install 'onrecord[postgresql]'"
            ) from error
        if self.sqlite:
            event.listen(self.engine, "connect", _prepare_sqlite)
            event.listen(self.engine, "begin", _begin_sqlite)
        self._held = threading.local()

    @contextmanager
    def read(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one state of the ledger throughout.

        Inside `write` it is the one that writes: it sees what was written so far.

        Raises:
            LedgerError: The database fails.
        """
        if (held := self._writing()) is not None:
            yield held
            return
        with self.told(), self.engine.connect() as connection:
            if not self.sqlite:
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """Give the one connection that may write; all is kept at the end, or nothing.

        Inside another `write` of the same thread it is the same connection, and the outer one's end counts.

        Raises:
            LedgerError: The database fails; nothing was written.
        """
        if (held := self._writing()) is not None:
            yield held
            return
        with self.told(), self.engine.connect() as connection:
            connection = connection.execution_options(**{_WRITING: True})
            with connection.begin():
                if not self.sqlite:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_MS}")
                    connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITERS)))
                self._held.connection = connection
                try:
                    yield connection
                finally:
                    self._held.connection = None

    def _writing(self) -> sa.Connection | None:
        """Return the connection by which this thread writes now."""
        held: sa.Connection | None = getattr(self._held, "connection", None)
        return held

    def free_readers(self) -> None:
        """Set a SQLite file so that readers never wait for the writer; it stays set in the file.

        SQLite refuses at once to change this while another has the file open for reading or writing, whatever
        `BUSY_MS` says; so the wait is here.

        Raises:
            LedgerError: It cannot be set, or others have kept the file busy too long.
        """
        until = time.monotonic() + BUSY_MS / 1000
        with self.told(), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            while True:
                try:
                    raw.execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.Error as error:
                    busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
                    if not busy or time.monotonic() > until:
                        raise LedgerError(_story(self.url, error)) from error
                time.sleep(0.02)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn a failure of the database inside the block into a `LedgerError`."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            raise LedgerError(_story(self.url, error.orig)) from error


def _parsed(url: str) -> sa.URL:
    try:
        parsed = sa.engine.make_url(url)
    except sa.exc.ArgumentError as error:
        raise LedgerError(
            f"{url!r} is not the URL of a ledger. Expected sqlite:///FILE or "
            "postgresql+psycopg://USER@HOST/DATABASE."
        ) from error
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise LedgerError(
            f"A ledger cannot live in {backend!r}. Expected sqlite:///FILE or "
            "postgresql+psycopg://USER@HOST/DATABASE."
        )
    return parsed


def _path(url: sa.URL) -> Path | None:
    if url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database).removeprefix("file:"))  # as in sqlite:///file:FILE?mode=ro&uri=true


@contextmanager
def looking_at(path: Path) -> Iterator[None]:
    """Turn a refusal of the file system inside the block into a `LedgerError`."""
    try:
        yield
    except OSError as error:
        raise LedgerError(
            f"Ledger {path} cannot be opened: {error.strerror}. Name another file with --ledger, or give "
            "yourself the right to read and write this one and its folder."
        ) from error


def _check_file(path: Path, create: bool) -> None:
    with looking_at(path):
        is_folder, is_there, has_folder = path.is_dir(), path.exists(), path.parent.is_dir()
    if is_folder:
        raise LedgerError(f"Ledger {path} is a folder. Name a file, as in sqlite:///{path}/onrecord.db.")
    if not is_there and not create:
        raise LedgerError(
            f"There is no ledger at {path}. Make one with onrecord add SOURCE, or name another with --ledger."
        )
    if not has_folder:
        raise LedgerError(f"Ledger {path} cannot be made: there is no folder {path.parent}. Make it first.")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin where `_begin_sqlite` says so
    connection.create_function("lower", 1, _lower, deterministic=True)  # SQLite's own knows ASCII alone
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")  # safe with WAL: a crash may lose the last, never break
    cursor.execute("PRAGMA cache_size = -65536")
    cursor.close()


def _lower(text: str | None) -> str | None:
    return None if text is None else text.lower()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes its lock at once: one that read first could not wait for another writer.
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


_SQLITE_STORIES = {
    "SQLITE_NOTADB": "is not a SQLite database. Name another file, or move this one away.",
    "SQLITE_CORRUPT": "is damaged. Restore it from a copy, or add the articles to a new ledger.",
    "SQLITE_READONLY": "may not be written to. Give yourself the right to write the file and its folder.",
    "SQLITE_CANTOPEN": "cannot be opened. See that its folder exists and that you may write in it.",
    "SQLITE_FULL": "does not fit on the disk. Make room and run the same command again; what is in stays in.",
    "SQLITE_IOERR": "cannot be read or written: the disk fails or is full. Make room or repair it, "
    "then run the same command again.",
    "SQLITE_BUSY": _BUSY,
    "SQLITE_PERM": "may not be opened. Give yourself the right to read and write the file.",
    "SQLITE_PROTOCOL": "cannot be locked. It may lie on a network drive: keep it on a local disk.",
}

_SIGNS = {'role "': "28000", 'database "': "3D000", "password authentication failed": "28P01"}
"""Words of PostgreSQL's refusals before a connection stands, which come without a code."""

_POSTGRESQL_STORIES = {
    "28P01": "refuses the password. Correct the URL.",
    "28000": "refuses this user. Correct the URL.",
    "3D000": "has no such database. Make it first with: createdb NAME",
    "42501": "does not let this user write. Grant it the right to create tables in the schema.",
    "53100": "has no room left on its disk. Make room and run the same command again.",
    "53300": "has no free connection. Close other programs that use it, then run the same command again.",
    "55P03": _BUSY,
    "25006": "may only be read. Name the primary server.",
}


def _story(url: str, error: BaseException | None) -> str:
    """Return what failed and what to do, for the error of a database driver."""
    name = str(getattr(error, "sqlite_errorname", "") or "")
    for start, story in _SQLITE_STORIES.items():
        if name.startswith(start):
            return f"Ledger {url} {story}"
    state = getattr(error, "sqlstate", None)
    words = " ".join(str(error).split())
    if state in _POSTGRESQL_STORIES:
        return f"Ledger {url} {_POSTGRESQL_STORIES[state]}"
    if type(error).__module__.startswith("psycopg") and state is None:
        for sign, code in _SIGNS.items():
            if sign in words:
                return f"Ledger {url} {_POSTGRESQL_STORIES[code]}"
        return f"Ledger {url} cannot be reached ({words}). See that the server runs and the URL is right."
    return f"Ledger {url} failed: {words}. Run onrecord doctor --ledger URL to look at it."
