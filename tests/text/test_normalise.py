import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.normalise import normalise, one_line


@given(st.text(alphabet=st.characters(), max_size=200))
def test_normalising_twice_changes_nothing_more(text):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(max_size=200))
def test_stored_text_is_nfc_and_can_be_written_as_utf8(text):
    stored = normalise(text)
    assert unicodedata.is_normalized("NFC", stored)
    stored.encode("utf-8")


@given(st.text(alphabet="abé “—\n.,1", max_size=100))
def test_text_that_came_clean_keeps_every_offset(text):
    assert text.startswith(normalise(text))


@pytest.mark.parametrize(
    ("told", "stored"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("10\u00a0000 men", "10 000 men"),
        ("sol\u00addiers\u200b", "soldiers"),
        ("Zele\u0301nskyy", "Zelénskyy"),
        ("\ufeffKyiv", "Kyiv"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("bell\x07rings", "bell rings"),
        ("first\n\nsecond\n \n", "first\n\nsecond"),
    ],
)
def test_odd_characters_become_plain_ones(told, stored):
    assert normalise(told) == stored


def test_name_on_two_lines_becomes_one():
    assert one_line("  The\n Morning\u00a0Post ") == "The Morning Post"
