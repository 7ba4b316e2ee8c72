"""MUC, B³ and CEAFe on examples worked out by hand."""

from itertools import permutations

import numpy as np
import pytest

from onrecord.evaluation.assignment import best_pairs
from onrecord.evaluation.linking_metrics import b_cubed, ceaf_e, conll, muc


def clusters(*groups):
    return {mention: number for number, group in enumerate(groups) for mention in group}


# The gold clusters 1-5, 6-7, 8-12 of Bagga & Baldwin 1998, figure 1; response 1 joins the last two.
GOLD = clusters("abcde", "fg", "hijkl")
JOINED = clusters("abcde", "fghijkl")
CROSSED = clusters("abcdehijkl", "fg")


def test_muc_counts_links():
    assert muc(GOLD, JOINED).precision == pytest.approx(9 / 10)
    assert muc(GOLD, JOINED).recall == 1
    assert muc(GOLD, CROSSED).precision == pytest.approx(9 / 10)


def test_b_cubed_tells_bad_merges_of_large_and_small_clusters_apart():
    assert b_cubed(GOLD, JOINED).precision == pytest.approx(16 / 21)
    assert b_cubed(GOLD, CROSSED).precision == pytest.approx(7 / 12)
    assert b_cubed(GOLD, JOINED).recall == 1


def test_ceaf_e_pairs_each_cluster_once():
    score = ceaf_e(GOLD, JOINED)
    best = 1 + 2 * 5 / (5 + 7)
    assert score.precision == pytest.approx(best / 2)
    assert score.recall == pytest.approx(best / 3)


def test_the_gold_itself_scores_full():
    scores = conll(GOLD, GOLD)
    assert scores["conll_f1"] == pytest.approx(1)


def test_singletons_score_nothing_in_muc():
    alone = clusters(*"abcdefghijkl")
    assert muc(GOLD, alone).f1 == 0
    assert b_cubed(GOLD, alone).precision == 1


@pytest.mark.parametrize("seed", range(5))
def test_no_other_pairing_is_worth_more(seed):
    worth = np.random.default_rng(seed).random((4, 5))
    rows, columns = best_pairs(worth)
    best = max(sum(worth[i, j] for i, j in enumerate(order)) for order in permutations(range(5), 4))
    assert worth[rows, columns].sum() == pytest.approx(best)
    assert len(set(rows)) == len(set(columns)) == 4


def test_more_rows_than_columns_leave_rows_out():
    rows, columns = best_pairs(np.array([[1.0], [3.0], [2.0]]))
    assert (rows, columns) == ([1], [0])
