"""JSON lines: one article a line, under our own keys or those of event data."""

import codecs
import json
import sys
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import BinaryIO, TypeVar

from onrecord.errors import IntakeError
from onrecord.intake.days import parse_day
from onrecord.intake.draft import Draft

__all__ = ["RawLine", "read_line", "split_lines"]

T = TypeVar("T")
RawLine = tuple[int, bytes | IntakeError]
"""Number of the line from 1, and its bytes or why they could not be had."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHUNK = 1 << 16  # bytes


def read_line(raw: bytes, where: str) -> Draft:
    """Return the article of one line.

    Keys: `id, text, title, outlet, published, url, language, byline, retrieved, copy_of, corrects`, or
    `event_text, headline, publisher, pub_date, date`. Others are passed over.

    Raises:
        IntakeError: It is no JSON object, has no text, or a value is not what its key holds.
    """
    record = _object(raw)
    text = _told(record, "text", "event_text")
    if text is None:
        found = ", ".join(map(repr, list(record)[:12])) or "no key at all"
        raise IntakeError(f"has no text: expected the key 'text' or 'event_text', found {found}.")
    faults: list[str] = []

    def told(*keys: str) -> str | None:
        return _or_fault(faults, _told, record, *keys)

    return Draft(
        where=where,
        text=text,
        id=_told(record, "id"),
        title=told("title", "headline"),
        outlet=told("outlet", "publisher"),
        byline=_or_fault(faults, _byline, record),
        published=_or_fault(faults, _day, record, "published", "pub_date", "date"),
        retrieved=told("retrieved"),
        url=told("url"),
        language=told("language"),
        copy_of=told("copy_of"),
        corrects=told("corrects"),
        fault=faults[0] if faults else None,
    )


def _or_fault(
    faults: list[str], get: Callable[..., T | None], record: dict[str, object], *keys: str
) -> T | None:
    """Return a value; what is wrong with it goes into `faults`, so that the rest is kept."""
    try:
        return get(record, *keys)
    except IntakeError as error:
        faults.append(str(error))
        return None


def _object(raw: bytes) -> dict[str, object]:
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"is not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}. JSON lines are UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise IntakeError(
            f"is no JSON: {error.msg} at character {error.pos}. Expected one JSON object a line."
        ) from error
    except ValueError as error:  # all that is left: Python refuses an integer that long
        raise IntakeError(
            f"holds a number of more than {sys.get_int_max_str_digits():,} digits. Shorten or drop it."
        ) from error
    except RecursionError as error:
        raise IntakeError("is JSON nested too deeply to read. Expected one flat object a line.") from error
    if not isinstance(record, dict):
        raise IntakeError(f"is a JSON {type(record).__name__}. Expected one JSON object a line.")
    return record


def _told(record: dict[str, object], *keys: str) -> str | None:
    """Return the first of the keys that holds something; where a line has several, ours is meant."""
    for key in keys:
        value = record.get(key)
        if value is None or value == "":
            continue
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            raise IntakeError(f"has {key!r} = {_shown(value)}. Expected a string.")
        return value
    return None


def _shown(value: object) -> str:
    try:
        return json.dumps(value)[:60]
    except RecursionError:  # what could just be read may be nested too deeply to be written
        return f"a {type(value).__name__} nested too deeply to show"


def _byline(record: dict[str, object]) -> str | None:
    value = record.get("byline")
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ", ".join(value) or None
    return _told(record, "byline")


def _day(record: dict[str, object], *keys: str) -> date | None:
    for key in keys:
        if told := _told(record, key):
            return parse_day(told, key)
    return None


def split_lines(stream: BinaryIO, longest: int) -> Iterator[RawLine]:
    """Yield the lines of a stream that are not blank, never holding more than one.

    A stream that breaks off (a truncated gzip file) ends with one error that says after which line.

    Args:
        stream: UTF-8, or UTF-16 or UTF-32 behind a byte order mark.
        longest: Bytes of the longest line that is read; a longer one yields an error in its place.
    """
    number = 0
    lines = _lines(_utf8_chunks(stream), longest)
    while True:
        try:
            line = next(lines, None)
        except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
            yield (
                number + 1,
                IntakeError(
                    f"breaks off after line {number}: {error}. "
                    "The lines before were read; fetch the file again for the rest."
                ),
            )
            return
        if line is None:
            return
        number += 1
        if len(line) > longest:
            yield number, IntakeError(f"is longer than {longest:,} bytes, the most read as one article.")
        elif line.strip():
            yield number, line


def _utf8_chunks(stream: BinaryIO) -> Iterator[bytes]:
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    head = b""
    while len(head) < 4 and (piece := read(4 - len(head))):
        head += piece
    for mark, name in _MARKS:
        if head.startswith(mark):
            decoder = codecs.getincrementaldecoder(name)()
            yield decoder.decode(head[len(mark) :]).encode("utf-8")
            while chunk := read(_CHUNK):
                yield decoder.decode(chunk).encode("utf-8")
            yield decoder.decode(b"", final=True).encode("utf-8")
            return
    yield head.removeprefix(codecs.BOM_UTF8)
    while chunk := read(_CHUNK):
        yield chunk


def _lines(chunks: Iterator[bytes], longest: int) -> Iterator[bytes]:
    held = b""
    for chunk in chunks:
        *whole, rest = chunk.split(b"\n")
        for line in whole:
            yield held + line
            held = b""
        if len(held) <= longest:  # the rest of an overlong line is let go
            held += rest
    if held:
        yield held
