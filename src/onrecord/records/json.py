"""Records to the contract's JSON and back, from the dataclasses alone.

The dataclass is the one definition: keys are field names, enums their values, days ISO 8601,
tuples arrays. The few places where the public key is another are listed here and nowhere else.
"""

import json as standard_json
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
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
    return cast(R, _record(kind, value, kind.__name__))


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if is_dataclass(value) and not isinstance(value, type):
        kind = type(value)
        head: dict[str, Any] = {"schema": _SCHEMAS[kind]} if kind in _SCHEMAS else {}
        if isinstance(value, Article):
            head["sha256"] = value.sha256
        renamed = _RENAMED.get(kind, {})
        return head | {renamed.get(f.name, f.name): _plain(getattr(value, f.name)) for f in fields(value)}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _record(kind: type, value: object, path: str) -> object:
    if not isinstance(value, dict):
        raise RecordError(f"{path}: expected an object, got {type(value).__name__}")
    renamed = _RENAMED.get(kind, {})
    hints = _hints(kind)
    found = {
        f.name: _value(hints[f.name], value[renamed.get(f.name, f.name)], f"{path}.{f.name}")
        for f in fields(kind)
        if renamed.get(f.name, f.name) in value
    }
    try:
        return kind(**found)
    except TypeError as error:
        raise RecordError(f"{path}: {error}") from error


def _value(hint: Any, value: object, path: str) -> object:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        inner = next(a for a in typing.get_args(hint) if a is not type(None))
        return _value(inner, value, path)
    if origin is tuple:
        return _sequence(typing.get_args(hint), value, path)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint, value, path)
    return _scalar(hint, value, path)


def _sequence(inner: tuple[Any, ...], value: object, path: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise RecordError(f"{path}: expected an array, got {type(value).__name__}")
    kinds = inner[:1] * len(value) if inner[-1] is Ellipsis else inner
    return tuple(_value(k, v, f"{path}[{i}]") for i, (k, v) in enumerate(zip(kinds, value, strict=True)))


def _scalar(hint: Any, value: object, path: str) -> object:
    try:
        if hint is date:
            return date.fromisoformat(cast(str, value))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(value)
        if hint is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
    except (TypeError, ValueError) as error:
        raise RecordError(f"{path}: expected {hint.__name__}, got {value!r}") from error
    if isinstance(hint, type) and not isinstance(value, hint):
        raise RecordError(f"{path}: expected {hint.__name__}, got {value!r}")
    return value
