"""`onrecord add`, `claims`, `verify`: exit codes, what is printed where, and what it tells of bad input."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.ledger import Ledger
from onrecord.records import Article, ArticleState


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    return lambda *args, **options: CliRunner().invoke(cli, list(args), **options)


@pytest.fixture
def ledger(tmp_path, at, make_article, make_claim):
    """A ledger in the default place, with one article read and one set aside."""
    with Ledger.open(f"sqlite:///{tmp_path}/onrecord.db", now=at) as opened:
        number = opened.writer.start_run("add", "0.1.0", at)
        article = make_article()
        opened.writer.add_article(article, (make_claim(article),), run=number, at=at)
        aside = Article("zwei", "Ein Text.", state=ArticleState.SET_ASIDE, reason="is in German.")
        opened.writer.add_article(aside, (), run=number, at=at)
    return tmp_path / "onrecord.db"


def test_claims_are_printed_as_a_table_with_their_words(run, ledger):
    done = run("claims", "--party", "ark", "--since", "2025-02-01")
    assert done.exit_code == 0
    assert "Arkania" in done.stdout
    assert "the minister said" in " ".join(done.stdout.split())


def test_claims_as_json_are_one_record_a_line(run, ledger):
    done = run("claims", "--json")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["schema"] == "onrecord.claim/1"


def test_no_claim_that_fits_is_said_and_not_just_nothing(run, ledger):
    done = run("claims", "--party", "Cedria")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "No claim in the ledger fits all of that." in done.stderr


def test_set_aside_articles_are_listed_with_their_reason(run, ledger):
    done = run("claims", "--set-aside")
    assert (done.exit_code, done.stdout) == (0, "zwei: is in German.\n")


@pytest.mark.parametrize(
    ("args", "story"),
    [
        (("claims", "--stance", "shouts"), "'shouts' is not one of"),
        (("claims", "--since", "yesterday"), "does not match the format '%Y-%m-%d'"),
        (("claims", "--since", "2025-02-02", "--until", "2025-02-01"), "lies before --since"),
        (("claims", "--limit", "0"), "0 is not in the range x>=1"),
        (("add",), "Missing argument 'SOURCE...'"),
        (("add", "x.txt", "--workers", "0"), "0 is not in the range"),
    ],
)
def test_wrong_usage_is_exit_code_2(run, ledger, args, story):
    done = run(*args)
    assert done.exit_code == 2
    assert story in done.stderr


def test_the_ledger_is_the_one_typed_else_the_one_of_the_settings(run, ledger, monkeypatch):
    ledger.rename(ledger.with_name("other.db"))
    assert "zwei" in run("claims", "--set-aside", "--ledger", "other.db").stdout
    monkeypatch.setenv("ONRECORD_LEDGER", "sqlite:///other.db")
    assert "zwei" in run("claims", "--set-aside").stdout


def test_verify_tells_what_was_altered_and_fails(run, ledger):
    good = run("verify")
    assert (good.exit_code, good.stdout.split(":")[-1]) == (0, " none wrong.\n")
    with sqlite3.connect(ledger) as raw:
        raw.execute("UPDATE claims SET payload = replace(payload, '\"sent\"', '\"lent\"')")
    bad = run("verify")
    assert bad.exit_code == 1
    assert "event.trigger: found 'lent' at 8..12, expected 'sent'" in bad.stdout


@pytest.mark.parametrize("command", ["add", "read"])
def test_help_tells_every_kind_of_source(run, command):
    told = run(command, "--help").stdout
    for kind in (".txt", ".html", ".jsonl", ".warc", ".gz", "folder", "https", "standard input"):
        assert kind in told


@pytest.mark.weights
def test_add_keeps_what_it_reads_and_exits_with_3_when_something_was_set_aside(run, tmp_path):
    lines = [
        '{"id": "one", "text": "Arkania sent ten trucks to Belmor on Monday, the ministry said.", '
        '"published": "2025-02-27", "outlet": "The Harbour Post"}',
        "{broken",
    ]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    for times, added in enumerate((1, 0)):
        done = run("add", "two.jsonl", "--encoder", "none", "--json")
        assert done.exit_code == 3, done.stderr
        told = json.loads(done.stdout)
        assert (told["added"], len(told["set_aside"])) == (added, 1), times
        assert "set aside: two.jsonl:2" in done.stderr
    assert run("claims", "--json").stdout.count("\n") >= 1
    assert run("verify").exit_code == 0


def test_adding_a_source_that_is_not_there_is_told(run):
    done = run("add", "gone.txt", "--encoder", "none")
    assert done.exit_code != 0
    assert "gone.txt is not there" in str(done.exception)
