"""What changed about an event since a moment, in one line."""

from dataclasses import dataclass
from datetime import datetime

from onrecord.records import Event
from onrecord.views.event_row import EventRow, event_row
from onrecord.views.words import STATUS_WORDS, standing_words

__all__ = ["ChangeRow", "change_row"]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One event that is new or not as it was.

    Attributes:
        at: When the ledger recorded it, UTC.
        event: The event as it stands.
        new: True when there was no such event at the moment asked from.
        words: What changed ("disputed, was alleged; 3 new claims").
    """

    at: datetime
    event: EventRow
    new: bool
    words: str


def change_row(at: datetime, event: Event, before: Event | None) -> ChangeRow:
    """Return what changed between two states of an event.

    Args:
        at: When the state was recorded.
        event: As it stands.
        before: As it stood before; None when it is new.
    """
    return ChangeRow(at, event_row(event), before is None, _words(event, before))


def _words(event: Event, before: Event | None) -> str:
    if before is None:
        return f"new: {standing_words(event.standing)}, {_count(len(event.claims), 'claim')}"
    told: list[str] = []
    if event.standing is not before.standing:
        told.append(f"{standing_words(event.standing)}, was {standing_words(before.standing)}")
    if event.status is not before.status:
        told.append(f"{STATUS_WORDS[event.status]}, was {STATUS_WORDS[before.status]}")
    if event.origins != before.origins:
        told.append(f"{_count(event.origins, 'origin')}, was {before.origins}")
    if added := len(set(event.claims) - set(before.claims)):
        told.append(_count(added, "new claim"))
    if gone := len(set(before.claims) - set(event.claims)):
        told.append(f"{_count(gone, 'claim')} gone")
    points, were = (sum(len(n.series) for n in e.numbers) for e in (event, before))
    if points > were:
        told.append(_count(points - were, "new number"))
    return "; ".join(told) or "its details"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
