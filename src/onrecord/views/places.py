"""Where an event's claims say it happened: rows of a table, and a map where the places are known."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.gazetteer.countries import name_of
from onrecord.records import Claim, Place, PlacePrecision

__all__ = ["MapArea", "MapPoint", "PlaceRow", "WorldMap", "place_rows", "world_map"]

_POINTS = {PlacePrecision.POINT, PlacePrecision.CITY}
_MARGIN = 6.0  # degrees kept free around what is shown
_NARROWEST = 24.0  # degrees; nothing is shown closer than this


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place as claims name it.

    Attributes:
        name: As told.
        precision: How small it is.
        country: ISO alpha-3, None when untold.
        lat: Degrees north, None unless the gazetteer has a point.
        lon: Degrees east.
        claims: ids of the claims that name it.
    """

    name: str
    precision: PlacePrecision
    country: str | None
    lat: float | None
    lon: float | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapArea:
    """A country drawn as an area.

    Attributes:
        code: ISO alpha-3.
        name: Its name.
        path: SVG path, x degrees east, y degrees south.
        shown: Whether a claim places the event there; else it is drawn for orientation only.
    """

    code: str
    name: str
    path: str
    shown: bool


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A town or spot the gazetteer knows; x degrees east, y degrees south."""

    x: float
    y: float
    name: str


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A piece of the world.

    Attributes:
        left, top, width, height: What is shown, in degrees, y counted south.
        stretch: Factor on x that keeps shapes true at the middle latitude.
        areas: Countries, those shown last.
        points: Points.
    """

    left: float
    top: float
    width: float
    height: float
    stretch: float
    areas: tuple[MapArea, ...]
    points: tuple[MapPoint, ...]


def place_rows(claims: Iterable[Claim]) -> tuple[PlaceRow, ...]:
    """Return the places of the claims' events, the most often told first."""
    found: dict[tuple[str, str | None], tuple[Place, list[str]]] = {}
    for claim in claims:
        if claim.event is not None and (place := claim.event.place) is not None:
            found.setdefault((place.name.casefold(), place.country), (place, []))[1].append(claim.id)
    rows = [
        PlaceRow(p.name, p.precision, p.country, p.lat, p.lon, tuple(dict.fromkeys(ids)))
        for p, ids in found.values()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.claims), row.name)))


def world_map(rows: Iterable[PlaceRow]) -> WorldMap | None:
    """Return the map of some places; None when neither a country nor a point is known.

    A country told as such is an area; a town is a point only where the gazetteer has one, else its
    country is shown as an area.
    """
    points: list[MapPoint] = []
    codes: set[str] = set()
    for row in rows:
        if row.precision in _POINTS and row.lat is not None and row.lon is not None:
            points.append(MapPoint(row.lon, -row.lat, row.name))
        elif row.country is not None:
            codes.add(row.country)
    world = _world()
    codes &= world.keys()
    if not points and not codes:
        return None
    boxes = [world[code][1] for code in codes] + [(p.x, p.y, p.x, p.y) for p in points]
    left, top, right, bottom = _framed(boxes)
    areas = [
        MapArea(code, name_of(code), path, code in codes)
        for code, (path, box) in world.items()
        if code in codes or not (box[2] < left or box[0] > right or box[3] < top or box[1] > bottom)
    ]
    middle = min(70.0, abs(top + bottom) / 2)
    stretch = round(1 - (middle / 90) ** 2 * 0.6, 3)  # near the cosine of the latitude, never tiny
    areas.sort(key=lambda area: area.shown)
    width, height = round(right - left, 1), round(bottom - top, 1)
    return WorldMap(round(left, 1), round(top, 1), width, height, stretch, tuple(areas), tuple(points))


Box = tuple[float, float, float, float]


def _framed(boxes: list[Box]) -> Box:
    left, top = min(b[0] for b in boxes) - _MARGIN, min(b[1] for b in boxes) - _MARGIN
    right, bottom = max(b[2] for b in boxes) + _MARGIN, max(b[3] for b in boxes) + _MARGIN
    wide, high = max(0.0, _NARROWEST * 1.8 - (right - left)) / 2, max(0.0, _NARROWEST - (bottom - top)) / 2
    return (
        max(-180.0, left - wide),
        max(-84.0, top - high),
        min(180.0, right + wide),
        min(84.0, bottom + high),
    )


@cache
def _world() -> dict[str, tuple[str, Box]]:
    """Return each country's outline with its bounding box; made by training/world_map.py."""
    text = files("onrecord.views").joinpath("world.json").read_text(encoding="utf-8")
    return {code: (path, _box(path)) for code, path in json.loads(text).items()}


def _box(path: str) -> Box:
    pairs = path.replace("M", "L").replace("Z", "").lstrip("L").split("L")
    points = [pair.split(",") for pair in pairs]
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
