"""How an event came to stand as it does: changes of status, standing and numbers, each with its claim."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.telling import day_of
from onrecord.records import Change, Claim, NumberSeries, Standing, Status
from onrecord.text.amounts import counted, hedged

__all__ = ["State", "history_of", "known_on"]


@dataclass(frozen=True, slots=True)
class State:
    """How an event stands after the claims of one day."""

    status: Status
    standing: Standing
    numbers: tuple[NumberSeries, ...]


def history_of(claims: Sequence[Claim], state: Callable[[Sequence[Claim]], State]) -> tuple[Change, ...]:
    """Return the changes of an event in their order.

    Claims of one day are laid together, so that an accusation and its denial in one report make one change.

    Args:
        claims: Claims of the event, in their fixed order.
        state: From the claims known so far to how the event stands.
    """
    changes: list[Change] = []
    before: State | None = None
    for end in _day_ends(claims):
        now = state(claims[:end])
        changes += _changes(before, now, claims[:end])
        before = now
    return tuple(changes)


def known_on(claims: Iterable[Claim], day: date) -> tuple[Claim, ...]:
    """Return the claims that a reader of that day's papers could know; those without a day are left out."""
    return tuple(c for c in claims if (known := c.article.published or day_of(c)) and known <= day)


def _day_ends(claims: Sequence[Claim]) -> list[int]:
    days = [day_of(claim) for claim in claims]
    return [i + 1 for i in range(len(days)) if i + 1 == len(days) or days[i + 1] != days[i]]


def _changes(before: State | None, now: State, claims: Sequence[Claim]) -> list[Change]:
    last = claims[-1]
    day = day_of(last)
    found = []
    if before is None or before.status is not now.status:
        old = None if before is None else before.status.value
        found.append(Change(day, "status", old, now.status.value, _telling(claims, now.status)))
    if before is None or before.standing is not now.standing:
        old = None if before is None else before.standing.value
        found.append(Change(day, "standing", old, now.standing.value, _newest(claims)))
    return found + _number_changes(before, now, day)


def _number_changes(before: State | None, now: State, day: date | None) -> list[Change]:
    old = {} if before is None else {(s.unit, s.measure): s.series for s in before.numbers}
    found = []
    for series in now.numbers:
        earlier = old.get((series.unit, series.measure), ())
        what = f" {series.measure}" if series.measure else ""
        for point in series.series[len(earlier) :]:
            of_party = [p for p in earlier if p.party == point.party]
            was = counted(hedged(of_party[-1]), series.unit) + what if of_party else None
            told = counted(hedged(point), series.unit) + what
            found.append(Change(day, "numbers", was, told, point.claim))
    return list(dict.fromkeys(found))  # a number that several give together is one change


def _telling(claims: Sequence[Claim], status: Status) -> str:
    return next((c.id for c in reversed(claims) if c.event and c.event.status is status), claims[-1].id)


def _newest(claims: Sequence[Claim]) -> str:
    """Return the first claim of the newest day: it brought the change."""
    day = day_of(claims[-1])
    return next(c.id for c in claims if day_of(c) == day)
