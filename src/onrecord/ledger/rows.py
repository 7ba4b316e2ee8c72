"""Records as rows, and back."""

import json
from datetime import date, datetime
from typing import Any

from onrecord.records import Article, Claim, DeedVector, Event, Party, from_json, slug, to_line

__all__ = [
    "article_from",
    "article_values",
    "claim_day",
    "claim_from",
    "claim_values",
    "event_from",
    "event_values",
    "party_values",
    "vector_from",
    "vector_values",
]

NO_DAY = date.min
"""Stands in `sort_day` where the day is unknown: oldest of all."""


def article_values(article: Article, run: str, at: datetime) -> dict[str, Any]:
    """Return the columns of an article."""
    return {
        "id": article.id,
        "version": article.version,
        "sha256": article.sha256,
        "state": article.state.value,
        "reason": article.reason,
        "outlet": article.outlet,
        "published": article.published,
        "run": run,
        "added_at": at,
        "payload": to_line(article),
    }


def article_from(payload: str) -> Article:
    """Return the article a row stores."""
    return from_json(Article, json.loads(payload))


def claim_day(claim: Claim) -> date | None:
    """Return the day a claim belongs to: when said, else when published; None when neither is known."""
    said = claim.said
    return (said and (said.start or said.end)) or claim.article.published


def claim_values(claim: Claim, article_row: int, run: str, at: datetime) -> dict[str, Any]:
    """Return the columns of a claim."""
    said, told = claim.said, claim.event
    when = None if told is None else told.when
    day = claim_day(claim)
    return {
        "id": claim.id,
        "anchor": claim.anchor,
        "article_row": article_row,
        "article_id": claim.article.id,
        "stance": claim.stance.value,
        "status": None if told is None else told.status.value,
        "type": None if told is None or told.type is None else told.type.value,
        "outlet": claim.article.outlet,
        "published": claim.article.published,
        "said_start": None if said is None else said.start,
        "said_end": None if said is None else said.end,
        "event_start": None if when is None else when.start,
        "event_end": None if when is None else when.end,
        "day": day,
        "sort_day": day or NO_DAY,
        "run": run,
        "added_at": at,
        "payload": to_line(claim),
    }


def claim_from(payload: str) -> Claim:
    """Return the claim a row stores."""
    return from_json(Claim, json.loads(payload))


def party_values(claim: Claim, claim_row: int) -> list[dict[str, Any]]:
    """Return the columns of a claim's parties, each party once a part."""
    told = claim.event
    parts: list[tuple[str, tuple[Party, ...]]] = [("source", claim.sources), ("via", claim.via)]
    if told is not None:
        parts += [("actor", told.actors), ("recipient", told.recipients), ("against", told.against)]
    found = {(part, party.id, slug(party.name)): party for part, parties in parts for party in parties}
    return [
        {
            "claim_row": claim_row,
            "position": position,
            "party": party.id,
            "country": party.country,
            "name_key": name_key,
            "part": part,
        }
        for position, ((part, _, name_key), party) in enumerate(found.items())
    ]


def event_values(event: Event, days: list[date], at: datetime) -> dict[str, Any]:
    """Return the columns of an event.

    Args:
        event: The event.
        days: The days its claims belong to, where known.
        at: When it is added.
    """
    return {
        "id": event.id,
        "type": None if event.type is None else event.type.value,
        "status": event.status.value,
        "standing": event.standing.value,
        "first_day": min(days, default=None),
        "last_day": max(days, default=None),
        "sort_day": max(days, default=NO_DAY),
        "added_at": at,
        "payload": to_line(event),
    }


def event_from(payload: str) -> Event:
    """Return the event a row stores."""
    return from_json(Event, json.loads(payload))


def vector_values(vector: DeedVector, claim_row: int) -> dict[str, Any]:
    """Return the columns of a claim's vector."""
    return {"claim_row": claim_row, "weights": vector.weights, "numbers": vector.numbers}


def vector_from(row: Any) -> DeedVector:
    """Return the vector a row stores."""
    return DeedVector(row.weights, bytes(row.numbers))
