"""Every page with its address, filters, record and twins: the one list that serving and OpenAPI read."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.views.event_page import EventPage
from onrecord.views.exchange_board import ExchangeBoard
from onrecord.views.network import Network
from onrecord.views.party_page import PartyPage
from onrecord.web.pages import articles, claims, events, parties, review
from onrecord.web.pages.built import Built, Table

__all__ = ["PAGES", "PageSpec"]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page.

    Attributes:
        name: Its name in the envelope.
        path: Its address, with parts in braces; the JSON twin has ".json" after it.
        fields: Filters it takes.
        build: Room, what is asked, and the address's parts → its record.
        data: Type of the record.
        about: One line for the API's description.
        template: Its HTML.
        table: Record → CSV twin; None where it has none.
        nav: The part of the navigation it belongs to.
    """

    name: str
    path: str
    fields: tuple[str, ...]
    build: Callable[..., Built]
    data: type
    about: str
    template: str
    table: Callable[[object], Table] | None
    nav: str

    @property
    def twin(self) -> str:
        """Address without an ending, to which ".json" or ".csv" is added."""
        return "/index" if self.path == "/" else self.path


PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        "front", "/", events.EVENT_FIELDS, events.front, events.Front,
        "What changed since the last visit, and events.", "front.html", events.events_table, "events",
    ),
    PageSpec(
        "events", "/events", events.EVENT_FIELDS, events.events, events.EventList,
        "Events, the newest first.", "events.html", events.events_table, "events",
    ),
    PageSpec(
        "event", "/events/{id}", (), events.event, EventPage,
        "One event: voices, numbers, places, claims, history.", "event.html", events.event_table, "events",
    ),
    PageSpec(
        "claims", "/claims", claims.CLAIM_FIELDS, claims.claims, claims.ClaimList,
        "Claims, the newest first.", "claims.html", claims.claims_table, "claims",
    ),
    PageSpec(
        "claim", "/claims/{id}", (), claims.claim, claims.OneClaim,
        "One claim, by its id or anchor.", "claim.html", None, "claims",
    ),
    PageSpec(
        "article", "/articles/{id:path}", articles.ARTICLE_FIELDS, articles.article, articles.ArticlePage,
        "One article beside its claims.", "article.html", articles.article_table, "claims",
    ),
    PageSpec(
        "exchanges", "/exchanges", (), parties.exchanges, parties.ExchangeList,
        "Pairs of parties between whom something passes.", "exchanges.html", parties.exchanges_table,
        "exchanges",
    ),
    PageSpec(
        "exchange", "/exchanges/{left}/{right}", (), parties.exchange, ExchangeBoard,
        "What passes between two parties, both ways.", "exchange.html", parties.exchange_table, "exchanges",
    ),
    PageSpec(
        "parties", "/parties", (), parties.parties, parties.PartyList,
        "Parties that claims name most.", "parties.html", parties.parties_table, "parties",
    ),
    PageSpec(
        "party", "/parties/{id:path}", (), parties.party, PartyPage,
        "One party: roles, what it said, what is said of it.", "party.html", parties.party_table,
        "parties",
    ),
    PageSpec(
        "network", "/network", parties.NETWORK_FIELDS, parties.network_page, Network,
        "Who is told to do what to whom.", "network.html", parties.network_table, "network",
    ),
    PageSpec(
        "review", "/review", review.REVIEW_FIELDS, review.review, review.ReviewPage,
        "Claims to review, and the decisions made.", "review.html", review.review_table, "review",
    ),
)  # fmt: skip
