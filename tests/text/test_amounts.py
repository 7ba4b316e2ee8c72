import pytest

from onrecord.records import Hedge, NumberPoint
from onrecord.text.amounts import counted, hedged, plural


def point(low=None, best=None, high=None, hedge=Hedge.EXACT):
    return NumberPoint(party="NOR", claim="claim-1", hedge=hedge, low=low, best=best, high=high)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (point(best=6000.0, hedge=Hedge.ABOUT), "about 6,000"),
        (point(high=8000.0, hedge=Hedge.UP_TO), "up to 8,000"),
        (point(low=10000.0, high=12000.0, hedge=Hedge.BETWEEN), "10,000 to 12,000"),
        (point(low=1000.0, hedge=Hedge.THOUSANDS), "thousands"),
        (point(best=1.5), "1.5"),
    ],
)
def test_an_amount_is_told_with_its_hedge(told, words):
    assert hedged(told) == words


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("shell", "shells"),
        ("person", "people"),
        ("fisherman", "fishermen"),
        ("battery", "batteries"),
        ("missile battery", "missile batteries"),
        ("convoy", "convoys"),
        ("USD", "USD"),
        ("personnel", "personnel"),
        ("soldiers", "soldiers"),
        ("", ""),
    ],
)
def test_units_get_their_english_plural(unit, many):
    assert plural(unit) == many


def test_one_thing_stays_singular():
    assert counted("1", "shell") == "1 shell"
    assert counted("about 6,000", "shell") == "about 6,000 shells"
    assert counted("3", "") == "3"
