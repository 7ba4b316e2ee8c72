import numpy as np
import pytest

from onrecord.encoder.words import FEATURE_COUNT, load_tokenizer, split_words
from onrecord.errors import WeightsError

PIECES = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "minister",
    "den",
    "##ied",
    "it",
    '"',
    ".",
    "yes",
    "he",
    "said",
]


@pytest.fixture
def tokenizer(tmp_path):
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("\n".join(PIECES), encoding="utf-8")
    return load_tokenizer(vocabulary)


def words_of(text, words):
    return [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


def features_of(words):
    return [(f // 6, f // 2 % 3, f % 2) for f in words.features.tolist()]


def test_each_word_stands_where_the_text_has_it(tokenizer):
    text = "The minister DENIED it.\n\nÉl said"
    assert words_of(text, split_words(text, tokenizer)) == [
        "The",
        "minister",
        "DENIED",
        "it",
        ".",
        "Él",
        "said",
    ]


def test_a_word_of_two_wordpieces_is_one_word(tokenizer):
    words = split_words("he denied it", tokenizer)
    assert words.first_piece.tolist() == [0, 1, 3, 4]
    assert [PIECES[p] for p in words.pieces] == ["he", "den", "##ied", "it"]


def test_first_word_of_each_line_is_marked(tokenizer):
    words = split_words("he said\nit\n\n  yes it", tokenizer)
    assert words.new_line.tolist() == [True, False, True, True, False]


def test_letter_case_is_kept_as_a_feature_although_wordpieces_are_lower_case(tokenizer):
    words = split_words("the The THE tHe 7 .", tokenizer)
    assert [case for case, _, _ in features_of(words)] == [0, 1, 2, 3, 4, 5]


def test_words_between_quotation_marks_are_marked_as_quoted(tokenizer):
    words = split_words('he said "yes it" . it', tokenizer)
    assert [quoted for _, _, quoted in features_of(words)] == [0, 0, 1, 1, 1, 1, 0, 0]


def test_a_quotation_left_open_ends_with_its_line(tokenizer):
    words = split_words('he said "yes\nit', tokenizer)
    assert [quoted for _, _, quoted in features_of(words)] == [0, 0, 1, 1, 0]


def test_features_stay_within_their_count(tokenizer):
    words = split_words('“THE minister” 7 said\n"Yes" — İt ﬁ ½', tokenizer)
    assert words.features.max() < FEATURE_COUNT
    assert words.features.min() >= 0


@pytest.mark.parametrize("text", ["", "  \n "])
def test_a_text_without_words_has_none(tokenizer, text):
    words = split_words(text, tokenizer)
    assert len(words) == 0
    assert words.first_piece.tolist() == [0]
    assert words.pieces.dtype == np.int64


def test_vocabulary_without_berts_special_pieces_is_refused(tmp_path):
    vocabulary = tmp_path / "vocab.txt"
    vocabulary.write_text("the\nminister", encoding="utf-8")
    with pytest.raises(WeightsError, match=r"lacks \[PAD\], \[UNK\], \[CLS\], \[SEP\]"):
        load_tokenizer(vocabulary)


def test_missing_vocabulary_is_named(tmp_path):
    with pytest.raises(WeightsError, match=r"vocab\.txt cannot be read"):
        load_tokenizer(tmp_path / "vocab.txt")
