"""Web archives (WARC): one article a page fetched with success.

Requests, redirects, errors, pictures and scripts in an archive are no articles and give none.
"""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from onrecord.errors import IntakeError
from onrecord.intake.draft import Draft
from onrecord.intake.pages import read_page

__all__ = ["read_archive"]

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)


_RECORD_END = b"\r\n\r\n"


def read_archive(stream: BinaryIO, where: str, largest: int) -> Iterator[tuple[str, Draft | IntakeError]]:
    """Yield the pages of an archive with where each stands, or why it gives no article.

    Args:
        stream: The archive, unpacked: a gzip stream that breaks off must say so.
        where: Its name; a page is shown as "name:N", N counting its records from 1.
        largest: Bytes of the largest page that is read.
    """
    watched = _Watched(stream)
    records = iter(ArchiveIterator(watched))
    number = 0
    while True:
        raw, missing = None, 0
        try:
            record = next(records, None)
            if record is not None:
                raw = record.content_stream().read(largest + 1) if _is_page(record) else None
                missing = _missing(record)
        except (ArchiveLoadFailed, AttributeError, ValueError) as error:
            # warcio meets a record whose head is cut off with whichever of the three comes first
            watched.error = watched.error or error
            record = None
        if missing:
            watched.error = watched.error or EOFError(f"the last {missing:,} bytes of a page are not there")
        elif raw is not None and record is not None:
            yield f"{where}:{number + 1}", _draft(record, raw, f"{where}:{number + 1}", largest)
        if record is None or missing:
            break
        number += 1
    if watched.error:
        yield (
            f"{where}:{number + 1}",
            IntakeError(
                f"breaks off after record {number}: {watched.error}. "
                "The records before were read; fetch the archive again for the rest."
            ),
        )


class _Watched(io.RawIOBase):
    """A stream that ends where it breaks off and remembers why: warcio takes a broken end for an end."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.error: Exception | None = None
        self.tail = _RECORD_END

    def read(self, size: int = -1) -> bytes:
        try:
            # read1 gives what stands before a break; read would raise and lose it.
            chunk: bytes = getattr(self.stream, "read1", self.stream.read)(size)
        except (EOFError, OSError, zlib.error) as error:
            self.error = error
            return b""
        if not chunk and self.tail != _RECORD_END and not self.error:
            self.error = EOFError("the last record has no end")
        self.tail = (self.tail + chunk)[-len(_RECORD_END) :]
        return chunk


def _is_page(record: ArcWarcRecord) -> bool:
    http = record.http_headers
    if record.rec_type != "response" or http is None or http.get_statuscode() != "200":
        return False
    return "html" in (http.get_header("Content-Type") or "")


def _missing(record: ArcWarcRecord) -> int:
    """Return how many bytes the record announces and the archive does not hold, after reading it."""
    while record.raw_stream.read(1 << 16):
        pass
    return int(getattr(record.raw_stream, "limit", 0))


def _draft(record: ArcWarcRecord, raw: bytes, where: str, largest: int) -> Draft | IntakeError:
    if len(raw) > largest:
        return IntakeError(f"is larger than {largest:,} bytes, the most read as one article.")
    told = _CHARSET.search(record.http_headers.get_header("Content-Type") or "")
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        draft = read_page(raw, where, url=url, charset=told[1] if told else None)
    except IntakeError as error:
        return error
    return replace(draft, retrieved=record.rec_headers.get_header("WARC-Date"))
