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

__all__ = ["ask_exchanges"]


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
    events: list[Event] = []
    claims: dict[str, Claim] = {}
    with Ledger.open(url, create=False) as ledger:
        then = None if as_of is None else AsOf(ledger, as_of)
        found: dict[str, Event] = {}
        for today in ledger.reader.events(EventFilter(party=first)):
            found |= {event.id: event for event in ((today,) if then is None else then.events(today))}
        for event in found.values():
            if {first, second} <= {*event.actors, *event.recipients} and event.items:
                events.append(event)
                told = event_claims(ledger, event) if then is None else then.claims(event)
                claims |= {claim.id: claim for claim in told}
    return exchanges_of(first, second, events, claims), names_of(list(claims.values()))
