"""Decide which place each name of a text means.

A name's candidates are weighed by what is likely anywhere (countries, large cities), by the name that
follows it ("Paris, Texas"), by the other places of the text (nearness, a common state or country), by the
countries of those who act in it and by where its outlet is at home. Weights were set on LGL (local news);
docs/evaluation.md has the figures.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.gazetteer.aliases import aliases
from onrecord.gazetteer.countries import countries, country_of_demonym, country_of_name
from onrecord.gazetteer.gazetteer import Gazetteer, GazetteerPlace, PlaceKind, distance_km
from onrecord.gazetteer.home import NO_HOME, Home
from onrecord.gazetteer.keys import place_key

__all__ = ["PlaceName", "Weights", "candidates_of", "part_of", "resolve"]

MOST_CANDIDATES = 80
SMALLEST_CAPITAL = 100_000
LARGE = 50_000
"""Inhabitants from which on a city has parts that news names ("south London")."""
GREAT = 1_000_000
"""Inhabitants from which on a state or province is meant by its bare name, and no small town called so."""
ROUNDS = 3
FIRST_LEVEL = frozenset({"region", "province", "oblast", "governorate", "state", "prefecture"})
"""Words that name the level below the country, where it has an area of that name."""
LOCAL = frozenset({PlaceKind.CITY, PlaceKind.ADMIN2})
"""Kinds small enough for nearness to mean something."""
_DESCRIBED = re.compile(
    r"(?P<name>.+?)(?: (?P<after>region|province|oblast|district|governorate|county|co\.|state|prefecture|"
    r"raion|department|parish|peninsula))$"
    r"|(?P<before>province|state|county|governorate|city|town|village) of (?P<of>.+)$",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"^(?:(?:north|south|east|west|central|northern|southern|eastern|western|downtown|greater|upper|lower|"
    r"northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest|mid)[ -])+"
    r"(?P<name>.+)$",
    re.IGNORECASE,
)
_CITY_OF = re.compile(r"^(?P<name>.+?) (?:city|town|village|township)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name to be told.

    Attributes:
        text: As written.
        within: The name that follows it and says where it lies ("Texas" in "Paris, Texas"), None without one.
    """

    text: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for a candidate; logarithms of inhabitants are decimal."""

    country: float = 8.0
    admin1: float = 4.0
    admin2: float = -0.9
    described: float = 2.4
    capital: float = 1.9
    population: float = 1.0
    alias: float = -1.5
    within: float = 6.2
    near: float = 5.0
    near_km: float = 96.0
    same_admin1: float = 1.28
    same_country: float = 4.0
    inside_named: float = 4.0
    parties: float = 1.2
    home_country: float = 1.0
    home_town: float = 1.0


def resolve(
    names: Sequence[PlaceName],
    gazetteer: Gazetteer,
    parties: Mapping[str, float] | None = None,
    home: Home = NO_HOME,
    weights: Weights | None = None,
) -> tuple[GazetteerPlace | None, ...]:
    """Return the place each name means, in order; None where the gazetteer has none of that name.

    Args:
        names: Every place name of one text, in reading order, repeats included.
        gazetteer: Where candidates are looked up.
        parties: How often each country (ISO alpha-3) speaks or acts in the text.
        home: Where the outlet is at home.
        weights: Other weights than the shipped ones.
    """
    weights = weights or Weights()
    parties = parties or {}
    asked = list(dict.fromkeys(names))
    held = {name.text for name in asked if name.within is not None}
    found = {name: candidates_of(name.text, gazetteer)[:MOST_CANDIDATES] for name in asked}
    found |= {name: _without_namesakes(found[name], home, weights) for name in asked if name.text not in held}
    priors = {
        name: [
            _prior(name, place, weights, parties, gazetteer) + _at_home(place, home, weights)
            for place in found[name]
        ]
        for name in asked
    }
    chosen = {name: _best(found[name], priors[name]) for name in asked}
    # A name told with its state or country settles the same name told without.
    for name in asked:
        if name.within is not None and chosen[name] is not None:
            for other in asked:
                if other.within is None and other.text == name.text and chosen[name] in found[other]:
                    priors[other][found[other].index(chosen[name])] += weights.within
    counts = Counter(names)
    # Names of small places first: alone they tell least, and the others least hang on them.
    for _ in range(ROUNDS):
        before = dict(chosen)
        for name in sorted(asked, key=lambda name: max(priors[name], default=0.0)):
            others = [
                (place, counts[other])
                for other, place in chosen.items()
                if place is not None and place_key(other.text) != place_key(name.text)
            ]
            scores = [
                prior + _support(place, others, weights)
                for place, prior in zip(found[name], priors[name], strict=True)
            ]
            chosen[name] = _best(found[name], scores)
        if chosen == before:
            break
    return tuple(chosen[name] for name in names)


def candidates_of(text: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return what a name as written may mean.

    Looked up by name, short name and demonym, without "city" and "north", and, for "the Kursk region", by the
    city the region is named for. Names of planets and the like mean no place.
    """
    plain = re.sub(r"['’]s?$", "", text.strip())
    full = aliases().short.get(text.strip())
    if full is not None:
        return gazetteer.candidates(full)
    if place_key(plain) in aliases().no_places:
        return ()
    if (area := _area(plain)) is not None:
        return (area,)
    if (demonym := country_of_demonym(plain)) is not None:
        country = gazetteer.country(demonym)
        return () if country is None else (country,)
    found = () if _is_part_of_country(plain) else _spelled(plain, gazetteer)
    code = country_of_name(plain)
    told = any(place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1) and not place.alias for place in found)
    if code is not None and not told and (country := gazetteer.country(code)) is not None:
        found = (country, *found)
    if found:
        return found
    described = _DESCRIBED.match(plain)
    if described:
        return _described(
            described["name"] or described["of"], (described["after"] or described["before"]), gazetteer
        )
    if match := _CITY_OF.match(plain):
        return candidates_of(match["name"], gazetteer)
    if match := _QUARTER.match(plain):
        whole = candidates_of(match["name"], gazetteer)
        return tuple(
            p for p in whole if not p.alias and (p.kind is not PlaceKind.CITY or p.population > LARGE)
        )
    return ()


def _without_namesakes(
    places: tuple[GazetteerPlace, ...], home: Home, weights: Weights
) -> tuple[GazetteerPlace, ...]:
    """Leave out the small towns called like a country or great state, as "Peru, Indiana", told by name alone.

    And the city known by its country's name. A town near the one the outlet is named for stays.
    """
    country = any(p.kind is PlaceKind.COUNTRY and not p.alias for p in places)
    great = any(p.kind is PlaceKind.ADMIN1 and not p.alias and p.population >= GREAT for p in places)
    if not country and not great:
        return places

    def near_home(place: GazetteerPlace) -> bool:
        return any((km := _apart(place, town)) is not None and km < weights.near_km for town in home.towns)

    def namesake(place: GazetteerPlace) -> bool:
        return place.population < LARGE or (country and place.alias)

    return tuple(p for p in places if p.kind not in LOCAL or not namesake(p) or near_home(p))


def part_of(text: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name tells a part of a larger place: "eastern Ukraine", but not "South Korea"."""
    plain = text.strip()
    if _QUARTER.match(plain) is None or country_of_name(plain) is not None:
        return False
    return _area(plain) is None and (_is_part_of_country(plain) or not gazetteer.candidates(plain))


def _is_part_of_country(name: str) -> bool:
    """Tell whether a country is told with where in it, not a town: "south Chad", but not "South Chad"."""
    quarter = _QUARTER.match(name)
    return quarter is not None and name[0].islower() and country_of_name(quarter["name"]) is not None


def _area(name: str) -> GazetteerPlace | None:
    """Return an area that has no point, None when the name is none."""
    areas = aliases().areas
    key = place_key(name)
    if key not in areas:
        return None
    told = areas[key] or ""
    return GazetteerPlace(
        row=-2 - list(areas).index(key),
        geonames=int(told) if told.isdigit() else 0,
        name=name,
        kind=PlaceKind.AREA,
        country="" if told.isdigit() else told,
        lat=None,
        lon=None,
        population=0,
        above=(),
    )


def _spelled(name: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return the places of a name, and first those that only the gazetteer spells otherwise."""
    own = aliases().spellings.get(place_key(name))
    meant = [] if own is None else [replace(place, alias=False) for place in gazetteer.candidates(own)]
    rows = {place.row for place in meant}
    return (*meant, *(place for place in gazetteer.candidates(name) if place.row not in rows))


def _described(name: str, word: str, gazetteer: Gazetteer) -> tuple[GazetteerPlace, ...]:
    """Return the areas called so, or those around the city they are named for ("the Kursk region")."""
    places = _spelled(name, gazetteer)
    if word.lower() in ("city", "town", "village"):
        return tuple(place for place in places if place.kind is PlaceKind.CITY)
    areas = [place for place in places if place.kind in (PlaceKind.ADMIN1, PlaceKind.ADMIN2)]
    cities = [place for place in places if place.kind is PlaceKind.CITY and not place.alias] or [
        place for place in places if place.kind is PlaceKind.CITY
    ]
    if cities:
        largest = max(cities, key=lambda place: place.population)
        stem = place_key(name)[:4]
        for row in largest.above:
            above = gazetteer.place(row)
            named_so = place_key(above.name).startswith(stem)
            if above.kind is PlaceKind.ADMIN1 and named_so and above not in areas:
                areas.insert(0, replace(above, alias=False))
    first = [place for place in areas if place.kind is PlaceKind.ADMIN1]
    return tuple(first if first and word.lower() in FIRST_LEVEL else areas)


@cache
def _capitals() -> dict[str, str]:
    """Return capitals by key, so that accents do not matter."""
    return {place_key(city): code for city, code in countries().capitals.items()}


def _prior(
    name: PlaceName,
    place: GazetteerPlace,
    weights: Weights,
    parties: Mapping[str, float],
    gazetteer: Gazetteer,
) -> float:
    score = weights.population * math.log10(place.population + 10)
    if place.kind is PlaceKind.COUNTRY:
        score = weights.country + 0.2 * score
    elif place.kind is PlaceKind.AREA:
        score = weights.country + 1.0
    elif place.kind is PlaceKind.ADMIN1:
        size = min(1.0, max(0.0, (math.log10(place.population + 10) - 4) / 2))
        score = weights.admin1 * size + 0.3 * score
    elif place.kind is PlaceKind.ADMIN2:
        score += weights.described if _DESCRIBED.match(name.text) else weights.admin2
    elif _capitals().get(place_key(name.text)) == place.country and place.population > SMALLEST_CAPITAL:
        score += weights.capital
    if place.alias:
        score += weights.alias
    total = sum(parties.values())
    if total:
        score += weights.parties * parties.get(place.country, 0.0) / total
    if name.within is not None and _lies_within(place, name.within, gazetteer):
        score += weights.within
    return score


def _at_home(place: GazetteerPlace, home: Home, weights: Weights) -> float:
    """Return what the outlet's own country and town say for one candidate."""
    score = weights.home_country if place.country and place.country == home.country else 0.0
    if home.towns and place.kind in LOCAL:
        apart = [km for town in home.towns if (km := _apart(place, town)) is not None]
        score += weights.home_town * math.exp(-min(apart, default=math.inf) / weights.near_km)
    return score


def _lies_within(place: GazetteerPlace, within: str, gazetteer: Gazetteer) -> bool:
    rows = set(place.above)
    return any(outer.row in rows for outer in candidates_of(within, gazetteer))


def _support(place: GazetteerPlace, others: list[tuple[GazetteerPlace, int]], weights: Weights) -> float:
    """Return what the other places of the text say for one candidate; each kind of sign saturates."""
    near = same_admin1 = same_country = named = 0.0
    total = 0.0
    above = set(place.above)
    admin1 = (
        place.row if place.kind is PlaceKind.ADMIN1 else (place.above[-2] if len(place.above) > 1 else -1)
    )
    for other, count in others:
        weight = 1.0 + math.log(count)
        total += weight
        if other.country == place.country:
            same_country += weight
        if other.row in above and other.kind is not PlaceKind.COUNTRY:
            named += weight
        if admin1 >= 0 and (other.row == admin1 or admin1 in other.above):
            same_admin1 += weight
        if other.kind in LOCAL and place.kind in LOCAL:
            apart = _apart(place, other)
            near += weight * math.exp(-apart / weights.near_km) if apart is not None else 0.0
    if not total:
        return 0.0
    return (
        weights.near * (1 - math.exp(-near))
        + weights.same_admin1 * same_admin1 / total
        + weights.same_country * same_country / total
        + weights.inside_named * (1 - math.exp(-named))
    )


def _apart(first: GazetteerPlace, second: GazetteerPlace) -> float | None:
    if first.lat is None or first.lon is None or second.lat is None or second.lon is None:
        return None
    return distance_km((first.lat, first.lon), (second.lat, second.lon))


def _best(places: Sequence[GazetteerPlace], scores: Sequence[float]) -> GazetteerPlace | None:
    if not places:
        return None
    return max(zip(scores, places, strict=True), key=lambda pair: pair[0])[1]
