"""Reconciled events as rows: a changed event is withdrawn and added anew."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import sqlalchemy as sa

from onrecord.ledger.rows import event_values
from onrecord.ledger.tables import claims, event_aliases, event_members, events
from onrecord.records import Event

__all__ = ["current_id", "put"]


def put(
    connection: sa.Connection,
    found: Sequence[Event],
    at: datetime,
    gone: tuple[str, ...],
    because: Mapping[tuple[str, str], str],
) -> int:
    """Bring the rows of events to what was found; return how many events changed, came or went."""
    kept = {event.id for event in found}
    changed = sum(_withdraw(connection, one, at) for one in gone if one not in kept)
    for event in found:
        changed += _put_one(connection, event, at, because)
    return changed


def current_id(connection: sa.Connection, event_id: str) -> str | None:
    """Return the id under which an event stands now, through all merges; None when there is none."""
    seen: set[str] = set()
    one: str | None = event_id
    while one is not None and one not in seen:
        seen.add(one)
        standing = sa.and_(events.c.id == one, events.c.withdrawn_at.is_(None))
        if connection.scalar(sa.select(events.c.row).where(standing)) is not None:
            return one
        one = connection.scalar(
            sa.select(event_aliases.c.new_id)
            .where(event_aliases.c.old_id == one, event_aliases.c.new_id.not_in(seen))
            .order_by(event_aliases.c.added_at.desc(), event_aliases.c.new_id)
            .limit(1)
        )
    return None


def _put_one(
    connection: sa.Connection, event: Event, at: datetime, because: Mapping[tuple[str, str], str]
) -> int:
    members = _members(connection, event)
    days = [day for _, day in members.values() if day is not None]
    values = event_values(event, days, at)
    standing = connection.execute(
        sa.select(events.c.row, events.c.payload).where(
            events.c.id == event.id, events.c.withdrawn_at.is_(None)
        )
    ).one_or_none()
    reasons = [because.get((event.id, claim)) for claim in event.claims]
    if standing is not None:
        if standing.payload == values["payload"] and _reasons(connection, standing.row) == reasons:
            return 0
        _withdraw(connection, event.id, at)
    row = connection.execute(events.insert().values(values).returning(events.c.row)).scalar_one()
    rows = [
        {
            "event_row": row,
            "position": position,
            "anchor": members[claim][0] if claim in members else claim,
            "claim_id": claim,
            "because": reasons[position],
        }
        for position, claim in enumerate(event.claims)
    ]
    if rows:
        connection.execute(event_members.insert(), rows)
    _add_aliases(connection, event, at)
    return 1


def _members(connection: sa.Connection, event: Event) -> dict[str, tuple[str, date | None]]:
    found: dict[str, tuple[str, date | None]] = {}
    for start in range(0, len(event.claims), 500):
        some = event.claims[start : start + 500]
        rows = connection.execute(
            sa.select(claims.c.id, claims.c.anchor, claims.c.day)
            .where(claims.c.id.in_(some))
            .order_by(claims.c.row)
        )
        found.update({row.id: (row.anchor, row.day) for row in rows})
    return found


def _reasons(connection: sa.Connection, event_row: int) -> list[str | None]:
    return list(
        connection.scalars(
            sa.select(event_members.c.because)
            .where(event_members.c.event_row == event_row)
            .order_by(event_members.c.position)
        )
    )


def _withdraw(connection: sa.Connection, event_id: str, at: datetime) -> int:
    standing = sa.and_(events.c.id == event_id, events.c.withdrawn_at.is_(None))
    return connection.execute(events.update().where(standing).values(withdrawn_at=at)).rowcount


def _add_aliases(connection: sa.Connection, event: Event, at: datetime) -> None:
    for old in event.replaces:
        pair = sa.and_(event_aliases.c.old_id == old, event_aliases.c.new_id == event.id)
        connection.execute(event_aliases.delete().where(pair))
        row = {"old_id": old, "new_id": event.id, "added_at": at}
        connection.execute(event_aliases.insert().values(row))
