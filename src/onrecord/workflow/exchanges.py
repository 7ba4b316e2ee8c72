"""Ask a ledger what passes between two parties."""

from collections.abc import Mapping
from datetime import date

from onrecord.ledger import EventFilter, Ledger
from onrecord.reconcile.exchanges import Exchange, exchanges_of
from onrecord.reconcile.title import names_of
from onrecord.records import Claim, Event
from onrecord.workflow.as_of import AsOf
from onrecord.workflow.ask import party_called
from onrecord.workflow.events import event_claims

__all__ = ["ask_exchanges", "exchange_events"]


def ask_exchanges(
    url: str, left: str, right: str, as_of: date | None = None
) -> tuple[tuple[Exchange, ...], Mapping[str, str]]:
    """Return what passes between two parties, both ways, and the names of all parties in it.

    Args:
        url: Of a ledger that is there.
        left, right: What the parties are called: "PRK", "North Korea", "Pyongyang".
        as_of: Show it as the papers of that day had it.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    first, second = party_called(left), party_called(right)
    with Ledger.open(url, create=False) as ledger:
        events, claims = exchange_events(ledger, first, second, as_of)
    return exchanges_of(first, second, events, claims), names_of(list(claims.values()))


def exchange_events(
    ledger: Ledger, left: str, right: str, as_of: date | None = None
) -> tuple[list[Event], dict[str, Claim]]:
    """Return the events in which something passes between two parties, and their claims as corrected, by id.

    Args:
        ledger: Where they are.
        left, right: Party ids.
        as_of: As in `ask_exchanges`.
    """
    then = None if as_of is None else AsOf(ledger, as_of)
    found: dict[str, Event] = {}
    for today in ledger.reader.events(EventFilter(party=left)):
        found |= {event.id: event for event in ((today,) if then is None else then.events(today))}
    events: list[Event] = []
    claims: dict[str, Claim] = {}
    for event in found.values():
        if {left, right} <= {*event.actors, *event.recipients} and event.items:
            events.append(event)
            told = event_claims(ledger, event) if then is None else then.claims(event)
            claims |= {claim.id: claim for claim in told}
    return events, claims
