"""Ask a ledger for events, as they stand or as they stood on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.errors import UsageError
from onrecord.ledger import EventFilter, Ledger
from onrecord.reconcile.build import build_event
from onrecord.reconcile.copies import copies_among
from onrecord.reconcile.corrections import corrected, relabelled
from onrecord.reconcile.history import known_on
from onrecord.reconcile.title import names_of
from onrecord.records import Claim, Event
from onrecord.workflow.ask import in_ledger_words

__all__ = ["EventInFull", "ask_event", "ask_events", "ask_why", "event_claims", "stood_on"]


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
        as_of: Show each as a reader of that day's papers could have drawn it up; those of which nothing
            was published yet are left out.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        for event in ledger.reader.events(in_ledger_words(wanted)):
            then = event if as_of is None else stood_on(ledger, event, as_of)
            if then is not None and (wanted.standing in {None, then.standing}):
                yield then


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
        event = found if as_of is None else stood_on(ledger, found, as_of)
        if event is None:
            raise UsageError(f"Nothing about {found.id} was published by {as_of}. Ask for a later day.")
        claims = event_claims(ledger, event)
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
    claims = ledger.reader.claims_by_ids(event.claims)
    return corrected(claims, ledger.reader.decisions_about([claim.anchor for claim in claims]))


def stood_on(ledger: Ledger, event: Event, day: date) -> Event | None:
    """Return an event as the claims published by a day make it, None when there were none.

    Which claims are one event is what is known today; what was known of it is what the day's papers had.
    """
    claims = known_on(event_claims(ledger, event), day)
    if not claims:
        return None
    if len(claims) == len(event.claims):
        return event
    read = (ledger.reader.article(one) for one in sorted({claim.article.id for claim in claims}))
    copies = copies_among(article for article in read if article is not None)
    then = build_event(claims, copies=copies)
    decisions = ledger.reader.decisions_about([claim.anchor for claim in claims])
    return relabelled(then, [claim.anchor for claim in claims], decisions)
