import re

import pytest

from onrecord.text.numerals import CARDINAL, parse_cardinal, parse_ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10,000", 10_000),
        ("1.5 million", 1_500_000),
        ("7.2bn", 7_200_000_000),
        ("20m", 20_000_000),
        ("forty-one", 41),
        ("two hundred and five", 205),
        ("a hundred", 100),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a half million", 500_000),
        ("two and a half", 2.5),
        ("twelve hundred", 1_200),
        ("three hundred thousand", 300_000),
        ("one million two hundred thousand", 1_200_000),
        ("1 million", 1_000_000),
    ],
)
def test_a_number_in_any_writing_has_one_value(text, value):
    assert parse_cardinal(text) == pytest.approx(value)
    assert re.fullmatch(CARDINAL, text, re.IGNORECASE)


@pytest.mark.parametrize("text", ["soldiers", "", "a", "and"])
def test_words_that_are_no_number_have_no_value(text):
    assert parse_cardinal(text) is None


@pytest.mark.parametrize("text", ["9" * 310, "9" * 5000, f"{'9' * 308} million", "hundred " * 200])
def test_a_number_too_large_to_hold_has_no_value(text):
    assert parse_cardinal(text) is None


@pytest.mark.parametrize(("text", "value"), [("3rd", 3), ("third", 3), ("twenty-first", 21), ("40th", 40)])
def test_an_ordinal_has_its_rank(text, value):
    assert parse_ordinal(text) == value


@pytest.mark.parametrize("text", ["three", "forty-second-hand", "thirdly"])
def test_what_is_no_ordinal_has_no_rank(text):
    assert parse_ordinal(text) is None
