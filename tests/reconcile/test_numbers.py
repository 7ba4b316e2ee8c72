"""Why two numbers differ."""

from datetime import date

import pytest

from builders import claim, days, figure
from onrecord.reconcile.numbers import numbers_of
from onrecord.records import DifferenceReason as Why
from onrecord.records import Hedge, Scope, Stance

MON, TUE, FRI = date(2025, 3, 3), date(2025, 3, 4), date(2025, 3, 7)


def reasons(*claims):
    (series,) = numbers_of(claims)
    return [difference.reason for difference in series.differences]


def said(party, best, day=MON, article="one", when=None, **told):
    return claim(party, figures=(figure(best, "shell", **told),), day=day, article=article, when=when)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (said("CLD", 7), said("CLD", 12, TUE, "two"), Why.LATER_UPDATE),
        (said("CLD", 7), said("CLD", 7, TUE, "two"), Why.SAME_ORIGIN),
        (said("CLD", 12), said("DRI", 3, article="two", hedge=Hedge.UP_TO), Why.DISAGREEMENT),
        (said("CLD", 6000, hedge=Hedge.ABOUT), said("DRI", 6200, article="two"), Why.ROUNDING),
        (said("CLD", 6000, hedge=Hedge.ABOUT), said("DRI", 5500, article="two"), Why.DISAGREEMENT),
        (said("CLD", 6000), said("DRI", 5987, article="two"), Why.ROUNDING),
        (said("CLD", 6000), said("DRI", 5500, article="two"), Why.DISAGREEMENT),
        (said("CLD", 610), said("DRI", 600, article="two"), Why.DISAGREEMENT),
        (said("CLD", 10, hedge=Hedge.AT_LEAST), said("DRI", 12, article="two"), Why.ROUNDING),
        (said("CLD", 10, hedge=Hedge.AT_LEAST), said("DRI", 500, article="two"), Why.DISAGREEMENT),
        (
            said("CLD", 12, scope=Scope.INCIDENT),
            said("DRI", 31, article="two", scope=Scope.RUNNING_TOTAL),
            Why.RUNNING_TOTAL,
        ),
        (
            said("CLD", 12, population="civilians"),
            said("DRI", 4, article="two", population="soldiers"),
            Why.DIFFERENT_SCOPE,
        ),
        (
            said("CLD", 6000, when=days(MON)),
            said("DRI", 8000, article="two", when=days(MON, FRI)),
            Why.DIFFERENT_SCOPE,
        ),
    ],
)
def test_two_numbers_that_differ_get_their_reason(first, second, why):
    assert reasons(first, second) == [why]


def test_the_same_number_of_two_parties_needs_no_reason():
    assert reasons(said("CLD", 12), said("DRI", 12, article="two")) == []


def test_real_disagreements_come_first():
    made = (said("CLD", 7), said("CLD", 12, TUE, "two"), said("DRI", 3, TUE, "three"))
    assert reasons(*made) == [Why.DISAGREEMENT, Why.LATER_UPDATE]


def test_a_number_that_its_source_denies_is_not_its_own():
    made = claim("ARK", stance=Stance.DENIES, figures=(figure(7),))
    assert numbers_of([made]) == ()


def test_soldiers_and_troops_are_one_series_but_shells_another():
    made = claim("CLD", figures=(figure(7, "soldier"), figure(9, "troop"), figure(5, "shell")))
    assert sorted(series.unit for series in numbers_of([made])) == ["shell", "soldier"]


def test_a_copied_article_adds_no_number():
    made = (said("CLD", 7), said("CLD", 7, article="two"))
    (series,) = numbers_of(made, {"two": "one"})
    assert len(series.series) == 1
