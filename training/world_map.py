"""Make the page's outline of the world from the npm package `world-atlas` (Natural Earth, public domain).

    npm pack world-atlas@2 && tar xzf world-atlas-2.*.tgz
    python training/world_map.py package/countries-50m.json src/onrecord/views/world.json

Writes one JSON object: ISO 3166-1 alpha-3 → SVG path in degrees (x east, y south), to a tenth of a degree.
Outlines without a code of their own (Somaliland, Siachen Glacier, small dependent islands) are left out.
"""

import json
import sys
from pathlib import Path

from onrecord.gazetteer.countries import country_of_name

TOLERANCE = 0.12  # degrees; under half a pixel at the widest view
HALF = 180.0
SMALLEST = 0.35  # degrees across; islands smaller than this are dropped unless they are the whole country

Point = tuple[float, float]


def main(atlas: Path, target: Path) -> None:
    """Read the atlas and write the outlines."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = [_decode(arc, topology["transform"]) for arc in topology["arcs"]]
    outlines: dict[str, str] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = country_of_name(geometry["properties"]["name"]) or _RENAMED.get(geometry["properties"]["name"])
        if code is None:
            print("no code:", geometry["properties"]["name"], file=sys.stderr)
            continue
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        outlines[code] = outlines.get(code, "") + _path([_ring(polygon[0], arcs) for polygon in polygons])
    target.write_text(
        json.dumps(dict(sorted(outlines.items())), separators=(",", ":")) + "\n", encoding="utf-8"
    )


_RENAMED = {
    "W. Sahara": "ESH", "United States of America": "USA", "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM",
    "Falkland Is.": "FLK", "Fr. S. Antarctic Lands": "ATF", "Timor-Leste": "TLS", "Côte d'Ivoire": "CIV",
    "Central African Rep.": "CAF", "Eq. Guinea": "GNQ", "eSwatini": "SWZ", "Solomon Is.": "SLB",
    "Bosnia and Herz.": "BIH", "Macedonia": "MKD", "S. Sudan": "SSD", "Kosovo": "XKX", "Turkey": "TUR",
    "São Tomé and Principe": "STP", "St. Vin. and Gren.": "VCT", "St. Kitts and Nevis": "KNA",
    "Antigua and Barb.": "ATG", "Marshall Is.": "MHL",
}  # fmt: skip


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                -(y * transform["scale"][1] + transform["translate"][1]),
            )
        )
    return points


def _ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    return unwrapped(points)


def unwrapped(ring: list[Point]) -> list[Point]:
    """Return a ring that crosses 180 degrees in one piece, beyond them if need be; around a pole as it is."""
    shift, points = 0.0, []
    for (before, _), (x, y) in zip([ring[0], *ring], [*ring, ring[0]], strict=True):
        shift += 360 * ((before - x > HALF) - (x - before > HALF))
        points.append((x + shift, y))
    if shift:
        return ring
    middle = _middle(points)
    turn = 360 * ((middle < -HALF) - (middle > HALF))
    return [(x + turn, y) for x, y in points[:-1]]


def _path(rings: list[list[Point]]) -> str:
    kept = beside([ring for ring in rings if _size(ring) >= SMALLEST] or [max(rings, key=_size)])
    return "".join(_draw(_simplify(ring)) for ring in kept)


def beside(rings: list[list[Point]]) -> list[list[Point]]:
    """Return rings with those beyond 180 degrees on the side of the largest, as one country is drawn."""
    middle = _middle(max(rings, key=_size))
    turns = [360 * ((middle - _middle(ring) > HALF) - (_middle(ring) - middle > HALF)) for ring in rings]
    return [[(x + turn, y) for x, y in ring] for ring, turn in zip(rings, turns, strict=True)]


def _middle(ring: list[Point]) -> float:
    return sum(x for x, _ in ring) / len(ring)


def _size(ring: list[Point]) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _simplify(points: list[Point]) -> list[Point]:
    """Drop points nearer than the tolerance to the line between their neighbours (Douglas & Peucker 1973)."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        best, furthest = 0.0, None
        for i in range(first + 1, last):
            distance = _distance(points[i], points[first], points[last])
            if distance > best:
                best, furthest = distance, i
        if furthest is not None and best > TOLERANCE:
            keep.add(furthest)
            stack += [(first, furthest), (furthest, last)]
    return [points[i] for i in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    if dx == dy == 0:
        return float(((px - ax) ** 2 + (py - ay) ** 2) ** 0.5)
    t = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
    return float(((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2) ** 0.5)


def _draw(points: list[Point]) -> str:
    numbers = [f"{x:.1f},{y:.1f}".replace(".0", "") for x, y in points]
    return f"M{'L'.join(dict.fromkeys(numbers))}Z"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
