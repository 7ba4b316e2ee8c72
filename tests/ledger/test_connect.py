"""Failures of the database: told with what to do, and nothing half written."""

import os
import re
import sqlite3
import subprocess
import threading
from contextlib import closing

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger import Added, Ledger, connect, folder_of, look_at


@pytest.fixture
def opened(sqlite_url, at):
    with Ledger.open(sqlite_url, now=at) as ledger:
        yield ledger


def add(ledger, article, claims, at):
    run = ledger.writer.start_run("add", "0.1.0", at)
    return ledger.writer.add_article(article, claims, run=run, at=at)


@pytest.mark.parametrize("url", ["nonsense", "sqlite:junk", "://"])
def test_what_is_no_url_is_refused(url):
    with pytest.raises(LedgerError, match=r"is not the URL of a ledger\. Expected sqlite:///FILE or"):
        Ledger.open(url)
    assert folder_of(url) is None


def test_another_kind_of_database_is_refused():
    with pytest.raises(LedgerError, match="cannot live in 'mysql'"):
        Ledger.open("mysql://user@host/name")


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, not a database. " * 40)
    with pytest.raises(LedgerError, match=r"notes\.txt is not a SQLite database\. Name another file"):
        Ledger.open(f"sqlite:///{path}")
    assert path.read_text().startswith("These are notes")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(LedgerError, match=r"is a folder\. Name a file, as in sqlite:///.*/onrecord\.db"):
        Ledger.open(f"sqlite:///{tmp_path}")


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(LedgerError, match="there is no folder"):
        Ledger.open(f"sqlite:///{tmp_path}/gone/onrecord.db")


@pytest.mark.parametrize("file", ["x" * 300, f"{'x' * 300}/onrecord.db"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path, file):
    url = f"sqlite:///{tmp_path}/{file}"
    for ask in (Ledger.open, look_at):
        with pytest.raises(LedgerError, match=r"cannot be opened: File name too long\. Name another"):
            ask(url)


def test_no_folder_holds_a_ledger_whose_folder_may_not_be_looked_at(tmp_path):
    assert folder_of(f"sqlite:///{tmp_path}/{'x' * 300}/onrecord.db") is None


def test_asking_a_ledger_that_is_not_there_makes_none(tmp_path):
    with pytest.raises(LedgerError, match=r"There is no ledger at .*Make one with onrecord add"):
        Ledger.open(f"sqlite:///{tmp_path}/onrecord.db", create=False)
    assert os.listdir(tmp_path) == []
    assert not look_at(f"sqlite:///{tmp_path}/onrecord.db").there


def test_a_damaged_ledger_says_so(opened, sqlite_url, make_article, make_claim, at):
    article = make_article(text="Arkania sent trucks. " * 2000)
    add(opened, article, (make_claim(article),), at)
    opened.close()
    path = sqlite_url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with open(path, "r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xff" * 4096 * 30)
    with pytest.raises(LedgerError, match="is damaged"):
        look_at(sqlite_url)


@pytest.mark.parametrize("pages", [0, 3])
def test_a_full_disk_is_told_and_the_article_can_be_added_again(opened, make_article, make_claim, at, pages):
    """SQLite's own limit on pages stands for the disk: it fails with the same code."""
    article = make_article(text="Arkania sent trucks. " * 3000)
    claims = (make_claim(article),)
    run = opened.writer.start_run("add", "0.1.0", at)
    with opened.reader._store.engine.connect() as connection:
        size = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {size + pages}")
    with pytest.raises(LedgerError, match=r"does not fit on the disk. Make room and run the same command"):
        opened.writer.add_article(article, claims, run=run, at=at)
    assert opened.reader.counts().articles == 0
    opened.close()  # a connection made anew has no limit
    assert opened.writer.add_article(article, claims, run=run, at=at).version == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a tiny disk needs root; run the tests as root")
def test_a_disk_that_is_really_full_is_told(tmp_path, make_article, make_claim, at):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("a tiny disk cannot be mounted here; run the tests where mount -t tmpfs is allowed")
    try:
        with Ledger.open(f"sqlite:///{disk}/onrecord.db", now=at) as ledger:
            article = make_article(text="Arkania sent trucks. " * 30_000)
            with pytest.raises(LedgerError, match=r"Make room"):
                add(ledger, article, (make_claim(article),), at)
            assert ledger.reader.counts().articles == 0
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_ledger_that_may_only_be_read_is_read_and_not_written(
    opened, sqlite_url, make_article, make_claim, at
):
    article = make_article()
    add(opened, article, (make_claim(article),), at)
    opened.close()
    with Ledger.open(f"{sqlite_url.replace('sqlite:///', 'sqlite:///file:')}?mode=ro&uri=true") as ledger:
        assert ledger.reader.counts().claims == 1
        with pytest.raises(LedgerError, match=r"may not be written to. Give yourself the right"):
            add(ledger, make_article("two"), (), at)


def test_waiting_too_long_for_another_writer_is_told(opened, sqlite_url, at, monkeypatch):
    monkeypatch.setattr(connect, "BUSY_MS", 50)
    with Ledger.open(sqlite_url) as second, opened.reader._store.write():
        with pytest.raises(LedgerError, match="is being written by another process"):
            second.writer.start_run("add", "0.1.0", at)
        assert second.reader.runs() == ()


@pytest.mark.postgresql
def test_waiting_too_long_for_another_writer_is_told_by_postgresql_too(postgresql_url, at, monkeypatch):
    monkeypatch.setattr(connect, "BUSY_MS", 50)
    with Ledger.open(postgresql_url, now=at) as first, Ledger.open(postgresql_url) as second:
        told = pytest.raises(LedgerError, match="is being written by another process")
        with first.reader._store.write(), told:
            second.writer.start_run("add", "0.1.0", at)
        assert second.reader.runs() == ()
        second.writer.start_run("add", "0.1.0", at)


def test_a_new_ledger_waits_for_whoever_reads_the_file(sqlite_url, at):
    reading = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), check_same_thread=False)
    reading.execute("CREATE TABLE other (a)")
    reading.execute("INSERT INTO other VALUES (1)")
    reading.commit()
    reading.execute("BEGIN")
    reading.execute("SELECT * FROM other").fetchall()
    done = threading.Timer(0.3, reading.close)
    done.start()
    with Ledger.open(sqlite_url, now=at) as ledger:
        assert not done.is_alive()
        assert ledger.reader.counts().claims == 0


def test_a_new_ledger_that_others_keep_busy_is_told(sqlite_url, at, monkeypatch):
    monkeypatch.setattr(connect, "BUSY_MS", 50)
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))) as writing:
        writing.execute("CREATE TABLE other (a)")
        writing.execute("BEGIN")
        writing.execute("SELECT * FROM other").fetchall()
        with pytest.raises(LedgerError, match="is being written by another process"):
            Ledger.open(sqlite_url, now=at)


def test_two_writers_at_once_wait_for_each_other(url, at, make_article, make_claim):
    added: list[Added] = []

    def work() -> None:
        with Ledger.open(url, now=at) as ledger:
            for number in range(8):
                article = make_article(f"n{number}")
                added.append(add(ledger, article, (make_claim(article),), at))

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.version or 0 for one in added) == [0] * 16 + [1] * 8
    with Ledger.open(url) as ledger:
        assert ledger.reader.counts().claims == 8
        assert len({run.id for run in ledger.reader.runs()}) == 24


@pytest.mark.postgresql
@pytest.mark.parametrize(
    ("change", "story"),
    [
        (("/ledger?", "/nowhere?"), "has no such database. Make it first with: createdb"),
        (("onrecord@", "stranger@"), "refuses this user. Correct the URL"),
        (("?host=", "?host=/nowhere"), ". See that the server runs and the URL is right."),
    ],
)
def test_a_server_that_cannot_be_used_is_told(postgresql_url, change, story):
    with pytest.raises(LedgerError, match=re.escape(story)):
        Ledger.open(postgresql_url.replace(*change))


@pytest.mark.postgresql
def test_a_password_is_never_told(postgresql_url):
    with pytest.raises(LedgerError) as told:
        Ledger.open("postgresql://ada:swordfish@127.0.0.1:1/ledger")
    assert "swordfish" not in str(told.value)
    assert "ada:***@127.0.0.1" in str(told.value)
