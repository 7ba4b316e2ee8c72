"""The numbers of one event as a table and as points of a chart."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.numbers import numbers_between
from onrecord.records import DifferenceReason, Event, Hedge, NumberPoint, NumberSeries
from onrecord.text.amounts import hedged, plural
from onrecord.views.words import party_name

__all__ = ["NumberRow", "NumberTable", "number_tables"]

REASON_WORDS: Mapping[DifferenceReason, str] = {
    DifferenceReason.LATER_UPDATE: "later update",
    DifferenceReason.DIFFERENT_SCOPE: "different scope",
    DifferenceReason.RUNNING_TOTAL: "running total against one incident",
    DifferenceReason.ROUNDING: "rounding",
    DifferenceReason.SAME_ORIGIN: "same origin, quoted again",
    DifferenceReason.DISAGREEMENT: "real disagreement",
}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One source's number.

    Attributes:
        party: Party id.
        name: Its readable name.
        day: The day the number holds for, else the day it was said.
        words: The number with its hedge ("up to 8,000").
        low: Lowest value, None when unbounded.
        best: The value named.
        high: Highest value, None when unbounded.
        hedge: How the source qualifies it.
        claim: id of the claim that gives it.
    """

    party: str
    name: str
    day: date | None
    words: str
    low: float | None
    best: float | None
    high: float | None
    hedge: Hedge
    claim: str


@dataclass(frozen=True, slots=True)
class NumberTable:
    """All numbers for one measure of one event.

    Attributes:
        title: What is counted ("soldiers, sent").
        rows: Oldest first.
        differences: Pairs that differ with the reason in words ("Poland 40, Armenia 60: rounding").
    """

    title: str
    rows: tuple[NumberRow, ...]
    differences: tuple[str, ...]

    @property
    def drawable(self) -> bool:
        """True when at least one row has a day and a value, so that a chart shows something."""
        return any(r.day and (r.low, r.best, r.high) != (None, None, None) for r in self.rows)


def number_tables(event: Event, names: Mapping[str, str]) -> tuple[NumberTable, ...]:
    """Return the event's numbers, one table a measure."""
    return tuple(_table(series, names) for series in event.numbers)


def _table(series: NumberSeries, names: Mapping[str, str]) -> NumberTable:
    rows = [_row(point, names) for point in series.series]
    rows.sort(key=lambda row: (row.day or date.max, row.name))
    between = [(_row(a, names), _row(b, names)) for a, b in numbers_between(series)]
    whom = series.population or ""
    told = (plural(series.unit), series.measure, "" if whom.startswith(series.unit) else whom)
    return NumberTable(
        title=", ".join(part for part in told if part),
        rows=tuple(rows),
        differences=tuple(
            f"{a.name} {a.words} / {b.name} {b.words}: {REASON_WORDS[d.reason]}"
            for d, (a, b) in zip(series.differences, between, strict=True)
        ),
    )


def _row(point: NumberPoint, names: Mapping[str, str]) -> NumberRow:
    return NumberRow(
        party=point.party,
        name=party_name(point.party, names),
        day=point.as_of or point.said,
        words=hedged(point),
        low=point.low,
        best=point.best,
        high=point.high,
        hedge=point.hedge,
        claim=point.claim,
    )
