import pytest

from onrecord.records import Hedge
from onrecord.text.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high", "hedge", "unit"),
    [
        ("at least 14 died", "at least 14", 14, 14, None, Hedge.AT_LEAST, None),
        ("as many as 9,000", "as many as 9,000", None, 9000, 9000, Hedge.UP_TO, None),
        ("more than a dozen", "more than a dozen", 12, 12, None, Hedge.MORE_THAN, None),
        ("some 400 men", "some 400", None, 400, None, Hedge.ABOUT, None),
        ("between 8,000 and 10,000", "between 8,000 and 10,000", 8000, None, 10000, Hedge.BETWEEN, None),
        ("2 to 3 million", "2 to 3 million", 2e6, None, 3e6, Hedge.BETWEEN, None),
        ("US$1.5bn", "US$1.5bn", 1.5e9, 1.5e9, 1.5e9, Hedge.EXACT, "USD"),
        ("3 billion euros", "3 billion euros", 3e9, 3e9, 3e9, Hedge.EXACT, "EUR"),
        ("about 40 percent", "about 40 percent", None, 0.4, None, Hedge.ABOUT, "share"),
        ("$2.5 m in aid", "$2.5 m", 2.5e6, 2.5e6, 2.5e6, Hedge.EXACT, "USD"),
        ("20-30,000 men", "20-30,000", 20000, None, 30000, Hedge.BETWEEN, None),
        ("fell by a fifth", "a fifth", 0.2, 0.2, 0.2, Hedge.EXACT, "share"),
        ("a third of it", "a third", 1 / 3, 1 / 3, 1 / 3, Hedge.EXACT, "share"),
        ("tens of thousands", "tens of thousands", 20000, None, None, Hedge.TENS_OF_THOUSANDS, None),
        ("dozens", "dozens", 24, None, None, Hedge.DOZENS, None),
        ("50 or more", "50 or more", 50, 50, None, Hedge.AT_LEAST, None),
        ("20 or so", "20 or so", None, 20, None, Hedge.ABOUT, None),
    ],
)  # fmt: skip
def test_a_quantity_allows_what_its_words_allow(text, words, low, best, high, hedge, unit):
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == words
    assert found.low == pytest.approx(low) if low is not None else found.low is None
    assert found.best == pytest.approx(best) if best is not None else found.best is None
    assert found.high == pytest.approx(high) if high is not None else found.high is None
    assert (found.hedge, found.unit) == (hedge, unit)


def test_two_numbers_joined_by_and_are_no_range():
    assert [q.best for q in find_quantities("killed 3 and 4 were hurt")] == [3, 4]


def test_a_falling_range_is_no_range():
    assert all(q.hedge is not Hedge.BETWEEN for q in find_quantities("a 2-1 defeat"))


def test_a_sum_is_marked_as_one():
    (found,) = find_quantities("a total of 86 hostages")
    assert found.total


def test_one_more_of_a_row_is_no_share():
    assert find_quantities("acquitted of a third, which he denied") == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{'9' * 310} shells", []),
        (f"${'9' * 310}", []),
        (f"one in {'9' * 310} of them", []),
        (f"sent 10 to {'9' * 310} shells", [10]),
        (f"more than {'9' * 310}, and 5 trucks", [5]),
    ],
)
def test_a_number_too_large_to_hold_is_no_quantity(text, told):
    assert [quantity.best for quantity in find_quantities(text)] == told
