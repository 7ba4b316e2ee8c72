"""One party; two parties and what passes between them; all parties as a network."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from onrecord.ledger import ClaimFilter
from onrecord.records import Claim, EventType, Party
from onrecord.views.event_row import event_row
from onrecord.views.exchange_board import ExchangeBoard, exchange_board
from onrecord.views.facets import FacetValue
from onrecord.views.network import Network, network
from onrecord.views.party_page import Partner, PartyPage, party_page, stance_counts
from onrecord.views.words import party_name
from onrecord.web.fields import Asked
from onrecord.web.pages.built import Built, Table
from onrecord.web.room import Room, missing
from onrecord.workflow.ask import as_corrected, in_ledger_words, party_called
from onrecord.workflow.exchanges import exchange_events

__all__ = [
    "NETWORK_FIELDS",
    "ExchangeList",
    "ExchangePair",
    "PartyList",
    "exchange",
    "exchange_table",
    "exchanges",
    "exchanges_table",
    "network_page",
    "network_table",
    "parties",
    "parties_table",
    "party",
    "party_table",
]

NETWORK_FIELDS = ("party", "type", "since", "until")
_SHOWN = 25  # claims of a party shown in each list
_NEAR = 45  # newest claims with a party that are looked through for those about it
_EVENTS = 12
_SAYING = ("tell it", "deny it")


@dataclass(frozen=True, slots=True)
class PartyList:
    """Parties, the most often told of first."""

    parties: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class ExchangePair:
    """Two parties between whom something is told to pass."""

    giver: str
    receiver: str
    giver_name: str
    receiver_name: str
    claims: int


@dataclass(frozen=True, slots=True)
class ExchangeList:
    """Pairs of parties, those with most claims first."""

    pairs: tuple[ExchangePair, ...]


def parties(room: Room, _asked: Asked) -> Built:
    """Return the parties that claims name most."""
    counts = room.remembered("parties", lambda: room.ledger.tallies.parties(ClaimFilter(), 200))
    return Built(PartyList(tuple(FacetValue(p, party_name(p), n) for p, n in counts)))


def party(room: Room, _asked: Asked, party_id: str) -> Built:
    """Return one party.

    Raises:
        RequestError: No standing claim names it.
    """
    said = _newest(room, ClaimFilter(source=party_id, newest_first=True, limit=_SHOWN))
    near = _newest(room, ClaimFilter(party=party_id, newest_first=True, limit=_NEAR))
    if not near:
        raise missing("party", party_id)
    spoken = room.ledger.tallies.spoken(party_id)
    own = {c.id for c in said}
    about = tuple(c for c in near if c.id not in own and not any(map(_is(party_id), c.sources)))[:_SHOWN]
    pairs = room.remembered(
        ("partners", party_id), lambda: room.ledger.tallies.pairs(ClaimFilter(party=party_id), 60)
    )
    partners: dict[str, int] = {}
    for pair in pairs:
        if party_id in (pair.actor, pair.recipient):
            other = pair.recipient if pair.actor == party_id else pair.actor
            partners[other] = partners.get(other, 0) + pair.claims
    ranked = sorted(partners.items(), key=lambda p: (-p[1], p[0]))[:12]
    found = room.ledger.reader.events_of([c.anchor for c in near[: 2 * _EVENTS]])[::-1][:_EVENTS]
    page = party_page(
        party_id,
        said,
        about,
        says=stance_counts((s.stance, s.claims, s.first, s.last) for s in spoken if s.part == "source"),
        told_of=stance_counts(
            (s.stance, s.claims, s.first, s.last) for s in spoken if s.part not in ("source", "via")
        ),
        events=tuple(event_row(e) for e in found),
        partners=tuple(Partner(p, party_name(p), n) for p, n in ranked),
    )
    return Built(page)


def exchanges(room: Room, _asked: Asked) -> Built:
    """Return the pairs of parties between whom claims tell of help, supplies or cooperation."""
    counts: dict[tuple[str, str], int] = {}
    for kind in (EventType.AID, EventType.COOPERATE):
        for pair in room.remembered(
            ("pairs", kind), partial(room.ledger.tallies.pairs, ClaimFilter(type=kind))
        ):
            key = (pair.actor, pair.recipient)
            counts[key] = counts.get(key, 0) + pair.claims
    pairs = tuple(
        ExchangePair(a, b, party_name(a), party_name(b), n)
        for (a, b), n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
    )
    return Built(ExchangeList(pairs))


def exchange(room: Room, _asked: Asked, left: str, right: str) -> Built:
    """Return what passes between two parties, both ways; empty ways where nothing does."""
    first, second = party_called(left), party_called(right)

    def board() -> ExchangeBoard:
        events, claims = exchange_events(room.ledger, first, second)
        return exchange_board(first, second, events, claims.values())

    return Built(room.remembered(("exchange", first, second), board))


def network_page(room: Room, asked: Asked) -> Built:
    """Return the parties and who is told to do what to whom."""
    names = ("party", "type", "since", "until")
    wanted = in_ledger_words(
        ClaimFilter(**{name: asked.values[name] for name in names if name in asked.values})
    )
    pairs = room.remembered(("network", wanted), lambda: room.ledger.tallies.pairs(wanted, 120))
    return Built(network((p.actor, p.recipient, p.type, p.claims) for p in pairs))


def parties_table(data: object) -> Table:
    """Return parties as a table."""
    rows = cast(PartyList, data).parties
    return Table(("party", "name", "claims"), tuple((r.value, r.label, r.count) for r in rows))


def party_table(data: object) -> Table:
    """Return how a party speaks and is spoken of as a table, a stance a line."""
    page = cast(PartyPage, data)
    rows = tuple(
        (part, count.stance.value, count.claims, count.first, count.last)
        for part, counts in (("says", page.says), ("told_of", page.told_of))
        for count in counts
    )
    return Table(("part", "stance", "claims", "first", "last"), rows)


def exchanges_table(data: object) -> Table:
    """Return pairs as a table."""
    rows = cast(ExchangeList, data).pairs
    return Table(("giver", "receiver", "claims"), tuple((r.giver, r.receiver, r.claims) for r in rows))


def exchange_table(data: object) -> Table:
    """Return a board as a table, an event a line."""
    board = cast(ExchangeBoard, data)
    header = (
        "giver",
        "receiver",
        "item",
        "stage",
        "standing",
        "first",
        "last",
        "quantities",
        "says",
        "denies",
    )
    rows = tuple(
        (
            f.giver, f.receiver, i.item, i.stage, i.standing, i.first, i.last, "; ".join(i.quantities),
            *(" ".join(p for v in i.voices if v.words == words for p in v.parties) for words in _SAYING),
        )
        for f in (board.there, board.back)
        for i in f.items
    )  # fmt: skip
    return Table(header, rows)


def network_table(data: object) -> Table:
    """Return a network's edges as a table."""
    edges = cast(Network, data).edges
    return Table(
        ("source", "target", "type", "claims"), tuple((e.source, e.target, e.type, e.claims) for e in edges)
    )


def _newest(room: Room, wanted: ClaimFilter) -> tuple[Claim, ...]:
    return as_corrected(room.ledger, room.ledger.reader.claims_page(wanted).items)


def _is(party_id: str) -> Callable[[Party], bool]:
    return lambda party: party_id in (party.id, party.country)
