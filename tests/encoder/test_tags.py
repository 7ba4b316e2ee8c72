from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.encoder.tags import ILLEGAL, best_tags, legal_moves, spans_of_tags, tags_of_spans


@pytest.mark.parametrize("spans", [[], [(0, 1, 0)], [(0, 3, 1)], [(0, 2, 0), (2, 3, 0), (4, 6, 1)]])
def test_spans_come_back_from_their_tags(spans):
    assert spans_of_tags(tags_of_spans(6, spans)) == spans


def test_only_taggings_whose_spans_all_end_are_legal():
    moves = legal_moves(2)
    spelled = set()
    for tagging in product(range(9), repeat=3):
        path = [9, *tagging, 10]
        if all(moves[a, b] == 0 for a, b in pairwise(path)):
            tags = np.array(tagging)
            assert tags_of_spans(3, spans_of_tags(tags)).tolist() == list(tagging)
            spelled.add(tagging)
    every = {(0, 0, 0), (1, 2, 3), (4, 4, 4), (5, 7, 8), (0, 1, 3)}
    assert every <= spelled
    assert (1, 0, 0) not in spelled
    assert (1, 7, 0) not in spelled


def test_best_tagging_is_the_one_a_search_of_all_finds():
    random = np.random.default_rng(1)
    moves = (legal_moves(2) + random.normal(size=(11, 11))).astype(np.float32)
    scores = random.normal(size=(5, 4, 9)).astype(np.float32)
    counts = np.array([4, 1, 3, 2, 4])
    found = best_tags(scores, counts, moves)
    for row, count in enumerate(counts):

        def total(tagging, row=row):
            path = [9, *tagging, 10]
            steps = sum(moves[a, b] for a, b in pairwise(path))
            return steps + sum(scores[row, place, tag] for place, tag in enumerate(tagging))

        best = max(product(range(9), repeat=int(count)), key=total)
        assert found[row, :count].tolist() == list(best)
        assert not found[row, count:].any()


def test_no_score_buys_an_illegal_tagging():
    scores = np.zeros((1, 2, 5), dtype=np.float32)
    scores[0, :, 1] = 100  # two beginnings without an end
    tags = best_tags(scores, np.array([2]), legal_moves(1))
    assert spans_of_tags(tags[0]) == [(0, 2, 0)]
    assert -100 * scores.shape[1] > ILLEGAL
