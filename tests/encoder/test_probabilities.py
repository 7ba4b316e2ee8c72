from itertools import pairwise, product

import numpy as np
import pytest

from onrecord.encoder.probabilities import Lattice, tagging_probability
from onrecord.encoder.tags import best_tags, legal_moves, spans_of_tags

COUNTS = np.array([3, 1, 2])


@pytest.fixture
def field():
    """Random scores and moves of three short sequences, with the weight of every tagging of each."""
    random = np.random.default_rng(3)
    moves = (legal_moves(1) + random.normal(size=(7, 7))).astype(np.float32)
    scores = (3 * random.normal(size=(3, 3, 5))).astype(np.float32)
    weights = []
    for row, count in enumerate(COUNTS):
        every = {}
        for tags in product(range(5), repeat=int(count)):
            steps = sum(moves[a, b] for a, b in pairwise([5, *tags, 6]))
            every[tags] = float(
                np.exp(steps + sum(scores[row, place, tag] for place, tag in enumerate(tags)))
            )
        weights.append(every)
    return scores, moves, weights


def test_tagging_probability_is_its_share_of_the_weight_of_all(field):
    scores, moves, weights = field
    tags = best_tags(scores, COUNTS, moves)
    found = tagging_probability(scores, tags, COUNTS, moves)
    for row, count in enumerate(COUNTS):
        wanted = weights[row][tuple(tags[row, :count])] / sum(weights[row].values())
        assert found[row] == pytest.approx(wanted, rel=1e-4)


@pytest.mark.parametrize("span", [(0, 1), (1, 2), (0, 2), (0, 3), (1, 3)])
def test_span_probability_is_the_share_of_taggings_that_have_it(field, span):
    scores, moves, weights = field
    lattice = Lattice.of(scores, COUNTS, moves)
    for row, count in enumerate(COUNTS):
        if span[1] > count:
            continue
        having = sum(
            weight for tags, weight in weights[row].items() if (*span, 0) in spans_of_tags(np.array(tags))
        )
        wanted = having / sum(weights[row].values())
        assert lattice.span_probability(row, *span, 0) == pytest.approx(wanted, rel=1e-3, abs=1e-9)


def test_long_sequences_neither_overflow_nor_vanish():
    scores = np.full((1, 2000, 5), -80, dtype=np.float32)
    scores[0, :, 0] = 80
    lattice = Lattice.of(scores, np.array([2000]), legal_moves(1))
    assert np.isfinite(lattice.total[0])
    assert lattice.span_probability(0, 5, 6, 0) == pytest.approx(0, abs=1e-12)
    tags = np.zeros((1, 2000), dtype=np.int64)
    assert tagging_probability(scores, tags, np.array([2000]), legal_moves(1))[0] == pytest.approx(1)
