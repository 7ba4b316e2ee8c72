"""Proving a ledger: whatever was altered in it is found."""

import json

import pytest
import sqlalchemy as sa

from onrecord.ledger import Ledger
from onrecord.ledger.tables import articles, claims
from onrecord.records import Inserted
from onrecord.workflow.verify import verify_ledger


@pytest.fixture
def proven(ledger, at, make_article, make_claim):
    article = make_article(text="Arkania sent trucks.\nOther news here\nMore followed.")
    article = make_article(text=article.text, inserted=(Inserted(21, 36, "Other news here", "headline"),))
    run = ledger.writer.start_run("add", "0.1.0", at)
    ledger.writer.add_article(article, (make_claim(article),), run=run, at=at)
    return ledger


def alter(ledger, table, change):
    """Change a stored payload behind the ledger's back."""
    with ledger.reader._store.write() as connection:
        payload = json.loads(connection.scalar(sa.select(table.c.payload)))
        change(payload)
        connection.execute(table.update().values(payload=json.dumps(payload)))


def test_a_ledger_nobody_altered_is_proven_whole(proven):
    proof = verify_ledger(proven)
    assert (proof.articles, proof.claims, proof.spans, proof.failures) == (1, 1, 3, ())


@pytest.mark.parametrize(
    ("table", "change", "path"),
    [
        (claims, lambda c: c["event"]["trigger"].update(text="lent"), "event.trigger"),
        (claims, lambda c: c["event"]["trigger"].update(start=9), "event.trigger"),
        (claims, lambda c: c["evidence"][0].update(end=9_999), "evidence[0]"),
        (claims, lambda c: c.update(evidence=[]), "evidence"),
        (claims, lambda c: c.update(id="claim-0"), "id"),
        (claims, lambda c: c["article"].update(sha256="0"), "article.sha256"),
        (articles, lambda a: a["inserted"][0].update(text="Other NEWS here"), "inserted[0]"),
        (articles, lambda a: a.update(sha256="0"), "sha256"),
    ],
)
def test_what_was_altered_is_found(proven, table, change, path):
    alter(proven, table, change)
    (failure,) = verify_ledger(proven).failures
    assert failure.path == path
    assert failure.where.startswith("article one version 1")
    assert failure.found != failure.expected


def test_an_altered_text_fails_every_span_behind_the_change(proven):
    alter(proven, articles, lambda a: a.update(text=a["text"].replace("Arkania", "Belmor")))
    paths = {failure.path for failure in verify_ledger(proven).failures}
    assert paths == {
        "inserted[0]",
        "sha256 of the row",
        "sha256",
        "article.sha256",
        "event.trigger",
        "evidence[0]",
    }


def test_what_is_no_json_any_more_is_found(proven):
    with proven.reader._store.write() as connection:
        connection.execute(claims.update().values(payload="{broken"))
    (failure,) = verify_ledger(proven).failures
    assert (failure.path, failure.expected) == ("payload", "the JSON of a claim")


def test_withdrawn_claims_and_superseded_versions_are_proven_too(proven, later, make_article):
    run = proven.writer.start_run("add", "0.1.0", later)
    proven.writer.add_article(make_article(text="A new text."), (), run=run, at=later)
    proof = verify_ledger(proven)
    assert (proof.articles, proof.claims) == (2, 1)


def test_an_empty_ledger_has_nothing_wrong(tmp_path):
    with Ledger.open(f"sqlite:///{tmp_path}/empty.db") as ledger:
        assert verify_ledger(ledger).failures == ()
