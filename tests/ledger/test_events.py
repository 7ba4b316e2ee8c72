"""Events: what stands, what stood, and where merged ones went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.ledger import ClaimFilter, EventFilter
from onrecord.records import Event, EventType, Stance, Standing, Status


def an_event(name, claims, **fields):
    told = {
        "type": EventType.AID,
        "actors": ("ARK",),
        "recipients": ("BEL",),
        "standing": Standing.SINGLE_ORIGIN,
        "standing_rule": "one origin",
        "status": Status.HAPPENED,
        "voices": (),
        "origins": 1,
        "numbers": (),
    }
    return Event(id=name, claims=tuple(claim.id for claim in claims), **(told | fields))


@pytest.fixture
def claims(ledger, at, make_article, make_claim):
    """Four claims in four articles, one a day from the first of February; the last is a denial."""
    run = ledger.writer.start_run("add", "0.1.0", at)
    found = []
    for number in range(4):
        article = make_article(f"n{number}", published=date(2025, 2, 1) + timedelta(number))
        stance = Stance.DENIES if number == 3 else Stance.SAYS
        found.append(make_claim(article, stance=stance))
        ledger.writer.add_article(article, (found[-1],), run=run, at=at)
    return found


def test_the_same_events_again_change_nothing(ledger, claims, at, later):
    events = [an_event("event-1", claims[:2]), an_event("event-2", claims[2:])]
    assert ledger.writer.put_events(events, at=at) == 2
    before = [*ledger.dump()]
    assert ledger.writer.put_events(events, at=later) == 0
    assert [*ledger.dump()] == before
    assert len(ledger.reader.event_versions("event-1")) == 1


def test_a_changed_event_keeps_what_it_was(ledger, claims, at, later):
    first = an_event("event-1", claims[:1])
    second = replace(an_event("event-1", claims[:2]), standing=Standing.CORROBORATED)
    ledger.writer.put_events([first], at=at)
    assert ledger.writer.put_events([second], at=later) == 1
    assert ledger.reader.event("event-1") == second
    assert ledger.reader.event("event-1", as_of=at) == first
    assert list(ledger.reader.events(EventFilter(as_of=at))) == [first]
    assert ledger.reader.event_versions("event-1") == ((at, first), (later, second))


def test_a_changed_reason_alone_is_a_change(ledger, claims, at, later):
    event = an_event("event-1", claims[:1])
    pair = ("event-1", claims[0].id)
    ledger.writer.put_events([event], at=at, because={pair: "same trigger"})
    assert ledger.reader.why("event-1", claims[0].id) == "same trigger"
    ledger.writer.put_events([event], at=later, because={pair: "same place"})
    assert ledger.reader.why("event-1", claims[0].anchor) == "same place"
    assert ledger.reader.why("event-1", claims[1].id) is None


def test_a_merged_event_is_found_under_every_id_it_had(ledger, claims, at, later):
    ledger.writer.put_events(
        [an_event("event-1", claims[:1]), an_event("event-2", claims[1:2]), an_event("event-3", claims[2:])],
        at=at,
    )
    two = replace(an_event("event-2", claims[:2]), replaces=("event-1",))
    ledger.writer.put_events([two], at=later, gone=("event-1",))
    three = replace(an_event("event-3", claims), replaces=("event-2",))
    ledger.writer.put_events([three], at=later, gone=("event-2",))
    assert [ledger.reader.event(f"event-{n}") for n in (1, 2, 3)] == [three] * 3
    assert ledger.reader.counts().events == 1


def test_two_events_that_replaced_each_other_do_not_go_round_for_ever(ledger, claims, at, later):
    one = replace(an_event("event-1", claims[:1]), replaces=("event-2",))
    two = replace(an_event("event-2", claims[:1]), replaces=("event-1",))
    ledger.writer.put_events([one], at=at)
    ledger.writer.put_events([two], at=later, gone=("event-1",))
    assert ledger.reader.event("event-1") == two
    ledger.writer.put_events([], at=later, gone=("event-2",))
    assert ledger.reader.event("event-1") is None
    assert ledger.reader.event("event-9") is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EventFilter(), ["event-2", "event-1"]),
        (EventFilter(newest_first=False), ["event-1", "event-2"]),
        (EventFilter(stance=Stance.DENIES), ["event-2"]),
        (EventFilter(standing=Standing.DISPUTED), ["event-2"]),
        (EventFilter(status=Status.PLANNED), []),
        (EventFilter(type=EventType.AID), ["event-2", "event-1"]),
        (EventFilter(party="ARK"), ["event-2", "event-1"]),
        (EventFilter(party="CED"), []),
        (EventFilter(since=date(2025, 2, 3)), ["event-2"]),
        (EventFilter(until=date(2025, 2, 2)), ["event-1"]),
        (EventFilter(text="n3"), ["event-2"]),
        (EventFilter(outlet="the harbour post", limit=1), ["event-2"]),
    ],
    ids=lambda value: repr(value)[:50] if isinstance(value, EventFilter) else None,
)
def test_filter_finds_exactly_the_events_it_describes(ledger, claims, at, wanted, found):
    disputed = replace(an_event("event-2", claims[2:]), standing=Standing.DISPUTED)
    ledger.writer.put_events([an_event("event-1", claims[:2]), disputed], at=at)
    assert [event.id for event in ledger.reader.events(wanted)] == found


def test_events_and_claims_lead_to_each_other(ledger, claims, at):
    events = [an_event("event-1", claims[:2]), an_event("event-2", claims[2:])]
    ledger.writer.put_events(events, at=at)
    assert [e.id for e in ledger.reader.events_of([claims[3].anchor])] == ["event-2"]
    assert [c.id for c in ledger.reader.claims(ClaimFilter(event="event-1"))] == [c.id for c in claims[:2]]
