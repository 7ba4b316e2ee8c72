"""What passes between two parties, in both directions, and how each thing stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.parties import roots_of
from onrecord.reconcile.stances import stands_against
from onrecord.reconcile.telling import day_of, order_of
from onrecord.reconcile.voices import speakers
from onrecord.records import Claim, Event, Item, Stance, Standing, Status, ToldEvent
from onrecord.text.amounts import counted, hedged

__all__ = ["Exchange", "exchanges_of"]

_STAGES = {
    Status.HAPPENED: "delivered",
    Status.ONGOING: "under way",
    Status.PLANNED: "promised",
    Status.CONDITIONAL: "promised on a condition",
    Status.DEMANDED: "demanded",
    Status.POSSIBLE: "feared",
}
_RANK = list(_STAGES)
_MUTE = frozenset({Stance.SILENT, Stance.DECLINES_TO_CONFIRM})


@dataclass(frozen=True, slots=True)
class Exchange:
    """One kind of item that passes from one party to another.

    Attributes:
        giver: Root of who gives it.
        receiver: Root of who gets it.
        item: Item kind.
        stage: delivered, under way, promised, promised on a condition, demanded or feared: the furthest told.
        standing: Of the event it is part of; the strongest where it is part of several.
        first: First day it happened or is to happen, as told, else the first day it was spoken of.
        last: The last such day.
        quantities: "PARTY: about 6,000 shell", by day.
        says: Roots of those who tell it.
        denies: Roots of those who deny it.
        declines: Roots of those who neither confirm nor deny it.
        fears: Roots of those who fear it.
        in_return_for: Item kinds it is said to be given for.
        events: ids of the events it is part of.
        claims: ids of the claims that tell it, in their order.
    """

    giver: str
    receiver: str
    item: str
    stage: str
    standing: Standing | None
    first: date | None
    last: date | None
    quantities: tuple[str, ...]
    says: tuple[str, ...]
    denies: tuple[str, ...]
    declines: tuple[str, ...]
    fears: tuple[str, ...]
    in_return_for: tuple[str, ...]
    events: tuple[str, ...]
    claims: tuple[str, ...]


def exchanges_of(
    left: str, right: str, events: Iterable[Event], claims: Mapping[str, Claim]
) -> tuple[Exchange, ...]:
    """Return what passes between two parties: first from `left` to `right`, then back, by item.

    Args:
        left, right: Roots of the parties ("PRK", "RUS").
        events: Events in which both take part; others are passed over.
        claims: id → claim, for the claims of those events.
    """
    found: dict[tuple[str, str, str], list[tuple[Event, Claim]]] = {}
    for event in events:
        members = [claims[one] for one in event.claims if one in claims]
        for key, claim in _passing(event, members):
            if {key[0], key[1]} == {left, right}:
                found.setdefault(key, []).append((event, claim))
    made = [_exchange(key, told) for key, told in found.items()]
    return tuple(sorted(made, key=lambda e: (e.giver != left, _order(e), e.item)))


def _passing(event: Event, claims: Sequence[Claim]) -> list[tuple[tuple[str, str, str], Claim]]:
    """Return (giver, receiver, item) of each claim; what one claim leaves out, its event tells."""
    found = []
    for claim in claims:
        if claim.event is None:
            continue
        items = claim.event.items or _items_of(claims)
        for item in items:
            givers = roots_of(claim.event.actors) or frozenset(event.actors)
            receivers = roots_of(claim.event.recipients) or frozenset(event.recipients)
            if item.direction == "to_actor":
                givers, receivers = receivers, givers
            found += [((a, b, item.kind), claim) for a in sorted(givers) for b in sorted(receivers) if a != b]
    return list({(key, claim.id): (key, claim) for key, claim in found}.values())


def _items_of(claims: Sequence[Claim]) -> tuple[Item, ...]:
    """Return the one item that the claims of an event tell, for a claim that tells none."""
    told = {item.kind: item for claim in claims if claim.event for item in claim.event.items}
    return tuple(told.values()) if len(told) == 1 else ()


def _exchange(key: tuple[str, str, str], told: list[tuple[Event, Claim]]) -> Exchange:
    told = sorted(told, key=lambda pair: order_of(pair[1]))
    claims = [claim for _, claim in told]
    events = {event.id: event for event, _ in told}
    days = [day for claim in claims for day in _days(claim)]
    stated = [c for c in claims if c.event and not stands_against(c) and c.stance not in _MUTE]
    statuses = {c.event.status for c in stated if c.event} or {c.event.status for c in claims if c.event}
    returns = [i.in_return_for for c in claims if c.event for i in c.event.items if i.kind == key[2]]
    return Exchange(
        giver=key[0],
        receiver=key[1],
        item=key[2],
        stage=_STAGES[next(s for s in _RANK if s in statuses)],
        standing=min((e.standing for e in events.values()), key=list(Standing).index, default=None),
        first=min(days, default=None),
        last=max(days, default=None),
        quantities=_quantities(events.values(), {c.id for c in claims}),
        says=_who(c for c in stated if c.stance is not Stance.FEARS),
        denies=_who(c for c in claims if stands_against(c)),
        declines=_who(c for c in claims if c.stance in _MUTE),
        fears=_who(c for c in claims if c.stance is Stance.FEARS),
        in_return_for=tuple(dict.fromkeys(kind for kind in returns if kind)),
        events=tuple(events),
        claims=tuple(c.id for c in claims),
    )


def _order(exchange: Exchange) -> int:
    return list(_STAGES.values()).index(exchange.stage)


def _days(claim: Claim) -> list[date]:
    event: ToldEvent | None = claim.event
    if event is not None and event.when is not None:
        told = [d for d in (event.when.start, event.when.end) if d is not None]
        if told:
            return told
    day = day_of(claim)
    return [] if day is None else [day]


def _who(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(party for claim in claims for party in speakers(claim)))


def _quantities(events: Iterable[Event], claims: set[str]) -> tuple[str, ...]:
    found = [
        f"{point.party}: {counted(hedged(point), series.unit)}"
        for event in events
        for series in event.numbers
        for point in series.series
        if point.claim in claims
    ]
    return tuple(dict.fromkeys(found))
