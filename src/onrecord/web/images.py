"""Drawings and downloads beside the pages: charts as SVG, the network as GraphML."""

from typing import Any, cast

from onrecord.errors import RequestError
from onrecord.views.charts import network_chart, numbers_chart, timeline_chart
from onrecord.views.event_page import EventPage
from onrecord.views.network import Network, graphml
from onrecord.web.draw import draw_vega, draw_vegalite
from onrecord.web.fields import Asked
from onrecord.web.pages.events import event
from onrecord.web.pages.parties import NETWORK_FIELDS, network_page
from onrecord.web.room import Room

__all__ = ["FIELDS", "HEADERS", "IMAGES"]

FIELDS = (*NETWORK_FIELDS, "width")
_WIDTH = 560  # pixels of a drawing, its labels left aside

HEADERS = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
"""A drawing carries its own two colour schemes and nothing else; it stands in pages as an image."""

_DRAWN = 40
"""Edges drawn at most; the table has the others."""


def timeline_image(room: Room, asked: Asked, event_id: str) -> str:
    """Return the chart of an event's claims by day and stance."""
    cells = _event(room, asked, event_id).timeline
    if not cells:
        raise _nothing("claim of this event has a day")
    return draw_vegalite(timeline_chart(cells, asked.values.get("width", _WIDTH)))


def numbers_image(room: Room, asked: Asked, event_id: str, which: int) -> str:
    """Return the chart of one of an event's measures, counted from 1."""
    tables = _event(room, asked, event_id).numbers
    if not 1 <= which <= len(tables) or not tables[which - 1].drawable:
        raise _nothing("such series of numbers with days is told of this event")
    return draw_vegalite(numbers_chart(tables[which - 1], asked.values.get("width", _WIDTH)))


def network_image(room: Room, asked: Asked) -> str:
    """Return the network's strongest edges as a drawing."""
    found = _network(room, asked)
    if not found.edges:
        raise _nothing("claim tells of one party doing something to another")
    return draw_vega(network_chart(found, _DRAWN))


def network_graphml(room: Room, asked: Asked) -> str:
    """Return the network as GraphML."""
    return graphml(_network(room, asked))


IMAGES: tuple[tuple[str, Any, str], ...] = (
    ("/events/{id}/timeline.svg", timeline_image, "image/svg+xml"),
    ("/events/{id}/numbers-{which:int}.svg", numbers_image, "image/svg+xml"),
    ("/network.svg", network_image, "image/svg+xml"),
    ("/network.graphml", network_graphml, "application/graphml+xml"),
)
"""Address, function, media type."""


def _event(room: Room, asked: Asked, event_id: str) -> EventPage:
    return cast(EventPage, event(room, asked, event_id).data)


def _network(room: Room, asked: Asked) -> Network:
    return cast(Network, network_page(room, asked).data)


def _nothing(what: str) -> RequestError:
    return RequestError(f"There is nothing to draw: no {what}.", status=404, code="not_found")
