"""What a caller asks the ledger for: the same words on the command line, the page and in code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from onrecord.records import EventType, Stance, Standing, Status

__all__ = ["ClaimFilter", "EventFilter", "Page"]

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; a field left None filters nothing, and all that are given must hold.

    Attributes:
        party: id, country or full name of a source, actor, recipient or party aimed at.
        source: The same, of a source only.
        type: Type of the event.
        stance: What the source does with it.
        status: How the event stands in that telling.
        since: First day on which it was said (or, where that is unknown, published).
        until: Last such day.
        outlet: Name of the outlet, without regard to case.
        text: Words of the evidence or the article's title, "in double quotes" where in that order.
        article: id of an article.
        event: id of a reconciled event whose claims are wanted.
        as_of: Answer as the ledger would have at that moment; None for now.
        newest_first: By day, newest first; else oldest first, claims of unknown day before all others.
            Claims of one day come in the order they were added.
        limit: At most so many; None for all.
        after: `next` of the page before.
    """

    party: str | None = None
    source: str | None = None
    type: EventType | None = None
    stance: Stance | None = None
    status: Status | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    text: str | None = None
    article: str | None = None
    event: str | None = None
    as_of: datetime | None = None
    newest_first: bool = False
    limit: int | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; a field left None filters nothing, and all that are given must hold.

    Attributes:
        party: As in `ClaimFilter`, of any claim of the event.
        type: Type of the event.
        stance: Some claim of the event has this stance.
        status: How the event stands.
        standing: Who is on record for it.
        since: Something was said about it on this day or later.
        until: Something was said about it on this day or earlier.
        outlet: Some claim of the event is from this outlet.
        text: As in `ClaimFilter`, of some claim of the event.
        as_of: Answer as the ledger would have at that moment; None for now.
        newest_first: By the last day something was said; else the oldest such day first.
        limit: At most so many; None for all.
        after: `next` of the page before.
    """

    party: str | None = None
    type: EventType | None = None
    stance: Stance | None = None
    status: Status | None = None
    standing: Standing | None = None
    since: date | None = None
    until: date | None = None
    outlet: str | None = None
    text: str | None = None
    as_of: datetime | None = None
    newest_first: bool = True
    limit: int | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[R]):
    """Some answers, and how to ask for those that follow.

    Attributes:
        items: The answers.
        next: Hand it in as `after` for the following page; None when nothing follows.
    """

    items: tuple[R, ...]
    next: str | None
