"""Read LGL and files in its layout: local news with place names, GeoNames ids and coordinates."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["MarkedPlace", "PlacedText", "read_lgl"]


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A place name as a person marked it.

    Attributes:
        start: First character in the article's text, as in the file.
        end: One past the last.
        phrase: The name.
        at: First character of the nearest place where the phrase really stands; `start` where it does.
        geonames: GeoNames id; None where the file gives no place (such a row is not scored).
        country: GeoNames id of its country; None where it lies in none.
        lat: Degrees north.
        lon: Degrees east.
    """

    start: int
    end: int
    phrase: str
    at: int
    geonames: int | None
    country: int | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One article.

    Attributes:
        text: As in the file, unescaped.
        places: Its marked places in reading order.
        outlet: Domain of its outlet, None where the file tells none.
        url: Its address, None where the file tells none.
    """

    text: str
    places: tuple[MarkedPlace, ...]
    outlet: str | None = None
    url: str | None = None


def read_lgl(path: Path) -> tuple[PlacedText, ...]:
    """Return the articles of a file in LGL's layout, in its order.

    Raises:
        UsageError: It is no XML file, or has no <article> with a <text>.
    """
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        raise UsageError(f"{path} is no XML file: {error}") from error
    articles = tuple(_read(article) for article in root.iter("article") if article.find("text") is not None)
    if not articles:
        raise UsageError(f"{path} has no <article> with a <text>; expected LGL's layout")
    return articles


def _read(article: ET.Element) -> PlacedText:
    text = article.findtext("text") or ""
    places = [_mark(text, element) for element in article.iter("toponym")]
    ordered = tuple(sorted(places, key=lambda place: place.at))
    return PlacedText(text, ordered, article.findtext("domain") or None, article.findtext("url") or None)


def _mark(text: str, element: ET.Element) -> MarkedPlace:
    start, end = int(element.findtext("start") or 0), int(element.findtext("end") or 0)
    phrase = element.findtext("phrase") or text[start:end]
    gold = element.find("gaztag")
    country = None if gold is None else gold.find("country")
    return MarkedPlace(
        start,
        end,
        phrase,
        _nearest(text, phrase, start),
        _number(gold, "geonameid"),
        _number(country, "geonameid"),
        _degrees(gold, "lat"),
        _degrees(gold, "lon"),
    )


def _nearest(text: str, phrase: str, start: int) -> int:
    if text[start : start + len(phrase)] == phrase:
        return start
    after, before = text.find(phrase, start), text.rfind(phrase, 0, start + len(phrase))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: abs(at - start)) if found else start


def _number(element: ET.Element | None, name: str) -> int | None:
    value = None if element is None else element.get(name)
    return int(value) if value and value.lstrip("-").isdigit() else None


def _degrees(element: ET.Element | None, name: str) -> float | None:
    value = None if element is None else element.findtext(name)
    return float(value) if value else None
