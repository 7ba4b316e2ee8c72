import pytest

from onrecord.reading.claims.status import told_status
from onrecord.records import Stance, Status

H, P = Status.HAPPENED, Status.POSSIBLE


@pytest.mark.parametrize(
    ("stance", "told", "expected"),
    [
        (Stance.DEMANDS, (H, False), (Status.DEMANDED, False)),
        (Stance.PROMISES, (H, False), (Status.PLANNED, False)),
        (Stance.CONDEMNS, (H, False), (H, False)),
        (Stance.SAYS, (H, True), (H, True)),
    ],
)
def test_stance_makes_the_status_the_conventions_give_it(stance, told, expected):
    assert told_status(stance, *told, finite=False) == expected


def test_a_denied_event_is_told_in_positive_form():
    assert told_status(Stance.DENIES, H, True, finite=True) == (H, False)


def test_a_feared_noun_is_only_possible():
    assert told_status(Stance.FEARS, H, False, finite=False) == (P, False)


def test_what_is_told_as_done_stays_done_though_feared():
    assert told_status(Stance.FEARS, H, False, finite=True) == (H, False)


@pytest.mark.parametrize("stance", [Stance.FEARS, Stance.PREDICTS])
def test_what_is_told_for_a_day_that_is_over_is_not_only_possible(stance):
    assert told_status(stance, H, False, finite=False, past=True) == (H, False)


@pytest.mark.parametrize("stance", [Stance.DEMANDS, Stance.PROMISES, Stance.THREATENS, Stance.FEARS])
def test_what_is_done_whatever_is_asked_of_something_else_stays_done(stance):
    assert told_status(stance, H, False, finite=False, presupposed=True) == (H, False)


def test_a_threat_that_something_will_be_done_tells_of_a_plan():
    planned = Status.PLANNED, False
    assert told_status(Stance.THREATENS, *planned, finite=True, willed=True) == planned
    assert told_status(Stance.THREATENS, *planned, finite=True) == (P, False)
    told = told_status(Stance.THREATENS, Status.CONDITIONAL, False, finite=True, willed=True)
    assert told == (Status.CONDITIONAL, False)


def test_what_somebody_promises_to_ask_for_is_asked_for():
    assert told_status(Stance.PROMISES, Status.DEMANDED, False, finite=False) == (Status.DEMANDED, False)
