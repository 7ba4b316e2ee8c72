"""Records to the contract's JSON and back, from the dataclasses alone.

The dataclass is the one definition: keys are field names, enums their values, days ISO 8601,
tuples arrays. The few places where the public key is another are listed here and nowhere else.
"""

import json as standard_json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import repeat
from operator import attrgetter, methodcaller
from typing import Any, TypeVar, cast

from onrecord.errors import RecordError
from onrecord.records.article import Article
from onrecord.records.claim import Claim
from onrecord.records.decision import Decision
from onrecord.records.event import Change, Event

__all__ = ["from_json", "to_json", "to_line"]

_SCHEMAS: dict[type, str] = {
    Article: "onrecord.article/1",
    Claim: "onrecord.claim/1",
    Decision: "onrecord.decision/1",
    Event: "onrecord.event/1",
}
_RENAMED: dict[type, dict[str, str]] = {Change: {"before": "from"}}

R = TypeVar("R")


def to_json(record: object) -> dict[str, Any]:
    """Return a record as the dictionary its schema describes."""
    plain = _plain(record)
    if not isinstance(plain, dict):
        raise RecordError(f"to_json needs a record, got {type(record).__name__}")
    return plain


def to_line(record: object) -> str:
    """Return a record as one line of JSON, without the line end; same record, same bytes."""
    return standard_json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[R], value: dict[str, Any]) -> R:
    """Return the record a dictionary describes; keys it does not know are passed over.

    Raises:
        RecordError: A key is missing or a value is not what the record holds.
    """
    try:
        return cast(R, _record_reader(cast(type, kind))(value))
    except _WrongValueError as error:
        raise RecordError(f"{kind.__name__}{error.path}: {error}") from error


def _plain(value: object) -> Any:
    plain = _WRITERS.get(type(value)) or _writer(type(value))
    return value if plain is _as_it_is else plain(value)


def _as_it_is(value: Any) -> Any:
    return value


def _plain_tuple(value: tuple[object, ...]) -> list[Any]:
    return [_plain(v) for v in value]


_WRITERS: dict[type, Callable[[Any], Any]] = {
    str: _as_it_is,
    int: _as_it_is,
    float: _as_it_is,
    bool: _as_it_is,
    types.NoneType: _as_it_is,
    tuple: _plain_tuple,
}
"""Type → how a value of it is written; filled as types are met, since a ledger writes millions of each."""


def _writer(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, Enum):
        made: Callable[[Any], Any] = attrgetter("value")
    elif issubclass(kind, date):
        made = methodcaller("isoformat")
    elif issubclass(kind, tuple):
        made = _plain_tuple
    elif is_dataclass(kind):
        made = _record_writer(kind)
    else:
        made = _as_it_is
    _WRITERS[kind] = made
    return made


def _record_writer(kind: type) -> Callable[[Any], dict[str, Any]]:
    schema = _SCHEMAS.get(kind)
    renamed = _RENAMED.get(kind, {})
    names = [(renamed.get(f.name, f.name), f.name) for f in fields(kind)]

    def write(record: Any) -> dict[str, Any]:
        plain: dict[str, Any] = {} if schema is None else {"schema": schema}
        if kind is Article:
            plain["sha256"] = record.sha256
        for key, name in names:
            plain[key] = _plain(getattr(record, name))
        return plain

    return write


class _WrongValueError(Exception):
    """A value is not what its place holds; `path` grows from the value outwards."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.path = ""


_Reader = Callable[[Any], Any]


@cache
def _record_reader(kind: type) -> _Reader:
    renamed = _RENAMED.get(kind, {})
    hints = typing.get_type_hints(kind)
    table = [(f.name, renamed.get(f.name, f.name), _reader(hints[f.name])) for f in fields(kind)]

    def read(value: object) -> object:
        if not isinstance(value, dict):
            raise _WrongValueError(f"expected an object, got {type(value).__name__}")
        found = {}
        for name, key, of in table:
            if key in value:
                try:
                    found[name] = of(value[key])
                except _WrongValueError as error:
                    error.path = f".{name}{error.path}"
                    raise
        try:
            return kind(**found)
        except TypeError as error:
            raise _WrongValueError(str(error)) from error

    return read


@cache
def _reader(hint: Any) -> _Reader:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = _reader(next(a for a in typing.get_args(hint) if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        return _sequence_reader(typing.get_args(hint))
    if isinstance(hint, type) and is_dataclass(hint):
        return lambda value: _record_reader(hint)(value)  # looked up when used: a record may hold itself
    return _scalar_reader(hint)


def _sequence_reader(inner: tuple[Any, ...]) -> _Reader:
    endless = inner[-1] is Ellipsis
    each = [_reader(kind) for kind in inner if kind is not Ellipsis]

    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise _WrongValueError(f"expected an array, got {type(value).__name__}")
        if not endless and len(value) != len(each):
            raise _WrongValueError(f"expected {len(each)} values, got {len(value)}")
        found = []
        for place, (one, of) in enumerate(zip(value, repeat(each[0]) if endless else each, strict=False)):
            try:
                found.append(of(one))
            except _WrongValueError as error:
                error.path = f"[{place}]{error.path}"
                raise
        return tuple(found)

    return read


def _scalar_reader(hint: Any) -> _Reader:
    if isinstance(hint, type) and issubclass(hint, Enum):
        members = {member.value: member for member in hint}
        return _wrong_if(lambda value: members[value], hint)
    if hint is date:
        return _wrong_if(date.fromisoformat, hint)
    checked: type = hint if isinstance(hint, type) else object

    def read(value: object) -> object:
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, checked):
            raise _WrongValueError(f"expected {hint.__name__}, got {value!r}")
        return value

    return read


def _wrong_if(read: _Reader, hint: type) -> _Reader:
    """Return a reader that tells what was expected where `read` fails."""

    def told(value: Any) -> Any:
        try:
            return read(value)
        except (KeyError, TypeError, ValueError) as error:
            raise _WrongValueError(f"expected {hint.__name__}, got {value!r}") from error

    return told
