"""What passes between two parties, both ways, item by item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.reconcile.exchanges import Exchange, exchanges_of
from onrecord.records import Claim, Event, Stance, Standing
from onrecord.views.event_row import EventRow, event_row
from onrecord.views.words import Family, family_of, party_name

__all__ = ["ExchangeBoard", "Flow", "ItemFlow", "Speakers", "exchange_board"]


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who takes one stance towards something passing.

    Attributes:
        words: The stance as a verb of several ("say", "deny").
        family: The family it is coloured and shaped by.
        parties: Party ids.
        names: Their names, in the same order.
    """

    words: str
    family: Family
    parties: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemFlow:
    """One kind of item going one way.

    Attributes:
        item: Kind of the item, in words ("air defence").
        stage: delivered, under way, promised, demanded or feared: the furthest told.
        standing: Of the event it is part of; the strongest where it is part of several.
        first: First day it happened or was spoken of.
        last: Last such day.
        quantities: Numbers with their source.
        voices: Who says, denies, declines to confirm or fears it.
        in_return_for: Kinds of items it is said to be given for, in words.
        events: The events it is part of.
        claims: ids of the claims that tell it.
    """

    item: str
    stage: str
    standing: Standing | None
    first: date | None
    last: date | None
    quantities: tuple[str, ...]
    voices: tuple[Speakers, ...]
    in_return_for: tuple[str, ...]
    events: tuple[EventRow, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Everything going one way."""

    giver: str
    giver_name: str
    receiver: str
    receiver_name: str
    items: tuple[ItemFlow, ...]


@dataclass(frozen=True, slots=True)
class ExchangeBoard:
    """Two parties: what the first gives the second, and the other way."""

    there: Flow
    back: Flow


def exchange_board(left: str, right: str, events: Sequence[Event], claims: Iterable[Claim]) -> ExchangeBoard:
    """Return the board of two parties.

    Args:
        left: Party id.
        right: Party id.
        events: Events in which both take part.
        claims: Claims of those events.
    """
    found = exchanges_of(left, right, events, {claim.id: claim for claim in claims})
    rows = {event.id: event_row(event) for event in events}
    return ExchangeBoard(_flow(left, right, found, rows), _flow(right, left, found, rows))


def _flow(giver: str, receiver: str, found: Sequence[Exchange], rows: Mapping[str, EventRow]) -> Flow:
    items = tuple(_item(one, rows) for one in found if (one.giver, one.receiver) == (giver, receiver))
    return Flow(giver, party_name(giver), receiver, party_name(receiver), items)


def _item(one: Exchange, rows: Mapping[str, EventRow]) -> ItemFlow:
    voices = (
        _speakers("tell it", Stance.SAYS, one.says),
        _speakers("deny it", Stance.DENIES, one.denies),
        _speakers("will not confirm it", Stance.DECLINES_TO_CONFIRM, one.declines),
        _speakers("fear it", Stance.FEARS, one.fears),
    )
    return ItemFlow(
        item=one.item.replace("_", " "),
        stage=one.stage,
        standing=one.standing,
        first=one.first,
        last=one.last,
        quantities=tuple(_named(words) for words in one.quantities),
        voices=tuple(v for v in voices if v.parties),
        in_return_for=tuple(kind.replace("_", " ") for kind in one.in_return_for),
        events=tuple(rows[event] for event in one.events),
        claims=one.claims,
    )


def _speakers(words: str, stance: Stance, parties: tuple[str, ...]) -> Speakers:
    return Speakers(words, family_of(stance), parties, tuple(party_name(p) for p in parties))


def _named(words: str) -> str:
    """Return a quantity with its party's name for its id."""
    party, colon, number = words.rpartition(": ")
    return f"{party_name(party)}{colon}{number}"
