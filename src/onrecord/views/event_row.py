"""An event as one row of a list: title, standing, origins, newest voices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.records import Event, EventType, Stance, Standing, Status
from onrecord.views.words import Family, deed_words, family_of, party_name, stance_words

__all__ = ["EventRow", "NewestVoice", "event_row", "event_title"]

_NEWEST = 3


@dataclass(frozen=True, slots=True)
class NewestVoice:
    """What one party last said.

    Attributes:
        party: Party id.
        name: Its readable name.
        stance: What it did with the content.
        words: The stance as a verb.
        family: The family the stance is coloured and shaped by.
        said: The day, None where not known.
    """

    party: str
    name: str
    stance: Stance
    words: str
    family: Family
    said: date | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in a list.

    Attributes:
        id: The event's id.
        title: One line.
        type: PLOVER type; None for a statement.
        deed: The type and mode in words.
        standing: Who is on record.
        status: How it stands.
        origins: Independent origins.
        claims: How many claims it has.
        first: First day something was said about it.
        last: Last such day.
        newest: The newest voices, at most three.
    """

    id: str
    title: str
    type: EventType | None
    deed: str
    standing: Standing
    status: Status
    origins: int
    claims: int
    first: date | None
    last: date | None
    newest: tuple[NewestVoice, ...]


def event_row(event: Event, names: Mapping[str, str] | None = None) -> EventRow:
    """Return an event as a row."""
    days = sorted(v.said for v in event.voices if v.said is not None)
    latest = sorted(
        (v for v in event.voices if v.latest), key=lambda v: (v.said or date.min, v.party), reverse=True
    )
    return EventRow(
        id=event.id,
        title=event_title(event, names),
        type=event.type,
        deed=deed_words(event.type, event.mode),
        standing=event.standing,
        status=event.status,
        origins=event.origins,
        claims=len(event.claims),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        newest=tuple(
            NewestVoice(
                party=v.party,
                name=party_name(v.party, names),
                stance=v.stance,
                words=stance_words(v.stance),
                family=family_of(v.stance),
                said=v.said,
            )
            for v in latest[:_NEWEST]
        ),
    )


def event_title(event: Event, names: Mapping[str, str] | None = None) -> str:
    """Return the event's title; where it has none, its parties and deed."""
    if event.title:
        return event.title
    actors = ", ".join(party_name(p, names) for p in event.actors) or "Somebody"
    recipients = ", ".join(party_name(p, names) for p in event.recipients)
    deed = deed_words(event.type, event.mode)
    return f"{actors}: {deed}" + (f", {recipients}" if recipients else "")
