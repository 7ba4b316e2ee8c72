"""Score places against gold coordinates: exact id, country, within 161 km, mean error."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.evaluation.lgl import MarkedPlace, PlacedText
from onrecord.evaluation.result import EvaluationResult, with_intervals
from onrecord.gazetteer.gazetteer import Gazetteer, GazetteerPlace, distance_km
from onrecord.gazetteer.home import home_of
from onrecord.gazetteer.resolve import PlaceName, candidates_of, resolve

__all__ = ["FoundPlace", "PlacePredictor", "predict_places", "predict_with_spans", "score_places", "to_rows"]

NEAR_KM = 161.0
"""100 miles, the bound that toponym resolution is measured by (Leidner 2007)."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """What is answered for one stretch of a text.

    Attributes:
        start: First character, as in the file.
        end: One past the last.
        geonames: GeoNames id, None without one.
        country: ISO alpha-3, None without one.
        lat: Degrees north; of countries and other areas the middle, for measuring only.
        lon: Degrees east.
    """

    start: int
    end: int
    geonames: int | None
    country: str | None
    lat: float | None
    lon: float | None


PlacePredictor = Callable[[PlacedText], Sequence[FoundPlace]]
"""From an article to the places found in its text; its marks are not looked at."""


def predict_places(texts: Sequence[PlacedText], predict: PlacePredictor) -> list[tuple[FoundPlace, ...]]:
    """Return the places found in each text without being told where they stand."""
    return [tuple(predict(text)) for text in texts]


def predict_with_spans(texts: Sequence[PlacedText], gazetteer: Gazetteer) -> list[tuple[FoundPlace, ...]]:
    """Return an answer for each marked name; only the place is sought, the stretch is given.

    A name that the gazetteer lacks takes the country that most other places of its article lie in, else the
    outlet's, without id or point: that it is a place is given here. (Reading does not do so.)
    """
    out = []
    for text in texts:
        home = home_of(text.outlet, text.url, gazetteer)
        found = resolve(_names(text), gazetteer, home=home)
        shared = _shared_country(found) or home.country
        out.append(
            tuple(_answer(mark, place, shared) for mark, place in zip(text.places, found, strict=True))
        )
    return out


def _names(text: PlacedText) -> list[PlaceName]:
    names = []
    for i, mark in enumerate(text.places):
        following = text.places[i + 1] if i + 1 < len(text.places) else None
        within = None
        if following is not None:
            gap = text.text[mark.at + len(mark.phrase) : following.at]
            within = following.phrase if re.fullmatch(r",? ?\(?", gap) else None
        names.append(PlaceName(mark.phrase, within))
    return names


def _shared_country(found: Sequence[GazetteerPlace | None]) -> str | None:
    counts = Counter(place.country for place in found if place is not None and place.country)
    return counts.most_common(1)[0][0] if counts else None


def _answer(mark: MarkedPlace, place: GazetteerPlace | None, shared: str | None) -> FoundPlace:
    if place is None:
        return FoundPlace(mark.start, mark.end, None, shared, None, None)
    return FoundPlace(
        mark.start, mark.end, place.geonames or None, place.country or None, place.lat, place.lon
    )


def score_places(
    texts: Sequence[PlacedText], found: Sequence[Sequence[FoundPlace]], gazetteer: Gazetteer
) -> EvaluationResult:
    """Return shares in percent of all marked places with a gold id; what is unanswered counts as wrong.

    `exact`: the same GeoNames id; `country`: the same country; `within_161km`; `answered`; `mean_error_km`
    over those answered with a point; `ceiling_exact` and `ceiling_161km`: what a perfect choice among the
    gazetteer's candidates would reach; `shifted`: gold offsets that miss their phrase; `precision`: share of
    found stretches that a mark overlaps.
    """
    tallies = [_tally(text, places, gazetteer) for text, places in zip(texts, found, strict=True)]
    scores = with_intervals(tallies, _shares)
    scores["shifted"] = sum(mark.at != mark.start for text in texts for mark in text.places)
    return EvaluationResult("places", len(texts), scores)


Tally = Mapping[str, float]


def _tally(text: PlacedText, places: Sequence[FoundPlace], gazetteer: Gazetteer) -> Tally:
    tally: Counter[str] = Counter()
    for mark in text.places:
        if mark.geonames is None or mark.lat is None or mark.lon is None:
            continue
        tally["wanted"] += 1
        gold = (mark.lat, mark.lon)
        options = candidates_of(mark.phrase, gazetteer)
        tally["ceiling_exact"] += any(option.geonames == mark.geonames for option in options)
        tally["ceiling_161km"] += any(_near(option.lat, option.lon, gold) for option in options)
        answer = _overlapping(mark, places)
        if answer is None:
            continue
        country = gazetteer.country(answer.country) if answer.country else None
        tally["answered"] += answer.geonames is not None
        tally["exact"] += answer.geonames == mark.geonames
        tally["country"] += (country.geonames if country else None) == mark.country
        tally["within_161km"] += _near(answer.lat, answer.lon, gold)
        if answer.lat is not None and answer.lon is not None:
            tally["pointed"] += 1
            tally["error_km"] += distance_km((answer.lat, answer.lon), gold)  # type: ignore[assignment]
    tally["found"] = len(places)
    tally["true"] = sum(any(_meets(place, mark) for mark in text.places) for place in places)
    return tally


def _near(lat: float | None, lon: float | None, gold: tuple[float, float]) -> bool:
    return lat is not None and lon is not None and distance_km((lat, lon), gold) <= NEAR_KM


def _meets(place: FoundPlace, mark: MarkedPlace) -> bool:
    at_file = place.start < mark.end and mark.start < place.end
    return at_file or (place.start < mark.at + len(mark.phrase) and mark.at < place.end)


def _overlapping(mark: MarkedPlace, places: Sequence[FoundPlace]) -> FoundPlace | None:
    same = [place for place in places if (place.start, place.end) == (mark.start, mark.end)]
    return next(iter(same), None) or next((place for place in places if _meets(place, mark)), None)


def _shares(tallies: Sequence[Tally]) -> dict[str, float]:
    def total(name: str) -> float:
        return float(sum(tally[name] for tally in tallies))

    wanted = total("wanted") or 1.0
    names = ("exact", "country", "within_161km", "answered", "ceiling_exact", "ceiling_161km")
    shares = {name: 100.0 * total(name) / wanted for name in names}
    shares["mean_error_km"] = total("error_km") / total("pointed") if total("pointed") else 0.0
    shares["precision"] = 100.0 * total("true") / total("found") if total("found") else 100.0
    return shares


def to_rows(found: Sequence[Sequence[FoundPlace]]) -> list[str]:
    """Return one line a place: article (from 0), start, end, GeoNames id, country, latitude, longitude."""
    return [
        "\t".join(
            "" if value is None else (f"{value:.4f}" if isinstance(value, float) else str(value))
            for value in (i, one.start, one.end, one.geonames, one.country, one.lat, one.lon)
        )
        for i, places in enumerate(found)
        for one in places
    ]
