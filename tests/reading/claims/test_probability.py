from datetime import date

import pytest

from onrecord.reading.claims import probability
from onrecord.reading.claims.make import Draft, finish
from onrecord.reading.claims.probability import claim_features, likely, with_probability
from onrecord.records import ArticleRef, Claim, MadeBy, Party, PartyKind, Span, Stance

TEXT = 'Norland denied it. "We sent nothing," a clerk said.'


def claim(name="Norland", kind=PartyKind.STATE, stance=Stance.DENIES, rules=("cue:denies.deny",)):
    span = Span.of(TEXT, 0, 7)
    return Claim(
        id="",
        anchor="anchor-1",
        article=ArticleRef("a", "0" * 64, published=date(2024, 11, 4)),
        stance=stance,
        sources=(Party(name, "NOR", kind, span=span),),
        cue=Span.of(TEXT, 8, 14),
        content=(),
        event=None,
        evidence=(Span.of(TEXT, 0, 18),),
        made_by=MadeBy("1", rules=rules),
    )


@pytest.fixture
def weights(monkeypatch):
    told = {"always": 0.0, "source_named": 2.0, "leans": -1.0}
    monkeypatch.setattr(probability, "_weights", lambda: told)


def test_a_probability_is_the_logistic_of_the_weights_of_what_a_claim_is_made_of(weights):
    assert with_probability(claim()).probability == 0.88
    assert with_probability(claim(kind=PartyKind.UNKNOWN)).probability == 0.5
    assert with_probability(claim(rules=("rule:named-event",))).probability == 0.73


def test_without_calibration_a_probability_stays_empty(monkeypatch):
    monkeypatch.setattr(probability, "_weights", dict)
    assert with_probability(claim()).probability is None
    assert len(likely([Draft(claim(), 0)], least=0.9)) == 1


def test_claims_less_likely_than_asked_are_left_out(weights):
    drafts = [Draft(claim(), 0), Draft(claim(kind=PartyKind.UNKNOWN), 1)]
    assert [d.attribution for d in likely(drafts, least=0.8)] == [0]


def test_the_probability_does_not_change_a_claims_id(weights):
    assert finish(with_probability(claim())).id == finish(claim()).id


def test_every_feature_lies_between_0_and_1():
    assert all(0 <= x <= 1 for x in claim_features(claim()).values())


def test_every_shipped_weight_is_of_a_feature():
    names = {*claim_features(claim()), "always"}
    assert set(probability._weights()) <= names
