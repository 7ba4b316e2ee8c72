"""Who says what in an article, found by the rules and by what an encoder is made to see."""

from functools import lru_cache

from spacy.tokens import Doc

from onrecord.codebook import load_codebook
from onrecord.codebook.stances import StanceBook
from onrecord.encoder.attribution import LinkedSpans
from onrecord.reading.attribution.cues import CueIndex
from onrecord.reading.attribution.find import find_attributions
from onrecord.reading.attribution.judged import StanceJudge
from onrecord.reading.grounding.dates import find_dates
from onrecord.reading.layers import Attribution, Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.parties.find import find_mentions
from onrecord.records import Article


@lru_cache(maxsize=1)
def vocabulary() -> tuple[StanceBook, CueIndex]:
    """Return the shipped stances and the index of their cues."""
    book = load_codebook().stances
    return book, CueIndex(book)


def attributions_in(
    article: Article, predictions: tuple[LinkedSpans, ...] = (), judge: StanceJudge | None = None
) -> tuple[Doc, tuple[Attribution, ...]]:
    """Return the parsed article and its attributions; dates are found where it has a day of publication."""
    doc = parse(load_parser(), article)
    dates = () if article.published is None else find_dates(doc, article.published)
    layers = Layers(article, mentions=find_mentions(doc, article), dates=dates)
    set_layers(doc, layers)
    book, index = vocabulary()
    readable = frozenset(t.i for t in doc if not t.is_space)
    return doc, find_attributions(doc, layers, book, index, readable, predictions, judge)
