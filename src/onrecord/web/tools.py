"""The ledger as tools for language models, over the Model Context Protocol; the answers are the API's."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from onrecord import __version__
from onrecord.errors import RequestError
from onrecord.records import to_json
from onrecord.web.fields import Asked, ask
from onrecord.web.pages.articles import article
from onrecord.web.pages.built import Built
from onrecord.web.pages.claims import CLAIM_FIELDS, claims
from onrecord.web.pages.events import EVENT_FIELDS, event, events
from onrecord.web.pages.parties import exchange, party
from onrecord.web.room import Room

if TYPE_CHECKING:
    from mcp.server import MCPServer

__all__ = ["create_server"]

_ABOUT = (
    "A ledger of attributed claims from news: who is on record saying, with what stance, that who did what "
    "to whom. It never says what is true. Quote the claims' evidence; name a standing with its rule."
)
_NOTHING = Asked({}, {})
_SHORT = 20
"""Answers in a list by default: a model reads every word of them."""


def create_server(ledger_url: str, clock: Callable[[], datetime]) -> "MCPServer[Any]":
    """Return a server of read-only tools over a ledger.

    Args:
        ledger_url: SQLAlchemy URL of a ledger that is there already.
        clock: Gives the moment now, with a time zone.

    Raises:
        LedgerError: The ledger cannot be opened.
    """
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError

    def answer(build: Callable[[], Built]) -> Built:
        try:
            return build()
        except RequestError as error:
            raise ToolError(str(error)) from error

    room = Room(ledger_url, clock)
    server: MCPServer[Any] = MCPServer("onrecord", version=__version__, instructions=_ABOUT)

    @server.tool()
    def search_events(
        words: str = "", party: str = "", type: str = "", stance: str = "", status: str = "",  # noqa: A002
        standing: str = "", since: str = "", until: str = "", limit: int = _SHORT, after: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """Search events, the newest first: title, standing, status, origins, newest voices.

        party: a code (PRK, NATO), a country or a full name. type: a PLOVER type (AID, ASSAULT, …). since and
        until: days as YYYY-MM-DD. after: `next` of the answer before.
        """
        given = {
            "q": words, "party": party, "type": type, "stance": stance, "status": status,
            "standing": standing, "since": since, "until": until, "limit": str(limit), "after": after,
        }  # fmt: skip
        built = answer(lambda: events(room, ask(list(given.items()), EVENT_FIELDS)))
        return {"events": to_json(built.data)["events"], "next": built.next}

    @server.tool()
    def search_claims(
        words: str = "", party: str = "", source: str = "", type: str = "", stance: str = "",  # noqa: A002
        status: str = "", since: str = "", until: str = "", event: str = "", limit: int = _SHORT,
        after: str = "",
    ) -> dict[str, Any]:  # fmt: skip
        """Search claims, the newest first, each with the sentences that prove it."""
        given = {
            "q": words, "party": party, "source": source, "type": type, "stance": stance, "status": status,
            "since": since, "until": until, "event": event, "limit": str(limit), "after": after,
        }  # fmt: skip
        built = answer(lambda: claims(room, ask(list(given.items()), CLAIM_FIELDS)))
        return {"claims": to_json(built.data)["claims"], "next": built.next}

    @server.tool()
    def get_event(id: str) -> dict[str, Any]:  # noqa: A002
        """Get one event: voices by party and day, numbers with their differences, history, claims."""
        return to_json(answer(lambda: event(room, _NOTHING, id)).data)

    @server.tool()
    def get_article(id: str) -> dict[str, Any]:  # noqa: A002
        """Get one article: its text and the claims in it."""
        return to_json(answer(lambda: article(room, _NOTHING, id)).data)

    @server.tool()
    def get_party(id: str) -> dict[str, Any]:  # noqa: A002
        """Get one party: its roles over time, what it said, what is said of it."""
        return to_json(answer(lambda: party(room, _NOTHING, id)).data)

    @server.tool()
    def get_exchanges(left: str, right: str) -> dict[str, Any]:
        """Get what passes between two parties, both ways: items, stage, numbers, who says and denies it."""
        return to_json(answer(lambda: exchange(room, _NOTHING, left, right)).data)

    return server
