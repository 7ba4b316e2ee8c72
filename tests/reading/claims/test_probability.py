from datetime import date

import pytest

from onrecord.reading.claims import probability
from onrecord.reading.claims.make import Draft, finish
from onrecord.reading.claims.probability import (
    Weights,
    claim_features,
    part_features,
    probability_of_part,
    with_probability,
)
from onrecord.reading.claims.signs import PARTS
from onrecord.reading.claims.tidy import likely
from onrecord.reading.layers import Layers
from onrecord.records import Article, ArticleRef, Claim, MadeBy, Party, PartyKind, Span, Stance

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
    parts = {"attribution": {"always": 1.0, "seen": 1.0}}
    found = Weights(claim=told | {"likely_attribution": 1.5}, by_rules=told, parts=parts)
    monkeypatch.setattr(probability, "_weights", lambda: found)


def drafts(*claims):
    """Return drafts that likely leaves, of an article that no encoder has read."""
    made = [Draft(claim, n) for n, claim in enumerate(claims)]
    return lambda least: likely(made, None, Layers(Article("a", TEXT)), least)


def test_a_probability_is_the_logistic_of_the_weights_of_what_a_claim_is_made_of(weights):
    assert with_probability(claim()).probability == 0.88
    assert with_probability(claim(kind=PartyKind.UNKNOWN)).probability == 0.5
    assert with_probability(claim(rules=("rule:named-event",))).probability == 0.73


def test_what_encoders_make_of_the_parts_counts_where_they_have_read(weights):
    doubted, seen = {"attribution": {"seen": -3.0}}, {"attribution": {"seen": 1.0}}
    assert probability_of_part("attribution", seen["attribution"]) == pytest.approx(0.881, abs=0.001)
    assert part_features(seen)["likely_attribution"] == pytest.approx(2 / 3)
    assert with_probability(claim(), seen).probability == 0.95
    assert with_probability(claim(), doubted).probability == 0.73


def test_a_part_that_was_never_calibrated_has_no_probability(weights):
    assert probability_of_part("deed", {"deed": 1.0}) is None


def test_without_calibration_a_probability_stays_empty(monkeypatch):
    monkeypatch.setattr(probability, "_weights", lambda: Weights({}, {}, {}))
    assert with_probability(claim()).probability is None
    assert len(drafts(claim())(0.9)) == 1


def test_claims_less_likely_than_asked_are_left_out(weights):
    left = drafts(claim(), claim(kind=PartyKind.UNKNOWN))(0.8)
    assert [d.attribution for d in left] == [0]


def test_the_probability_does_not_change_a_claims_id(weights):
    assert finish(with_probability(claim())).id == finish(claim()).id


def test_every_feature_lies_between_0_and_1():
    assert all(0 <= x <= 1 for x in claim_features(claim()).values())


def test_every_shipped_weight_is_of_a_feature():
    names = {*claim_features(claim()), "always"}
    weights = probability._weights()
    assert set(weights.by_rules) == names
    assert set(weights.claim) == names | {f"likely_{part}" for part in PARTS}
    assert set(weights.parts) == set(PARTS)
