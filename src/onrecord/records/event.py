"""A reconciled event: what several claims are about, with who stands where.

The shape is the contract's `onrecord.event/1`.
"""

from dataclasses import dataclass
from datetime import date

from onrecord.records.claim import Place, When
from onrecord.records.vocabulary import DifferenceReason, EventType, Hedge, Side, Stance, Standing, Status

__all__ = ["Change", "Difference", "Event", "NumberPoint", "NumberSeries", "OriginGroup", "Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """What one party is on record with about an event.

    Attributes:
        party: Party id; "outlet:NAME" for an outlet's own voice.
        side: Its part in the event.
        stance: What it does with the content.
        said: The day it spoke.
        claims: ids of the claims that show it.
        latest: False when the same party said something newer.
    """

    party: str
    side: Side
    stance: Stance
    said: date | None
    claims: tuple[str, ...]
    latest: bool = True


@dataclass(frozen=True, slots=True)
class NumberPoint:
    """One source's number at one day."""

    party: str
    hedge: Hedge
    claim: str
    said: date | None = None
    as_of: date | None = None
    low: float | None = None
    best: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims whose numbers differ, and why."""

    between: tuple[str, str]
    reason: DifferenceReason


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """All numbers for one measure of one event."""

    unit: str
    series: tuple[NumberPoint, ...]
    measure: str | None = None
    population: str | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class OriginGroup:
    """Claims folded to one independent origin, and why."""

    origin: str
    claims: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an event's status, standing or numbers, with the claim that brought it."""

    day: date | None
    field: str
    before: str | None
    to: str
    claim: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several claims are about.

    Attributes:
        id: Stable id, from the anchor of its first claim.
        title: One readable line ("North Korea sends troops to Russia").
        actors, recipients, against, silent: Party ids.
        standing: Who is on record, by the written rule named in `standing_rule`.
        origins: Independent origins after folding copies, citing chains and bodies of one state.
        voices: Who said what, when.
        claims: ids of the claims, in order of day, then article, then place in the text.
        replaces: ids of events merged into this one.
    """

    id: str
    type: EventType | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    standing: Standing
    standing_rule: str
    status: Status
    voices: tuple[Voice, ...]
    origins: int
    numbers: tuple[NumberSeries, ...]
    claims: tuple[str, ...]
    title: str = ""
    mode: str | None = None
    context: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    history: tuple[Change, ...] = ()
    silent: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    origin_groups: tuple[OriginGroup, ...] = ()
    replaces: tuple[str, ...] = ()
