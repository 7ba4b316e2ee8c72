from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.encoder.tags import legal_moves, spans_of_tags
from onrecord.encoder.whole import best_whole_tags


def is_whole(spans):
    kinds = [kind for _, _, kind in spans]
    return kinds.count(0) <= 1 and 1 in kinds


@pytest.mark.parametrize("seed", range(20))
def test_best_path_is_the_best_of_all_whole_taggings(seed):
    random = np.random.default_rng(seed)
    moves = (legal_moves(2) + random.normal(size=(11, 11))).astype(np.float32)
    scores = random.normal(size=(1, 4, 9)).astype(np.float32)
    scores[0, :, 1:5] += 1  # many would-be sources
    found = best_whole_tags(scores, np.array([4]), moves)[0]

    def total(tags):
        steps = sum(moves[a, b] for a, b in pairwise([9, *tags, 10]))
        return steps + sum(scores[0, place, tag] for place, tag in enumerate(tags))

    legal = (tags for tags in product(range(9), repeat=4) if total(tags) > -5000)
    best = max((tags for tags in legal if is_whole(spans_of_tags(np.array(tags)))), key=total)
    assert found.tolist() == list(best)


def test_a_content_is_found_even_where_nothing_looks_like_one():
    scores = np.zeros((1, 3, 9), dtype=np.float32)
    scores[0, :, 0] = 9
    scores[0, 1, 8] = 5
    found = best_whole_tags(scores, np.array([3]), legal_moves(2))[0]
    assert spans_of_tags(found) == [(1, 2, 1)]


def test_of_two_sources_the_likelier_stays():
    scores = np.zeros((1, 3, 9), dtype=np.float32)
    scores[0, 0, 4], scores[0, 1, 8], scores[0, 2, 4] = 5, 9, 6
    found = best_whole_tags(scores, np.array([3]), legal_moves(2))[0]
    assert spans_of_tags(found) == [(1, 2, 1), (2, 3, 0)]
