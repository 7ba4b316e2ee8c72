import gzip
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.errors import IntakeError
from onrecord.intake.archives import read_archive

SENTENCE = (
    "The harbour master said on Tuesday that pier {} would stay closed until both mines had been removed."
)


def page(number: int) -> bytes:
    text = "".join(f"<p>{SENTENCE.format(10 * number + n)}</p>" for n in range(6))
    return f"<html><body><article><h1>Port closed again</h1>{text}</article></body></html>".encode()


def archive(*records: tuple[str, str, bytes]) -> bytes:
    """Return an archive of responses: status, content type, payload."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for number, (status, kind, payload) in enumerate(records):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                f"https://post.example/news/{number}",
                "response",
                payload=io.BytesIO(payload),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2024-11-05T22:00:00Z"},
            )
        )
    return buffer.getvalue()


HTML = "text/html; charset=utf-8"
THREE = archive(*(("200 OK", HTML, page(n)) for n in range(3)))


def read(raw: bytes, largest: int = 100_000):
    with gzip.open(io.BytesIO(raw)) as stream:
        return list(read_archive(stream, "a.warc.gz", largest))


def test_pages_come_with_address_and_time_of_fetching():
    drafts = read(THREE)
    assert [where for where, _ in drafts] == ["a.warc.gz:1", "a.warc.gz:2", "a.warc.gz:3"]
    assert [draft.url for _, draft in drafts] == [f"https://post.example/news/{n}" for n in range(3)]
    assert {draft.retrieved for _, draft in drafts} == {"2024-11-05T22:00:00Z"}


def test_redirects_errors_and_pictures_are_no_articles():
    raw = archive(
        ("301 Moved", HTML, b""),
        ("404 Not Found", HTML, page(1)),
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", HTML, page(2)),
    )
    assert [where for where, _ in read(raw)] == ["a.warc.gz:4"]


def test_page_without_an_article_is_told_and_the_next_one_read():
    ((_, first), (_, second)) = read(archive(("200 OK", HTML, b"<p>no</p>"), ("200 OK", HTML, page(1))))
    assert isinstance(first, IntakeError)
    assert second.text


def test_overlarge_page_is_told():
    ((_, error),) = read(archive(("200 OK", HTML, page(1))), largest=100)
    assert "larger than 100 bytes" in str(error)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95, 0.999])
def test_truncated_archive_gives_what_stands_before_the_break_and_says_where_it_is(share):
    *read_pages, (where, error) = read(THREE[: int(share * len(THREE))])
    assert all(not isinstance(found, IntakeError) for _, found in read_pages)
    assert where == f"a.warc.gz:{len(read_pages) + 1}"
    assert f"breaks off after record {len(read_pages)}" in str(error)


def test_no_cut_in_an_unpacked_archive_goes_unnoticed():
    raw = gzip.decompress(THREE)
    for end in range(400, len(raw) - 1, 97):
        *_, (_, last) = read_archive(io.BytesIO(raw[:end]), "a.warc", 100_000)
        assert isinstance(last, IntakeError)


def test_file_that_is_no_archive_says_so():
    ((_, error),) = read_archive(io.BytesIO(b"hello\n"), "a.warc", 100)
    assert "breaks off after record 0" in str(error)
