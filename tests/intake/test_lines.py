import codecs
import contextlib
import gzip
import io
import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import IntakeError
from onrecord.intake.lines import read_line, split_lines


def line(**keys: object) -> bytes:
    return json.dumps(keys).encode()


def test_our_own_keys_are_read():
    draft = read_line(
        line(id="a1", text="T", title="H", outlet="O", published="2024-11-04", url="https://o.example/a"),
        "x:1",
    )
    assert (draft.id, draft.text, draft.title, draft.outlet) == ("a1", "T", "H", "O")
    assert (draft.published, draft.url, draft.fault) == (date(2024, 11, 4), "https://o.example/a", None)


def test_keys_of_event_data_are_read():
    draft = read_line(
        line(id=7, date="2024-11-05", event_text="T", headline="H", pub_date="2024-11-04", publisher="P"),
        "x:1",
    )
    assert (draft.id, draft.text, draft.title, draft.outlet) == ("7", "T", "H", "P")
    assert draft.published == date(2024, 11, 4)


def test_day_of_the_event_record_serves_where_no_publication_day_stands():
    assert read_line(line(event_text="T", date="20241105"), "x:1").published == date(2024, 11, 5)


def test_own_key_wins_over_that_of_event_data():
    assert read_line(line(text="ours", event_text="theirs"), "x:1").text == "ours"


def test_authors_in_a_list_become_one_byline():
    assert read_line(line(text="T", byline=["Ann Lee", "Bo Dahl"]), "x:1").byline == "Ann Lee, Bo Dahl"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"{broken", "is no JSON: .* at character 1"),
        (b"[1, 2]", "is a JSON list. Expected one JSON object"),
        (b'"text"', "is a JSON str"),
        (b'{"text": "caf\xe9"}', "is not UTF-8: byte 13 is 0xe9"),
        (b'{"headline": "H"}', "has no text: expected the key 'text' or 'event_text', found 'headline'"),
        (b"{}", "found no key at all"),
        (b'{"text": ""}', "has no text"),
        (b'{"text": 5}', "has 'text' = 5. Expected a string"),
        (b'{"text": "T", "id": [1]}', r"has 'id' = \[1\]. Expected a string"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"text": "T", "n": ' + b"9" * 5000 + b"}", "more than 4,300 digits. Shorten or drop it"),
        (b'{"text": -' + b"9" * 5000 + b"}", "holds a number of more than 4,300 digits"),
    ],
)
def test_line_that_is_no_article_says_what_it_found_and_what_it_needs(raw, message):
    with pytest.raises(IntakeError, match=message):
        read_line(raw, "x:1")


@pytest.mark.parametrize("key", ["id", "title", "byline", "published"])
def test_value_nested_to_any_depth_is_a_fault_or_a_reason(key):
    for depth in range(2, sys.getrecursionlimit()):
        with contextlib.suppress(IntakeError):
            assert read_line(f'{{"text": "T", "{key}": {"[" * depth}{"]" * depth}}}'.encode(), "x:1").fault


def test_wrong_day_is_a_fault_that_keeps_the_rest():
    draft = read_line(line(id="a1", text="T", title=["H"], published="04/11/2024"), "x:1")
    assert draft.fault
    assert (draft.id, draft.text, draft.published, draft.title) == ("a1", "T", None, None)


def lines_of(raw: bytes, longest: int = 1000) -> list[object]:
    return [
        (number, str(found) if isinstance(found, IntakeError) else found)
        for number, found in split_lines(io.BytesIO(raw), longest)
    ]


def test_blank_lines_are_counted_and_passed_over():
    assert lines_of(b'{"a": 1}\n\n  \r\n{"b": 2}') == [(1, b'{"a": 1}'), (4, b'{"b": 2}')]


@pytest.mark.parametrize(("mark", "name"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF8, "utf-8")])
def test_byte_order_mark_is_no_part_of_the_first_line(mark, name):
    assert lines_of(mark + '{"a": "é"}\n{}'.encode(name)) == [(1, '{"a": "é"}'.encode()), (2, b"{}")]


def test_overlong_line_is_refused_and_the_next_one_read():
    (first, second) = lines_of(b"x" * 200_000 + b"\n{}", longest=100)
    assert first[0] == 1
    assert "longer than 100 bytes" in first[1]
    assert second == (2, b"{}")


def test_truncated_gzip_gives_the_lines_before_the_break_and_says_where_it_is():
    whole = b"".join(line(id=n, text=f"Report number {n} of the day") + b"\n" for n in range(2000))
    with gzip.open(io.BytesIO(gzip.compress(whole)[:-200])) as stream:
        *read, last = split_lines(stream, 1000)
    assert len(read) > 100
    assert [raw for _, raw in read] == whole.split(b"\n")[: len(read)]
    assert last[0] == len(read) + 1
    assert f"breaks off after line {len(read)}" in str(last[1])


def test_gzip_that_is_none_says_so():
    with gzip.open(io.BytesIO(b"plain text")) as stream:
        ((number, error),) = split_lines(stream, 1000)
    assert number == 1
    assert "Not a gzipped file" in str(error)


@given(st.binary(max_size=300))
def test_any_bytes_give_articles_or_reasons_line_by_line(raw):
    for number, found in split_lines(io.BytesIO(raw), 50):
        assert number >= 1
        if isinstance(found, bytes):
            with contextlib.suppress(IntakeError):
                assert read_line(found, "x").text
