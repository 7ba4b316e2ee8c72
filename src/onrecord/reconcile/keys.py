"""Keys under which the ledger finds what a claim could be one event with.

Two claims are compared only if they share a key, so a new claim meets those about the same parties in the
same weeks, not the whole ledger.
"""

from collections.abc import Iterable
from datetime import date

from onrecord.reconcile.families import family_of
from onrecord.reconcile.telling import Telling

__all__ = ["DAYS", "keys_of"]

DAYS = 30
"""Days of a time bucket. Each telling stands in its own and the next: up to 30 days apart, two meet."""

_UNDATED = "undated"


def keys_of(telling: Telling) -> tuple[str, ...]:
    """Return a telling's keys, sorted.

    A deed with parties: family of its type, party and weeks. One without: family, article; and
    family, place and weeks where a place is told. One without a type: its word and weeks.
    """
    weeks = _buckets(telling.start or telling.end or telling.day)
    family = family_of(telling.type)
    found: set[str] = set()
    if telling.type is None:
        found |= _with(f"word:{telling.head}", weeks)
    for party in telling.parties:
        found |= _with(f"{family}:party:{party}", weeks)
    for place in telling.places:
        found |= _with(f"{family}:place:{place}", weeks)
    found.add(f"{family}:article:{telling.article}")
    return tuple(sorted(found))


def _buckets(day: date | None) -> tuple[str, ...]:
    if day is None:
        return (_UNDATED,)
    number = day.toordinal() // DAYS
    return (str(number), str(number + 1))


def _with(stem: str, weeks: Iterable[str]) -> set[str]:
    return {f"{stem}:{week}" for week in weeks}
