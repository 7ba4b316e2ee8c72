"""The events of a ledger as they stood on a day: grouped anew from what was published and decided by then."""

from collections.abc import Sequence
from datetime import date

from onrecord.ledger import Ledger
from onrecord.records import Claim, Event
from onrecord.workflow.neighbours import Neighbours

__all__ = ["AsOf"]


class AsOf:
    """Answers as the ledger would have on a day, with the articles, claims and decisions known by then.

    Which claims are one event can differ from today: a later article may have joined two events, or drawn a
    claim away. Only what chains of likely pairs connect with the claims asked about is grouped.

    Args:
        ledger: Where claims are.
        day: The day.
    """

    def __init__(self, ledger: Ledger, day: date) -> None:
        self._reader = ledger.reader
        self._neighbours = Neighbours(ledger, day)
        self._home: dict[str, Event | None] = {}

    def events(self, event: Event) -> tuple[Event, ...]:
        """Return the events in which the claims of one of today's events were that day, in its order."""
        known = self._neighbours.known(self._reader.claims_by_ids(event.claims))
        missing = [claim for claim in known if claim.id not in self._home]
        if missing:
            self._group(missing)
        found = (self._home[claim.id] for claim in known)
        return tuple({event.id: event for event in found if event is not None}.values())

    def event(self, event: Event, claim: str | None = None) -> Event | None:
        """Return what stood for one of today's events: the event that held most of its claims.

        Args:
            event: As it stands today.
            claim: id of a claim; if it was known, its event is returned.
        """
        then = self.events(event)
        if claim is not None:
            then = tuple(one for one in then if claim in one.claims) or then
        there = set(event.claims)
        return max(then, key=lambda one: len(there.intersection(one.claims)), default=None)

    def claims(self, event: Event) -> tuple[Claim, ...]:
        """Return the claims of an event of that day in its order, as people had corrected them."""
        return self._neighbours.corrected(self._reader.claims_by_ids(event.claims))

    def _group(self, claims: Sequence[Claim]) -> None:
        region: dict[str, Claim] = {}
        frontier = {claim.id: claim for claim in claims}
        while frontier:
            region |= frontier
            around = list(frontier.values())
            found = (*self._neighbours.likely_with(around), *self._neighbours.decided_with(around))
            frontier = {claim.id: claim for claim in found if claim.id not in region}
        self._home |= dict.fromkeys(region)
        for event in self._neighbours.grouped(list(region.values())).events:
            self._home |= dict.fromkeys(event.claims, event)
