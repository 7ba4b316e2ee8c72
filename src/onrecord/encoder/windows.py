"""Cut a long article into the windows the network reads, at line ends where it can."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.words import Words

__all__ = ["Batch", "cut_windows", "make_batch"]

CLS, SEP = 101, 102
"""Ids of the pieces that open and close a window in BERT's vocabulary."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side, padded to the longest.

    Attributes:
        pieces: Wordpiece ids with the opening and closing piece, 0 where padded, shape (windows, pieces).
        features: Feature of the word each piece belongs to plus 1, 0 on special pieces and padding;
            same shape.
        word_pieces: Column of each word's first piece, 0 where padded, shape (windows, words).
        word_counts: Number of words in each window, shape (windows,).
    """

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    word_pieces: NDArray[np.int64]
    word_counts: NDArray[np.int64]


def cut_windows(words: Words, size: int, first_size: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the windows of an article as half-open ranges of words, in reading order, without gaps.

    A window takes as many whole lines as fit. A line longer than a window is cut after the last
    sentence end that fits, or else where the window is full.

    Args:
        words: The article.
        size: Most wordpieces a window may hold, its two special pieces included.
        first_size: The same for the first window alone; training varies it to move all the cuts.
    """
    windows = []
    start = 0
    room = first_size or size
    while start < len(words):
        stop = _window_end(words, start, room - 2)
        windows.append((start, stop))
        start, room = stop, size
    return tuple(windows)


def _window_end(words: Words, start: int, room: int) -> int:
    full = int(np.searchsorted(words.first_piece, words.first_piece[start] + room, side="right")) - 1
    full = max(full, start + 1)
    if full >= len(words):
        return len(words)
    lines = np.flatnonzero(words.new_line[start + 1 : full + 1])
    if len(lines):
        return start + 1 + int(lines[-1])
    # A space follows a sentence end, so "U.S." and "3.5" are not cut; features hold the gap before.
    spaced = (words.features[start + 1 : full + 1] // 2) % 3 == 1
    capital = words.features[start + 1 : full + 1] // 6 == 1
    ended = words.features[start:full] // 6 == 5
    sentence_ends = np.flatnonzero(spaced & capital & ended)
    if len(sentence_ends):
        return start + 1 + int(sentence_ends[-1])
    return full


def make_batch(words: Sequence[Words], windows: Sequence[tuple[int, int]], size: int | None = None) -> Batch:
    """Return windows padded into arrays; `words[i]` is the article `windows[i]` was cut from.

    Args:
        words: One article a window; the same one may stand several times.
        windows: Half-open ranges of words.
        size: Pad to this many pieces; by default to the longest window.
    """
    lengths = [int(w.first_piece[b] - w.first_piece[a]) + 2 for w, (a, b) in zip(words, windows, strict=True)]
    counts = [b - a for a, b in windows]
    width = size or max(lengths)
    pieces = np.zeros((len(windows), width), dtype=np.int64)
    features = np.zeros((len(windows), width), dtype=np.int64)
    word_pieces = np.zeros((len(windows), max(counts)), dtype=np.int64)
    for row, (article, (a, b), length) in enumerate(zip(words, windows, lengths, strict=True)):
        first = article.first_piece[a : b + 1]
        pieces[row, 0], pieces[row, length - 1] = CLS, SEP
        pieces[row, 1 : length - 1] = article.pieces[first[0] : first[-1]]
        features[row, 1 : length - 1] = np.repeat(article.features[a:b] + 1, np.diff(first))
        word_pieces[row, : b - a] = first[:-1] - first[0] + 1
    return Batch(pieces, features, word_pieces, np.array(counts, dtype=np.int64))
