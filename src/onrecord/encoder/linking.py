"""Find the source and content of one cue among the words around it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.probabilities import tagging_probability
from onrecord.encoder.tags import ILLEGAL, spans_of_tags
from onrecord.encoder.whole import best_whole_tags

__all__ = ["CONTENT", "LEFT", "RIGHT", "SOURCE", "Linked", "LinkingHead", "cue_windows"]

LEFT, RIGHT = 80, 120
"""Words looked at before a cue's first word and after it; 99.7 % of PolNeAR's contents lie within."""

SOURCE, CONTENT = 0, 1
"""Kinds of span a cue has, as its tags number them."""


def cue_windows(
    cues: NDArray[np.int64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the words around each cue, cut at the ends of the network's window.

    Args:
        cues: First word and one past the last of each cue in its window, shape (cues, 2).
        counts: Words in each cue's window, shape (cues,).

    Returns:
        First word looked at, shape (cues,); how many, shape (cues,); and for each word looked at its
        distance from the cue's first word, moved by `LEFT` to start at 0, shape (cues, LEFT + 1 + RIGHT).
    """
    firsts = cues[:, 0]
    starts = np.maximum(firsts - LEFT, 0)
    sizes = np.minimum(firsts + RIGHT + 1, counts) - starts
    places = np.arange(LEFT + 1 + RIGHT)[None, :] + (starts - firsts + LEFT)[:, None]
    return starts, sizes, np.minimum(places, LEFT + RIGHT)


@dataclass(frozen=True, slots=True)
class Linked:
    """The source and content of one cue.

    Attributes:
        spans: (First word, one past the last, kind) in the cue's window, in order.
        probability: Of exactly these spans, given the cue; 0 to 1.
    """

    spans: tuple[tuple[int, int, int], ...]
    probability: float


@dataclass(frozen=True, slots=True)
class LinkingHead:
    """The small layer that tags the source and content of one given cue.

    Attributes:
        place: Vector for each distance from the cue, shape (LEFT + 1 + RIGHT, width).
        weight: From vectors to tag scores, shape (width, 9).
        bias: Shape (9,).
        moves: Score of each tag after each, shape (11, 11).
    """

    place: NDArray[np.float32]
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    moves: NDArray[np.float32]

    def scores(
        self,
        vectors: Mapping[str, NDArray[np.float32]],
        counts: NDArray[np.int64],
        rows: NDArray[np.int64],
        cues: NDArray[np.int64],
    ) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64]]:
        """Return the tag scores of the words around each cue.

        Args:
            vectors: "word", "scale" and "shift" for each word, shape (windows, words, width).
            counts: Words in each window, shape (windows,).
            rows: The window of each cue, shape (cues,).
            cues: First word and one past the last of each cue in its window, shape (cues, 2).

        Returns:
            Scores, shape (cues, words looked at, 9); the first word looked at and how many, shape (cues,).
        """
        starts, sizes, places = cue_windows(cues, counts[rows])
        width = int(sizes.max())
        columns = np.minimum(starts[:, None] + np.arange(width), counts[rows][:, None] - 1)
        scale, shift = (
            ((vectors[name][rows, cues[:, 0]] + vectors[name][rows, cues[:, 1] - 1]) / 2)[:, None, :]
            for name in ("scale", "shift")
        )
        # In place: these are the largest arrays of all, and new ones cost more than the arithmetic.
        mixed = vectors["word"][rows[:, None], columns]
        mixed *= 1 + scale
        mixed += shift
        mixed += self.place[places[:, :width]]
        np.maximum(mixed, 0, out=mixed)
        return mixed @ self.weight + self.bias, starts, sizes

    def link(
        self,
        vectors: Mapping[str, NDArray[np.float32]],
        counts: NDArray[np.int64],
        rows: NDArray[np.int64],
        cues: NDArray[np.int64],
    ) -> list[Linked]:
        """Return the spans of each cue: a content in one or more pieces, and a source or none.

        Takes what `scores` takes, with at least one cue. A cue that is all there is has no spans.
        """
        scores, starts, sizes = self.scores(vectors, counts, rows, cues)
        places = np.arange(scores.shape[1])[None, :] + starts[:, None]
        of_cue = (places >= cues[:, :1]) & (places < cues[:, 1:])
        scores[of_cue, 1:] = ILLEGAL
        tags = best_whole_tags(scores, sizes, self.moves)
        tags[of_cue] = 0
        probabilities = tagging_probability(scores, tags, sizes, self.moves)
        return [
            Linked(
                tuple((int(start) + a, int(start) + b, kind) for a, b, kind in spans_of_tags(row)),
                float(probability),
            )
            for start, row, probability in zip(starts, tags, probabilities, strict=True)
        ]
