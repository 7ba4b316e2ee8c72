"""Charts as Vega-Lite and Vega specifications, from the records other views make; nothing is drawn here.

Every chart says in words and shapes what it says in colour, and a page shows the same numbers as a table.
Colours are tokens (`INK`, `FAMILY_COLOUR`, …) that the page's drawing swaps for the reader's colour scheme.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.views.network import Network
from onrecord.views.number_series import NumberTable
from onrecord.views.timeline import TimelineCell
from onrecord.views.words import FAMILY_WORDS, Family

__all__ = [
    "FAMILY_COLOUR",
    "FAMILY_SHAPE",
    "INK",
    "LINE",
    "MUTED",
    "network_chart",
    "numbers_chart",
    "timeline_chart",
]

INK = "#1b1f24"
MUTED = "#57606a"
LINE = "#d8dde3"

FAMILY_COLOUR: Mapping[Family, str] = {
    Family.VOUCHES: "#1a7f37",
    Family.ASSERTS: "#0b62c4",
    Family.BLAMES: "#8250df",
    Family.OPPOSES: "#c2271f",
    Family.WITHHOLDS: "#6a737d",
    Family.EXPECTS: "#0e7490",
    Family.PRESSES: "#9a6100",
}
"""One colour a family of stances; each has a contrast of 4.5 or more on white."""

FAMILY_SHAPE: Mapping[Family, str] = {
    Family.VOUCHES: "triangle-up",
    Family.ASSERTS: "circle",
    Family.BLAMES: "diamond",
    Family.OPPOSES: "square",
    Family.WITHHOLDS: "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0M-0.6 0A0.6 0.6 0 1 0 0.6 0A0.6 0.6 0 1 0 -0.6 0",
    Family.EXPECTS: "triangle-down",
    Family.PRESSES: "triangle-right",
}

_CONFIG: dict[str, Any] = {
    "background": "transparent",
    "font": "Helvetica, Arial, sans-serif",
    "axis": {
        "labelColor": MUTED,
        "titleColor": MUTED,
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
    },
    "view": {"stroke": None},
    "text": {"color": INK, "fontSize": 11},
}
_ROOM = {"left": 30, "right": 10, "top": 6, "bottom": 5}
"""Pixels around a chart: where Helvetica is missing, its stand-in is wider than the names were measured."""

_LABELS = 14  # names in a chart at most
_ROW = 24  # pixels a row of the timeline


def timeline_chart(cells: Sequence[TimelineCell], width: int = 560) -> dict[str, Any]:
    """Return a chart of claims by day (across) and family of stances (down), sized by their count.

    Args:
        cells: The timeline, not empty.
        width: Width of the drawing area in pixels.
    """
    values = [
        {"day": c.day.isoformat(), "stance": c.words, "family": c.family.value, "count": c.count}
        for c in cells
    ]
    present = {cell.family for cell in cells}
    rows = [words for family, words in FAMILY_WORDS.items() if family in present]
    x = _days({c.day.isoformat() for c in cells})
    y = {
        "field": "stance",
        "type": "nominal",
        "sort": rows,
        "title": None,
        "axis": {"labelLimit": 200, "grid": True, "labelColor": INK},
    }
    families = [f for f in FAMILY_WORDS if f in present]
    marks = {
        "mark": {"type": "point", "filled": True, "opacity": 1},
        "encoding": {
            "x": x,
            "y": y,
            "size": {
                "field": "count",
                "type": "quantitative",
                "scale": {"domain": [0, max(4, *(c.count for c in cells))], "range": [40, 260]},
                "legend": None,
            },
            "shape": _per_family(families, FAMILY_SHAPE),
            "color": _per_family(families, FAMILY_COLOUR),
        },
    }
    counts = {
        "transform": [{"filter": "datum.count > 1"}],
        "mark": {"type": "text", "dx": 13, "align": "left", "fontSize": 10, "color": MUTED},
        "encoding": {"x": x, "y": y, "text": {"field": "count"}},
    }
    return _chart(values, [marks, counts], width, _ROW * len(rows))


def numbers_chart(table: NumberTable, width: int = 560, height: int = 190) -> dict[str, Any]:
    """Return a chart of one measure's numbers over time: points with their range, named at the point.

    Args:
        table: The numbers; rows without a day are left out, at least one must have one.
        width: Width of the drawing area in pixels.
        height: Its height.
    """
    values: list[dict[str, Any]] = [
        {
            "day": row.day.isoformat(),
            "party": row.party,
            "name": f"{row.name}: {row.words}",
            "low": row.best if row.low is None else row.low,
            "best": _best(row.low, row.best, row.high),
            "high": row.best if row.high is None else row.high,
            "open": row.hedge.value not in {"exact", "about", "between", "unknown"},
        }
        for row in table.rows
        if row.day is not None and _best(row.low, row.best, row.high) is not None
    ]
    _place_labels(values, height)
    x = _days({str(value["day"]) for value in values})
    y = {"field": "best", "type": "quantitative", "title": table.title, "axis": {"format": ",~f"}}
    ranges = {
        "mark": {"type": "rule", "color": MUTED, "strokeWidth": 2},
        "encoding": {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}},
    }
    points = {
        "mark": {"type": "point", "size": 60, "opacity": 1, "stroke": INK, "strokeWidth": 1.6},
        "encoding": {
            "x": x,
            "y": y,
            "fill": {"condition": {"test": "datum.open", "value": "transparent"}, "value": INK},
        },
    }
    named = {"x": x, "y": {**y, "field": "label"}, "text": {"field": "name"}}
    labels = [
        {
            "transform": [{"filter": f"isValid(datum.label) && {side}"}],
            "mark": {"type": "text", "align": align, "dx": dx, "limit": 190},
            "encoding": named,
        }
        for side, align, dx in (("!datum.late", "left", 9), ("datum.late", "right", -9))
    ]
    return _chart(values, [ranges, points, *labels], width, height)


def network_chart(found: Network, most: int, width: int = 860, height: int = 560) -> dict[str, Any]:
    """Return a Vega drawing of a network's strongest edges; thicker is told more often.

    Args:
        found: The network, with at least one edge.
        most: Edges drawn at most; edges of several types between two parties count as one.
        width: Width of the drawing in pixels.
        height: Its height.
    """
    weights: dict[tuple[str, str], int] = {}
    for edge in found.edges:
        pair = (edge.source, edge.target)
        weights[pair] = weights.get(pair, 0) + edge.claims
    drawn = sorted(weights.items(), key=lambda w: (-w[1], w[0]))[:most]
    parties = {party for pair, _ in drawn for party in pair}
    nodes: list[dict[str, Any]] = [
        {"index": i, "name": n.name, "claims": n.claims}
        for i, n in enumerate(n for n in found.nodes if n.party in parties)
    ]
    at = {n.party: i for i, n in enumerate(n for n in found.nodes if n.party in parties)}
    heaviest = max(weight for _, weight in drawn)
    links = [
        {"source": at[a], "target": at[b], "width": 1 + 5 * (weight / heaviest) ** 0.5}
        for (a, b), weight in drawn
    ]
    forces = [
        {"force": "center", "x": width / 2, "y": height / 2},
        {"force": "collide", "radius": 34},
        {"force": "nbody", "strength": -300, "distanceMax": 260},
        {"force": "link", "links": "links", "distance": 110},
    ]
    place = {"type": "force", "static": True, "iterations": 260, "forces": forces}
    return {
        "$schema": "https://vega.github.io/schema/vega/v5.json",
        "width": width,
        "height": height,
        "padding": 4,
        "config": {"font": _CONFIG["font"], "background": "transparent"},
        "data": [{"name": "nodes", "values": nodes}, {"name": "links", "values": links}],
        "marks": [
            {
                "name": "dots",
                "type": "symbol",
                "zindex": 1,
                "from": {"data": "nodes"},
                "encode": {
                    "enter": {
                        "fill": {"value": INK},
                        "size": {"signal": f"40 + 300 * datum.claims / {max(n['claims'] for n in nodes)}"},
                    }
                },
                "transform": [{**place, "signal": "force"}],
            },
            {
                "type": "path",
                "from": {"data": "links"},
                "interactive": False,
                "encode": {
                    "update": {
                        "stroke": {"value": MUTED},
                        "strokeOpacity": {"value": 0.55},
                        "strokeWidth": {"field": "width"},
                    }
                },
                "transform": [
                    {
                        "type": "linkpath",
                        "require": {"signal": "force"},
                        "shape": "curve",
                        "sourceX": "datum.source.x",
                        "sourceY": "datum.source.y",
                        "targetX": "datum.target.x",
                        "targetY": "datum.target.y",
                    }
                ],
            },
            {
                "type": "text",
                "zindex": 2,
                "from": {"data": "dots"},
                "encode": {
                    "update": {
                        "x": {"field": "x"},
                        "y": {"field": "y", "offset": -10},
                        "text": {"field": "datum.name"},
                        "align": {"value": "center"},
                        "fill": {"value": INK},
                        "fontSize": {"value": 12},
                    }
                },
            },
        ],
    }


def _place_labels(values: list[dict[str, Any]], height: int) -> None:
    """Give the newest number of each party a `label`, the height of its name, so that names of a day part.

    `late` tells that the name stands left of its point: to the right of the newest day there is no room.
    """
    days = sorted({value["day"] for value in values})
    newest = {value["party"]: value for value in sorted(values, key=lambda v: v["day"])}
    named = sorted(newest.values(), key=lambda v: (v["day"], -v["best"]))[:_LABELS]
    top = max((v["high"] or v["best"] for v in values), default=1.0) or 1.0
    line = 13 * top / height  # a line of text in units of the axis, which starts at 0
    below: dict[str, float] = {}
    for value in named:
        at = min(value["best"] + line / 2, below.get(value["day"], top * 2) - line)
        value["label"] = below[value["day"]] = at
        value["late"] = len(days) > 1 and value["day"] == days[-1]


def _best(low: float | None, best: float | None, high: float | None) -> float | None:
    if best is not None:
        return best
    known = [value for value in (low, high) if value is not None]
    return sum(known) / len(known) if known else None


def _days(days: set[str]) -> dict[str, Any]:
    axis: dict[str, Any] = {"title": None, "format": "%e %b", "grid": False, "labelOverlap": "greedy"}
    if len(days) <= 10:
        axis["values"] = [
            {"year": int(d[:4]), "month": int(d[5:7]), "date": int(d[8:])} for d in sorted(days)
        ]
    scale = {"padding": 30}
    return {"field": "day", "type": "temporal", "axis": axis, "scale": scale}


def _per_family(families: list[Family], values: Mapping[Family, str]) -> dict[str, Any]:
    domain = [f.value for f in families]
    return {
        "field": "family",
        "type": "nominal",
        "scale": {"domain": domain, "range": [values[f] for f in families]},
        "legend": None,
    }


def _chart(
    values: list[dict[str, Any]], layers: list[dict[str, Any]], width: int, height: int
) -> dict[str, Any]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "config": _CONFIG,
        "data": {"values": values},
        "width": width,
        "height": height,
        "padding": _ROOM,
        "layer": layers,
    }
