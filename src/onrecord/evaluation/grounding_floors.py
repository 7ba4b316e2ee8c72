"""Dates, places and numbers on a corpus, read as reading reads them: what the floors hold."""

from pathlib import Path

from onrecord.evaluation.dates import predict_dates, read_dated, score_dates
from onrecord.evaluation.grounding_predictors import date_predictor, number_predictor
from onrecord.evaluation.lgl import read_lgl
from onrecord.evaluation.meantime import read_meantime
from onrecord.evaluation.numbers import predict_numbers, score_numbers
from onrecord.evaluation.places import predict_with_spans, score_places
from onrecord.evaluation.result import EvaluationResult
from onrecord.gazetteer.gazetteer import Gazetteer

__all__ = ["evaluate_dates", "evaluate_numbers", "evaluate_places"]


def evaluate_dates(corpus: Path) -> EvaluationResult:
    """Return the scores of time expressions on a folder of TimeML or MEANTIME files."""
    texts = read_dated(corpus)
    return score_dates(texts, predict_dates(texts, date_predictor()))


def evaluate_numbers(corpus: Path) -> EvaluationResult:
    """Return the scores of numbers on a folder of MEANTIME files."""
    texts = read_meantime(corpus)
    return score_numbers(texts, predict_numbers(texts, number_predictor()))


def evaluate_places(corpus: Path) -> EvaluationResult:
    """Return the scores of places on a file in LGL's layout, its names being given."""
    texts = read_lgl(corpus)
    gazetteer = Gazetteer.load()
    return score_places(texts, predict_with_spans(texts, gazetteer), gazetteer)
