"""Ask a ledger. Long answers are read page by page, so that a reader never holds up a writer."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa

from onrecord.ledger import decisions, events
from onrecord.ledger.conditions import claim_conditions, cursor_of, event_conditions, past, stood
from onrecord.ledger.connect import Store
from onrecord.ledger.filters import ClaimFilter, EventFilter, Page
from onrecord.ledger.rows import article_from, claim_from, event_from, vector_from
from onrecord.ledger.tables import (
    articles,
    claim_keys,
    claim_vectors,
    claims,
    event_members,
    runs,
    touched,
)
from onrecord.ledger.tables import decisions as decisions_table
from onrecord.ledger.tables import events as events_table
from onrecord.ledger.writer import is_known
from onrecord.records import Article, ArticleState, Claim, Decision, DeedVector, Event

__all__ = ["Counts", "LedgerReader", "Run"]

PAGE = 500
"""Rows read at once."""

R = TypeVar("R")
F = TypeVar("F", ClaimFilter, EventFilter)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much stands in a ledger: current articles, standing claims and events."""

    articles: int
    set_aside: int
    claims: int
    events: int
    decisions: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command that wrote.

    Attributes:
        ended_at: None while it is under way, or when it was killed.
    """

    id: str
    command: str
    version: str
    started_at: datetime
    ended_at: datetime | None


class LedgerReader:
    """Answers from one ledger. Every method raises `LedgerError` when the database fails.

    Args:
        store: The database.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def knows(self, article: Article) -> bool:
        """Tell whether adding the article would change nothing, unless it is read again."""
        with self._store.read() as connection:
            return is_known(connection, article)

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article, its current version by default; None when there is none."""
        which = articles.c.superseded_at.is_(None) if version is None else articles.c.version == version
        with self._store.read() as connection:
            payload = connection.scalar(
                sa.select(articles.c.payload).where(articles.c.id == article_id, which)
            )
        return None if payload is None else article_from(payload)

    def articles(self, *, as_of: datetime | None = None) -> Iterator[Article]:
        """Return the current version of every article that was read, in the order they were added."""
        read = articles.c.state == ArticleState.READ.value
        return self._articles(sa.and_(read, stood(articles, as_of)))

    def set_aside(self) -> Iterator[Article]:
        """Return the articles set aside, each with its reason, in the order they were added."""
        aside = articles.c.state == ArticleState.SET_ASIDE.value
        return self._articles(sa.and_(aside, stood(articles, None)))

    def versions(self, article_id: str) -> tuple[Article, ...]:
        """Return all versions of an article, the first one first."""
        chosen = sa.select(articles.c.payload).where(articles.c.id == article_id).order_by(articles.c.version)
        with self._store.read() as connection:
            return tuple(article_from(payload) for payload in connection.scalars(chosen))

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """Return the claims asked for, all that stand by default."""
        return self._pages(wanted or ClaimFilter(), self.claims_page)

    def claims_page(self, wanted: ClaimFilter) -> Page[Claim]:
        """Return at most `limit` (by default 500) claims, and how to ask for those that follow."""
        conditions = claim_conditions(wanted, self._store.engine.dialect.name)
        return self._page(claims, conditions, wanted, claim_from)

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim by its id or anchor, the standing one if there is; None when there is none."""
        chosen = (
            sa.select(claims.c.payload)
            .where(sa.or_(claims.c.id == claim_id, claims.c.anchor == claim_id))
            .order_by(claims.c.withdrawn_at.is_(None).desc(), claims.c.row.desc())
            .limit(1)
        )
        with self._store.read() as connection:
            payload = connection.scalar(chosen)
        return None if payload is None else claim_from(payload)

    def claims_by_ids(self, claim_ids: Sequence[str]) -> tuple[Claim, ...]:
        """Return the claims of these ids, withdrawn ones too, in the order asked; unknown ids left out."""
        return self._claims_in(claims.c.id, claim_ids, standing=False)

    def claims_by_anchors(self, anchors: Sequence[str]) -> tuple[Claim, ...]:
        """Return the standing claims of these anchors, in the order asked."""
        return self._claims_in(claims.c.anchor, anchors, standing=True)

    def claims_by_keys(self, keys: Iterable[str]) -> tuple[Claim, ...]:
        """Return the standing claims that have one of these keys, in the order they were added."""
        wanted = sorted(set(keys))
        rows: set[int] = set()
        with self._store.read() as connection:
            for start in range(0, len(wanted), PAGE):
                some = claim_keys.c.key.in_(wanted[start : start + PAGE])
                rows |= set(connection.scalars(sa.select(claim_keys.c.claim_row).where(some)))
            payloads = _in_chunks(connection, claims, sorted(rows), stood(claims, None))
        return tuple(claim_from(payload) for payload in payloads)

    def keys_of(self, claim_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the keys of standing claims, sorted; a claim without keys is left out."""
        found: dict[str, list[str]] = {}
        with self._store.read() as connection:
            for start in range(0, len(claim_ids), PAGE):
                rows = connection.execute(
                    sa.select(claims.c.id, claim_keys.c.key)
                    .join(claim_keys, claim_keys.c.claim_row == claims.c.row)
                    .where(claims.c.id.in_(claim_ids[start : start + PAGE]), claims.c.withdrawn_at.is_(None))
                    .order_by(claim_keys.c.key)
                )
                for row in rows:
                    found.setdefault(row.id, []).append(row.key)
        return {one: tuple(keys) for one, keys in found.items()}

    def vectors_of(self, claim_ids: Sequence[str]) -> dict[str, DeedVector]:
        """Return claim id → vector of its deed, of withdrawn claims too; a claim without one is left out."""
        found: dict[str, DeedVector] = {}
        with self._store.read() as connection:
            for start in range(0, len(claim_ids), PAGE):
                rows = connection.execute(
                    sa.select(claims.c.id, claim_vectors)
                    .join(claim_vectors, claim_vectors.c.claim_row == claims.c.row)
                    .where(claims.c.id.in_(claim_ids[start : start + PAGE]))
                    .order_by(claims.c.row)
                )
                found |= {row.id: vector_from(row) for row in rows}
        return found

    def touched(self) -> tuple[tuple[Claim, bool], ...]:
        """Return the claims to reconcile, each with whether it stands (or was withdrawn)."""
        chosen = (
            sa.select(claims.c.payload, claims.c.withdrawn_at)
            .select_from(touched.join(claims, touched.c.claim_row == claims.c.row))
            .order_by(touched.c.claim_row)  # by `claims.row`, SQLite would walk through all claims
        )
        with self._store.read() as connection:
            rows = connection.execute(chosen).all()
        return tuple((claim_from(row.payload), row.withdrawn_at is None) for row in rows)

    def events(self, wanted: EventFilter | None = None) -> Iterator[Event]:
        """Return the events asked for, all that stand by default."""
        return self._pages(wanted or EventFilter(), self.events_page)

    def events_page(self, wanted: EventFilter) -> Page[Event]:
        """Return at most `limit` (by default 500) events, and how to ask for those that follow."""
        conditions = event_conditions(wanted, self._store.engine.dialect.name)
        return self._page(events_table, conditions, wanted, event_from)

    def event(self, event_id: str, *, as_of: datetime | None = None) -> Event | None:
        """Return an event, through all merges it went into; None when there is none."""
        with self._store.read() as connection:
            now = event_id if as_of is not None else events.current_id(connection, event_id)
            payload = connection.scalar(
                sa.select(events_table.c.payload).where(events_table.c.id == now, stood(events_table, as_of))
            )
        return None if payload is None else event_from(payload)

    def event_versions(self, event_id: str) -> tuple[tuple[datetime, Event], ...]:
        """Return every state an event was in, each with the moment it was recorded, oldest first."""
        chosen = (
            sa.select(events_table.c.added_at, events_table.c.payload)
            .where(events_table.c.id == event_id)
            .order_by(events_table.c.row)
        )
        with self._store.read() as connection:
            return tuple((row.added_at, event_from(row.payload)) for row in connection.execute(chosen))

    def events_of(self, anchors: Sequence[str]) -> tuple[Event, ...]:
        """Return the standing events that hold a claim of one of these anchors, oldest row first."""
        rows: set[int] = set()
        with self._store.read() as connection:
            for start in range(0, len(anchors), PAGE):
                rows |= set(
                    connection.scalars(
                        sa.select(event_members.c.event_row)
                        .join(events_table, events_table.c.row == event_members.c.event_row)
                        .where(
                            event_members.c.anchor.in_(anchors[start : start + PAGE]),
                            events_table.c.withdrawn_at.is_(None),
                        )
                    )
                )
            payloads = _in_chunks(connection, events_table, sorted(rows))
        return tuple(event_from(payload) for payload in payloads)

    def why(self, event_id: str, claim_id: str) -> str | None:
        """Return why a claim belongs to an event, as reconcile told it; None when it does not belong.

        Args:
            event_id: id of a standing event.
            claim_id: id or anchor of the claim.
        """
        with self._store.read() as connection:
            return connection.scalar(
                sa.select(event_members.c.because)
                .join(events_table, events_table.c.row == event_members.c.event_row)
                .where(
                    events_table.c.id == event_id,
                    events_table.c.withdrawn_at.is_(None),
                    sa.or_(event_members.c.claim_id == claim_id, event_members.c.anchor == claim_id),
                )
                .limit(1)
            )

    def decisions(self, *, withdrawn: bool = False) -> tuple[Decision, ...]:
        """Return all decisions in the order they were made, those undone only when asked for."""
        with self._store.read() as connection:
            return tuple(decisions.every(connection, withdrawn=withdrawn))

    def decisions_about(self, anchors: Sequence[str], *, withdrawn: bool = False) -> tuple[Decision, ...]:
        """Return the decisions about claims of these anchors, in the order they were made."""
        with self._store.read() as connection:
            return tuple(decisions.about(connection, anchors, withdrawn=withdrawn))

    def runs(self) -> tuple[Run, ...]:
        """Return all runs that wrote, the oldest first."""
        chosen = sa.select(runs).order_by(runs.c.started_at, runs.c.id)
        with self._store.read() as connection:
            return tuple(
                Run(row.id, row.command, row.version, row.started_at, row.ended_at)
                for row in connection.execute(chosen)
            )

    def counts(self) -> Counts:
        """Return how much stands in the ledger."""
        current = articles.c.superseded_at.is_(None)
        read = sa.and_(current, articles.c.state == ArticleState.READ.value)
        aside = sa.and_(current, articles.c.state == ArticleState.SET_ASIDE.value)
        with self._store.read() as connection:

            def count(table: sa.Table, condition: sa.ColumnElement[bool]) -> int:
                return connection.scalar(sa.select(sa.func.count()).select_from(table).where(condition)) or 0

            outlets = sa.select(sa.func.count(sa.distinct(articles.c.outlet))).where(read)
            return Counts(
                articles=count(articles, read),
                set_aside=count(articles, aside),
                claims=count(claims, claims.c.withdrawn_at.is_(None)),
                events=count(events_table, events_table.c.withdrawn_at.is_(None)),
                decisions=count(decisions_table, decisions_table.c.withdrawn_at.is_(None)),
                outlets=connection.scalar(outlets) or 0,
            )

    def _articles(self, condition: sa.ColumnElement[bool]) -> Iterator[Article]:
        after = 0
        while True:
            chosen = (
                sa.select(articles.c.row, articles.c.payload)
                .where(condition, articles.c.row > after)
                .order_by(articles.c.row)
                .limit(PAGE // 10)
            )
            with self._store.read() as connection:
                rows = connection.execute(chosen).all()
            for row in rows:
                yield article_from(row.payload)
            if not rows:
                return
            after = rows[-1].row

    def _page(
        self,
        table: sa.Table,
        conditions: list[sa.ColumnElement[bool]],
        wanted: ClaimFilter | EventFilter,
        build: Callable[[str], R],
    ) -> Page[R]:
        size = PAGE if wanted.limit is None else wanted.limit
        day = table.c.sort_day.desc() if wanted.newest_first else table.c.sort_day.asc()
        chosen = (
            sa.select(table.c.sort_day, table.c.row, table.c.payload)
            .where(*conditions, *past(table, wanted.after, wanted.newest_first))
            .order_by(day, table.c.row)
            .limit(size + 1)
        )
        with self._store.read() as connection:
            rows = connection.execute(chosen).all()
        shown = rows[:size]
        more = cursor_of(shown[-1].sort_day, shown[-1].row) if shown and len(rows) > size else None
        return Page(tuple(build(row.payload) for row in shown), more)

    def _pages(self, wanted: F, ask: Callable[[F], Page[R]]) -> Iterator[R]:
        left = wanted.limit
        while left is None or left > 0:
            page = ask(replace(wanted, limit=PAGE if left is None else min(PAGE, left)))
            yield from page.items
            if page.next is None:
                return
            wanted = replace(wanted, after=page.next)
            left = None if left is None else left - len(page.items)

    def _claims_in(
        self, column: sa.ColumnElement[str], wanted: Sequence[str], *, standing: bool
    ) -> tuple[Claim, ...]:
        found: dict[str, dict[str, Claim]] = {}
        condition = claims.c.withdrawn_at.is_(None) if standing else sa.true()
        with self._store.read() as connection:
            for start in range(0, len(wanted), PAGE):
                some = wanted[start : start + PAGE]
                rows = connection.execute(
                    sa.select(column.label("asked"), claims.c.id, claims.c.payload)
                    .where(column.in_(some), condition)
                    .order_by(claims.c.row)
                )
                for row in rows:
                    found.setdefault(row.asked, {})[row.id] = claim_from(row.payload)
        return tuple(claim for one in dict.fromkeys(wanted) for claim in found.get(one, {}).values())


def _in_chunks(
    connection: sa.Connection, table: sa.Table, rows: list[int], *conditions: sa.ColumnElement[bool]
) -> list[str]:
    payloads: list[str] = []
    for start in range(0, len(rows), PAGE):
        chosen = (
            sa.select(table.c.payload)
            .where(table.c.row.in_(rows[start : start + PAGE]), *conditions)
            .order_by(table.c.row)
        )
        payloads.extend(connection.scalars(chosen))
    return payloads
