"""Rows as they are stored, unread: for proving them, where a record would refuse to be built."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.ledger.connect import Store
from onrecord.ledger.tables import articles, claims, event_members, events

__all__ = ["RawArticle", "RawClaim", "raw_articles", "stray_members"]

_PAGE = 50


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A claim's row, standing or withdrawn."""

    id: str
    anchor: str
    payload: str


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article's row, current or superseded, with the rows of its claims."""

    id: str
    version: int
    sha256: str
    payload: str
    claims: tuple[RawClaim, ...]


def raw_articles(store: Store) -> Iterator[RawArticle]:
    """Return every version of every article with all its claims, in the order they were added.

    Raises:
        LedgerError: The database fails.
    """
    after = 0
    while True:
        with store.read() as connection:
            rows = connection.execute(
                sa.select(articles).where(articles.c.row > after).order_by(articles.c.row).limit(_PAGE)
            ).all()
            found: dict[int, list[RawClaim]] = {row.row: [] for row in rows}
            chosen = (
                sa.select(claims.c.article_row, claims.c.id, claims.c.anchor, claims.c.payload)
                .where(claims.c.article_row.in_(found))
                .order_by(claims.c.row)
            )
            for claim in connection.execute(chosen):
                found[claim.article_row].append(RawClaim(claim.id, claim.anchor, claim.payload))
        for row in rows:
            yield RawArticle(row.id, row.version, row.sha256, row.payload, tuple(found[row.row]))
        if not rows:
            return
        after = rows[-1].row


def stray_members(store: Store) -> list[tuple[str, str]]:
    """Return the (event id, claim id) of standing events whose claim no row holds.

    Raises:
        LedgerError: The database fails.
    """
    held = sa.exists().where(claims.c.id == event_members.c.claim_id)
    chosen = (
        sa.select(events.c.id, event_members.c.claim_id)
        .join(events, events.c.row == event_members.c.event_row)
        .where(events.c.withdrawn_at.is_(None), ~held)
        .order_by(events.c.row, event_members.c.position)
    )
    with store.read() as connection:
        return [(row.id, row.claim_id) for row in connection.execute(chosen)]
