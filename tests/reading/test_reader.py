"""What the reader does with any text at all, by rules alone."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.codebook import load_codebook
from onrecord.reading.reader import Reader
from onrecord.records import Article

pytestmark = pytest.mark.weights

_CUES = (
    "said", "says", "denied", "accused", "implicated", "vowed", "warned", "told", "condemned", "according to",
    "declined to comment", "did not respond", "promised to", "claimed that", "voicing", "worries", "urged",
)  # fmt: skip
_NAMES = (
    "Chad", "Norway's", "Bo Lind", "Mr. Cole", "NATO", "police", "its ministry", "he", "who", "Georgia",
    "the president", "two people", "Acme Corp.",
)  # fmt: skip
_MARKS = (",", ".", ";", ":", '"', "“", "”", "(", ")", "-", "--", "—", "?", "'s", "\n", "\n\n", "/", "…")
_FRAGMENTS = (
    "that", "after it", "was killed", "attack", "leaving", "to leave", "sent 20 tanks", "without giving",
    "and", "but", "if", "by", "in", "would", "on Monday", "two weekends ago", "a case that", "also", "not",
    "May 5", "left", "gave no evidence", "in what many saw as", "closer", "to",
)  # fmt: skip

_TEXTS = st.lists(st.sampled_from(_CUES + _NAMES + _MARKS + _FRAGMENTS), min_size=1, max_size=9).map(" ".join)


@cache
def _reader() -> Reader:
    return Reader(load_codebook())


@settings(deadline=None)
@given(text=_TEXTS)
def test_no_text_of_a_few_words_stops_the_reader(text):
    for claim in _reader().read(Article("a", text, published=date(2024, 11, 6))):
        assert all(text[span.start : span.end] == span.text for span in claim.evidence)
