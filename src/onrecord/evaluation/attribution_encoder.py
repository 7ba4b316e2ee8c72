"""Score the attribution encoder by itself."""

from pathlib import Path

from onrecord.encoder.attribution import AttributionEncoder
from onrecord.evaluation.attribution import Predictor, predict_all, score_attributions
from onrecord.evaluation.marked_sayings import read_marked_sayings
from onrecord.evaluation.offsets import as_stored
from onrecord.evaluation.polnear import MarkedAttribution, read_polnear
from onrecord.evaluation.result import EvaluationResult

__all__ = ["encoder_predictor", "evaluate_encoder", "evaluate_passages"]


def encoder_predictor(encoder: AttributionEncoder | None = None) -> Predictor:
    """Return the attribution encoder, by default the package's, as a predictor.

    Raises:
        WeightsError: The package's weights are missing or not the listed ones.
    """
    network = encoder or AttributionEncoder.load()

    def predict(raw: str) -> list[MarkedAttribution]:
        stored = as_stored(raw)
        return [
            MarkedAttribution(
                stored.all_in_file(one.source), stored.all_in_file(one.cue), stored.all_in_file(one.content)
            )
            for one in network.attributions(stored.text)
        ]

    return predict


def evaluate_encoder(folder: Path) -> EvaluationResult:
    """Return the scores of the package's encoder on one PolNeAR split."""
    texts = read_polnear(folder)
    return score_attributions(texts, predict_all(texts, encoder_predictor()))


def evaluate_passages(corpus: Path, file: Path) -> EvaluationResult:
    """Return its scores on the passages of a file that are kept for measuring."""
    texts = read_marked_sayings(file, corpus.parent, dev=True)
    return score_attributions(texts, predict_all(texts, encoder_predictor()))
