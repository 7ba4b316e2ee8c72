import numpy as np

from onrecord.encoder.linking import CONTENT, LEFT, RIGHT, SOURCE, LinkingHead, cue_windows
from onrecord.encoder.tags import legal_moves


def head(width=2):
    return LinkingHead(
        place=np.zeros((LEFT + 1 + RIGHT, width), dtype=np.float32),
        weight=np.zeros((width, 9), dtype=np.float32),
        bias=np.zeros(9, dtype=np.float32),
        moves=legal_moves(2),
    )


def test_words_around_a_cue_are_cut_at_the_windows_ends():
    starts, sizes, places = cue_windows(np.array([[3, 4]]), np.array([10]))
    assert (starts.tolist(), sizes.tolist()) == ([0], [10])
    assert places[0, 3] == LEFT


def test_words_far_from_a_cue_are_not_looked_at():
    starts, sizes, places = cue_windows(np.array([[500, 502]]), np.array([1000]))
    assert starts.tolist() == [500 - LEFT]
    assert sizes.tolist() == [LEFT + 1 + RIGHT]
    assert places[0, [0, LEFT, -1]].tolist() == [0, LEFT, LEFT + RIGHT]


def test_each_cue_gets_the_source_on_its_own_side():
    made = head()
    made.place[:LEFT, 0] = 1  # a word before the cue
    made.weight[0, 4] = 5  # looks like a source of one word
    made.bias[4] = -7
    vectors = {name: np.zeros((6, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    vectors["word"][[0, 3], 0] = 1
    spans = made.link(vectors, np.array([[1, 2], [4, 5]]))
    assert spans[0] == [(0, 1, SOURCE)]
    assert (3, 4, SOURCE) in spans[1]


def test_what_a_cue_asks_for_scales_the_words():
    made = head()
    made.weight[1, 8] = 1
    vectors = {name: np.zeros((3, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    vectors["word"][2, 1] = 1
    vectors["scale"][0, 1] = 1
    scores, _, _ = made.scores(vectors, np.array([[0, 1]]))
    assert scores[0, :, 8].tolist() == [0, 0, 2]
    assert made.link(vectors, np.array([[0, 1]])) == [[(2, 3, CONTENT)]]


def test_a_cue_may_have_nothing_to_link():
    made = head()
    made.bias[0] = 1
    vectors = {name: np.zeros((3, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    assert made.link(vectors, np.array([[0, 1]])) == [[]]
