"""Count what stands in a ledger: how many events and claims of each kind, which parties meet in them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from onrecord.ledger.conditions import claim_conditions, event_conditions, stood
from onrecord.ledger.connect import Store
from onrecord.ledger.filters import ClaimFilter, EventFilter
from onrecord.ledger.rows import event_from
from onrecord.ledger.tables import articles, claim_parties, claims, decisions, event_members, events, runs
from onrecord.records import Event

__all__ = ["Changed", "LedgerTallies", "Pair", "Revision", "Spoken"]

Revision = tuple[int, ...]
"""Changes whenever an article, claim, event, decision or run comes or goes: the newest rows, and how many
runs, withdrawn claims, undone decisions and standing events there are."""


NEWEST = 5_000
"""Claims a network is drawn from at most, so that its cost does not grow with the ledger."""

_ACTING = ("actor", "recipient", "against")
_NEAR = 300  # newest claims of a party that similar events are looked for in


@dataclass(frozen=True, slots=True)
class Pair:
    """How many claims tell of one party doing one type of thing to another.

    Attributes:
        actor: Party id.
        recipient: Party id.
        type: PLOVER type.
        claims: Standing claims that tell it.
    """

    actor: str
    recipient: str
    type: str
    claims: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """How often a party, as source or as actor or recipient, stands in claims of one stance.

    Attributes:
        part: "source", "actor", "recipient" or "against".
        stance: The claims' stance.
        claims: Standing claims.
        first: Earliest day of them.
        last: Latest day.
    """

    part: str
    stance: str
    claims: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """An event that was recorded anew, and the state it was in before.

    Attributes:
        at: When it was recorded.
        event: As it stands.
        before: As it stood at the moment asked from; None when it is new since.
    """

    at: datetime
    event: Event
    before: Event | None


class LedgerTallies:
    """Counts over one ledger. Every method raises `LedgerError` when the database fails.

    Args:
        store: The database.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def revision(self) -> Revision:
        """Return what differs between any two states of the ledger."""
        parts = (
            *(sa.select(sa.func.max(t.c.row)) for t in (articles, claims, events, decisions)),
            _count(runs),
            _count(claims, claims.c.withdrawn_at.is_not(None)),
            _count(decisions, decisions.c.withdrawn_at.is_not(None)),
            # What stands has an index, what is gone has none.
            _count(events, events.c.withdrawn_at.is_(None)),
        )
        with self._store.read() as connection:
            row = connection.execute(sa.select(*(one.scalar_subquery() for one in parts))).one()
        return tuple(number or 0 for number in row)

    def events_by(self, wanted: EventFilter) -> tuple[tuple[str, str | None, str, int], ...]:
        """Return how many of the events asked for have each (standing, type, status).

        Args:
            wanted: Which events; `limit` and `after` are passed over.
        """
        conditions = event_conditions(wanted, self._store.engine.dialect.name)
        columns = (events.c.standing, events.c.type, events.c.status)
        chosen = sa.select(*columns, sa.func.count()).where(*conditions).group_by(*columns)
        with self._store.read() as connection:
            return tuple((row[0], row[1], row[2], row[3]) for row in connection.execute(chosen))

    def claims_by(self, wanted: ClaimFilter) -> tuple[tuple[str, str | None, int], ...]:
        """Return how many of the claims asked for have each (stance, outlet).

        Args:
            wanted: Which claims; `limit` and `after` are passed over.
        """
        conditions = claim_conditions(wanted, self._store.engine.dialect.name)
        columns = (claims.c.stance, claims.c.outlet)
        chosen = sa.select(*columns, sa.func.count()).where(*conditions).group_by(*columns)
        with self._store.read() as connection:
            return tuple((row[0], row[1], row[2]) for row in connection.execute(chosen))

    def parties(self, wanted: ClaimFilter, most: int = 20) -> tuple[tuple[str, int], ...]:
        """Return the parties of the claims asked for, the commonest first, with their claims."""
        if replace(wanted, limit=None, after=None, newest_first=False) == ClaimFilter():
            gone = sa.select(claims.c.row).where(claims.c.withdrawn_at.is_not(None))  # few: quicker than all
            chosen_rows = claim_parties.c.claim_row.not_in(gone)
        else:
            conditions = claim_conditions(wanted, self._store.engine.dialect.name)
            chosen_rows = claim_parties.c.claim_row.in_(sa.select(claims.c.row).where(*conditions))
        count = sa.func.count(sa.distinct(claim_parties.c.claim_row))
        chosen = (
            sa.select(claim_parties.c.party, count)
            .where(chosen_rows)
            .group_by(claim_parties.c.party)
            .order_by(count.desc(), claim_parties.c.party)
            .limit(most)
        )
        with self._store.read() as connection:
            return tuple((row[0], row[1]) for row in connection.execute(chosen))

    def pairs(self, wanted: ClaimFilter, most: int = 300) -> tuple[Pair, ...]:
        """Return who is told to do what to whom, the commonest first, in the newest claims asked for.

        At most `NEWEST` claims are looked at. Pairs are counted here rather than in SQL: without
        statistics SQLite reads all parties of the ledger to join those of a few claims.
        """
        conditions = claim_conditions(wanted, self._store.engine.dialect.name)
        if wanted.since is not None:
            conditions.append(claims.c.sort_day >= wanted.since)  # the index in use here is by sort_day
        newest = (
            sa.select(claims.c.row)
            .where(*conditions, claims.c.type.is_not(None))
            .order_by(claims.c.sort_day.desc(), claims.c.row.desc())
            .limit(NEWEST)
        )
        columns = (claim_parties.c.claim_row, claim_parties.c.part, claim_parties.c.party)
        acting = sa.select(*columns).where(
            claim_parties.c.claim_row.in_(newest), claim_parties.c.part.in_(_ACTING)
        )
        types = sa.select(claims.c.row, claims.c.type).where(claims.c.row.in_(newest))
        with self._store.read() as connection:
            kinds = {row[0]: row[1] for row in connection.execute(types)}
            actors: dict[int, list[str]] = {}
            others: dict[int, list[str]] = {}
            for row, part, party in connection.execute(acting):
                (actors if part == "actor" else others).setdefault(row, []).append(party)
        counts = Counter(
            (actor, other, kinds[row])
            for row, acts in actors.items()
            for actor in set(acts)
            for other in set(others.get(row, ()))
            if actor != other
        )
        ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        return tuple(Pair(*key, count) for key, count in ranked[:most])

    def spoken(self, party: str) -> tuple[Spoken, ...]:
        """Return in which parts and stances a party, or who speaks for a state, stands in claims."""
        count = sa.func.count(sa.distinct(claims.c.row))
        same = (claim_parties.c.party == party, claim_parties.c.country == party)
        ways = (sa.select(claim_parties.c.claim_row).where(way) for way in same)
        chosen = (
            sa.select(
                claim_parties.c.part,
                claims.c.stance,
                count,
                sa.func.min(claims.c.day),
                sa.func.max(claims.c.day),
            )
            .select_from(claim_parties.join(claims, claims.c.row == claim_parties.c.claim_row))
            .where(claim_parties.c.claim_row.in_(sa.union(*ways)), sa.or_(*same), stood(claims, None))
            .group_by(claim_parties.c.part, claims.c.stance)
            .order_by(count.desc(), claim_parties.c.part, claims.c.stance)
        )
        with self._store.read() as connection:
            return tuple(Spoken(*row) for row in connection.execute(chosen))

    def changed(self, since: datetime, most: int = 50) -> tuple[Changed, ...]:
        """Return the events recorded after a moment, the newest first, each with its state at that moment."""
        chosen = (
            sa.select(events.c.id, events.c.added_at, events.c.payload)
            .where(stood(events, None), events.c.added_at > since)
            .order_by(events.c.row.desc())
            .limit(most)
        )
        with self._store.read() as connection:
            rows = connection.execute(chosen).all()
            ids = [row.id for row in rows]
            then = sa.select(events.c.id, events.c.payload).where(events.c.id.in_(ids), stood(events, since))
            before = {row.id: event_from(row.payload) for row in connection.execute(then)}
        return tuple(Changed(row.added_at, event_from(row.payload), before.get(row.id)) for row in rows)

    def events_alike(self, event: Event, most: int = 24) -> tuple[Event, ...]:
        """Return other events of its type in whose newest claims one of its parties acts or is acted on."""
        parties = [*event.actors, *event.recipients][:6]
        near = [
            sa.select(claim_parties.c.claim_row)
            .where(claim_parties.c.party == party, claim_parties.c.part.in_(_ACTING))
            .order_by(claim_parties.c.claim_row.desc())
            .limit(_NEAR)
            .subquery()
            for party in parties
        ]
        if not near:
            return ()
        kind = claims.c.type == event.type.value if event.type else claims.c.type.is_(None)
        members = (
            sa.select(event_members.c.event_row)
            .join(claims, claims.c.anchor == event_members.c.anchor)
            .where(
                sa.or_(*(claims.c.row.in_(sa.select(n.c.claim_row)) for n in near)), kind, stood(claims, None)
            )
        )
        chosen = (
            sa.select(events.c.payload)
            .where(events.c.row.in_(members), events.c.id != event.id, stood(events, None))
            .order_by(events.c.sort_day.desc(), events.c.row.desc())
            .limit(most)
        )
        with self._store.read() as connection:
            return tuple(event_from(payload) for payload in connection.scalars(chosen))

    def copies_of(self, article_id: str, most: int = 50) -> tuple[str, ...]:
        """Return ids of the current articles that hold the same text as one, itself left out."""
        own = sa.select(articles.c.sha256).where(articles.c.id == article_id, stood(articles, None))
        chosen = (
            sa.select(articles.c.id)
            .where(articles.c.sha256.in_(own), articles.c.id != article_id, stood(articles, None))
            .order_by(articles.c.row)
            .limit(most)
        )
        with self._store.read() as connection:
            return tuple(connection.scalars(chosen))


def _count(table: sa.Table, *which: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return sa.select(sa.func.count()).select_from(table).where(*which)
