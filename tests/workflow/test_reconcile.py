"""Events of a ledger on both databases: the same in any order of arrival, whole or in bits, after an undo."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import article, claim, days, figure, ministry, person
from onrecord.errors import UsageError
from onrecord.ledger import EventFilter, Ledger
from onrecord.reading.reader import Reading
from onrecord.records import (
    Article,
    DecisionKind,
    DeedVector,
    Place,
    PlacePrecision,
    Stance,
    Standing,
    Status,
    decide,
    to_json,
    to_line,
)
from onrecord.workflow.add import AddOptions, add_articles
from onrecord.workflow.correct import correct, import_decisions, list_decisions, undo
from onrecord.workflow.events import ask_event, ask_events, ask_why
from onrecord.workflow.exchanges import ask_exchanges
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

NOW = datetime(2025, 4, 1, tzinfo=UTC)
QUAKE = {"actors": (), "recipients": (), "items": ()}
MADE = {
    "one": (
        claim("CLD", stance=Stance.ACCUSES, items=("ammunition",), article="one"),
        claim("ARK", stance=Stance.SILENT, items=(), actors=(), recipients=(), article="one", order=1),
    ),
    "two": (
        claim("DRI", stance=Stance.CONFIRMS, items=("ammunition",), article="two", day=date(2025, 3, 4)),
        claim(
            "ESO", stance=Stance.FEARS, status=Status.POSSIBLE, actors=("BMR",), recipients=("ARK",),
            items=("technology",), article="two", order=1,
        ),
        claim(kind=None, trigger="jolt", sentence="A jolt shook Lomar.", article="two", order=2, **QUAKE),
    ),
    "three": (
        claim("ARK", stance=Stance.DENIES, items=("ammunition",), article="three", day=date(2025, 3, 6)),
        claim(person("Ana Brod", "CLD"), items=("fuel",), article="three", order=1),
    ),
    "four": (
        claim("ESO", items=("ammunition",), article="four", figures=(figure(500, "shell"),)),
        claim(items=("ammunition",), article="four", day=date(2025, 5, 6), order=1),
        claim(kind=None, trigger="tremor", sentence="Lomar felt a tremor.", article="four", order=2, **QUAKE),
    ),
}  # fmt: skip


def stored(name):
    # The text is the article's name: what the builder makes digests and anchors of.
    return article(name, name, published=MADE[name][0].article.published)


def clock():
    return NOW


def add(ledger, name):
    run = ledger.writer.start_run("add", "test", NOW)
    claims = MADE[name]
    vectors = {one.id: DeedVector("eyes", bytes([90, len(name)])) for one in claims}
    ledger.writer.add_article(stored(name), claims, run=run, at=NOW, keys=keys_for(claims), vectors=vectors)


def snapshot(ledger):
    """Return everything of the events but which former ones they replace: that is how they came about."""
    found = {}
    for event in ledger.reader.events():
        plain = {name: getattr(event, name) for name in event.__slots__ if name != "replaces"}
        found[event.id] = (plain, tuple(ledger.reader.why(event.id, one) for one in event.claims))
    return found


def empty(url):
    """Take everything out of a database, so that one test can fill it several times."""
    there = sa.make_url(url)
    if there.get_backend_name() == "sqlite":
        for file in Path(there.database).parent.glob(Path(there.database).name + "*"):
            file.unlink()
        return
    engine = sa.create_engine(there, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


@pytest.fixture
def filled(url):
    with Ledger.open(url, now=NOW) as ledger:
        for name in MADE:
            add(ledger, name)
        reconcile_ledger(ledger, clock=clock)
        yield url, ledger


def the_event(ledger, name="one"):
    (event,) = ledger.reader.events_of([MADE[name][0].anchor])
    return event


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(list(MADE)), after_each=st.lists(st.booleans(), min_size=4, max_size=4))
def test_events_do_not_depend_on_the_order_of_arrival(url, order, after_each):
    found = []
    for names, each in ((list(MADE), [False] * 4), (order, after_each)):
        empty(url)
        with Ledger.open(url, now=NOW) as ledger:
            for name, now in zip(names, each, strict=True):
                add(ledger, name)
                if now:
                    reconcile_ledger(ledger, clock=clock)
            reconcile_ledger(ledger, clock=clock)
            found.append(snapshot(ledger))
    assert found[0] == found[1]


class Meanwhile:
    """A clock that, first asked, lets somebody else do something to the ledger, as far as he may."""

    def __init__(self, other):
        self._other = Thread(target=other)

    def __call__(self):
        if self._other.ident is None:
            self._other.start()
            self._other.join(timeout=1)
        return NOW

    def done(self):
        self._other.join()


def test_two_runs_that_reconcile_at_once_lose_nothing_of_each_other(url, tmp_path):
    def add_another():
        with Ledger.open(url, now=NOW) as other:
            add(other, "two")
            reconcile_ledger(other, clock=clock)

    with Ledger.open(url, now=NOW) as ledger:
        add(ledger, "one")
        reconcile_ledger(ledger, clock=clock)
        add(ledger, "three")
        meanwhile = Meanwhile(add_another)
        reconcile_ledger(ledger, clock=meanwhile)
        meanwhile.done()
        found = snapshot(ledger)
        assert ledger.reader.touched() == ()
    with Ledger.open(f"sqlite:///{tmp_path}/after.db", now=NOW) as ledger:
        for name in ("one", "two", "three"):
            add(ledger, name)
        reconcile_ledger(ledger, clock=clock)
        assert found == snapshot(ledger)


def test_a_decision_made_while_all_is_reconciled_is_heeded(filled):
    url, ledger = filled
    wrong = MADE["two"][0].id

    def reject():
        correct(url, DecisionKind.REJECT, [wrong], author="Ann", reason="misread", clock=clock)

    meanwhile = Meanwhile(reject)
    reconcile_ledger(ledger, clock=meanwhile, whole=True)
    meanwhile.done()
    assert wrong not in the_event(ledger).claims


def test_claims_of_one_deed_meet_and_stand_disputed(filled):
    _, ledger = filled
    event = the_event(ledger)
    assert event.standing is Standing.DISPUTED
    assert event.origins == 3
    assert {MADE[n][0].id for n in MADE} | {MADE["one"][1].id} == set(event.claims)


def test_doing_it_again_changes_nothing(filled):
    _, ledger = filled
    assert reconcile_ledger(ledger, clock=clock).changed == 0
    assert reconcile_ledger(ledger, clock=clock, whole=True).changed == 0


def test_a_withdrawn_claim_leaves_its_event(filled):
    _, ledger = filled
    run = ledger.writer.start_run("add", "test", NOW)
    ledger.writer.add_article(stored("three"), (), run=run, at=NOW, again=True)
    reconcile_ledger(ledger, clock=clock)
    event = the_event(ledger)
    assert MADE["three"][0].id not in event.claims
    assert event.standing is Standing.CONFIRMED


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (DecisionKind.REJECT, ("two",)),
        (DecisionKind.SPLIT, ("two",)),
        (DecisionKind.SPLIT, ("one", "two")),
    ],
)
def test_undoing_a_decision_brings_the_events_back(filled, kind, names):
    url, ledger = filled
    before = snapshot(ledger)
    ids = [MADE[name][0].id for name in names]
    decision = correct(url, kind, ids, author="Ann", reason="misread", clock=clock)
    assert snapshot(ledger) != before
    undo(url, decision.id, author="Ben", reason="it was right", clock=clock)
    assert snapshot(ledger) == before


def test_a_merge_makes_one_event_and_leads_the_old_id_to_it(filled):
    url, ledger = filled
    fuel = ledger.reader.events_of([MADE["three"][1].anchor])[0]
    correct(url, DecisionKind.MERGE, [the_event(ledger).id, fuel.id], author="Ann", reason="one", clock=clock)
    merged = the_event(ledger)
    assert MADE["three"][1].id in merged.claims
    assert ledger.reader.event(fuel.id) == merged


def test_a_fix_changes_what_is_compared(filled):
    url, ledger = filled
    fuel = MADE["three"][1]
    field, value = "event.items", '[{"kind": "ammunition", "span": {"start": 0, "end": 1, "text": "i"}}]'
    correct(url, DecisionKind.FIX, [fuel.id], author="A", reason="r", clock=clock, field=field, value=value)
    assert fuel.id in the_event(ledger).claims


@pytest.mark.parametrize("between", ["whole", "read again"])
def test_a_later_article_meets_a_fixed_claim_whatever_came_between(url, between):
    wrong = claim("CLD", items=("fuel",), actors=("DRI",), article="wrong")
    right = claim("ESO", items=("fuel",), article="right")

    def put(ledger, told, again=False):
        reader = SimpleNamespace(version="test", reading=lambda _article: Reading((told,), {}))
        text = article(told.article.id, told.article.id, published=told.article.published)
        add_articles(
            ledger, [text], AddOptions(again=again), clock=clock, make_reader=lambda _options: reader
        )

    with Ledger.open(url, now=NOW) as ledger:
        put(ledger, wrong)
        told = {"field": "event.actors", "value": json.dumps(to_json(right.event)["actors"])}
        correct(url, DecisionKind.FIX, [wrong.id], author="A", reason="r", clock=clock, **told)
        if between == "whole":
            reconcile_ledger(ledger, clock=clock, whole=True)
        else:
            put(ledger, replace(wrong, id="claim-newer"), again=True)
        put(ledger, right)
        assert [len(event.claims) for event in ledger.reader.events()] == [2]


def test_a_label_stays_when_the_event_is_made_anew(filled):
    url, ledger = filled
    event = the_event(ledger)
    told = {"field": "title", "value": '"Shells for Belmor"'}
    correct(url, DecisionKind.RELABEL, [event.id], author="A", reason="clearer", clock=clock, **told)
    reconcile_ledger(ledger, clock=clock, whole=True)
    assert the_event(ledger).title == "Shells for Belmor"


def test_a_decision_that_cannot_be_carried_out_is_refused_and_not_kept(filled):
    url, _ = filled
    told = {"field": "event.colour", "value": '"red"'}
    with pytest.raises(UsageError, match="no field"):
        correct(url, DecisionKind.FIX, [MADE["one"][0].id], author="A", reason="r", clock=clock, **told)
    assert list_decisions(url) == ()


def test_decisions_carried_to_another_ledger_do_the_same_there(filled, tmp_path):
    url, ledger = filled
    correct(url, DecisionKind.REJECT, [MADE["two"][0].id], author="A", reason="r", clock=clock)
    lines = [to_line(one) for one in list_decisions(url)]
    other = f"sqlite:///{tmp_path}/other.db"
    with Ledger.open(other, now=NOW) as second:
        for name in MADE:
            add(second, name)
        assert import_decisions(other, lines, clock) == 1
        assert import_decisions(other, lines, clock) == 0
        assert snapshot(second) == snapshot(ledger)


def line(kind, name="one", *, made_at="2025-04-01T00:00:00+00:00", withdrawn_at=None, **told):
    made = decide(kind, (MADE[name][0].anchor,), author="A", reason="r", made_at=made_at, **told)
    if withdrawn_at:
        made = replace(made, withdrawn_at=withdrawn_at, withdrawn_by="B", withdrawn_reason="no")
    return to_line(made)


@pytest.mark.parametrize(
    ("wrong", "story"),
    [
        (line(DecisionKind.FIX, field="event.colour", value='"red"'), "Line 2: .* no field"),
        (line(DecisionKind.FIX, field="id", value='"claim-0"'), "Line 2: .* cannot be fixed"),
        (line(DecisionKind.FIX, field="event.status", value="happened"), "Line 2 is no decision"),
        (line(DecisionKind.FIX, field="event.status", value='"maybe"'), "Line 2: .*maybe"),
        (line(DecisionKind.RELABEL, field="colour", value='"red"'), "Line 2: .*'colour' of an event"),
        (line(DecisionKind.SPLIT, made_at="yesterday"), "Line 2 is no decision: made_at is 'yesterday'"),
        (line(DecisionKind.SPLIT, made_at="2025-04-01T00:00:00"), "Line 2 is no decision: made_at is"),
        (line(DecisionKind.REJECT, withdrawn_at="later"), "Line 2 is no decision: withdrawn_at is 'later'"),
        ("{", "Line 2 is no decision"),
    ],
)
def test_import_adds_nothing_when_one_line_cannot_be_carried_out(filled, wrong, story):
    url, ledger = filled
    before = snapshot(ledger)
    with pytest.raises(UsageError, match=story):
        import_decisions(url, [line(DecisionKind.REJECT, "two"), wrong], clock)
    assert list_decisions(url, withdrawn=True) == ()
    assert snapshot(ledger) == before


def test_a_fix_that_a_newer_reading_leaves_no_place_for_is_passed_over_and_told(filled):
    url, ledger = filled
    held = Place("Lomr", PlacePrecision.COUNTRY)

    def read_again(**event):
        one, other = MADE["one"]
        newer = replace(one, id=f"{one.id}-{len(event)}", event=replace(one.event, **event))
        run = ledger.writer.start_run("add", "test", NOW)
        read = (newer, other)
        ledger.writer.add_article(stored("one"), read, run=run, at=NOW, again=True, keys=keys_for(read))
        return newer, reconcile_ledger(ledger, clock=clock)

    read, _ = read_again(place=held)
    told = {"field": "event.place.name", "value": '"Lomar"'}
    made = correct(url, DecisionKind.FIX, [read.id], author="A", reason="r", clock=clock, **told)
    read, report = read_again()
    assert read.id in the_event(ledger).claims
    assert list(report.unfit) == [made]
    assert "no field 'event.place.name'" in report.unfit[made]


def test_as_of_a_day_shows_what_its_papers_had(filled):
    url, ledger = filled
    event = the_event(ledger)
    then = ask_event(url, event.id, date(2025, 3, 4)).event
    assert then.standing is Standing.CONFIRMED
    assert MADE["three"][0].id not in then.claims
    with pytest.raises(UsageError, match="published by 2025-03-01"):
        ask_event(url, event.id, date(2025, 3, 1))
    assert list(ask_events(url, EventFilter(), date(2025, 3, 1))) == []


def test_as_of_a_day_leaves_apart_what_was_merged_only_later(filled):
    url, ledger = filled
    fuel = MADE["three"][1]
    correct(url, DecisionKind.MERGE, [the_event(ledger).id, fuel.id], author="A", reason="r", clock=clock)
    today = the_event(ledger)
    assert fuel.id in today.claims
    assert fuel.id not in ask_event(url, today.id, date(2025, 3, 31)).event.claims
    assert ask_event(url, fuel.id, date(2025, 3, 31)).event.claims == (fuel.id,)
    assert fuel.id in ask_event(url, today.id, date(2025, 4, 1)).event.claims


def test_as_of_a_day_does_not_know_what_a_later_article_joined(url):
    whens = {
        "first": (days(date(2025, 1, 5)), date(2025, 3, 3)),
        "second": (days(date(2025, 3, 20)), date(2025, 3, 21)),
        "joins": (days(date(2025, 1, 5), date(2025, 3, 20)), date(2025, 3, 25)),
    }
    made = {
        name: claim("CLD", items=("fuel",), article=name, when=when, day=day)
        for name, (when, day) in whens.items()
    }
    with Ledger.open(url, now=NOW) as ledger:
        run = ledger.writer.start_run("add", "test", NOW)
        for name, told in made.items():
            text = article(name, name, published=told.article.published)
            ledger.writer.add_article(text, (told,), run=run, at=NOW, keys=keys_for((told,)))
        reconcile_ledger(ledger, clock=clock)
    today = {e.claims for e in ask_events(url, EventFilter())}
    then = {e.claims for e in ask_events(url, EventFilter(), date(2025, 3, 22))}
    assert len(today) == 1
    assert then == {(made["first"].id,), (made["second"].id,)}


def test_as_of_a_day_shows_a_claim_that_was_rejected_only_later(filled):
    url, ledger = filled
    correct(url, DecisionKind.REJECT, [MADE["two"][0].id], author="Ann", reason="misread", clock=clock)
    then = ask_event(url, the_event(ledger).id, date(2025, 3, 31)).event
    assert MADE["two"][0].id in then.claims
    assert MADE["two"][0].id not in ask_event(url, then.id, date(2025, 4, 1)).event.claims


def test_as_of_the_last_day_is_what_stands(filled):
    url, ledger = filled
    assert {e.id: e for e in ask_events(url, EventFilter(), date(2026, 1, 1))} == {
        e.id: e for e in ledger.reader.events()
    }


def test_why_names_the_claim_and_the_reasons(filled):
    url, ledger = filled
    told = ask_why(url, the_event(ledger).id, MADE["two"][0].id)
    assert '"actors_match"' in told
    with pytest.raises(UsageError, match="is not in event-"):
        ask_why(url, the_event(ledger).id, MADE["two"][1].id)


def test_exchanges_lay_out_both_directions(filled):
    url, _ = filled
    found, _ = ask_exchanges(url, "ARK", "BMR")
    told = [(e.giver, e.receiver, e.item, e.stage) for e in found]
    assert ("ARK", "BMR", "ammunition", "delivered") in told
    assert ("BMR", "ARK", "technology", "feared") in told
    ammunition = next(e for e in found if e.item == "ammunition")
    assert ammunition.denies == ("ARK",)
    assert "ESO: 500 shells" in ammunition.quantities


def test_a_ministry_and_its_state_are_one_voice(tmp_path):
    made = (claim(ministry("CLD")), claim("CLD", order=1))
    with Ledger.open(f"sqlite:///{tmp_path}/l.db", now=NOW) as ledger:
        run = ledger.writer.start_run("add", "test", NOW)
        text = Article(id="one", text="one", published=date(2025, 3, 3))
        ledger.writer.add_article(text, made, run=run, at=NOW, keys=keys_for(made))
        reconcile_ledger(ledger, clock=clock)
        (event,) = ledger.reader.events()
    assert event.origins == 1
