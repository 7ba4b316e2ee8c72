"""Score the attributions that the reader makes claims from: rules with the encoder, or rules alone."""

from pathlib import Path

from onrecord.evaluation.attribution import Predictor, predict_all, score_attributions
from onrecord.evaluation.offsets import as_stored
from onrecord.evaluation.polnear import MarkedAttribution, read_polnear
from onrecord.evaluation.result import EvaluationResult
from onrecord.records import Article
from onrecord.workflow.read import ReadingOptions, build_reader

__all__ = ["evaluate_reader", "evaluate_rules", "reader_predictor", "rules_predictor"]


def reader_predictor() -> Predictor:
    """Return the reader as users get it, the package's encoders beside the rules, as a predictor.

    Raises:
        WeightsError: The package's weights are missing or not the listed ones.
    """
    return _predictor(ReadingOptions())


def rules_predictor() -> Predictor:
    """Return reading by rules alone, as `--encoder none` reads, as a predictor."""
    return _predictor(ReadingOptions(encoder="none"))


def evaluate_reader(folder: Path) -> EvaluationResult:
    """Return the scores of reading with the package's encoder on one PolNeAR split."""
    return _evaluate(folder, reader_predictor())


def evaluate_rules(folder: Path) -> EvaluationResult:
    """Return the scores of reading by rules alone on one PolNeAR split."""
    return _evaluate(folder, rules_predictor())


def _predictor(options: ReadingOptions) -> Predictor:
    reader = build_reader(options)

    def predict(raw: str) -> list[MarkedAttribution]:
        stored = as_stored(raw)
        return [
            MarkedAttribution(
                stored.all_in_file(one.source), stored.all_in_file(one.cue), stored.all_in_file(one.content)
            )
            for one in reader.linked_spans(Article(id="text", text=stored.text))
        ]

    return predict


def _evaluate(folder: Path, predictor: Predictor) -> EvaluationResult:
    texts = read_polnear(folder)
    return score_attributions(texts, predict_all(texts, predictor))
