"""Everything there is to look at about one event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Claim, Event
from onrecord.views.event_row import EventRow, event_row, event_title
from onrecord.views.number_series import NumberTable, number_tables
from onrecord.views.places import PlaceRow, place_rows
from onrecord.views.timeline import TimelineCell, timeline
from onrecord.views.voices import VoicesMatrix, voices_matrix
from onrecord.views.words import party_name

__all__ = ["ArticleLink", "EventPage", "ExchangeLink", "article_links", "event_page", "names_in"]

_SIMILAR = 6


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An article by what one needs to choose it."""

    id: str
    title: str
    outlet: str | None
    published: date | None
    claims: int


@dataclass(frozen=True, slots=True)
class ExchangeLink:
    """Two parties between whom something passes in this event."""

    giver: str
    receiver: str
    giver_name: str
    receiver_name: str


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event with all that is shown beside it.

    Attributes:
        event: The event.
        title: One line.
        names: Party id → name, for every party in it.
        voices: Who said what, when.
        timeline: Claims by day and family of stance.
        numbers: Its numbers, a table a measure.
        places: Where claims say it happened.
        claims: Its claims, in the order of the event; at most as many as were asked for.
        left_out: How many further claims it has.
        articles: The articles those claims stand in.
        exchanges: Pairs of parties whose exchange page it belongs to.
        similar: Events of the same type that share parties, the most alike first.
    """

    event: Event
    title: str
    names: dict[str, str]
    voices: VoicesMatrix
    timeline: tuple[TimelineCell, ...]
    numbers: tuple[NumberTable, ...]
    places: tuple[PlaceRow, ...]
    claims: tuple[Claim, ...]
    left_out: int
    articles: tuple[ArticleLink, ...]
    exchanges: tuple[ExchangeLink, ...]
    similar: tuple[EventRow, ...]


def event_page(event: Event, claims: Sequence[Claim], alike: Iterable[Event]) -> EventPage:
    """Return the page of an event.

    Args:
        event: The event.
        claims: Its claims, or the first of them.
        alike: Other events to choose similar ones from.
    """
    names = names_in(claims)
    parties = {v.party for v in event.voices} | {
        *event.actors,
        *event.recipients,
        *event.against,
        *event.silent,
    }
    return EventPage(
        event=event,
        title=event_title(event, names),
        names={party: party_name(party, names) for party in sorted(parties)},
        voices=voices_matrix(event, names),
        timeline=timeline(claims),
        numbers=number_tables(event, names),
        places=place_rows(claims),
        claims=tuple(claims),
        left_out=len(event.claims) - len(claims),
        articles=article_links(claims),
        exchanges=_exchanges(event, names),
        similar=_similar(event, alike),
    )


def names_in(claims: Iterable[Claim]) -> dict[str, str]:
    """Return a name for each party of the claims: the longest they give, or of two the first."""
    names: dict[str, str] = {}
    for claim in claims:
        for party in claim.parties:
            if len(party.name) > len(names.get(party.id, "")):
                names[party.id] = party.name
    return names


def article_links(claims: Iterable[Claim]) -> tuple[ArticleLink, ...]:
    """Return the articles of some claims, oldest first."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.article.id, []).append(claim)
    links = [
        ArticleLink(one, c[0].article.title or one, c[0].article.outlet, c[0].article.published, len(c))
        for one, c in found.items()
    ]
    return tuple(sorted(links, key=lambda link: (link.published or date.max, link.id)))


def _exchanges(event: Event, names: Mapping[str, str]) -> tuple[ExchangeLink, ...]:
    if not event.items:
        return ()
    return tuple(
        ExchangeLink(a, b, party_name(a, names), party_name(b, names))
        for a in event.actors
        for b in event.recipients
        if a != b
    )


def _similar(event: Event, alike: Iterable[Event]) -> tuple[EventRow, ...]:
    def likeness(other: Event) -> int:
        same = len(set(event.actors) & set(other.actors)) + len(set(event.recipients) & set(other.recipients))
        return 2 * same + len(set(event.items) & set(other.items)) + (event.mode == other.mode)

    others = [other for other in alike if other.id != event.id]
    return tuple(event_row(other) for other in sorted(others, key=likeness, reverse=True)[:_SIMILAR])
