"""Ledgers of older and newer versions of onrecord."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, look_at, migrations
from onrecord.ledger.connect import Store
from onrecord.ledger.tables import schema_version

FIRST = Path(__file__).with_name("schema_1.sql")


@pytest.fixture
def first_ledger(tmp_path):
    """Path of an empty ledger as the first version of onrecord made it."""
    path = tmp_path / "first.db"
    with sqlite3.connect(path) as raw:
        raw.executescript(FIRST.read_text(encoding="utf-8"))
    return path


def schema_of(path):
    with sqlite3.connect(path) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
        return sorted((kind, name, " ".join((sql or "").split())) for kind, name, sql in rows)


@pytest.fixture
def second_schema(monkeypatch):
    """Pretend that onrecord is two versions further on."""
    third = "CREATE INDEX claims_notes ON claims (note)"
    steps = {
        2: lambda connection: connection.exec_driver_sql("ALTER TABLE claims ADD COLUMN note TEXT"),
        3: lambda connection: connection.exec_driver_sql(third),
    }
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "SCHEMA", 3)
    return steps


def versions_of(url):
    store = Store(url)
    with store.read() as connection:
        found = list(
            connection.scalars(sa.select(schema_version.c.version).order_by(schema_version.c.version))
        )
    store.close()
    return found


def test_a_first_ledger_opened_now_has_the_tables_of_a_new_one(first_ledger, tmp_path, at):
    Ledger.open(f"sqlite:///{first_ledger}", now=at).close()
    Ledger.open(f"sqlite:///{tmp_path}/new.db", now=at).close()
    assert schema_of(first_ledger) == schema_of(tmp_path / "new.db")


def test_a_first_ledger_takes_an_article(first_ledger, at, make_article, make_claim):
    with Ledger.open(f"sqlite:///{first_ledger}", now=at) as ledger:
        run = ledger.writer.start_run("add", "0.1.0", at)
        ledger.writer.add_article(make_article(), (make_claim(make_article()),), run=run, at=at)
        assert ledger.reader.counts().claims == 1


def test_steps_run_once_each_and_in_order(url, at, later, request):
    Ledger.open(url, now=at).close()
    request.getfixturevalue("second_schema")
    for _ in range(2):
        Ledger.open(url, now=later).close()
    assert versions_of(url) == [1, 2, 3]
    assert look_at(url).schema == 3


def test_a_step_that_fails_leaves_the_ledger_as_it_was(url, at, later, request):
    Ledger.open(url, now=at).close()
    steps = request.getfixturevalue("second_schema")
    steps[3] = lambda connection: connection.exec_driver_sql("CREATE INDEX broken ON nothing (note)")
    with pytest.raises(LedgerError, match="nothing"):
        Ledger.open(url, now=later)
    assert versions_of(url) == [1]
    with Store(url).read() as connection:
        assert "note" not in {column["name"] for column in sa.inspect(connection).get_columns("claims")}


def test_a_ledger_of_a_newer_onrecord_is_refused(url, at, later):
    with Ledger.open(url, now=at):
        store = Store(url)
        with store.write() as connection:
            connection.execute(schema_version.insert().values(version=99, applied_at=later))
        store.close()
    with pytest.raises(LedgerError, match=r"has schema 99, written by a newer onrecord.*Upgrade onrecord"):
        Ledger.open(url)


def test_a_database_with_tables_of_another_program_is_refused(url):
    store = Store(url)
    with store.write() as connection:
        connection.exec_driver_sql("CREATE TABLE articles (id TEXT)")
    store.close()
    with pytest.raises(LedgerError, match="holds tables named articles that onrecord did not make"):
        Ledger.open(url)
    assert not look_at(url).there
