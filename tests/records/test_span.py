import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RecordError
from onrecord.records import Span, cover


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3), (-1, 4)])
def test_span_that_covers_no_text_is_refused(start, end):
    with pytest.raises(RecordError, match=rf"got {start}\.\.{end}$"):
        Span(start, end, "abcde")


def test_span_whose_text_has_another_length_is_refused():
    with pytest.raises(RecordError, match="needs 3 characters, got 2"):
        Span(0, 3, "ab")


def test_span_past_the_end_of_the_text_is_refused():
    with pytest.raises(RecordError, match="past the text's 4 characters"):
        Span.of("text", 2, 5)


@given(st.text(min_size=1), st.data())
def test_span_of_a_text_is_exactly_that_slice(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.text


def test_cover_reaches_from_the_first_character_to_the_last():
    text = "one two three"
    assert cover(text, (Span.of(text, 8, 13), Span.of(text, 0, 3))).text == text


def test_cover_of_nothing_is_refused():
    with pytest.raises(RecordError, match="at least one span"):
        cover("text", ())


def test_touching_spans_do_not_overlap():
    assert not Span.of("abcd", 0, 2).overlaps(Span.of("abcd", 2, 4))
