"""What relates two parties, what a speaker does with what is said, and which words name deeds.

All as the deed encoder sees it.
"""

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.codebook.root_classes import ROOTS
from onrecord.encoder.finding import KINDS, WINDOW, Finding, FindingHeads, shares_of
from onrecord.encoder.marks import SOURCE, TARGET, TRIGGER, Marked, MarkedPieces, Spans, mark, stack
from onrecord.encoder.telling import STANCES, Telling, around, told
from onrecord.encoder.weights import load_arrays, load_session, open_weights
from onrecord.encoder.windows import cut_windows, make_batch
from onrecord.encoder.words import load_tokenizer, split_words

__all__ = ["DeedEncoder", "DeedHeads"]

_CORES = 2
"""Sentences run at the same time, each alone: int8 is scaled by all that runs together."""

Scorer = Callable[[MarkedPieces], dict[str, NDArray[np.float32]]]


@dataclass(frozen=True, slots=True)
class DeedHeads:
    """The layers on top of the network.

    Attributes:
        hidden, hidden_bias: From the three vectors of a pair to one, shapes (3 x width, width) and (width,).
        roots, roots_bias: From there to scores, shapes (width, 15) and (15,).
        telling, telling_bias: From the four vectors of a telling, and what is known of it, to one, shapes
            (4 x width + 21, 256) and (256,).
        stances, stances_bias: From there to scores, shapes (256, 18) and (18,).
    """

    hidden: NDArray[np.float32]
    hidden_bias: NDArray[np.float32]
    roots: NDArray[np.float32]
    roots_bias: NDArray[np.float32]
    telling: NDArray[np.float32]
    telling_bias: NDArray[np.float32]
    stances: NDArray[np.float32]
    stances_bias: NDArray[np.float32]


class DeedEncoder:
    """The deed network with its tokenizer; a sentence gives the same result alone and among others.

    Args:
        scorer: The network: marked sentences to "states" (sentences, pieces, width).
        heads: The layers on top.
        finding_heads: Those that find deeds in running text.
        tokenizer: Wordpieces, as the network was trained with.
        name: Name of the weights, for `made_by`.
    """

    ROOTS = ROOTS
    KINDS = KINDS

    def __init__(
        self, scorer: Scorer, heads: DeedHeads, finding_heads: FindingHeads, tokenizer: Tokenizer, name: str
    ) -> None:
        self.scorer = scorer
        self.heads = heads
        self.finding_heads = finding_heads
        self.tokenizer = tokenizer
        self.name = name
        axes = finding_heads.deed_mean.tobytes() + finding_heads.deed_axes.tobytes()
        self._vectors_by = f"{name}/{hashlib.sha256(axes).hexdigest()[:8]}"

    @classmethod
    def load(cls, folder: Path | None = None) -> "DeedEncoder":
        """Return the encoder of the package, or of another folder of weights.

        Raises:
            WeightsError: A file is missing or is not the one listed in `weights.toml`.
        """
        weights = open_weights("deeds", folder)
        arrays = load_arrays(weights.path("deeds.npz"))
        heads = DeedHeads(**{one.name: arrays[one.name] for one in fields(DeedHeads)})
        finding = FindingHeads(**{one.name: arrays[one.name] for one in fields(FindingHeads)})
        scorer = load_session(weights.path("deeds.onnx"))
        return cls(scorer, heads, finding, load_tokenizer(weights.path("vocab.txt")), weights.name)

    def roots(
        self, sentences: Sequence[str], sources: Sequence[Spans], targets: Sequence[Spans]
    ) -> NDArray[np.float32]:
        """Return how probable each root is between the source and the target of each sentence.

        Args:
            sentences: Their texts.
            sources: Half-open character ranges of the source in each.
            targets: The same for the target.

        Returns:
            Shape (sentences, 15), columns as `ROOTS`; each row sums to 1.
        """
        stretches = [((SOURCE, s), (TARGET, t)) for s, t in zip(sources, targets, strict=True)]
        marked = [mark(text, own, self.tokenizer) for text, own in zip(sentences, stretches, strict=True)]
        pooled = self._pooled(marked, ((SOURCE + 3,), (TARGET + 3,)))
        inner = np.maximum(pooled @ self.heads.hidden + self.heads.hidden_bias, 0)
        return shares_of(inner @ self.heads.roots + self.heads.roots_bias)

    def stances(self, tellings: Sequence[Telling]) -> NDArray[np.float32]:
        """Return how probable each stance is for each telling.

        Returns:
            Shape (tellings, 18), columns as `STANCES` and last that nobody is on record there; each row
            sums to 1.
        """
        if not tellings:
            return np.zeros((0, len(STANCES) + 1), dtype=np.float32)
        marked = [mark(*around(one), self.tokenizer) for one in tellings]
        pooled = self._pooled(marked, tuple((role, role + 3) for role in (TRIGGER, SOURCE, TARGET)))
        known = np.array([told(one) for one in tellings], dtype=np.float32)
        inner = np.maximum(np.hstack([pooled, known]) @ self.heads.telling + self.heads.telling_bias, 0)
        return shares_of(inner @ self.heads.stances + self.heads.stances_bias)

    def finding(self, text: str) -> Finding:
        """Return what the words of a text of any length name, such as an article's."""
        words = split_words(text, self.tokenizer)
        windows = cut_windows(words, WINDOW)

        def run(window: tuple[int, int]) -> NDArray[np.float32]:
            batch = make_batch([words], [window])
            unmarked = MarkedPieces(batch.pieces, np.zeros_like(batch.pieces))
            by_word: NDArray[np.float32] = self.scorer(unmarked)["states"][0, batch.word_pieces[0]]
            return by_word

        with ThreadPoolExecutor(_CORES) as pool:
            states = list(pool.map(run, windows))
        width = len(self.finding_heads.found)
        found = np.concatenate([np.zeros((0, width), dtype=np.float32), *states])
        return Finding.of(words.starts, found, self.finding_heads, self._vectors_by)

    def _pooled(self, marked: Sequence[Marked], groups: Sequence[tuple[int, ...]]) -> NDArray[np.float32]:
        """Return the opening piece's state beside the mean state of each group of roles, a row a sentence."""

        def run(one: Marked) -> NDArray[np.float32]:
            batch = stack([one])
            states = self.scorer(batch)["states"][0]
            parts = [states[0], *(_mean(states, np.isin(batch.features[0], roles)) for roles in groups)]
            return np.concatenate(parts)

        with ThreadPoolExecutor(_CORES) as pool:
            rows = list(pool.map(run, marked))
        width = len(self.finding_heads.found)
        return np.array(rows, dtype=np.float32).reshape(len(marked), width * (1 + len(groups)))


def _mean(states: NDArray[np.float32], where: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return the mean state where it is true, zeros where it is nowhere."""
    found: NDArray[np.float32] = states[where].mean(axis=0) if where.any() else np.zeros_like(states[0])
    return found
