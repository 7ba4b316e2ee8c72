"""Keys under which the ledger finds what a claim could be one event with.

Two claims are compared only if they share a key, so a new claim meets those about the same parties in the
same weeks, not the whole ledger.
"""

from collections.abc import Iterable
from itertools import combinations

from onrecord.reconcile.families import family_of, is_mutual
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.weights import linking_weights

__all__ = ["DAYS", "asked_keys", "keys_of"]

DAYS = 30
"""Days of a time bucket. Each telling stands in its own and the next: up to 30 days apart, two meet."""

_UNDATED = "undated"
_LONGEST = 13
"""Buckets of a stretch filed under each of them, a year; a longer one is filed under when it was told."""


def keys_of(telling: Telling) -> tuple[str, ...]:
    """Return the keys under which a telling is kept, sorted.

    One that tells both sides of the deed is kept under each pair of them and, for tellings that name only
    one side, under each party; one that tells one side under its parties; one without a type or without
    parties under the group of its word. All are kept under their article and, with the type's family, their
    place.
    """
    return _keys(telling, "side", "side")


def asked_keys(telling: Telling) -> tuple[str, ...]:
    """Return the keys under which to look for what a telling may be one event with, sorted.

    One that tells both sides looks for the same pair and for tellings of one side only: with another telling
    of both sides it shares a pair or is another deed.
    """
    return _keys(telling, "one", "")


def _keys(telling: Telling, both_sides: str, one_side: str) -> tuple[str, ...]:
    weeks = _buckets(telling)
    family = family_of(telling.type)
    found = {f"{family}:article:{telling.article}"}
    if telling.type is None or not telling.parties:
        found |= _with(f"{family}:word:{linking_weights().group_of(telling.head)}", weeks)
    pairs = _pairs(telling)
    for left, right in pairs:
        found |= _with(f"{family}:pair:{left}:{right}", weeks)
    for party in telling.parties:
        if pairs:
            found |= _with(f"{family}:{both_sides}:{party}", weeks)
            continue
        found |= _with(f"{family}:side:{party}", weeks)
        if one_side != "":
            found |= _with(f"{family}:one:{party}", weeks)
    for place in telling.places:
        found |= _with(f"{family}:place:{place}", weeks)
    return tuple(sorted(found))


def _pairs(telling: Telling) -> set[tuple[str, str]]:
    """Return the pairs of parties of a deed, in the order of the alphabet; none when one side is told."""
    if is_mutual(telling.type):
        return set(combinations(sorted(telling.parties), 2))
    others = telling.recipients | telling.against
    return {(min(a, b), max(a, b)) for a in telling.actors for b in others if a != b}


def _buckets(telling: Telling) -> tuple[str, ...]:
    """Return the buckets of all days on which a deed can have happened, and the one after."""
    first = telling.start or telling.end or telling.day
    last = telling.end or telling.day or first
    if first is None or last is None:
        return (_UNDATED,)
    start, end = first.toordinal() // DAYS, max(first, last).toordinal() // DAYS
    if end - start > _LONGEST:
        start = end = (telling.day or last).toordinal() // DAYS
    return tuple(str(number) for number in range(start, end + 2))


def _with(stem: str, weeks: Iterable[str]) -> set[str]:
    return {f"{stem}:{week}" for week in weeks}
