from itertools import pairwise

import numpy as np
import pytest

from onrecord.encoder.windows import CLS, SEP, cut_windows, make_batch
from onrecord.encoder.words import Words

LOWER, CAPITAL, MARK = 0, 1, 5


def words_of(lines, lengths=None):
    """Words from lines of "case" strings: a word a letter, 'a' lower, 'A' capital, '.' a mark."""
    letters = [(letter, place == 0) for line in lines for place, letter in enumerate(line)]
    sizes = lengths or [1] * len(letters)
    case = {"a": LOWER, "A": CAPITAL, ".": MARK}
    return Words(
        pieces=np.arange(1000, 1000 + sum(sizes)),
        first_piece=np.cumsum([0, *sizes]),
        starts=np.arange(len(letters)),
        ends=np.arange(len(letters)) + 1,
        features=np.array([case[x] * 6 + (0 if x == "." else 2 if new else 1) * 2 for x, new in letters]),
        new_line=np.array([new for _, new in letters]),
    )


def test_a_window_takes_as_many_whole_lines_as_fit():
    assert cut_windows(words_of(["aaa", "aaa", "aaa"]), 9) == ((0, 6), (6, 9))


def test_windows_leave_no_word_out_and_none_twice():
    words = words_of(["a" * 7, "aaaa.Aaaa.Aaaa.", "a", "aaaaaa"], None)
    windows = cut_windows(words, 8)
    assert windows[0][0] == 0
    assert windows[-1][1] == len(words)
    assert all(left[1] == right[0] for left, right in pairwise(windows))


def test_a_line_too_long_is_cut_after_a_sentence():
    assert cut_windows(words_of(["aaa.Aaa.Aaa"]), 8)[0] == (0, 4)


def test_a_sentence_too_long_is_cut_where_the_window_is_full():
    assert cut_windows(words_of(["a" * 10]), 8) == ((0, 6), (6, 10))


def test_a_word_of_more_wordpieces_than_a_window_still_gets_one():
    assert cut_windows(words_of(["aaa"], [1, 20, 1]), 8) == ((0, 1), (1, 2), (2, 3))


def test_first_window_can_be_made_smaller_to_move_the_cuts():
    assert cut_windows(words_of(["aa", "aa", "aa"]), 6, 4) == ((0, 2), (2, 6))


def test_no_words_make_no_window():
    assert cut_windows(words_of([]), 8) == ()


def test_batch_opens_closes_and_pads_each_window():
    words = words_of(["aa", "A"], [2, 1, 1])
    batch = make_batch([words, words], [(0, 2), (2, 3)])
    assert batch.pieces.tolist() == [[CLS, 1000, 1001, 1002, SEP], [CLS, 1003, SEP, 0, 0]]
    assert batch.word_pieces.tolist() == [[1, 3], [1, 0]]
    assert batch.word_counts.tolist() == [2, 1]


def test_batch_gives_every_wordpiece_its_words_feature_plus_one():
    words = words_of(["aA"], [2, 1])
    features = make_batch([words], [(0, 2)]).features.tolist()
    assert features == [[0, words.features[0] + 1, words.features[0] + 1, words.features[1] + 1, 0]]


@pytest.mark.parametrize("size", [5, 12])
def test_batch_can_be_padded_to_a_given_size(size):
    assert make_batch([words_of(["aaa"])], [(0, 3)], size).pieces.shape == (1, size)
