"""`events`, `who`, `numbers`, `exchanges`, `why`, `correct`, `reconcile`, `brief` on a small ledger."""

import json
from datetime import UTC, date, datetime

import pytest
from click.testing import CliRunner

from builders import article, claim, figure
from onrecord.cli.main import cli
from onrecord.errors import UsageError
from onrecord.ledger import Ledger
from onrecord.records import Hedge, Stance
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

NOW = datetime(2025, 4, 1, tzinfo=UTC)
SIGNED = ("--author", "Ann", "--reason", "looked at it")
CLAIMS = (
    claim("CLD", stance=Stance.ACCUSES, items=("ammunition",), figures=(figure(12, "shell"),), article="one"),
    claim(
        "DRI",
        items=("ammunition",),
        figures=(figure(3, "shell", hedge=Hedge.UP_TO),),
        article="two",
        day=date(2025, 3, 5),
    ),
    claim("ARK", stance=Stance.DENIES, items=("ammunition",), article="three", day=date(2025, 3, 6)),
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    with Ledger.open(f"sqlite:///{tmp_path}/onrecord.db", now=NOW) as ledger:
        number = ledger.writer.start_run("add", "test", NOW)
        for one in CLAIMS:
            text = article(one.article.id, one.article.id, published=one.article.published)
            ledger.writer.add_article(text, (one,), run=number, at=NOW, keys=keys_for([one]))
        reconcile_ledger(ledger, clock=lambda: NOW)
    return lambda *args, **options: CliRunner().invoke(cli, list(args), **options)


def text_of(done):
    assert done.exit_code == 0, done.output
    return " ".join(done.stdout.split())


def the_event(run):
    (line,) = run("events", "--json").stdout.splitlines()
    return json.loads(line)


def test_events_are_listed_with_standing_and_title(run):
    told = text_of(run("events"))
    assert "disputed" in told
    assert the_event(run)["title"] == "ARK gives ammunition to BMR"


def test_one_event_is_shown_in_full(run):
    told = text_of(run("events", the_event(run)["id"]))
    assert "an actor, a recipient or the government of the place denies it" in told
    assert "Not heard from: BMR" in told
    assert "standing: alleged" in told


def test_a_claim_leads_to_its_event(run):
    assert json.loads(run("events", CLAIMS[1].id, "--json").stdout)["id"] == the_event(run)["id"]


def test_as_of_answers_as_that_day_would_have(run):
    (line,) = run("events", "--as-of", "2025-03-03", "--json").stdout.splitlines()
    assert json.loads(line)["standing"] == "alleged"


def test_who_shows_voices_and_their_words(run):
    told = text_of(run("who", the_event(run)["id"]))
    assert "denies 2025-03-06" in told
    assert "Arkania sent troops to Belmor." in told


def test_numbers_that_disagree_say_so(run):
    assert "real disagreement" in text_of(run("numbers"))
    (line,) = run("numbers", "--json").stdout.splitlines()
    assert json.loads(line)["differences"][0]["reason"] == "disagreement"


def test_exchanges_say_who_denies(run):
    assert json.loads(run("exchanges", "ARK", "BMR", "--json").stdout)["denies"] == ["ARK"]
    assert "delivered" in text_of(run("exchanges", "ARK", "BMR"))
    assert "Nothing in the ledger passes between" in run("exchanges", "ARK", "DRI").stderr


def test_why_gives_reasons_in_words(run):
    told = text_of(run("why", the_event(run)["id"], CLAIMS[1].id))
    assert "the same actor" in told
    assert "one event with claim-" in told


def test_a_decision_is_made_listed_and_undone(run):
    done = run("correct", "reject", CLAIMS[2].id, *SIGNED)
    name = done.stdout.split(":")[0]
    assert the_event(run)["standing"] == "corroborated"
    assert "looked at it" in text_of(run("correct", "list"))
    assert run("correct", "undo", name, *SIGNED).exit_code == 0
    assert the_event(run)["standing"] == "disputed"
    assert text_of(run("correct", "list")) == ""
    exported = run("correct", "export").stdout
    assert text_of(run("correct", "import", input=exported)) == "0 decisions added."


def test_claims_are_listed_as_corrected(run):
    def listed():
        rows = map(json.loads, run("claims", "--json").stdout.splitlines())
        return {row["id"]: row["stance"] for row in rows}

    run("correct", "fix", CLAIMS[2].id, "stance", '"doubts"', *SIGNED)
    assert listed()[CLAIMS[2].id] == "doubts"
    run("correct", "reject", CLAIMS[0].id, *SIGNED)
    assert CLAIMS[0].id not in listed()


def test_decisions_are_taken_in_whatever_signs_their_reasons_hold(run):
    reason = "said\u2028on two\x85lines"
    run("correct", "reject", CLAIMS[2].id, "--author", "Ann", "--reason", reason)
    exported = run("correct", "export").stdout
    assert text_of(run("correct", "import", input=exported)) == "0 decisions added."


def test_decisions_that_are_not_utf_8_are_refused_with_a_story(run):
    done = run("correct", "import", input=b'{"reason": "caf\xe9"}')
    assert isinstance(done.exception, UsageError)
    assert "not UTF-8 at byte 15" in str(done.exception)


def test_a_decision_about_nothing_says_what_to_do(run):
    done = run("correct", "reject", "claim-none", *SIGNED)
    assert done.exit_code == 1
    assert "There is no claim claim-none" in str(done.exception)


def test_reconcile_changes_nothing_that_add_has_done(run):
    assert text_of(run("reconcile")) == "3 claims in 1 events; 0 rows changed."


def test_a_brief_tells_what_is_new_and_disputed(run):
    told = text_of(run("brief", "--since", "2025-03-01"))
    assert "## New" in told
    assert "## Disputed" in told
    assert CLAIMS[2].id in told
    assert "Nothing new is on record." in text_of(run("brief", "--since", "2025-03-20"))


def test_a_brief_as_a_page_escapes_and_draws(run):
    page = run("brief", "--since", "2025-03-01", "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "<svg" in page
    assert "http" not in page.split("<svg")[0]
