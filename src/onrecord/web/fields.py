"""What may stand in an address: each filter with its check, for pages, the API and its description."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from onrecord.errors import RequestError
from onrecord.ledger import ClaimFilter, EventFilter
from onrecord.records import EventType, Stance, Standing, Status
from onrecord.workflow.ask import in_ledger_words

__all__ = ["FIELDS", "Asked", "Field", "ask", "claim_filter", "event_filter"]

PAGE_SIZE = 40
LARGEST_PAGE = 200
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Field:
    """One filter.

    Attributes:
        about: What it asks for, for the API's description.
        schema: Its JSON schema.
        read: Text of the address → value; raises ValueError with what was expected.
    """

    about: str
    schema: dict[str, Any]
    read: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for.

    Attributes:
        values: Filter → value; those not given are left out.
        words: Filter → text, as it stood in the address.
    """

    values: dict[str, Any]
    words: dict[str, str]


def _one_of(kind: type[E]) -> Field:
    values = [member.value for member in kind]

    def read(text: str) -> E:
        if text not in values:
            raise ValueError(f"one of {', '.join(values)}")
        return kind(text)

    return Field("", {"type": "string", "enum": values}, read)


def _day(text: str) -> date:
    expected = "a day as YYYY-MM-DD"
    if len(text) != 10:
        raise ValueError(expected)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(expected) from error


def _words(longest: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if not 0 < len(text) <= longest or any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in text):
            raise ValueError(f"1 to {longest} characters without control characters")
        return text

    return read


def _size(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 4 or not 1 <= int(text) <= LARGEST_PAGE:
        raise ValueError(f"a whole number from 1 to {LARGEST_PAGE}")
    return int(text)


def _width(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 4 or not 200 <= int(text) <= 1200:
        raise ValueError("a whole number from 200 to 1200")
    return int(text)


def _text(about: str, longest: int = 200) -> Field:
    printable = {"type": "string", "minLength": 1, "maxLength": longest, "pattern": r"^[^\x00-\x1f]*$"}
    return Field(about, printable, _words(longest))


def _about(field: Field, about: str) -> Field:
    return Field(about, field.schema, field.read)


_DAY = {"type": "string", "format": "date"}

FIELDS: Mapping[str, Field] = {
    "q": _text("Words of the proving sentences or the title; in double quotes where in that order."),
    "party": _text("id, country (ISO alpha-3) or full name of a source, actor, recipient or party aimed at."),
    "source": _text("The same, of a source only."),
    "type": _about(_one_of(EventType), "PLOVER type of the event."),
    "stance": _about(_one_of(Stance), "What a source does with the content."),
    "status": _about(_one_of(Status), "How the event stands."),
    "standing": _about(_one_of(Standing), "Who is on record."),
    "outlet": _text("Name of the outlet."),
    "since": Field("First day on which something was said.", _DAY, _day),
    "until": Field("Last such day.", _DAY, _day),
    "event": _text("id of an event."),
    "article": _text("id of an article.", 500),
    "claim": _text("id or anchor of a claim to be marked in the text."),
    "after": Field(
        "`next` of the page before; opaque.",
        {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[A-Za-z0-9_-]+$"},
        _words(200),
    ),
    "width": Field(
        "Width of a drawing in pixels.", {"type": "integer", "minimum": 200, "maximum": 1200}, _width
    ),
    "limit": Field(
        f"At most so many; {PAGE_SIZE} by default.",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE},
        _size,
    ),
}


def ask(pairs: Sequence[tuple[str, str]], allowed: Sequence[str]) -> Asked:
    """Return what an address asks for; a filter left empty is not asked.

    Raises:
        RequestError: A filter is unknown here, given twice, or its value is not what it takes.
    """
    values: dict[str, object] = {}
    words: dict[str, str] = {}
    for name, text in pairs:
        if name not in allowed:
            known = ", ".join(allowed) or "none"
            raise RequestError(
                f"There is no filter {name[:60]!r} here; known are: {known}.",
                status=400,
                code="unknown_filter",
                field=name[:60],
            )
        if name in words:
            raise RequestError(
                f"The filter {name!r} was given twice; give it once.",
                status=400,
                code="repeated_filter",
                field=name,
            )
        if text == "":
            continue
        try:
            values[name] = FIELDS[name].read(text)
        except ValueError as error:
            raise RequestError(
                f"The filter {name!r} is {text[:60]!r}; expected {error}.",
                status=400,
                code="wrong_value",
                field=name,
            ) from error
        words[name] = text
    return Asked(values, words)


def event_filter(asked: Asked, after: str | None) -> EventFilter:
    """Return the ledger's filter for a list of events."""
    names = ("party", "type", "stance", "status", "standing", "since", "until", "outlet")
    given = {name: asked.values[name] for name in names if name in asked.values}
    size = asked.values.get("limit", PAGE_SIZE)
    return in_ledger_words(EventFilter(**given, text=asked.values.get("q"), limit=size, after=after))


def claim_filter(asked: Asked, after: str | None) -> ClaimFilter:
    """Return the ledger's filter for a list of claims, the newest first."""
    names = ("party", "source", "type", "stance", "status", "since", "until", "outlet", "event", "article")
    given = {name: asked.values[name] for name in names if name in asked.values}
    size, words = asked.values.get("limit", PAGE_SIZE), asked.values.get("q")
    return in_ledger_words(ClaimFilter(**given, text=words, limit=size, after=after, newest_first=True))
