"""The front page, the list of events, and one event."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

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
from onrecord.workflow.ask import as_corrected

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
    claims = as_corrected(room.ledger, room.ledger.reader.claims_by_ids(found.claims[:SHOWN_CLAIMS]))
    alike = room.ledger.tallies.events_alike(found)
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
    kinds = tallies.events_by(replace(wanted, standing=None, type=None, status=None))
    of = {"standing": wanted.standing, "type": wanted.type, "status": wanted.status}
    facets = [
        Facet(name, label, "events", _values(name, _summed(kinds, at, tuple(of.values()))))
        for at, (name, label) in enumerate((("standing", "Standing"), ("type", "Deed"), ("status", "Status")))
    ]
    spoken = tallies.claims_by(replace(told, stance=None, outlet=None))
    here = (wanted.stance, wanted.outlet)
    facets.append(Facet("stance", "Stance", "claims", _values("stance", _summed(spoken, 0, here))))
    any_party = replace(told, party=None)
    parties = room.remembered(("parties", any_party), lambda: tallies.parties(any_party, _FACET_VALUES))
    facets.append(Facet("party", "Party", "claims", _values("party", parties)))
    outlets = _summed(spoken, 1, here)[:_FACET_VALUES]
    facets.append(Facet("outlet", "Outlet", "claims", _values("outlet", outlets)))
    return tuple(facet for facet in facets if facet.values)


def _summed(
    counts: Iterable[tuple[Any, ...]], at: int, chosen: tuple[str | None, ...]
) -> tuple[tuple[str, int], ...]:
    """Return the counts of one column where all others are as chosen, the commonest first.

    Args:
        counts: A value a column, and last the count.
        at: Which column.
        chosen: The value each column is narrowed to, None where it is not.
    """
    found: Counter[str] = Counter()
    for *values, count in counts:
        others = [(v, c) for i, (v, c) in enumerate(zip(values, chosen, strict=True)) if i != at]
        if values[at] is not None and all(c is None or str(v).lower() == c.lower() for v, c in others):
            found[values[at]] += count
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


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
