"""Bytes to characters, or a reason why not."""

import codecs
import re

from onrecord.errors import IntakeError

__all__ = ["decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MOST_CONTROLS = 0.002  # share of control characters; running text has none
_MOST_UNKNOWN = 0.005  # share of U+FFFD, left by someone who decoded with the wrong table before us
# UTF-8 read as Latin-1 or Windows-1252 leaves an accented capital before a second odd character.
_MOJIBAKE = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf]|\u00e2(?:\u20ac|\u0080)|\u00d0[\u0080-\u00bf\u2018-\u201d]"
)
_MOST_MOJIBAKE = 0.003
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(raw: bytes, declared: str | None = None) -> str:
    """Return the characters of a text file or page.

    Tried in this order: byte order mark, UTF-8, the declared character set, then the likeliest table
    charset-normalizer finds.

    Args:
        raw: The bytes, whole.
        declared: Character set named by the page or its carrier; a name of no table for text is passed over.

    Raises:
        IntakeError: The bytes are no text, or a text already damaged by a wrong decoding.
    """
    text = _characters(raw, declared)
    _refuse_damage(text)
    return text


def _characters(raw: bytes, declared: str | None) -> str:
    for mark, name in _BOMS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    if b"\x00" in raw:
        raise IntakeError(
            f"holds a NUL byte at byte {raw.index(0)} and is not UTF-8: expected text, found binary data."
        )
    if declared:
        try:
            return raw.decode(declared)
        except (LookupError, UnicodeError):
            pass  # a page may name a table it is not written in; the next step looks at the bytes
    return _likeliest(raw, broken_at)


def _strictly(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise IntakeError(
            f"begins with the byte order mark of {name}, but byte {error.start} is not {name}."
        ) from error


def _likeliest(raw: bytes, broken_at: int) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise IntakeError(
            f"is not UTF-8 (byte {broken_at} is 0x{raw[broken_at]:02x}) and fits no known character set. "
            "Save it as UTF-8."
        )
    return str(best)


def _refuse_damage(text: str) -> None:
    length = max(len(text), 1)
    controls = _CONTROL.findall(text)
    if "\x00" in text or len(controls) > _MOST_CONTROLS * length + 1:
        raise IntakeError(f"holds {len(controls)} control characters: expected text, found binary data.")
    unknown = text.count("\ufffd")
    if unknown > _MOST_UNKNOWN * length + 2:
        raise IntakeError(
            f"holds {unknown} replacement characters (U+FFFD): it was decoded with the wrong character set "
            "before it came here. Fetch it again."
        )
    garbled = _MOJIBAKE.findall(text)
    if len(garbled) > _MOST_MOJIBAKE * length + 2:
        raise IntakeError(
            f"holds {len(garbled)} garbled characters such as {garbled[0]!r}: UTF-8 that was read as "
            "another character set before it came here. Fetch it again."
        )
