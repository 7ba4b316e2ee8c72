"""Adding to a ledger."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa

from onrecord.ledger import Added, ClaimFilter, Ledger
from onrecord.records import Article, ArticleState, DeedVector, Party, PartyKind, Span, Stance


@pytest.fixture
def run(ledger, at):
    return ledger.writer.start_run("add", "0.1.0", at)


def test_claims_come_back_as_they_were_read(ledger, run, at, make_article, make_claim):
    article = make_article()
    claim = make_claim(article, said=date(2025, 2, 26))
    ledger.writer.add_article(article, (claim,), run=run, at=at)
    (stored,) = ledger.reader.claims()
    assert stored.made_by.run == run
    assert ledger.reader.article("one") == article
    assert (stored.id, stored.anchor, stored.event, stored.evidence, stored.said) == (
        claim.id,
        claim.anchor,
        claim.event,
        claim.evidence,
        claim.said,
    )


def test_same_article_twice_adds_nothing(ledger, run, at, later, make_article, make_claim):
    article = make_article()
    first = ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    second = ledger.writer.add_article(article, (make_claim(article),), run=run, at=later)
    assert (first.version, second) == (1, Added(None))
    assert ledger.reader.counts().claims == 1
    assert len(ledger.reader.versions("one")) == 1


def test_new_text_under_the_same_id_is_a_new_version_and_withdraws_the_old_claims(
    ledger, run, at, later, make_article, make_claim
):
    old, new = make_article(), make_article(text="Arkania sent nothing, the minister said.")
    ledger.writer.add_article(old, (make_claim(old),), run=run, at=at)
    added = ledger.writer.add_article(new, (make_claim(new),), run=run, at=later)
    assert added.version == 2
    assert added.withdrawn == (make_claim(old).id,)
    assert [c.article.sha256 for c in ledger.reader.claims()] == [new.sha256]
    assert [c.article.sha256 for c in ledger.reader.claims(ClaimFilter(as_of=at))] == [old.sha256]
    assert [a.text for a in ledger.reader.versions("one")] == [old.text, new.text]


def test_an_older_text_given_again_does_not_come_back(ledger, run, at, make_article, make_claim):
    old, new = make_article(), make_article(text="Arkania sent nothing, the minister said.")
    for article in (old, new):
        ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    for again in (False, True):
        assert ledger.writer.add_article(old, (make_claim(old),), run=run, at=at, again=again) == Added(None)
    assert ledger.reader.article("one").text == new.text


def test_reading_again_keeps_what_is_read_the_same_and_withdraws_the_rest(
    ledger, run, at, later, make_article, make_claim
):
    article = make_article()
    same, gone = make_claim(article), make_claim(article, "said", stance=Stance.DENIES)
    fresh = make_claim(article, "said", stance=Stance.CONFIRMS)
    ledger.writer.add_article(article, (same, gone), run=run, at=at)
    added = ledger.writer.add_article(article, (same, fresh), run=run, at=later, again=True)
    assert added == Added(1, (fresh.id,), (gone.id,))
    assert {c.id for c in ledger.reader.claims()} == {same.id, fresh.id}
    assert ledger.reader.claim(gone.id).stance is Stance.DENIES
    assert ledger.reader.claim(gone.anchor).stance is Stance.CONFIRMS


def test_reading_again_stores_what_an_id_does_not_tell_and_keeps_what_was_read_before(
    ledger, run, at, later, make_article, make_claim
):
    article = make_article()
    old = replace(make_claim(article), probability=0.4)
    newer = replace(old, probability=0.9, about="claim-1", made_by=replace(old.made_by, version="0.2.0"))
    seen, keys = DeedVector("eyes", bytes([1])), {old.id: ("ARK|BEL|AID",)}
    ledger.writer.add_article(article, (old,), run=run, at=at, keys=keys, vectors={old.id: seen})
    ledger.writer.put_events((), at=at, settled=(old.id,))

    def read_again():
        return ledger.writer.add_article(article, (newer,), run=run, at=later, again=True, keys=keys)

    assert read_again() == Added(1, (), ())
    (stored,) = ledger.reader.claims()
    assert (stored.probability, stored.about, stored.made_by.version) == (0.9, "claim-1", "0.2.0")
    assert [c.probability for c in ledger.reader.claims(ClaimFilter(as_of=at))] == [0.4]
    assert [(c.id, stands) for c, stands in ledger.reader.touched()] == [(old.id, True)]
    assert [c.probability for c in ledger.reader.claims_by_keys(keys[old.id])] == [0.9]
    assert ledger.reader.vectors_of([old.id]) == {}
    ledger.writer.put_events((), at=at, settled=(old.id,))
    read_again()
    assert ledger.reader.touched() == ()


def test_a_claim_withdrawn_and_read_again_stands_again(ledger, run, at, later, make_article, make_claim):
    article = make_article()
    claim = make_claim(article)
    for claims, moment in (((claim,), at), ((), later), ((claim,), later)):
        ledger.writer.add_article(article, claims, run=run, at=moment, again=True)
    assert [c.id for c in ledger.reader.claims()] == [claim.id]


def test_set_aside_article_is_kept_with_its_reason_and_gives_way_when_it_can_be_read(
    ledger, run, at, make_article, make_claim
):
    article = make_article()
    aside = Article(id="one", text=article.text, state=ArticleState.SET_ASIDE, reason="the reader died")
    ledger.writer.add_article(aside, (), run=run, at=at)
    assert [a.reason for a in ledger.reader.set_aside()] == ["the reader died"]
    assert not ledger.reader.knows(article)
    ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    assert list(ledger.reader.set_aside()) == []
    assert ledger.reader.counts().claims == 1


def test_failing_to_read_again_leaves_the_claims_that_stand(ledger, run, at, make_article, make_claim):
    article = make_article()
    ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    aside = Article(id="one", text=article.text, state=ArticleState.SET_ASIDE, reason="the reader died")
    assert ledger.writer.add_article(aside, (), run=run, at=at, again=True) == Added(None)
    assert ledger.reader.counts().claims == 1


def test_touched_claims_are_listed_until_they_are_settled(ledger, run, at, make_article, make_claim):
    article = make_article()
    claim = make_claim(article)
    ledger.writer.add_article(article, (claim,), run=run, at=at)
    ledger.writer.add_article(article, (), run=run, at=at, again=True)
    assert [(c.id, stands) for c, stands in ledger.reader.touched()] == [(claim.id, False)]
    ledger.writer.put_events((), at=at, settled=(claim.id,))
    assert ledger.reader.touched() == ()


def test_keys_find_standing_claims_only(ledger, run, at, make_article, make_claim):
    one, two = make_article("one"), make_article("two")
    for article in (one, two):
        claim = make_claim(article)
        keys = {claim.id: ("ARK|BEL|AID", f"only-{article.id}")}
        ledger.writer.add_article(article, (claim,), run=run, at=at, keys=keys)
    found = ledger.reader.claims_by_keys(["ARK|BEL|AID"])
    assert [c.article.id for c in found] == ["one", "two"]
    assert ledger.reader.keys_of([found[0].id]) == {found[0].id: ("ARK|BEL|AID", "only-one")}
    ledger.writer.set_claim_keys({found[0].id: ("moved",)})
    assert [c.article.id for c in ledger.reader.claims_by_keys(["ARK|BEL|AID"])] == ["two"]
    ledger.writer.add_article(one, (), run=run, at=at, again=True)
    assert ledger.reader.claims_by_keys(["moved"]) == ()


def test_a_claim_with_more_words_than_postgresql_indexes_is_kept_and_found_by_the_first_ones(
    ledger, run, at, make_article, make_claim
):
    article = make_article(text="sent " + " ".join(f"w{n:x}" for n in range(170_000)))
    claim = make_claim(article)
    claim = replace(claim, evidence=(Span.of(article.text, 0, len(article.text)),))
    ledger.writer.add_article(article, (claim,), run=run, at=at)
    assert [c.id for c in ledger.reader.claims(ClaimFilter(text="sent w1f w2f"))] == [claim.id]


def test_names_and_keys_longer_than_postgresql_indexes_are_kept_and_found(
    ledger, run, at, make_article, make_claim
):
    name = "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(3_000))
    party = Party(name, f"person:{name}", PartyKind.PERSON)
    article = make_article()
    claim = make_claim(article, sources=(party,))
    keys = (f"AID:pair:{name}:ARK:664", f"AID:pair:{name}:ARK:665", "AID:side:ARK:664")
    ledger.writer.add_article(article, (claim,), run=run, at=at, keys={claim.id: keys})
    ledger.writer.set_claim_keys({claim.id: keys})
    for asked in (name, party.id):
        assert [c.sources for c in ledger.reader.claims(ClaimFilter(party=asked))] == [(party,)]
    for key in keys:
        assert [c.id for c in ledger.reader.claims_by_keys([key])] == [claim.id]
    assert [one.claims for one in ledger.tallies.spoken(party.id)] == [1]


def test_the_vector_of_a_claim_is_given_back_until_it_is_read_otherwise(
    ledger, run, at, make_article, make_claim
):
    article = make_article()
    claim = make_claim(article)
    one, other = DeedVector("eyes", bytes([1, 255])), DeedVector("other eyes", bytes([7]))

    def read_again(**vectors):
        ledger.writer.add_article(article, (claim,), run=run, at=at, again=True, **vectors)
        touched = [c.id for c, _ in ledger.reader.touched()]
        ledger.writer.put_events((), at=at, settled=(claim.id,))
        return ledger.reader.vectors_of([claim.id, "claim-0"]), touched

    assert read_again(vectors={claim.id: one}) == ({claim.id: one}, [claim.id])
    assert read_again(vectors={claim.id: one}) == ({claim.id: one}, [])
    assert read_again(vectors={claim.id: other}) == ({claim.id: other}, [claim.id])
    assert read_again() == ({}, [claim.id])
    assert read_again() == ({}, [])


def test_what_is_touched_is_found_without_walking_through_all_claims(sqlite_url, at):
    asked = []
    with Ledger.open(sqlite_url, now=at) as ledger:
        engine = ledger.reader._store.engine
        sa.event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        ledger.reader.touched()
        (query,) = [one for one in asked if "touched" in one]
        with engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}").all()
    assert not [step for *_, step in plan if step.startswith("SCAN claims")]
