"""Decisions of people as rows: added, withdrawn, never changed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.tables import decision_anchors, decisions
from onrecord.records import Decision, from_json, to_line

__all__ = ["add", "find", "withdraw"]


def add(connection: sa.Connection, decision: Decision, at: datetime) -> bool:
    """Add a decision; return whether that changed anything."""
    stored = find(connection, decision.id)
    if stored is not None:
        if decision.withdrawn_at is None or stored.withdrawn_at is not None:
            return False
        _stamp(connection, decision)
        return True
    made = replace(decision, withdrawn_at=None, withdrawn_by=None, withdrawn_reason=None)
    values = {"id": made.id, "kind": made.kind.value, "added_at": at, "payload": to_line(made)}
    row = connection.execute(decisions.insert().values(values).returning(decisions.c.row)).scalar_one()
    anchors = [
        {"decision_row": row, "position": position, "anchor": anchor}
        for position, anchor in enumerate(made.anchors)
    ]
    connection.execute(decision_anchors.insert(), anchors)
    if decision.withdrawn_at is not None:
        _stamp(connection, decision)
    return True


def withdraw(
    connection: sa.Connection, decision_id: str, *, author: str, reason: str, at: datetime
) -> Decision:
    """Stamp a decision as undone and return it.

    Raises:
        LedgerError: There is none of that id, or it was undone before.
    """
    stored = find(connection, decision_id)
    if stored is None:
        raise LedgerError(f"There is no decision {decision_id}. List them with: onrecord correct list")
    if stored.withdrawn_at is not None:
        raise LedgerError(
            f"Decision {decision_id} was undone on {stored.withdrawn_at} by {stored.withdrawn_by}. "
            "To have it back, make it again."
        )
    moment = at.astimezone(UTC).isoformat()
    undone = replace(stored, withdrawn_at=moment, withdrawn_by=author, withdrawn_reason=reason)
    _stamp(connection, undone)
    return undone


def find(connection: sa.Connection, decision_id: str) -> Decision | None:
    """Return one decision, None when there is none of that id."""
    row = connection.execute(sa.select(*_COLUMNS).where(decisions.c.id == decision_id)).one_or_none()
    return None if row is None else _decision(row)


def about(connection: sa.Connection, anchors: Sequence[str], *, withdrawn: bool = False) -> list[Decision]:
    """Return the decisions about claims, in the order they were made."""
    rows = sa.select(decision_anchors.c.decision_row).where(decision_anchors.c.anchor.in_(anchors))
    chosen = sa.select(*_COLUMNS).where(decisions.c.row.in_(rows)).order_by(decisions.c.row)
    if not withdrawn:
        chosen = chosen.where(decisions.c.withdrawn_at.is_(None))
    return [_decision(row) for row in connection.execute(chosen)]


def every(connection: sa.Connection, *, withdrawn: bool) -> Iterator[Decision]:
    """Return all decisions, in the order they were made."""
    chosen = sa.select(*_COLUMNS).order_by(decisions.c.row)
    if not withdrawn:
        chosen = chosen.where(decisions.c.withdrawn_at.is_(None))
    for row in connection.execute(chosen):
        yield _decision(row)


_COLUMNS = (
    decisions.c.payload,
    decisions.c.withdrawn_at,
    decisions.c.withdrawn_by,
    decisions.c.withdrawn_reason,
)


def _decision(row: Sequence[Any]) -> Decision:
    made = from_json(Decision, json.loads(row[0]))
    if row[1] is None:
        return made
    moment = row[1].astimezone(UTC).isoformat()
    return replace(made, withdrawn_at=moment, withdrawn_by=row[2], withdrawn_reason=row[3])


def _stamp(connection: sa.Connection, decision: Decision) -> None:
    assert decision.withdrawn_at is not None
    stamp = {
        "withdrawn_at": datetime.fromisoformat(decision.withdrawn_at),
        "withdrawn_by": decision.withdrawn_by,
        "withdrawn_reason": decision.withdrawn_reason,
    }
    connection.execute(decisions.update().where(decisions.c.id == decision.id).values(stamp))
