"""Score who-says-what by rules alone, as `--encoder none` reads."""

from pathlib import Path

from onrecord.codebook import load_codebook
from onrecord.evaluation.attribution import Predictor, predict_all, score_attributions
from onrecord.evaluation.offsets import as_stored
from onrecord.evaluation.polnear import MarkedAttribution, Pieces, read_polnear
from onrecord.evaluation.result import EvaluationResult
from onrecord.reading.layers import spans_of
from onrecord.reading.reader import Reader
from onrecord.records import Article

__all__ = ["evaluate_rules", "rules_predictor"]


def rules_predictor() -> Predictor:
    """Return reading by rules alone as a predictor."""
    reader = Reader(load_codebook(()), encoder=None)

    def predict(raw: str) -> list[MarkedAttribution]:
        stored = as_stored(raw)
        doc, layers = reader.layers(Article(id="text", text=stored.text))

        def pieces(tokens: tuple[int, ...]) -> Pieces:
            return stored.all_in_file((span.start, span.end) for span in spans_of(doc, tokens))

        return [
            MarkedAttribution(pieces(one.source_tokens), pieces(one.cue), pieces(one.content))
            for one in layers.attributions
        ]

    return predict


def evaluate_rules(folder: Path) -> EvaluationResult:
    """Return the scores of reading by rules alone on one PolNeAR split."""
    texts = read_polnear(folder)
    return score_attributions(texts, predict_all(texts, rules_predictor()))
