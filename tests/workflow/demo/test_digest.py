"""The demonstration's ledger replaces an older one of its own, and nothing else."""

import sqlite3
from datetime import UTC, datetime

import pytest

from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.records import Article
from onrecord.workflow.add import AddOptions
from onrecord.workflow.demo.digest import demo_digest
from onrecord.workflow.read import ReadingOptions

NOW = datetime(2025, 4, 1, tzinfo=UTC)


def demonstrate(path):
    return demo_digest(path, AddOptions(ReadingOptions(encoder="none")), clock=lambda: NOW)


def make_ledger(path, *names):
    with Ledger.open(f"sqlite:///{path}", now=NOW) as ledger:
        run = ledger.writer.start_run("add", "test", NOW)
        for name in names:
            ledger.writer.add_article(Article(id=name, text=name), (), run=run, at=NOW)


def test_a_ledger_with_an_article_of_ones_own_is_left_alone_whatever_its_name(tmp_path):
    path = tmp_path / "democracy.db"
    make_ledger(path, "shells-1", "my own")
    with pytest.raises(UsageError, match=r"democracy\.db is there already .* my own"):
        demonstrate(path)
    with Ledger.open(f"sqlite:///{path}", create=False) as ledger:
        assert ledger.reader.counts().articles == 2


def test_what_is_no_ledger_is_left_alone(tmp_path):
    notes, other = tmp_path / "demo.db", tmp_path / "demo2.db"
    notes.write_text("what I saw at the demo", encoding="utf-8")
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (word TEXT)")
    connection.close()
    before = notes.read_bytes(), other.read_bytes()
    for path in (notes, other):
        with pytest.raises(UsageError, match="no ledger"):
            demonstrate(path)
    assert (notes.read_bytes(), other.read_bytes()) == before


@pytest.mark.weights
def test_an_older_demonstration_is_replaced_whatever_its_name(tmp_path):
    path = tmp_path / "tour.db"
    make_ledger(path, "shells-1", "lima-1")
    assert demonstrate(path).report.added >= 20
