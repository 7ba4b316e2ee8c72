"""A brief of what a ledger has on record since a day."""

from datetime import date

from onrecord.ledger import EventFilter, Ledger
from onrecord.reconcile.title import names_of
from onrecord.records import Claim
from onrecord.views.brief import Brief, brief_of
from onrecord.views.words import party_name
from onrecord.workflow.ask import in_ledger_words, party_called

__all__ = ["ask_brief"]


def ask_brief(url: str, since: date, party: str | None = None) -> Brief:
    """Return what is new, changed, disputed and to be watched.

    Args:
        url: Of a ledger that is there.
        since: First day, by when it was said.
        party: What a party is called, to tell only of its events.

    Raises:
        LedgerError: There is no ledger, or it cannot be read.
    """
    with Ledger.open(url, create=False) as ledger:
        wanted = EventFilter(party=party, since=since)
        events = list(ledger.reader.events(in_ledger_words(wanted)))
        claims: list[Claim] = []
        for event in events:
            claims += ledger.reader.claims_by_ids(event.claims)
    names = names_of(claims)
    called = None if party is None else party_name(party_called(party), names)
    return brief_of(events, since, names, called)
