"""Filters as SQL conditions."""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from onrecord.errors import LedgerError
from onrecord.ledger.filters import ClaimFilter, EventFilter
from onrecord.ledger.tables import claim_parties, claims, event_members, events
from onrecord.ledger.text_search import matches
from onrecord.records import slug

__all__ = ["claim_conditions", "cursor_of", "event_conditions", "past", "stood"]

_OF_THE_EVENT = ("source", "actor", "recipient", "against")


def stood(table: sa.Table, as_of: datetime | None) -> sa.ColumnElement[bool]:
    """Return the condition that a row stands, now or at a moment in the past."""
    withdrawn = table.c.superseded_at if "superseded_at" in table.c else table.c.withdrawn_at
    if as_of is None:
        return withdrawn.is_(None)
    return sa.and_(table.c.added_at <= as_of, sa.or_(withdrawn.is_(None), withdrawn > as_of))


def claim_conditions(wanted: ClaimFilter, dialect: str) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on `claims` that a filter stands for, its `after` left aside."""
    found = [stood(claims, wanted.as_of)]
    found += _shared(wanted, dialect)
    if wanted.source is not None:
        found.append(claims.c.row.in_(_with_party(wanted.source, ("source",))))
    if wanted.status is not None:
        found.append(claims.c.status == wanted.status.value)
    if wanted.type is not None:
        found.append(claims.c.type == wanted.type.value)
    if wanted.since is not None:
        found.append(claims.c.day >= wanted.since)
    if wanted.until is not None:
        found.append(claims.c.day <= wanted.until)
    if wanted.article is not None:
        found.append(claims.c.article_id == wanted.article)
    if wanted.event is not None:
        members = (
            sa.select(event_members.c.anchor)
            .join(events, events.c.row == event_members.c.event_row)
            .where(events.c.id == wanted.event, stood(events, wanted.as_of))
        )
        found.append(claims.c.anchor.in_(members))
    return found


def event_conditions(wanted: EventFilter, dialect: str) -> list[sa.ColumnElement[bool]]:
    """Return the conditions on `events` that a filter stands for, its `after` left aside."""
    found = [stood(events, wanted.as_of)]
    if wanted.type is not None:
        found.append(events.c.type == wanted.type.value)
    if wanted.status is not None:
        found.append(events.c.status == wanted.status.value)
    if wanted.standing is not None:
        found.append(events.c.standing == wanted.standing.value)
    if wanted.since is not None:
        found.append(events.c.last_day >= wanted.since)
    if wanted.until is not None:
        found.append(events.c.first_day <= wanted.until)
    of_claims = _shared(wanted, dialect)
    if of_claims:
        members = (
            sa.select(event_members.c.event_row)
            .join(claims, claims.c.anchor == event_members.c.anchor)
            .where(stood(claims, wanted.as_of), *of_claims)
        )
        found.append(events.c.row.in_(members))
    return found


def past(table: sa.Table, after: str | None, newest_first: bool) -> list[sa.ColumnElement[bool]]:
    """Return the condition that a row comes after the one a cursor names.

    Raises:
        LedgerError: The cursor is not one the ledger gave.
    """
    if after is None:
        return []
    try:
        day_text, _, row_text = after.partition(".")
        day, row = date.fromisoformat(day_text), int(row_text)
    except ValueError as error:
        raise LedgerError(
            f"{after!r} is not the mark of a page; hand in `next` of the page before, or nothing."
        ) from error
    on_later_pages = table.c.sort_day < day if newest_first else table.c.sort_day > day
    return [sa.or_(on_later_pages, sa.and_(table.c.sort_day == day, table.c.row > row))]


def cursor_of(day: date, row: int) -> str:
    """Return the mark of a row, to be handed in as `after`."""
    return f"{day.isoformat()}.{row}"


def _shared(wanted: ClaimFilter | EventFilter, dialect: str) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.party is not None:
        found.append(claims.c.row.in_(_with_party(wanted.party, _OF_THE_EVENT)))
    if wanted.stance is not None:
        found.append(claims.c.stance == wanted.stance.value)
    if wanted.outlet is not None:
        found.append(sa.func.lower(claims.c.outlet) == sa.func.lower(wanted.outlet))
    if wanted.text is not None:
        found.append(matches(wanted.text, dialect))
    return found


def _with_party(party: str, parts: tuple[str, ...]) -> sa.CompoundSelect[Any]:
    """Return the rows of claims with a party; three indexed look-ups, not one OR that scans."""
    columns = claim_parties.c
    ways = (columns.party == party, columns.country == party.upper(), columns.name_key == slug(party))
    return sa.union(*(sa.select(columns.claim_row).where(way, columns.part.in_(parts)) for way in ways))
