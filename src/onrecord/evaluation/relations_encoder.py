"""What frames and deed encoder together say of a marked pair of parties."""

from collections.abc import Sequence

import numpy as np

from onrecord.codebook.root_classes import ROOTS
from onrecord.encoder.deeds import DeedEncoder
from onrecord.evaluation.plv import MarkedPair
from onrecord.evaluation.relations import Predictor

__all__ = ["FRAME_WEIGHT", "encoder_predictor", "joined", "together_predictor"]

FRAME_WEIGHT = 2.5
"""Added to the log probability of the root that a frame gives; set on folds of PLV's training file."""


def encoder_predictor(encoder: DeedEncoder | None = None) -> Predictor:
    """Return the deed encoder alone, by default the package's, as a predictor; it answers every pair.

    Raises:
        WeightsError: The package's weights are missing or not the listed ones.
    """
    network = encoder or DeedEncoder.load()

    def predict(pairs: Sequence[MarkedPair]) -> tuple[str | None, ...]:
        return joined(_probabilities(network, pairs), [None] * len(pairs))

    return predict


def together_predictor(encoder: DeedEncoder | None = None) -> Predictor:
    """Return frames and encoder as one predictor, which answers every pair.

    Raises:
        WeightsError: The package's weights are missing or not the listed ones.
    """
    from onrecord.evaluation.relations_frames import frames_predictor

    network = encoder or DeedEncoder.load()
    frames = frames_predictor()

    def predict(pairs: Sequence[MarkedPair]) -> tuple[str | None, ...]:
        return joined(_probabilities(network, pairs), frames(pairs))

    return predict


def joined(
    probabilities: np.ndarray, by_frames: Sequence[str | None], weight: float = FRAME_WEIGHT
) -> tuple[str, ...]:
    """Return the likeliest root of each pair, where a frame speaks with its weight for its own root.

    Args:
        probabilities: Of each root, shape (pairs, 15), as the encoder gives them.
        by_frames: The frames' root of each pair; None where they are silent.
        weight: What a frame's word adds to the log probability of its root.
    """
    scores = np.log(np.maximum(probabilities, 1e-9))
    for row, root in enumerate(by_frames):
        if root is not None:
            scores[row, ROOTS.index(root)] += weight
    return tuple(ROOTS[column] for column in scores.argmax(axis=1))


def _probabilities(encoder: DeedEncoder, pairs: Sequence[MarkedPair]) -> np.ndarray:
    return encoder.roots([p.text for p in pairs], [p.source for p in pairs], [p.target for p in pairs])
