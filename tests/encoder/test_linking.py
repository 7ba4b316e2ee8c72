import numpy as np

from onrecord.encoder.linking import CONTENT, LEFT, RIGHT, SOURCE, LinkingHead, cue_windows
from onrecord.encoder.tags import legal_moves


def sources(linked):
    return [(start, end) for start, end, kind in linked.spans if kind == SOURCE]


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
    made.place[LEFT - 1, 0] = 1  # the word before the cue
    made.weight[0, 4] = 5  # looks like a source of one word
    made.bias[4] = -7
    vectors = {name: np.zeros((1, 6, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    vectors["word"][0, [0, 3], 0] = 1
    first, second = made.link(vectors, np.array([6]), np.array([0, 0]), np.array([[1, 2], [4, 5]]))
    assert sources(first) == [(0, 1)]
    assert sources(second) == [(3, 4)]


def test_what_a_cue_asks_for_scales_the_words():
    made = head()
    made.weight[1, 8] = 1
    vectors = {name: np.zeros((1, 3, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    vectors["word"][0, 2, 1] = 1
    vectors["scale"][0, 0, 1] = 1
    asked = (vectors, np.array([3]), np.array([0]), np.array([[0, 1]]))
    scores, _, _ = made.scores(*asked)
    assert scores[0, :, 8].tolist() == [0, 0, 2]
    assert made.link(*asked)[0].spans == ((2, 3, CONTENT),)


def test_a_cue_is_neither_its_own_source_nor_its_own_content():
    made = head()
    made.bias[[4, 8]] = 9
    vectors = {name: np.zeros((1, 3, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    (linked,) = made.link(vectors, np.array([3]), np.array([0]), np.array([[1, 2]]))
    assert all(end <= 1 or start >= 2 for start, end, _ in linked.spans)


def test_a_cue_that_is_all_there_is_has_nothing_to_link():
    vectors = {name: np.zeros((1, 1, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    (linked,) = head().link(vectors, np.array([1]), np.array([0]), np.array([[0, 1]]))
    assert linked.spans == ()


def test_cues_of_several_windows_are_linked_each_in_its_own():
    made = head()
    made.weight[0, 4] = 5
    made.weight[1, 8] = 5
    made.bias[0] = 1
    vectors = {name: np.zeros((2, 3, 2), dtype=np.float32) for name in ("word", "scale", "shift")}
    vectors["word"][0, 2, 0] = vectors["word"][1, 0, 0] = 1
    vectors["word"][:, 1, 1] = 1
    first, second = made.link(vectors, np.array([3, 3]), np.array([0, 1]), np.array([[0, 1], [2, 3]]))
    assert (sources(first), sources(second)) == ([(2, 3)], [(0, 1)])
