"""Adding articles: nothing twice, nothing lost, whatever happens on the way."""

import os
import random
import runpy
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from onrecord.intake import IntakeOptions, open_articles
from onrecord.ledger import Ledger
from onrecord.records import Article, ArticleState
from onrecord.workflow.add import AddOptions, add_articles

PROGRAM = Path(__file__).with_name("adding.py")
COUNT = 40


@pytest.fixture(scope="module")
def adding():
    return runpy.run_path(str(PROGRAM))


@pytest.fixture
def add(ledger, adding):
    def add_these(articles, **options):
        return add_articles(
            ledger,
            articles,
            AddOptions(**options),
            clock=adding["clock"],
            make_reader=adding["make_reader"],
        )

    return add_these


def start(url, workers=1):
    command = [sys.executable, PROGRAM, url, str(COUNT), str(workers)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def whole(adding, tmp_path):
    """What a ledger holds when nothing disturbs it."""
    with Ledger.open(f"sqlite:///{tmp_path}/whole.db") as ledger:
        options = AddOptions()
        articles = adding["articles"](COUNT)
        add_articles(ledger, articles, options, clock=adding["clock"], make_reader=adding["make_reader"])
        return [*ledger.dump()]


def test_what_is_added_is_told_and_the_second_time_nothing_is(ledger, add, adding):
    first = add(adding["articles"](12))
    assert (first.added, first.known, first.withdrawn) == (14, 2, 6)
    assert [article.reason for article in first.set_aside] == ["is not JSON."] * 2
    before = [*ledger.dump()]
    second = add(adding["articles"](12))
    assert (second.added, second.claims, second.withdrawn, second.known) == (0, 0, 0, 18)
    assert second.set_aside == first.set_aside
    assert [*ledger.dump()] == before


def test_an_article_that_cannot_be_read_is_set_aside_and_tried_again_next_time(ledger, add, adding):
    report = add([Article("one", "They sent it."), Article("bad", "fail"), Article("two", "They sent it.")])
    assert (report.added, report.claims) == (2, 2)
    (aside,) = ledger.reader.set_aside()
    assert (aside.id, aside.state) == ("bad", ArticleState.SET_ASIDE)
    assert aside.reason.startswith("reading failed at adding.py:")
    again = add([Article("bad", "fail")])
    assert [article.reason for article in again.set_aside] == [aside.reason]
    assert len(ledger.reader.versions("bad")) == 1


def test_an_article_from_the_future_is_one_version_each_morning_until_its_day_comes(ledger, add, tmp_path):
    source = tmp_path / "a.jsonl"
    source.write_text('{"id": "late", "text": "They sent it.", "published": "2025-03-04"}')
    for day in (1, 2, 3):
        report = add(open_articles([source], options=IntakeOptions(today=date(2025, 3, day))))
        assert [article.id for article in report.set_aside] == ["late"]
        assert len(ledger.reader.versions("late")) == 1
    report = add(open_articles([source], options=IntakeOptions(today=date(2025, 3, 4))))
    assert (report.added, report.claims, report.set_aside) == (1, 1, ())


def test_the_run_is_recorded_with_its_reader_and_its_end(ledger, add):
    report = add([Article("one", "They sent it.")])
    (run,) = ledger.reader.runs()
    assert (run.id, run.version, run.command) == (report.run, "0.1.0+small", "add")
    assert run.ended_at is not None
    assert [claim.made_by.run for claim in ledger.reader.claims()] == [run.id]


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment_and_started_again_it_ends_with_the_same_ledger(sqlite_url, whole, seed):
    chance = random.Random(seed)
    for _ in range(3):
        program = start(sqlite_url)
        for _ in range(chance.randrange(1, COUNT // 3)):
            program.stdout.readline()
        time.sleep(chance.random() * 0.004)
        program.send_signal(signal.SIGKILL)
        program.communicate()
    program = start(sqlite_url)
    assert program.communicate()[1] == ""
    with Ledger.open(sqlite_url) as ledger:
        assert [*ledger.dump()] == whole


def test_two_processes_give_the_same_ledger_as_one_and_go_when_the_one_that_began_is_killed(
    sqlite_url, whole
):
    program = start(sqlite_url, workers=2)
    for _ in range(5):
        program.stdout.readline()
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
    workers = children.read_text().split() if children.exists() else []
    program.kill()
    program.communicate()
    program = start(sqlite_url, workers=2)
    assert program.communicate()[1] == ""
    with Ledger.open(sqlite_url) as ledger:
        assert [*ledger.dump()] == whole
    wait_until_gone(workers)


def wait_until_gone(processes):
    for _ in range(100):
        if not any(os.path.exists(f"/proc/{one}") for one in processes):
            return
        time.sleep(0.1)
    pytest.fail(f"processes {processes} outlived the one that started them")
