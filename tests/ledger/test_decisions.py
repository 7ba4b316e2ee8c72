"""Decisions of people: kept, undone, carried over re-reading."""

import pytest

from onrecord.errors import LedgerError, RecordError
from onrecord.ledger import Ledger
from onrecord.records import Decision, DecisionKind, decide, from_json, to_json


@pytest.fixture
def claim(ledger, at, make_article, make_claim):
    article = make_article()
    claim = make_claim(article)
    run = ledger.writer.start_run("add", "0.1.0", at)
    ledger.writer.add_article(article, (claim,), run=run, at=at)
    ledger.writer.put_events((), at=at, settled=(claim.id,))
    return claim


def rejected(claim, author="ada"):
    reason = "the trucks were toys"
    moment = "2025-03-01T12:00:00+00:00"
    return decide(DecisionKind.REJECT, (claim.anchor,), author=author, reason=reason, made_at=moment)


def test_a_decision_comes_back_as_it_was_made_and_touches_its_claims(ledger, claim, at):
    assert ledger.writer.add_decision(rejected(claim), at)
    assert ledger.reader.decisions() == (rejected(claim),)
    assert [c.id for c, _ in ledger.reader.touched()] == [claim.id]


def test_the_same_decision_again_changes_nothing(ledger, claim, at, later):
    ledger.writer.add_decision(rejected(claim), at)
    assert not ledger.writer.add_decision(rejected(claim), later)
    assert len(ledger.reader.decisions()) == 1


def test_undoing_keeps_the_decision_and_who_undid_it(ledger, claim, at, later):
    ledger.writer.add_decision(rejected(claim), at)
    ledger.writer.put_events((), at=at, settled=(claim.id,))
    undone = ledger.writer.withdraw_decision(
        rejected(claim).id, author="ben", reason="they were not", at=later
    )
    assert ledger.reader.decisions() == ()
    assert ledger.reader.decisions(withdrawn=True) == (undone,)
    assert (undone.withdrawn_by, undone.withdrawn_reason) == ("ben", "they were not")
    assert [c.id for c, _ in ledger.reader.touched()] == [claim.id]
    with pytest.raises(LedgerError, match=r"was undone on 2025-03-02T12:00:00.* by ben"):
        ledger.writer.withdraw_decision(rejected(claim).id, author="ada", reason="again", at=later)


def test_undoing_what_was_never_decided_is_refused(ledger, at):
    with pytest.raises(LedgerError, match=r"There is no decision decision-0\. .* onrecord correct list$"):
        ledger.writer.withdraw_decision("decision-0", author="ada", reason="why not", at=at)


def test_a_decision_and_its_undoing_change_the_revision(ledger, claim, at, later):
    before = ledger.tallies.revision()
    ledger.writer.add_decision(rejected(claim), at)
    made = ledger.tallies.revision()
    ledger.writer.withdraw_decision(rejected(claim).id, author="ada", reason="again", at=later)
    assert len({before, made, ledger.tallies.revision()}) == 3


def test_a_decision_is_found_by_its_claim_after_it_was_read_again(
    ledger, claim, at, later, make_article, make_claim
):
    ledger.writer.add_decision(rejected(claim), at)
    newer = make_claim(make_article(), sources=())
    run = ledger.writer.start_run("add", "0.2.0", later)
    ledger.writer.add_article(make_article(), (newer,), run=run, at=later, again=True)
    (stands,) = ledger.reader.claims()
    assert stands.id != claim.id
    assert ledger.reader.decisions_about([stands.anchor]) == (rejected(claim),)


def test_decisions_of_one_ledger_are_the_same_in_another(ledger, claim, at, later, tmp_path):
    other_one = rejected(claim, author="cal")
    ledger.writer.add_decision(rejected(claim), at)
    ledger.writer.add_decision(other_one, at)
    ledger.writer.withdraw_decision(other_one.id, author="ben", reason="no", at=later)
    lines = [to_json(decision) for decision in ledger.reader.decisions(withdrawn=True)]
    with Ledger.open(f"sqlite:///{tmp_path}/other.db") as other:
        for _ in range(2):
            for line in lines:
                other.writer.add_decision(from_json(Decision, line), later)
        assert [to_json(d) for d in other.reader.decisions(withdrawn=True)] == lines


def test_a_fix_that_names_no_field_is_refused():
    with pytest.raises(RecordError, match="is fix, but its field is None"):
        decide(DecisionKind.FIX, ("anchor-1",), author="ada", reason="so", made_at="2025-03-01T12:00:00Z")
