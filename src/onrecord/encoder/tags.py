"""Tags that spell out spans word by word, and the best legal sequence of them.

A span of one word is tagged `S`, a longer one `B I … E`; `O` is outside of all spans. A tagging is
legal when every span that begins ends. Tag numbers: 0 is O, then B, I, E, S for each kind in turn.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["ILLEGAL", "best_tags", "legal_moves", "spans_of_tags", "tags_of_spans"]

ILLEGAL = -1e4
"""Score of a move no legal tagging makes; far below any sum of real scores."""

_B, _I, _E, _S = 1, 2, 3, 4


def legal_moves(kinds: int) -> NDArray[np.float32]:
    """Return 0 where one tag may follow another and `ILLEGAL` where not, shape (tags + 2, tags + 2).

    Row: the tag before. The last two rows and columns are the start and the end of the sequence.
    """
    tags = 1 + 4 * kinds
    begins = {0} | {1 + 4 * k + part for k in range(kinds) for part in (0, 3)}
    moves = np.full((tags + 2, tags + 2), ILLEGAL, dtype=np.float32)
    for before in range(tags):
        part = 0 if before == 0 else (before - 1) % 4 + 1
        if part in (_B, _I):
            moves[before, [before - part + _I, before - part + _E]] = 0.0
        else:
            moves[before, [*begins, tags + 1]] = 0.0
    moves[tags, list(begins)] = 0.0
    return moves


def tags_of_spans(length: int, spans: list[tuple[int, int, int]]) -> NDArray[np.int64]:
    """Return the tags of non-overlapping (first word, one past the last, kind) spans, shape (length,)."""
    tags = np.zeros(length, dtype=np.int64)
    for start, end, kind in spans:
        base = 4 * kind
        if end - start == 1:
            tags[start] = base + _S
        else:
            tags[start] = base + _B
            tags[start + 1 : end - 1] = base + _I
            tags[end - 1] = base + _E
    return tags


def spans_of_tags(tags: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Return the (first word, one past the last, kind) spans a legal tagging spells out, in order."""
    spans = []
    start = 0
    for place in np.flatnonzero(tags):
        kind, part = divmod(int(tags[place]) - 1, 4)
        if part + 1 in (_B, _S):
            start = int(place)
        if part + 1 in (_E, _S):
            spans.append((start, int(place) + 1, kind))
    return spans


def best_tags(
    scores: NDArray[np.float32], counts: NDArray[np.int64], moves: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Return the tagging with the highest sum of word and move scores, for each sequence.

    Args:
        scores: Score of each tag at each word, shape (sequences, words, tags).
        counts: Real words in each sequence, at least 1, shape (sequences,).
        moves: Score of each tag after each, with start and end, shape (tags + 2, tags + 2).

    Returns:
        Shape (sequences, words); 0 past a sequence's end.

    Source:
        Viterbi 1967; all sequences advance together.
    """
    sequences, width, tags = scores.shape
    # Sequences last: the maximum over tags then runs over long contiguous rows.
    by_place = np.ascontiguousarray(scores.transpose(1, 2, 0))
    between = np.ascontiguousarray(moves[:tags, :tags])
    best = np.empty((width, tags, sequences), dtype=np.float32)
    best[0] = by_place[0] + moves[tags, :tags, None]
    for place in range(1, width):
        np.max(best[place - 1][:, None, :] + between[:, :, None], axis=0, out=best[place])
        best[place] += by_place[place]
    rows = np.arange(sequences)
    tag = (best[counts - 1, :, rows] + moves[:tags, tags + 1]).argmax(axis=1)
    result = np.zeros((sequences, width), dtype=np.int64)
    result[rows, counts - 1] = tag
    for place in range(width - 2, -1, -1):
        before = (best[place].T + between.T[tag]).argmax(axis=1)
        tag = np.where(place + 1 < counts, before, tag)
        inside = place < counts
        result[inside, place] = tag[inside]
    return result
