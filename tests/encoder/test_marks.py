import numpy as np
import pytest

from onrecord.encoder.marks import SIZE, SOURCE, TARGET, TRIGGER, mark, stack
from onrecord.encoder.words import load_tokenizer

PIECES = ["[PAD]", "[unused0]", "[CLS]", "[SEP]", "[UNK]", "chad", "fed", "libya", "un", "##fed", "."]
MARK = 1


@pytest.fixture
def tokenizer(tmp_path):
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(PIECES), encoding="utf-8")
    return load_tokenizer(vocabulary)


def test_each_stretch_stands_between_marks_of_its_role(tokenizer):
    pieces, roles = mark("Chad fed Libya.", ((SOURCE, ((0, 4),)), (TARGET, ((9, 14),))), tokenizer)
    assert pieces == [101, MARK, 5, MARK, 6, MARK, 7, MARK, 10, 102]
    assert roles == [0, SOURCE + 3, SOURCE, SOURCE + 3, 0, TARGET + 3, TARGET, TARGET + 3, 0, 0]


def test_a_word_that_is_touched_is_marked_whole(tokenizer):
    pieces, roles = mark("unfed", ((TRIGGER, ((0, 2),)),), tokenizer)
    assert pieces == [101, MARK, 8, 9, MARK, 102]
    assert roles == [0, TRIGGER + 3, TRIGGER, TRIGGER, TRIGGER + 3, 0]


def test_a_stretch_of_several_ranges_is_marked_in_each(tokenizer):
    pieces, _ = mark("Chad fed Libya", ((SOURCE, ((0, 4), (9, 14))),), tokenizer)
    assert pieces.count(MARK) == 4


def test_of_two_stretches_that_share_a_word_the_first_keeps_it(tokenizer):
    _, roles = mark("Chad fed", ((SOURCE, ((0, 4),)), (TARGET, ((0, 8),))), tokenizer)
    assert roles.count(SOURCE) == 1
    assert roles.count(TARGET) == 1


def test_nothing_marked_leaves_the_sentence_as_it_is(tokenizer):
    assert mark("Chad fed", ((SOURCE, ()),), tokenizer) == ([101, 5, 6, 102], [0, 0, 0, 0])


def test_a_long_sentence_is_cut_around_what_is_marked(tokenizer):
    sentence = "chad " * 300 + "fed " + "libya " * 300
    pieces, roles = mark(sentence, ((TRIGGER, ((1500, 1503),)),), tokenizer)
    assert len(pieces) == len(roles) == SIZE
    assert roles.count(TRIGGER) == 1
    assert {5, 7} <= set(pieces)


def test_stacked_sentences_are_padded_with_zeros():
    batch = stack([([101, 5, 102], [0, 1, 0]), ([101, 102], [0, 0])])
    assert np.array_equal(batch.pieces, [[101, 5, 102], [101, 102, 0]])
    assert np.array_equal(batch.features, [[0, 1, 0], [0, 0, 0]])
