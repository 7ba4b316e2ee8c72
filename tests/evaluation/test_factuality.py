import pytest

from onrecord.evaluation.factuality import score_factuality


def test_commonest_value_is_the_baseline_and_untold_mentions_are_left_out():
    gold = [("CERTAIN", "POS", "FUTURE"), ("CERTAIN", "NEG", "NON_FUTURE"), (None, "POS", "NON_FUTURE")]
    found = [("CERTAIN", "POS", "FUTURE"), ("UNCERTAIN", "NEG", "NON_FUTURE"), ("CERTAIN", "POS", "FUTURE")]
    scores = score_factuality(gold, found)
    assert scores["mentions"] == 3
    assert scores["certainty_accuracy"] == 50.0
    assert scores["certainty_majority_accuracy"] == 100.0
    assert scores["polarity_macro_f1"] == 100.0
    assert scores["polarity_majority_macro_f1"] == pytest.approx(40.0)
    assert scores["time_accuracy"] == pytest.approx(200 / 3)
