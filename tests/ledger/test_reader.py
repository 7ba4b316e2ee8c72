"""Asking a ledger."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger import ClaimFilter, Ledger
from onrecord.ledger.connect import Store
from onrecord.ledger.stop_words import STOP_WORDS
from onrecord.records import EventType, Party, PartyKind, Stance, Status

CEDRIA = Party("Cedria", "CED", PartyKind.STATE, country="CED")
SPOKESWOMAN = Party("Ana Ferrow", "person:ana-ferrow", PartyKind.PERSON, country="CED")


@pytest.fixture
def run(ledger, at):
    return ledger.writer.start_run("add", "0.1.0", at)


@pytest.fixture
def told(ledger, run, at, make_article, make_claim):
    """Three claims: aid said by Arkania, fighting denied by a spokeswoman, a demand without a day."""
    aid = make_article("aid", "Arkania sent trucks to Belmor, its minister said.", title=None)
    war = make_article(
        "war", "Troops did not fire at the café, Ferrow said.", outlet="Cedria Daily", title=None
    )
    ask = make_article("ask", "Cedria must open the border, Arkania said.", published=None, title="Border")
    all_told = [
        (aid, make_claim(aid, said=date(2025, 2, 26))),
        (
            war,
            make_claim(
                war,
                "fire",
                stance=Stance.DENIES,
                kind=EventType.ASSAULT,
                sources=(SPOKESWOMAN,),
                actors=(CEDRIA,),
                recipients=(),
            ),
        ),
        (
            ask,
            make_claim(
                ask, "open", stance=Stance.DEMANDS, status=Status.DEMANDED, kind=None, actors=(CEDRIA,)
            ),
        ),
    ]
    for article, claim in all_told:
        ledger.writer.add_article(article, (claim,), run=run, at=at)
    return ledger


@pytest.mark.parametrize(
    ("wanted", "articles"),
    [
        (ClaimFilter(), ["ask", "aid", "war"]),
        (ClaimFilter(newest_first=True), ["war", "aid", "ask"]),
        (ClaimFilter(party="ARK"), ["ask", "aid"]),
        (ClaimFilter(party="arkania"), ["ask", "aid"]),
        (ClaimFilter(party="CED"), ["ask", "war"]),
        (ClaimFilter(party="ced"), ["ask", "war"]),
        (ClaimFilter(party="Ana Ferrow"), ["war"]),
        (ClaimFilter(party="person:ana-ferrow"), ["war"]),
        (ClaimFilter(party="Ferro"), []),
        (ClaimFilter(source="CED"), ["war"]),
        (ClaimFilter(stance=Stance.DENIES), ["war"]),
        (ClaimFilter(type=EventType.AID), ["aid"]),
        (ClaimFilter(status=Status.DEMANDED), ["ask"]),
        (ClaimFilter(since=date(2025, 2, 27)), ["war"]),
        (ClaimFilter(until=date(2025, 2, 26)), ["aid"]),
        (ClaimFilter(outlet="cedria daily"), ["war"]),
        (ClaimFilter(article="ask"), ["ask"]),
        (ClaimFilter(party="CED", stance=Stance.DEMANDS), ["ask"]),
        (ClaimFilter(party="ARK", stance=Stance.DENIES), []),
        (ClaimFilter(text="truck"), ["aid"]),
        (ClaimFilter(text="borders"), ["ask"]),
        (ClaimFilter(text="CAFE"), ["war"]),
        (ClaimFilter(text='"sent trucks"'), ["aid"]),
        (ClaimFilter(text='"trucks sent"'), []),
        (ClaimFilter(text="minister trucks"), ["aid"]),
        (ClaimFilter(text="minister troops"), []),
        (ClaimFilter(text='") OR ('), []),
        (ClaimFilter(text="who sent the trucks"), ["aid"]),
        (ClaimFilter(text="not fire"), ["war"]),
        (ClaimFilter(text='"the border"'), ["ask"]),
        (ClaimFilter(text='"of trucks to"'), ["aid"]),
        (ClaimFilter(text="the-border"), ["ask"]),
        (ClaimFilter(text="to"), []),
        (ClaimFilter(text='"did not" its'), []),
        (ClaimFilter(text='"sent trucks" "to the"'), ["aid"]),
        (ClaimFilter(text="said ' ; -- *"), ["ask", "aid", "war"]),
    ],
    ids=lambda value: repr(value)[:60] if isinstance(value, ClaimFilter) else None,
)
def test_filter_finds_exactly_the_claims_it_describes(told, wanted, articles):
    assert [claim.article.id for claim in told.reader.claims(wanted)] == articles


@pytest.mark.postgresql
def test_the_words_not_searched_for_are_those_postgresql_leaves_out(postgresql_url):
    with Store(postgresql_url).read() as connection:
        lexemes = {word: _lexemes(connection, word) for word in (*STOP_WORDS, "who", "deal", "said")}
    assert [word for word, found in lexemes.items() if found] == ["deal", "said"]


def _lexemes(connection, word):
    return connection.scalar(sa.select(sa.func.to_tsvector("english", word)))


@pytest.mark.parametrize("asked", ["Élan", "élan", "ÉLAN"])
def test_an_outlet_is_found_without_regard_to_case_in_any_script(
    ledger, run, at, make_article, make_claim, asked
):
    for name, outlet in (("one", "Élan"), ("two", "Elan"), ("three", None)):
        article = make_article(name, outlet=outlet)
        ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    assert [c.article.id for c in ledger.reader.claims(ClaimFilter(outlet=asked))] == ["one"]


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("size", [1, 2, 7])
def test_pages_joined_are_the_whole_answer(ledger, run, at, make_article, make_claim, size, newest_first):
    for number in range(9):
        article = make_article(f"n{number}", published=date(2025, 2, 1) + timedelta(days=number // 3))
        ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    wanted = ClaimFilter(newest_first=newest_first, limit=size)
    found = []
    while True:
        page = ledger.reader.claims_page(wanted)
        found += [claim.article.id for claim in page.items]
        if page.next is None:
            break
        wanted = ClaimFilter(newest_first=newest_first, limit=size, after=page.next)
    newest = ["n6", "n7", "n8", "n3", "n4", "n5", "n0", "n1", "n2"]
    assert found == (newest if newest_first else sorted(newest))


def test_a_long_answer_is_read_whole_and_a_limit_is_kept(ledger, run, at, make_article, make_claim):
    article = make_article(text=" ".join(f"w{n:04}" for n in range(603)))
    claims = [make_claim(article, f"w{n:04}") for n in range(603)]
    ledger.writer.add_article(article, claims, run=run, at=at)
    assert [c.id for c in ledger.reader.claims()] == [c.id for c in claims]
    assert len(list(ledger.reader.claims(ClaimFilter(limit=577)))) == 577
    asked = [claims[5].id, "claim-unknown", claims[2].id]
    assert [c.id for c in ledger.reader.claims_by_ids(asked)] == [claims[5].id, claims[2].id]
    anchors = [c.anchor for c in claims]
    assert [c.anchor for c in ledger.reader.claims_by_anchors(anchors)] == anchors


def test_a_writer_may_write_while_a_long_answer_is_read(told, run, at, make_article, make_claim):
    asked = told.reader.claims()
    next(asked)
    article = make_article("late")
    told.writer.add_article(article, (make_claim(article),), run=run, at=at)
    assert len(list(asked)) >= 2


def test_mark_of_a_page_that_the_ledger_did_not_give_is_refused(ledger):
    with pytest.raises(LedgerError, match="'nonsense' is not the mark of a page"):
        ledger.reader.claims_page(ClaimFilter(after="nonsense"))


def test_counts_and_runs_tell_what_stands(told, run, at, later):
    counts = told.reader.counts()
    assert (counts.articles, counts.claims, counts.outlets, counts.set_aside, counts.events) == (
        3,
        3,
        2,
        0,
        0,
    )
    assert [(one.id, one.ended_at) for one in told.reader.runs()] == [(run, None)]
    told.writer.end_run(run, later)
    assert told.reader.runs()[0].ended_at == later


def test_two_ledgers_with_the_same_content_give_the_same_dump(told, tmp_path, at, later):
    with Ledger.open(f"sqlite:///{tmp_path}/second.db") as second:
        for n, article in enumerate([*told.reader.articles()][::-1]):
            run = second.writer.start_run("add", "0.1.0", later + timedelta(n))
            claims = tuple(told.reader.claims(ClaimFilter(article=article.id)))
            second.writer.add_article(article, claims, run=run, at=later)
        assert [*second.dump()] == [*told.dump()]
        second.writer.set_claim_keys({claims[0].id: ("one",)})
        assert [*second.dump()] != [*told.dump()]
