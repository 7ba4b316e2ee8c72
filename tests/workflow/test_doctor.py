"""The doctor: what is wrong is found, and nothing is changed by looking."""

import os

import pytest

from onrecord.ledger import Ledger, migrations
from onrecord.workflow import doctor
from onrecord.workflow.doctor import Verdict, examine


def found(name, *args, **options):
    (check,) = [check for check in examine(*args, **options) if check.name == name]
    return check


@pytest.fixture(autouse=True)
def parser_loads(monkeypatch):
    monkeypatch.setattr("onrecord.reading.parse.load_parser", lambda: None)


def test_every_part_is_looked_at(tmp_path):
    names = [check.name for check in examine(f"sqlite:///{tmp_path}/none.db")]
    assert set(names) == {
        "Python",
        "onrecord",
        "English parser",
        "encoder weights",
        "codebook",
        "gazetteer",
        "text search",
        "ledger",
        "disk",
        "PostgreSQL",
    }
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("has", "verdict"), [(True, Verdict.OK), (False, Verdict.WRONG)])
def test_a_sqlite_without_text_search_is_wrong(tmp_path, monkeypatch, has, verdict):
    monkeypatch.setattr(doctor, "sqlite_here", lambda: ("3.9", has))
    check = found("text search", f"sqlite:///{tmp_path}/none.db")
    assert check.verdict is verdict
    assert check.found.endswith(" with FTS5" if has else " without FTS5")


def test_a_ledger_is_told_with_its_schema_and_what_stands_in_it(url, at):
    Ledger.open(url, now=at).close()
    check = found("ledger", url)
    assert check.verdict is Verdict.OK
    assert f"schema {migrations.SCHEMA}" in check.found
    assert "0 articles, 0 claims" in check.found


def test_a_ledger_not_made_yet_is_no_fault(tmp_path):
    check = found("ledger", f"sqlite:///{tmp_path}/none.db")
    assert (check.verdict, check.todo) == (Verdict.NOTE, "Make one: onrecord add SOURCE")


def test_a_file_that_is_no_ledger_is_wrong(tmp_path):
    (tmp_path / "notes.txt").write_text("notes " * 200)
    check = found("ledger", f"sqlite:///{tmp_path}/notes.txt")
    assert check.verdict is Verdict.WRONG
    assert "is not a SQLite database" in check.found


def test_a_ledger_of_an_older_schema_is_a_note_and_of_a_newer_one_wrong(sqlite_url, at, monkeypatch):
    Ledger.open(sqlite_url, now=at).close()
    monkeypatch.setattr("onrecord.ledger.health.SCHEMA", 3)
    assert found("ledger", sqlite_url).verdict is Verdict.NOTE
    monkeypatch.setattr("onrecord.ledger.health.SCHEMA", 0)
    assert found("ledger", sqlite_url).verdict is Verdict.WRONG


def test_weights_that_are_not_the_listed_ones_are_wrong(tmp_path):
    (tmp_path / "small.onnx").write_bytes(b"not what is listed")
    listed = '[small.files."small.onnx"]\nsha256 = "00"\nbytes = 3\n'
    (tmp_path / "weights.toml").write_text(listed)
    (tmp_path / "NOTICE").write_text("Apache-2.0")
    check = found("encoder weights", "sqlite:///none.db", weights=tmp_path)
    assert check.verdict is Verdict.WRONG
    assert "small.onnx has SHA-256" in check.found


def test_missing_weights_are_wrong_and_the_way_without_them_is_told(tmp_path):
    check = found("encoder weights", "sqlite:///none.db", weights=tmp_path)
    assert check.verdict is Verdict.WRONG
    assert "--encoder none" in check.todo


def test_too_little_room_on_the_disk_is_wrong(tmp_path, monkeypatch):
    monkeypatch.setattr(doctor, "LEAST_ROOM", 10**18)
    check = found("disk", f"sqlite:///{tmp_path}/none.db")
    assert check.verdict is Verdict.WRONG
    assert str(tmp_path) in check.found


def test_a_parser_that_does_not_load_is_wrong(monkeypatch, tmp_path):
    def broken():
        raise OSError("config.cfg is missing")

    monkeypatch.setattr("onrecord.reading.parse.load_parser", broken)
    check = found("English parser", f"sqlite:///{tmp_path}/none.db")
    assert check.verdict is Verdict.WRONG
    assert "config.cfg is missing" in check.found
