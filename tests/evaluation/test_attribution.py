import json

import pytest

from onrecord.evaluation.attribution import predict_all, score_attributions, to_lines
from onrecord.evaluation.polnear import AnnotatedText, MarkedAttribution

TEXT = "The mayor said that it rained all day."
GOLD = MarkedAttribution(((0, 9),), ((10, 14),), ((20, 37),))


def text_of(*annotations, name="a"):
    return AnnotatedText(name, TEXT, annotations)


def scores(found, *annotations):
    return score_attributions([text_of(*annotations)], [found]).scores


def test_what_people_marked_scores_a_hundred():
    result = scores([GOLD], (GOLD,))
    assert {value for name, value in result.items() if name.endswith("f1")} == {100}


def test_a_boundary_one_word_off_costs_the_exact_score_and_few_tokens():
    late = MarkedAttribution(GOLD.source, GOLD.cue, ((23, 37),))
    result = scores([late], (GOLD,))
    assert result["content_exact_f1"] == 0
    assert result["content_token_f1"] == pytest.approx(100 * 2 * 3 / (3 + 4))


def test_overlap_score_forgives_a_content_that_shares_four_fifths():
    late = MarkedAttribution(GOLD.source, GOLD.cue, ((23, 37),))
    later = MarkedAttribution(GOLD.source, GOLD.cue, ((30, 37),))
    assert scores([late], (GOLD,))["linked_overlap_f1"] == 100
    assert scores([later], (GOLD,))["linked_overlap_f1"] == 0
    assert scores([late], (GOLD,))["linked_exact_f1"] == 0


def test_spans_right_but_linked_to_another_cue_do_not_count_as_linked():
    other = MarkedAttribution((), ((15, 19),), ((30, 37),))
    swapped = [
        MarkedAttribution((), GOLD.cue, GOLD.content),
        MarkedAttribution(GOLD.source, other.cue, ((30, 37),)),
    ]
    result = scores(swapped, (GOLD, other))
    assert result["source_exact_f1"] == 100
    assert result["content_exact_f1"] == 100
    assert result["linked_exact_f1"] == 0
    assert result["linked_overlap_f1"] == 0


def test_a_source_shared_by_two_attributions_counts_once():
    second = MarkedAttribution(GOLD.source, ((15, 19),), ())
    missing_one = scores([GOLD, MarkedAttribution((), ((15, 19),), ())], (GOLD, second))
    assert missing_one["source_exact_f1"] == 100


def test_pieces_of_a_broken_content_count_one_by_one():
    gold = MarkedAttribution((), ((10, 14),), ((0, 9), (20, 37)))
    half = MarkedAttribution((), ((10, 14),), ((20, 37),))
    assert scores([half], (gold,))["content_exact_f1"] == pytest.approx(100 * 2 / 3)


def test_a_text_marked_by_two_people_weighs_as_much_as_one_marked_by_one():
    wrong = MarkedAttribution((), ((0, 3),), ())
    texts = [text_of((GOLD,), (wrong,)), text_of((GOLD,), name="b")]
    result = score_attributions(texts, [[GOLD], [GOLD]]).scores
    assert result["cue_exact_f1"] == pytest.approx(75)


def test_nothing_found_scores_nothing():
    assert scores([], (GOLD,))["linked_exact_f1"] == 0


def test_nothing_to_find_and_nothing_found_is_no_error():
    assert scores([], ())["linked_exact_f1"] == 100


def test_each_wanted_attribution_is_met_once():
    late = MarkedAttribution(GOLD.source, GOLD.cue, ((23, 37),))
    result = scores([GOLD, late], (GOLD,))
    assert result["linked_overlap_f1"] == pytest.approx(100 * 2 / 3)


def test_interval_holds_the_figure_and_widens_with_disagreeing_texts():
    texts = [text_of((GOLD,), name=str(n)) for n in range(8)]
    found = [[GOLD] if n % 2 else [] for n in range(8)]
    result = score_attributions(texts, found)
    assert result.n == 8
    low, high = result.scores["cue_exact_f1_low"], result.scores["cue_exact_f1_high"]
    assert low < result.scores["cue_exact_f1"] < high


def test_scores_are_the_same_every_time():
    texts = [text_of((GOLD,), name=str(n)) for n in range(5)]
    found = [[GOLD] if n % 2 else [] for n in range(5)]
    assert score_attributions(texts, found) == score_attributions(texts, found)


def test_predictions_name_the_text_file_and_its_ranges():
    texts = [text_of((GOLD,))]
    (line,) = to_lines(texts, predict_all(texts, lambda text: [GOLD] if text == TEXT else []))
    assert json.loads(line) == {
        "file": "a.txt",
        "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[20, 37]]}],
    }
