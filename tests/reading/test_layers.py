"""From tokens to the characters that prove them."""

import pytest
import spacy
from spacy.tokens import Doc

from onrecord.reading.layers import spans_of


@pytest.mark.parametrize(
    ("tokens", "pieces"),
    [
        ((0, 2), ["Two \ndied"]),  # nothing but white space between
        ((0, 4, 5), ["Two", '"Three']),
        ((0, 4), ["Two"]),  # a mark alone
        ((4,), []),
    ],
)
def test_neighbours_are_one_piece_and_marks_alone_are_none(tokens, pieces):
    words = ["Two", "\n", "died", ".", '"', "Three", "left"]
    doc = Doc(spacy.blank("en").vocab, words=words, spaces=[True, False, False, True, False, True, False])
    assert [span.text for span in spans_of(doc, tokens)] == pieces
