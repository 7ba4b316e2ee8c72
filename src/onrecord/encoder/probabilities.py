"""How probable a tagging, or one span in it, is among all legal taggings of a text."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Lattice", "tagging_probability"]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Sums over all taggings of several sequences, from which the probability of any span is read.

    Attributes:
        scores: Score of each tag at each word, shape (sequences, words, tags).
        moves: Score of each tag after each, with start and end, shape (tags + 2, tags + 2).
        before: Log of the summed weight of all ways to reach each tag at each word; shape of `scores`.
        after: Log of the summed weight of all ways on from there to the end; shape of `scores`.
        total: Log of the summed weight of all taggings, shape (sequences,).

    Source:
        Forward-backward, Rabiner 1989, section III, with its scaling.
    """

    scores: NDArray[np.float32]
    moves: NDArray[np.float32]
    before: NDArray[np.float64]
    after: NDArray[np.float64]
    total: NDArray[np.float64]

    @classmethod
    def of(
        cls, scores: NDArray[np.float32], counts: NDArray[np.int64], moves: NDArray[np.float32]
    ) -> "Lattice":
        """Return the lattice of sequences of `counts` words each, at least one."""
        before, total = _forward(scores, counts, moves)
        return cls(scores, moves, before, _backward(scores, counts, moves), total)

    def span_probability(self, sequence: int, start: int, end: int, kind: int) -> float:
        """Return the probability that exactly the words [start, end) are a span of a kind."""
        begin, inner, last, single = (1 + 4 * kind + part for part in range(4))
        tags = [single] if end - start == 1 else [begin, *[inner] * (end - start - 2), last]
        path = float(self.before[sequence, start, tags[0]]) + float(self.after[sequence, end - 1, tags[-1]])
        for place in range(start + 1, end):
            tag = tags[place - start]
            path += float(self.moves[tags[place - start - 1], tag]) + float(self.scores[sequence, place, tag])
        return float(np.exp(min(path - self.total[sequence], 0.0)))


def tagging_probability(
    scores: NDArray[np.float32],
    tags: NDArray[np.int64],
    counts: NDArray[np.int64],
    moves: NDArray[np.float32],
) -> NDArray[np.float64]:
    """Return the probability of exactly these taggings, shape (sequences,); `Lattice` tells the shapes."""
    rows = np.arange(len(tags))
    size = scores.shape[2]
    inside = np.arange(scores.shape[1])[None, :] < counts[:, None]
    words = (np.take_along_axis(scores, tags[:, :, None], axis=2)[:, :, 0] * inside).sum(axis=1)
    between = (moves[tags[:, :-1], tags[:, 1:]] * inside[:, 1:]).sum(axis=1)
    ends = moves[size, tags[:, 0]] + moves[tags[rows, counts - 1], size + 1]
    _, total = _forward(scores, counts, moves)
    probability: NDArray[np.float64] = np.exp(np.minimum(words + between + ends - total, 0.0))
    return probability


def _forward(
    scores: NDArray[np.float32], counts: NDArray[np.int64], moves: NDArray[np.float32]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    sequences, width, size = scores.shape
    highest = scores.max(axis=2, keepdims=True).astype(np.float64)
    weights = np.exp(scores - highest)
    steps = np.exp(moves[:size, :size].astype(np.float64))
    reached = np.empty((width, sequences, size))
    scale = np.empty((width, sequences, 1))
    now = np.exp(moves[size, :size].astype(np.float64)) * weights[:, 0]
    for place in range(width):
        if place:
            now = (now @ steps) * weights[:, place]
        scale[place] = now.sum(axis=1, keepdims=True)
        now = now / scale[place]
        reached[place] = now
    passed = np.cumsum(np.log(scale) + highest.transpose(1, 0, 2), axis=0)
    with np.errstate(divide="ignore"):
        before = np.log(reached) + passed
    last = counts - 1
    rows = np.arange(sequences)
    leaving = reached[last, rows] @ np.exp(moves[:size, size + 1].astype(np.float64))
    return before.transpose(1, 0, 2), np.log(leaving) + passed[last, rows, 0]


def _backward(
    scores: NDArray[np.float32], counts: NDArray[np.int64], moves: NDArray[np.float32]
) -> NDArray[np.float64]:
    sequences, width, size = scores.shape
    highest = scores.max(axis=2, keepdims=True).astype(np.float64)
    weights = np.exp(scores - highest)
    steps = np.exp(moves[:size, :size].astype(np.float64)).T
    ending = np.exp(moves[:size, size + 1].astype(np.float64))
    after = np.empty((width, sequences, size))
    now = np.broadcast_to(ending, (sequences, size))
    passed = np.zeros((sequences, 1))
    for place in range(width - 1, -1, -1):
        if place + 1 < width:
            onward = (now * weights[:, place + 1]) @ steps
            scale = onward.sum(axis=1, keepdims=True)
            running = place + 1 < counts[:, None]
            now = np.where(running, onward / scale, ending)
            passed = np.where(running, passed + np.log(scale) + highest[:, place + 1], 0.0)
        with np.errstate(divide="ignore"):
            after[place] = np.log(now) + passed
    return after.transpose(1, 0, 2)
