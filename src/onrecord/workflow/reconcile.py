"""Bring the events of a ledger up to date with its claims.

Whatever changed, all claims that any chain of likely pairs connects with it are grouped anew, in a fixed
order. So adding articles one by one, in any order, ends with the same events as doing all at once.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from onrecord.ledger import Ledger
from onrecord.progress import Progress, silent
from onrecord.reconcile.corrections import corrected
from onrecord.reconcile.keys import keys_of
from onrecord.reconcile.telling import telling_of
from onrecord.records import Claim, Decision, DecisionKind, Event
from onrecord.workflow.chunks import in_chunks
from onrecord.workflow.neighbours import CHUNK, Neighbours

__all__ = ["ReconcileReport", "keys_for", "reconcile_ledger", "set_keys"]

_PAUSE = 0.1  # seconds between blocks: whoever waits to write to SQLite tries again at least that often


@dataclass(frozen=True, slots=True)
class ReconcileReport:
    """What reconciling changed.

    Attributes:
        claims: Claims looked at.
        events: Events they are in.
        changed: Rows of events added or withdrawn.
        unfit: Decision → why it does not fit what it is about (any more); it was passed over.
    """

    claims: int = 0
    events: int = 0
    changed: int = 0
    unfit: Mapping[Decision, str] = field(default_factory=dict)


def keys_for(claims: Iterable[Claim], decisions: Sequence[Decision] = ()) -> dict[str, tuple[str, ...]]:
    """Return claim id → the keys under which the ledger finds it when another claim is linked.

    Args:
        claims: As they were read.
        decisions: Standing ones about them. Keys are of what people fixed; a claim they rejected keeps its
            own, as it stands on days before that.
    """
    fixes = [decision for decision in decisions if decision.kind is DecisionKind.FIX]
    tellings = ((claim.id, telling_of(claim)) for claim in corrected(claims, fixes))
    return {name: () if telling is None else keys_of(telling) for name, telling in tellings}


def set_keys(ledger: Ledger, claims: Sequence[Claim]) -> None:
    """Give claims of a ledger the keys of what they tell, as people fixed it."""
    with ledger.writing():
        decisions = ledger.reader.decisions_about([claim.anchor for claim in claims])
        ledger.writer.set_claim_keys(keys_for(claims, decisions))


def reconcile_ledger(
    ledger: Ledger,
    *,
    clock: Callable[[], datetime],
    whole: bool = False,
    progress: Progress = silent,
) -> ReconcileReport:
    """Bring events up to date, and return what that changed. Doing it again changes nothing.

    Args:
        ledger: Where claims are and events go.
        clock: Gives the moment, with a time zone.
        whole: Do it for every claim rather than those added, withdrawn or decided about since the last time.
        progress: Told after each block of claims.

    Raises:
        LedgerError: The ledger cannot be read or written.
    """
    report = ReconcileReport()
    done: set[str] = set()
    if whole:
        for some in in_chunks(ledger.reader.claims(), CHUNK):
            set_keys(ledger, some)
    for seeds in _seeds(ledger, whole):
        fresh = [claim for claim in seeds if claim.id not in done]
        if fresh:
            if done:
                time.sleep(_PAUSE)
            report = _reconcile_block(ledger, fresh, done, report, clock)
            progress(report.claims, None, f"{report.events} events")
    return report


def _seeds(ledger: Ledger, whole: bool) -> Iterator[list[Claim]]:
    """Return the claims to start from, in chunks; a withdrawn claim leads to those it stood with."""
    if whole:
        yield from in_chunks(ledger.reader.claims(), CHUNK)
    yield from in_chunks((claim for claim, _ in ledger.reader.touched()), CHUNK)


def _reconcile_block(
    ledger: Ledger,
    fresh: Sequence[Claim],
    done: set[str],
    report: ReconcileReport,
    clock: Callable[[], datetime],
) -> ReconcileReport:
    """Bring the events of some claims, and of all that chains connect with them, up to date.

    Another run may have changed anything since the last block, so all is read anew, while nobody else writes.
    """
    with ledger.writing():
        neighbours = Neighbours(ledger)
        region = _region(ledger, neighbours, fresh)
        old = ledger.reader.events_of(sorted({c.anchor for c in (*region.values(), *fresh)}))
        found = neighbours.grouped(list(region.values()))
        events = _with_aliases(found.events, old)
        gone = {event.id for event in old} - {event.id for event in events}
        settled = {*region, *(claim.id for claim in fresh)}
        changed = ledger.writer.put_events(
            events, at=clock(), gone=sorted(gone), because=found.because, settled=sorted(settled)
        )
    done |= settled
    return ReconcileReport(
        claims=report.claims + len(region),
        events=report.events + len(events),
        changed=report.changed + changed,
        unfit={**report.unfit, **found.unfit},
    )


def _region(ledger: Ledger, neighbours: Neighbours, fresh: Sequence[Claim]) -> dict[str, Claim]:
    """Return the standing claims that chains of likely pairs, events or decisions connect with some."""
    region: dict[str, Claim] = {}
    frontier = {c.id: c for c in ledger.reader.claims_by_anchors([c.anchor for c in fresh])}
    beside = list(fresh)
    while frontier or beside:
        region |= frontier
        around = [*frontier.values(), *beside]
        found = {c.id: c for c in (*_stood_with(ledger, around, region), *neighbours.decided_with(around))}
        found |= {c.id: c for c in neighbours.likely_with(list(frontier.values()))}
        frontier = {one: claim for one, claim in found.items() if one not in region}
        beside = []
    return region


def _stood_with(ledger: Ledger, claims: Iterable[Claim], known: Mapping[str, Claim]) -> Iterable[Claim]:
    """Return the standing claims, other than those known, that share an event with some."""
    reader = ledger.reader
    events = reader.events_of(sorted({claim.anchor for claim in claims}))
    ids = [one for event in events for one in event.claims if one not in known]
    anchors = [claim.anchor for claim in (reader.claims_by_ids(ids) if ids else ())]
    return reader.claims_by_anchors(list(dict.fromkeys(anchors))) if anchors else ()


def _with_aliases(events: Sequence[Event], old: Sequence[Event]) -> list[Event]:
    """Return events that name those they replace: each former one leads to where most of its claims went."""
    standing = {event.id: event for event in events}
    leads: dict[str, set[str]] = {event.id: set() for event in events}
    home = {claim: event.id for event in events for claim in event.claims}
    for former in old:
        if former.id in standing:
            leads[former.id] |= set(former.replaces)
            continue
        homes = [home[claim] for claim in former.claims if claim in home]
        if homes:
            leads[max(sorted(set(homes)), key=homes.count)] |= {former.id, *former.replaces}
    return [replace(event, replaces=tuple(sorted(leads[event.id] - standing.keys()))) for event in events]
