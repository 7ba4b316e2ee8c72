"""Ledgers of older and newer versions of onrecord."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger import Ledger, look_at, migrations
from onrecord.ledger.connect import Store
from onrecord.ledger.tables import schema_version
from onrecord.records import DeedVector

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
def later_schema(monkeypatch):
    """Pretend that onrecord is two versions further on."""
    fourth = "CREATE INDEX claims_notes ON claims (note)"
    steps = migrations.MIGRATIONS | {
        3: lambda connection: connection.exec_driver_sql("ALTER TABLE claims ADD COLUMN note TEXT"),
        4: lambda connection: connection.exec_driver_sql(fourth),
    }
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "SCHEMA", 4)
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
    article, vector = make_article(), DeedVector("test", bytes([1, 255]))
    claim = make_claim(article)
    with Ledger.open(f"sqlite:///{first_ledger}", now=at) as ledger:
        run = ledger.writer.start_run("add", "0.1.0", at)
        ledger.writer.add_article(article, (claim,), run=run, at=at, vectors={claim.id: vector})
        assert ledger.reader.counts().claims == 1
        assert ledger.reader.vectors_of([claim.id]) == {claim.id: vector}
    assert versions_of(f"sqlite:///{first_ledger}") == [1, 2]


def test_steps_run_once_each_and_in_order(url, at, later, request):
    Ledger.open(url, now=at).close()
    request.getfixturevalue("later_schema")
    for _ in range(2):
        Ledger.open(url, now=later).close()
    assert versions_of(url) == [2, 3, 4]
    assert look_at(url).schema == 4


def test_a_step_that_fails_leaves_the_ledger_as_it_was(url, at, later, request):
    Ledger.open(url, now=at).close()
    steps = request.getfixturevalue("later_schema")
    steps[4] = lambda connection: connection.exec_driver_sql("CREATE INDEX broken ON nothing (note)")
    with pytest.raises(LedgerError, match="nothing"):
        Ledger.open(url, now=later)
    assert versions_of(url) == [2]
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
