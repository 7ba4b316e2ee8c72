import pytest

from onrecord.evaluation.result import f1, with_intervals


@pytest.mark.parametrize(
    ("hits", "found", "wanted", "expected"),
    [(1, 1, 1, 100), (0, 3, 2, 0), (1, 2, 2, 50), (1.5, 2, 1, 100), (0, 0, 0, 100), (0, 0, 4, 0)],
)
def test_f1_is_the_share_of_right_ones_among_found_and_wanted(hits, found, wanted, expected):
    assert f1(hits, found, wanted) == pytest.approx(expected)


def test_interval_over_texts_that_agree_has_no_width():
    scores = with_intervals([1.0] * 5, lambda texts: {"mean": sum(texts) / len(texts)}, rounds=50)
    assert scores == {"mean": 1.0, "mean_low": 1.0, "mean_high": 1.0}


def test_interval_of_a_mean_covers_about_two_standard_errors():
    texts = [float(n % 2) for n in range(400)]
    scores = with_intervals(texts, lambda drawn: {"mean": sum(drawn) / len(drawn)})
    assert scores["mean_high"] - scores["mean_low"] == pytest.approx(2 * 1.96 * 0.5 / 20, rel=0.1)
