"""A ledger's content as lines of text: two ledgers that hold the same give the same lines."""

import json
from collections.abc import Iterator

import sqlalchemy as sa

from onrecord.ledger.connect import Store
from onrecord.ledger.tables import (
    articles,
    claim_keys,
    claim_vectors,
    claims,
    decisions,
    event_members,
    events,
)

__all__ = ["dump"]


def dump(store: Store) -> Iterator[str]:
    """Return the content, sorted: rows that stand and rows that do not, without runs and moments.

    Raises:
        LedgerError: The database fails.
    """
    stands = claims.c.withdrawn_at.is_(None).label("stands")
    members = (
        sa.select(events.c.id, event_members.c.claim_id, event_members.c.because)
        .join(events, events.c.row == event_members.c.event_row)
        .where(events.c.withdrawn_at.is_(None))
    )
    chosen = {
        "article": sa.select(articles.c.payload, articles.c.superseded_at.is_(None)),
        "claim": sa.select(claims.c.payload, stands),
        "key": sa.select(claims.c.id, claim_keys.c.key).join(
            claim_keys, claim_keys.c.claim_row == claims.c.row
        ),
        "vector": sa.select(claims.c.id, claim_vectors.c.weights, claim_vectors.c.numbers).join(
            claim_vectors, claim_vectors.c.claim_row == claims.c.row
        ),
        "event": sa.select(events.c.payload).where(events.c.withdrawn_at.is_(None)),
        "member": members,
        "decision": sa.select(decisions.c.payload, decisions.c.withdrawn_at.is_(None)),
    }
    for kind, statement in chosen.items():
        with store.read() as connection:
            rows = [[_without_run(value) for value in row] for row in connection.execute(statement)]
        lines = (json.dumps([kind, *row], ensure_ascii=False, sort_keys=True) for row in rows)
        yield from sorted(set(lines))


def _without_run(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if not isinstance(value, str) or not value.startswith("{"):
        return bool(value) if isinstance(value, int) else value
    payload = json.loads(value)
    if isinstance(payload.get("made_by"), dict):
        payload["made_by"].pop("run", None)
    return payload
