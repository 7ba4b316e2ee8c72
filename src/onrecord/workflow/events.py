"""Ask a ledger for events, as they stand or as they stood on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.errors import UsageError
from onrecord.ledger import EventFilter, Ledger
from onrecord.reconcile.title import names_of
from onrecord.records import Claim, Event
from onrecord.workflow.as_of import AsOf
from onrecord.workflow.ask import as_corrected, in_ledger_words

__all__ = ["EventInFull", "ask_event", "ask_events", "ask_why", "event_claims"]


@dataclass(frozen=True, slots=True)
class EventInFull:
    """An event with its claims and the names of its parties.

    Attributes:
        event: As it stands, or as it stood on the day asked for.
        claims: Its claims, in its order.
        names: Party id → readable name.
    """

    event: Event
    claims: tuple[Claim, ...]
    names: Mapping[str, str]


def ask_events(url: str, wanted: EventFilter, as_of: date | None = None) -> Iterator[Event]:
    """Return the events asked for.

    Args:
        url: Of a ledger that is there.
        wanted: `party` may also be what a state, its people or its government are called.
        as_of: Return the events in which the claims of those asked for were on that day, as the articles
            published and the decisions made by then group them.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        events = ledger.reader.events(in_ledger_words(wanted))
        if as_of is None:
            yield from events
            return
        then, told = AsOf(ledger, as_of), set()
        for event in (one for today in events for one in then.events(today)):
            if event.id not in told and wanted.standing in {None, event.standing}:
                told.add(event.id)
                yield event


def ask_event(url: str, name: str, as_of: date | None = None) -> EventInFull:
    """Return one event with its claims.

    Args:
        url: Of a ledger that is there.
        name: id of an event, also one merged into another since, or id of one of its claims.
        as_of: As in `ask_events`.

    Raises:
        UsageError: There is no such event, or nothing of it was published by that day.
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        found = find_event(ledger, name)
        if as_of is None:
            claims = event_claims(ledger, found)
            return EventInFull(found, claims, names_of(claims))
        then = AsOf(ledger, as_of)
        event = then.event(found, name)
        if event is None:
            raise UsageError(f"Nothing about {found.id} was published by {as_of}. Ask for a later day.")
        claims = then.claims(event)
        return EventInFull(event, claims, names_of(claims))


def ask_why(url: str, event: str, claim: str) -> str:
    """Return why a claim belongs to an event, as JSON.

    Raises:
        UsageError: There is no such event, or the claim is not in it.
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        found = find_event(ledger, event)
        told = ledger.reader.why(found.id, claim)
    if told is None:
        raise UsageError(
            f"Claim {claim} is not in {found.id}. List the claims of the event with: onrecord who {found.id}"
        )
    return told


def find_event(ledger: Ledger, name: str) -> Event:
    """Return the event of an id, of an id merged into it, or of one of its claims.

    Raises:
        UsageError: There is none.
    """
    event = ledger.reader.event(name)
    if event is not None:
        return event
    claim = ledger.reader.claim(name)
    events = () if claim is None else ledger.reader.events_of([claim.anchor])
    if not events:
        raise UsageError(f"There is no event {name} in the ledger. List events with: onrecord events")
    return events[0]


def event_claims(ledger: Ledger, event: Event) -> tuple[Claim, ...]:
    """Return the claims of an event in its order, as people corrected them."""
    return as_corrected(ledger, ledger.reader.claims_by_ids(event.claims))
