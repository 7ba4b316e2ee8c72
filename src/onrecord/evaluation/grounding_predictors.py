"""The reading stages of dates, numbers and places, as the evaluations call them."""

from datetime import date

from onrecord.evaluation.dates import DatePredictor, FoundTime
from onrecord.evaluation.lgl import PlacedText
from onrecord.evaluation.meantime import MeantimeText
from onrecord.evaluation.numbers import FoundNumber, NumberPredictor
from onrecord.evaluation.places import FoundPlace, PlacePredictor
from onrecord.gazetteer.gazetteer import Gazetteer
from onrecord.reading.grounding.dates import find_dates
from onrecord.reading.grounding.figures import find_figures
from onrecord.reading.grounding.places import find_places
from onrecord.reading.layers import Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article, Figure, Place, PlacePrecision, Scope

__all__ = ["date_predictor", "number_predictor", "place_predictor"]


def date_predictor() -> DatePredictor:
    """Return the reading stage that finds dates.

    Where the day of creation is not told, the full date of the text's date line (its first 200
    characters) stands for it, as a reader of the article would take it.
    """
    nlp = load_parser()

    def predict(text: str, published: date | None) -> list[FoundTime]:
        article = Article(id="evaluated", text=text)
        doc = parse(nlp, article)
        set_layers(doc, Layers(article))
        if published is None:
            published = next(
                (
                    mention.when.start
                    for mention in find_dates(doc, None)
                    if mention.when is not None
                    and doc[mention.start].idx < 200
                    and mention.when.precision == "day"
                ),
                None,
            )
        return [
            FoundTime(
                doc[mention.start].idx,
                doc[mention.end - 1].idx + len(doc[mention.end - 1]),
                mention.timex,
                mention.value or "",
            )
            for mention in find_dates(doc, published)
        ]

    return predict


def number_predictor() -> NumberPredictor:
    """Return the reading stage that finds figures."""
    nlp = load_parser()

    def predict(text: MeantimeText) -> list[FoundNumber]:
        article = Article(id="evaluated", text=text.text, published=text.published)
        doc = parse(nlp, article)
        layers = Layers(article, dates=find_dates(doc, text.published))
        set_layers(doc, layers)
        return [_number(mention.figure) for mention in find_figures(doc, layers)]

    return predict


def _number(figure: Figure) -> FoundNumber:
    money = len(figure.unit) == 3 and figure.unit.isupper()
    percent = figure.scope is Scope.SHARE and ("percent" in figure.span.text or "%" in figure.span.text)
    value = "" if figure.best is None else f"{figure.best:g}"
    if figure.best is None and figure.low is not None:
        value = f"{figure.low:g}.." + ("" if figure.high is None else f"{figure.high:g}")
    type_ = "MONEY" if money else ("PERCENT" if percent else "QUANTITY")
    return FoundNumber(figure.span.start, figure.span.end, type_, value, figure.unit)


def place_predictor() -> PlacePredictor:
    """Return the reading stage that finds places; countries get the middle of the country for measuring."""
    nlp = load_parser()
    gazetteer = Gazetteer.load()

    def predict(text: PlacedText) -> list[FoundPlace]:
        if not text.text.strip():
            return []
        article = Article(id="evaluated", text=text.text, outlet=text.outlet, url=text.url)
        doc = parse(nlp, article)
        layers = Layers(article)
        set_layers(doc, layers)
        layers = Layers(article, mentions=find_mentions(doc, article))
        set_layers(doc, layers)
        return [_place(mention.place, gazetteer) for mention in find_places(doc, layers)]

    return predict


def _place(place: Place, gazetteer: Gazetteer) -> FoundPlace:
    assert place.span is not None
    lat, lon = place.lat, place.lon
    if place.precision is PlacePrecision.COUNTRY and place.country is not None:
        country = gazetteer.country(place.country)
        lat, lon = (country.lat, country.lon) if country is not None else (None, None)
    return FoundPlace(place.span.start, place.span.end, place.geonames, place.country, lat, lon)
