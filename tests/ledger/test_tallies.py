"""Counts over a ledger are those of what stands in it, on both databases."""

import pytest

from onrecord.ledger import ClaimFilter, EventFilter
from onrecord.records import DecisionKind, Event, EventType, Side, Stance, Standing, Status, Voice, decide


@pytest.fixture
def make_event():
    def make(*claims):
        told = claims[0].event
        return Event(
            id=f"event-{claims[0].id}",
            type=told.type,
            actors=tuple(p.id for p in told.actors),
            recipients=tuple(p.id for p in told.recipients),
            standing=Standing.SINGLE_ORIGIN,
            standing_rule="test",
            status=Status.HAPPENED,
            voices=tuple(Voice(c.sources[0].id, Side.ACTOR, c.stance, None, (c.id,)) for c in claims),
            origins=1,
            numbers=(),
            claims=tuple(c.id for c in claims),
        )

    return make


def filled(ledger, make_article, make_claim, make_event, at):
    """Add two articles, the second denying, and one event of both claims; return the claims."""
    run = ledger.writer.start_run("add", "0.1.0", at)
    one, two = make_article("one"), make_article("another", outlet="Daily")
    said, denied = make_claim(one), make_claim(two, stance=Stance.DENIES)
    ledger.writer.add_article(one, (said,), run=run, at=at)
    ledger.writer.add_article(two, (denied,), run=run, at=at)
    ledger.writer.put_events([make_event(said, denied)], at=at)
    return said, denied


def test_claims_are_counted_by_stance_and_outlet(ledger, make_article, make_claim, make_event, at):
    filled(ledger, make_article, make_claim, make_event, at)
    counts = ledger.tallies.claims_by(ClaimFilter(type=EventType.AID))
    assert set(counts) == {("says", "The Harbour Post", 1), ("denies", "Daily", 1)}
    assert ledger.tallies.claims_by(ClaimFilter(outlet="daily")) == (("denies", "Daily", 1),)


def test_events_are_counted_by_standing_type_and_status(ledger, make_article, make_claim, make_event, at):
    filled(ledger, make_article, make_claim, make_event, at)
    ((_, kind, _, count),) = ledger.tallies.events_by(EventFilter())
    assert (kind, count) == ("AID", 1)
    assert ledger.tallies.events_by(EventFilter(type=EventType.ASSAULT)) == ()


def test_a_party_is_counted_once_a_claim_and_withdrawn_claims_not_at_all(
    ledger, make_article, make_claim, make_event, at, later
):
    said, _ = filled(ledger, make_article, make_claim, make_event, at)
    actor = said.event.actors[0].id
    assert dict(ledger.tallies.parties(ClaimFilter()))[actor] == 2
    run = ledger.writer.start_run("add", "0.1.0", later)
    newer = make_article("one", text="Nobody sent anything.")
    ledger.writer.add_article(newer, (), run=run, at=later)
    assert dict(ledger.tallies.parties(ClaimFilter()))[actor] == 1
    assert dict(ledger.tallies.parties(ClaimFilter(type=EventType.AID)))[actor] == 1


def test_pairs_tell_who_does_what_to_whom(ledger, make_article, make_claim, make_event, at):
    said, _ = filled(ledger, make_article, make_claim, make_event, at)
    (pair,) = ledger.tallies.pairs(ClaimFilter())
    told = said.event
    assert (pair.actor, pair.recipient, pair.type, pair.claims) == (
        told.actors[0].id,
        told.recipients[0].id,
        "AID",
        2,
    )
    assert ledger.tallies.pairs(ClaimFilter(stance=Stance.DENIES))[0].claims == 1


def test_what_changed_since_a_moment_comes_with_its_state_then(
    ledger, make_article, make_claim, make_event, at, later
):
    said, denied = filled(ledger, make_article, make_claim, make_event, at)
    assert ledger.tallies.changed(at) == ()
    ledger.writer.put_events([make_event(said)], at=later)
    (found,) = ledger.tallies.changed(at)
    assert found.at == later
    assert found.event.claims == (said.id,)
    assert found.before is not None
    assert found.before.claims == (said.id, denied.id)


def test_the_revision_changes_with_the_ledger_and_not_by_asking(
    ledger, make_article, make_claim, make_event, at
):
    empty = ledger.tallies.revision()
    filled(ledger, make_article, make_claim, make_event, at)
    full = ledger.tallies.revision()
    assert empty != full == ledger.tallies.revision()


def test_the_revision_changes_with_a_decision_its_undoing_and_with_what_is_only_withdrawn(
    ledger, make_article, make_claim, make_event, at, later
):
    said, denied = filled(ledger, make_article, make_claim, make_event, at)
    run = ledger.writer.start_run("add", "0.1.0", later)
    seen = [ledger.tallies.revision()]
    made = decide(DecisionKind.REJECT, (said.anchor,), author="ada", reason="no", made_at=at.isoformat())
    for change in (
        lambda: ledger.writer.add_decision(made, at),
        lambda: ledger.writer.withdraw_decision(made.id, author="ben", reason="yes", at=later),
        lambda: ledger.writer.put_events((), at=later, gone=[make_event(said, denied).id]),
        lambda: ledger.writer.add_article(make_article("one"), (), run=run, at=later, again=True),
    ):
        change()
        seen.append(ledger.tallies.revision())
    assert len(set(seen)) == len(seen)


def test_copies_hold_the_same_text_and_an_article_is_no_copy_of_itself(ledger, make_article, at):
    run = ledger.writer.start_run("add", "0.1.0", at)
    for name in ("one", "two", "three"):
        text = "The same words." if name != "three" else "Other words."
        ledger.writer.add_article(make_article(name, text=text), (), run=run, at=at)
    assert ledger.tallies.copies_of("one") == ("two",)
    assert ledger.tallies.copies_of("three") == ()


def test_a_party_is_told_by_part_and_stance_with_its_days(ledger, make_article, make_claim, make_event, at):
    said, _ = filled(ledger, make_article, make_claim, make_event, at)
    found = {(s.part, s.stance): s for s in ledger.tallies.spoken(said.sources[0].id)}
    assert found["source", "denies"].claims == 1
    assert found["source", "says"].first == found["source", "says"].last is not None


def test_similar_events_share_type_and_party_and_leave_out_the_event_itself(
    ledger, make_article, make_claim, make_event, at
):
    said, denied = filled(ledger, make_article, make_claim, make_event, at)
    ledger.writer.put_events([make_event(said), make_event(denied)], at=at)
    first = ledger.reader.events_of([said.anchor])[0]
    alike = ledger.tallies.events_alike(first)
    assert first.id not in {event.id for event in alike}
    assert {event.type for event in alike} <= {EventType.AID}
