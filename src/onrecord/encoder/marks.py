"""Turn a sentence with marked stretches into the pieces the deed encoder reads.

Used by reading and by training alike, so that the network always sees what it was trained on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.windows import CLS, SEP
from onrecord.encoder.words import split_words

__all__ = [
    "ROLE_COUNT",
    "SIZE",
    "SOURCE",
    "TARGET",
    "TRIGGER",
    "Marked",
    "MarkedPieces",
    "Spans",
    "mark",
    "stack",
]

Spans = tuple[tuple[int, int], ...]
"""Half-open character ranges of one marked thing in its sentence."""

SOURCE, TARGET, TRIGGER = 1, 2, 3
"""Roles of a stretch; 0 is none. A piece that opens or closes one has its role plus 3."""

ROLE_COUNT = 6
"""How many roles a piece can have beside none."""

SIZE = 128
"""Most pieces a sentence may take, special pieces included; of a longer one what stands around the marks."""

_MARK = 1
"""Id of the piece that opens and closes every stretch, `[unused0]` of BERT's vocabulary."""

Marked = tuple[list[int], list[int]]
"""Pieces of one sentence, and the role of each."""


@dataclass(frozen=True, slots=True)
class MarkedPieces:
    """Sentences side by side, padded to the longest.

    Attributes:
        pieces: Wordpiece ids with the opening and closing piece, 0 where padded, shape (sentences, pieces).
        features: Role of each piece, 0 for none; same shape.
    """

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]


def mark(sentence: str, stretches: Iterable[tuple[int, Spans]], tokenizer: Tokenizer) -> Marked:
    """Return a sentence's pieces, with a piece before and after each stretch, and the role of each piece.

    Args:
        sentence: The text.
        stretches: Role and ranges of each thing marked. A word that a range touches belongs to it whole;
            of two that share a word the first keeps it.
        tokenizer: As `load_tokenizer` gives it.
    """
    words = split_words(sentence, tokenizer)
    roles = [0] * len(words)
    opens, closes = set(), set()
    for role, ranges in stretches:
        for start, end in ranges:
            inside = [i for i in range(len(words)) if words.starts[i] < end and words.ends[i] > start]
            inside = [i for i in inside if roles[i] == 0]
            if inside:
                opens.add(inside[0])
                closes.add(inside[-1])
            for i in inside:
                roles[i] = role
    pieces, features = [], []
    for i, role in enumerate(roles):
        own = words.pieces[words.first_piece[i] : words.first_piece[i + 1]].tolist()
        around = ([_MARK] if i in opens else [], [_MARK] if i in closes else [])
        pieces += [*around[0], *own, *around[1]]
        features += [*([role + 3] * len(around[0])), *([role] * len(own)), *([role + 3] * len(around[1]))]
    return _cut(pieces, features)


def _cut(pieces: list[int], features: list[int]) -> Marked:
    """Return at most `SIZE` pieces with the special ones: those around what is marked."""
    room = SIZE - 2
    marked = [i for i, role in enumerate(features) if role] or [0]
    spare = max(0, room - (marked[-1] + 1 - marked[0]))
    start = max(0, min(marked[0] - spare // 2, len(pieces) - room))
    kept = slice(start, start + room)
    return [CLS, *pieces[kept], SEP], [0, *features[kept], 0]


def stack(marked: Sequence[Marked]) -> MarkedPieces:
    """Return marked sentences, at least one, padded into arrays."""
    width = max(len(pieces) for pieces, _ in marked)
    both = np.zeros((2, len(marked), width), dtype=np.int64)
    for row, one in enumerate(marked):
        both[:, row, : len(one[0])] = one
    return MarkedPieces(both[0], both[1])
