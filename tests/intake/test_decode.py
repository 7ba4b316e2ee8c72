import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import IntakeError
from onrecord.intake.decode import decode

TEXT = "Le café de la préfecture — fermé depuis l’été, dit Zoé à l’agence."


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 little", "utf-16 big", "utf-32"],
)
def test_marked_and_unmarked_unicode_is_read_alike(raw):
    assert decode(raw) == TEXT


def test_declared_character_set_is_used_where_utf8_fails():
    assert decode(TEXT.encode("cp1252"), "windows-1252") == TEXT


def test_undeclared_windows_text_is_told_from_its_bytes():
    assert "préfecture" in decode((TEXT + " " + TEXT).encode("cp1252"))


@pytest.mark.parametrize("declared", ["no-such-table", "undefined", "rot13", "idna", "punycode", "base64"])
def test_declared_name_of_no_table_for_text_is_passed_over(declared):
    assert decode("“Café” and naïve résumé were said".encode("cp1252"), declared)


def test_pictures_are_refused_as_binary():
    with pytest.raises(IntakeError, match=r"NUL byte at byte 5.*found binary data"):
        decode(b"\x89PNG\xff\x00\x01\x02\x03")


def test_nul_inside_valid_utf8_is_refused():
    with pytest.raises(IntakeError, match="control characters"):
        decode(b"The mayor said\x00 no.")


def test_text_that_was_decoded_wrongly_before_is_refused():
    garbled = "L’été à Orléans, où l’évêque était né.".encode().decode("cp1252", "replace")
    with pytest.raises(IntakeError, match="garbled characters"):
        decode((garbled * 3).encode("utf-8"))


def test_text_full_of_replacement_characters_is_refused():
    with pytest.raises(IntakeError, match=r"U\+FFFD"):
        decode(("The pr\ufffdfet met the \ufffdquipe. " * 5).encode())


def test_one_replacement_character_in_a_report_is_let_through():
    assert "\ufffd" in decode(("The minister said so. " * 40 + "\ufffd").encode())


def test_broken_utf16_behind_its_mark_names_the_byte():
    with pytest.raises(IntakeError, match="utf-16-le, but byte"):
        decode(codecs.BOM_UTF16_LE + b"a\x00b")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_reason(raw):
    with contextlib.suppress(IntakeError):
        assert isinstance(decode(raw), str)
