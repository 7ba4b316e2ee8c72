"""The front page, the list of events, and one event."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from onrecord.ledger import ClaimFilter, EventFilter
from onrecord.records import EventType, Stance, Standing, Status
from onrecord.views.changes import ChangeRow, change_row
from onrecord.views.event_page import EventPage, event_page
from onrecord.views.event_row import EventRow, event_row
from onrecord.views.facets import Facet, FacetValue
from onrecord.views.words import DEED_WORDS, STATUS_WORDS, party_name, stance_words, standing_words
from onrecord.web.fields import Asked, event_filter
from onrecord.web.pages.built import Built, Table
from onrecord.web.room import Room, missing

__all__ = ["EVENT_FIELDS", "EventList", "Front", "event", "event_table", "events", "events_table", "front"]

EVENT_FIELDS = (
    "q", "party", "type", "stance", "status", "standing", "outlet", "since", "until", "after", "limit",
)  # fmt: skip
SHOWN_CLAIMS = 150
_CHANGES = 8
_FACET_VALUES = 12


@dataclass(frozen=True, slots=True)
class EventList:
    """Events asked for, the newest first.

    Attributes:
        events: The events of this page.
        facets: What the list can be narrowed by.
    """

    events: tuple[EventRow, ...]
    facets: tuple[Facet, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The front page.

    Attributes:
        seen: The end of the reader's last visit; None at the first.
        changes: What changed since then, the newest first; at most eight.
        events: Events asked for.
        facets: What the list can be narrowed by.
    """

    seen: datetime | None
    changes: tuple[ChangeRow, ...]
    events: tuple[EventRow, ...]
    facets: tuple[Facet, ...]


def front(room: Room, asked: Asked, seen: datetime | None) -> Built:
    """Return the front page.

    Args:
        seen: The end of the reader's last visit.
    """
    listed = events(room, asked)
    shown = cast(EventList, listed.data)
    changes: tuple[ChangeRow, ...] = ()
    if seen is not None:
        found = room.ledger.tallies.changed(seen, _CHANGES)
        changes = tuple(change_row(c.at, c.event, c.before) for c in found)
    return Built(Front(seen, changes, shown.events, shown.facets), listed.next)


def events(room: Room, asked: Asked) -> Built:
    """Return a page of events."""
    wanted = event_filter(asked, room.unseal(asked.values.get("after")))
    page = room.ledger.reader.events_page(wanted)
    facets = room.remembered(
        ("facets", replace(wanted, after=None, limit=None)), lambda: _facets(room, wanted)
    )
    return Built(EventList(tuple(event_row(e) for e in page.items), facets), room.seal(page.next))


def event(room: Room, _asked: Asked, event_id: str) -> Built:
    """Return one event.

    Raises:
        RequestError: There is none of that id.
    """
    found = room.ledger.reader.event(event_id)
    if found is None:
        raise missing("event", event_id)
    claims = room.ledger.reader.claims_by_ids(found.claims[:SHOWN_CLAIMS])
    likely = EventFilter(party=found.actors[0] if found.actors else None, type=found.type, limit=40)
    alike = room.ledger.reader.events_page(likely).items if found.actors else ()
    return Built(event_page(found, claims, alike))


def events_table(data: object) -> Table:
    """Return a list of events as a table."""
    header = ("id", "title", "type", "standing", "status", "origins", "claims", "first", "last")
    rows = cast(EventList | Front, data).events
    return Table(
        header,
        tuple(
            (r.id, r.title, r.type, r.standing, r.status, r.origins, r.claims, r.first, r.last) for r in rows
        ),
    )


def event_table(data: object) -> Table:
    """Return an event's claims as a table."""
    from onrecord.web.pages.claims import claims_rows

    return claims_rows(cast(EventPage, data).claims)


def _facets(room: Room, wanted: EventFilter) -> tuple[Facet, ...]:
    """Return the facets of a list; stances, outlets and parties are counted in claims, which is quick."""
    told = ClaimFilter(
        party=wanted.party,
        type=wanted.type,
        stance=wanted.stance,
        status=wanted.status,
        outlet=wanted.outlet,
        since=wanted.since,
        until=wanted.until,
        text=wanted.text,
    )
    tallies = room.ledger.tallies
    by_event = [
        ("standing", "Standing", tallies.events_by("standing", replace(wanted, standing=None))),
        ("type", "Deed", tallies.events_by("type", replace(wanted, type=None))),
        ("status", "Status", tallies.events_by("status", replace(wanted, status=None))),
    ]
    stances = tallies.claims_by("stance", replace(told, stance=None), 20)
    outlets = tallies.claims_by("outlet", replace(told, outlet=None), _FACET_VALUES)
    parties = tallies.parties(replace(told, party=None), _FACET_VALUES)
    facets = [Facet(n, label, "events", _values(n, counts)) for n, label, counts in by_event]
    facets.append(Facet("stance", "Stance", "claims", _values("stance", stances)))
    facets.append(Facet("party", "Party", "claims", _values("party", parties)))
    facets.append(Facet("outlet", "Outlet", "claims", _values("outlet", outlets)))
    return tuple(facet for facet in facets if facet.values)


def _values(name: str, counts: tuple[tuple[str, int], ...]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, _label(name, value), count) for value, count in counts)


def _label(name: str, value: str) -> str:
    match name:
        case "standing":
            return standing_words(Standing(value))
        case "type":
            return DEED_WORDS[EventType(value)]
        case "status":
            return STATUS_WORDS[Status(value)]
        case "stance":
            return stance_words(Stance(value))
        case "party":
            return party_name(value)
        case _:
            return value
