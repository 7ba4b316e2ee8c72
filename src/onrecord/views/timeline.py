"""Claims about one event by day and family of stance."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.telling import day_of
from onrecord.records import Claim
from onrecord.views.words import FAMILY_WORDS, Family, family_of

__all__ = ["TimelineCell", "timeline"]


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """How many claims of one family were made on one day.

    Attributes:
        day: The day the sources spoke, as the voices have it: the last of several; the day of publication
            where that cannot be told.
        family: The family of stances.
        words: Its stances in words.
        count: Claims, at least 1.
    """

    day: date
    family: Family
    words: str
    count: int


def timeline(claims: Iterable[Claim]) -> tuple[TimelineCell, ...]:
    """Return the cells of the timeline, oldest day first; claims without any day are left out."""
    days = ((day_of(claim), family_of(claim.stance)) for claim in claims)
    counts = Counter((day, family) for day, family in days if day is not None)
    order = list(FAMILY_WORDS)
    return tuple(
        TimelineCell(day, family, FAMILY_WORDS[family], count)
        for (day, family), count in sorted(counts.items(), key=lambda c: (c[0][0], order.index(c[0][1])))
    )
