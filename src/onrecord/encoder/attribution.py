"""Who says what in an article, as the attribution encoder sees it: linked source, cue and content."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.encoder.linking import CONTENT, SOURCE, LinkingHead
from onrecord.encoder.probabilities import Lattice
from onrecord.encoder.tags import best_tags, spans_of_tags
from onrecord.encoder.weights import load_arrays, load_session, open_weights
from onrecord.encoder.windows import Batch, cut_windows, make_batch
from onrecord.encoder.words import Words, load_tokenizer, split_words

__all__ = ["AttributionEncoder", "LinkedSpans"]

Ranges = tuple[tuple[int, int], ...]
Scorer = Callable[[Batch], dict[str, NDArray[np.float32]]]

_CUE = 1
"""Number of the kind cue among the tags of all spans (0 source, 2 content)."""

_WINDOW = 256
"""Wordpieces in a window; the size the network was trained on."""

_TOGETHER = 16
"""Windows decoded together; bounds the memory a long text takes."""

_CORES = 2
"""Windows run at the same time."""

_LEAST = 0.5
"""Least probability of a cue: it is one, more likely than not."""


@dataclass(frozen=True, slots=True)
class LinkedSpans:
    """One attribution found: half-open character ranges in the text given, each in order.

    Attributes:
        source: Who says it; empty where the text names nobody.
        cue: The words that report it; never empty.
        content: What is said, in several ranges where the source breaks it up; may be empty.
        score: Probability the network gives to exactly this cue with exactly this source and
            content, 0 to 1.
    """

    source: Ranges
    cue: Ranges
    content: Ranges
    score: float


class AttributionEncoder:
    """The attribution network with its tokenizer; the same text always gives the same result.

    Args:
        scorer: The network: a batch of windows to "tags" (windows, pieces, 13) and "word", "scale"
            and "shift" (windows, pieces, width).
        moves: Score of each of the 13 tags after each, shape (15, 15).
        head: The layer that links source and content to a cue.
        tokenizer: Wordpieces, as the network was trained with.
        name: Name of the weights, for `made_by`.
    """

    def __init__(
        self, scorer: Scorer, moves: NDArray[np.float32], head: LinkingHead, tokenizer: Tokenizer, name: str
    ) -> None:
        self.scorer = scorer
        self.moves = moves
        self.head = head
        self.tokenizer = tokenizer
        self.name = name

    @classmethod
    def load(cls, folder: Path | None = None) -> "AttributionEncoder":
        """Return the encoder of the package, or of another folder of weights.

        Raises:
            WeightsError: A file is missing or is not the one listed in `weights.toml`.
        """
        weights = open_weights("attribution", folder)
        arrays = load_arrays(weights.path("attribution.npz"))
        head = LinkingHead(arrays["place"], arrays["weight"], arrays["bias"], arrays["cue_moves"])
        scorer = load_session(weights.path("attribution.onnx"))
        tokenizer = load_tokenizer(weights.path("vocab.txt"))
        return cls(scorer, arrays["all_moves"], head, tokenizer, weights.name)

    def attributions(self, text: str) -> tuple[LinkedSpans, ...]:
        """Return the attributions of a whole article of any length, in the order of their cues."""
        words = split_words(text, self.tokenizer)
        windows = cut_windows(words, _WINDOW)
        found: list[LinkedSpans] = []
        for first in range(0, len(windows), _TOGETHER):
            found += self._read(words, windows[first : first + _TOGETHER])
        return tuple(found)

    def _read(self, words: Words, windows: tuple[tuple[int, int], ...]) -> list[LinkedSpans]:
        vectors = self._vectors(words, windows)
        counts = np.array([stop - start for start, stop in windows])
        rows, cues, likely = self._cues(vectors["tags"], counts)
        if not len(cues):
            return []

        def ranges(row: int, spans: Iterable[tuple[int, int]]) -> Ranges:
            first = windows[row][0]
            return tuple((int(words.starts[first + a]), int(words.ends[first + b - 1])) for a, b in spans)

        return [
            LinkedSpans(
                source=ranges(row, ((a, b) for a, b, kind in linked.spans if kind == SOURCE)),
                cue=ranges(row, [(start, end)]),
                content=ranges(row, ((a, b) for a, b, kind in linked.spans if kind == CONTENT)),
                score=probability * linked.probability,
            )
            for row, (start, end), probability, linked in zip(
                rows.tolist(), cues.tolist(), likely, self.head.link(vectors, counts, rows, cues), strict=True
            )
        ]

    def _vectors(self, words: Words, windows: tuple[tuple[int, int], ...]) -> dict[str, NDArray[np.float32]]:
        """Run the network and return its outputs by word, windows padded with zeros to the longest."""

        def run(window: tuple[int, int]) -> dict[str, NDArray[np.float32]]:
            batch = make_batch([words], [window])
            return {name: value[0, batch.word_pieces[0]] for name, value in self.scorer(batch).items()}

        # Windows side by side, a core each: padding several to one length costs more than running them
        # together saves, and one window spread over cores waits more than it works.
        with ThreadPoolExecutor(_CORES) as pool:
            outputs = list(pool.map(run, windows))
        width = max(stop - start for start, stop in windows)
        vectors = {
            name: np.zeros((len(windows), width, value.shape[1]), dtype=np.float32)
            for name, value in outputs[0].items()
        }
        for row, output in enumerate(outputs):
            for name, value in output.items():
                vectors[name][row, : len(value)] = value
        return vectors

    def _cues(
        self, scores: NDArray[np.float32], counts: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], list[float]]:
        """Return the window of each cue, its range of words there, and how probable it is."""
        tags = best_tags(scores, counts, self.moves)
        lattice = Lattice.of(scores, counts, self.moves)
        rows, cues, likely = [], [], []
        for row in range(len(counts)):
            for start, end, kind in spans_of_tags(tags[row]):
                if kind != _CUE:
                    continue
                probability = lattice.span_probability(row, start, end, kind)
                if probability >= _LEAST:
                    rows.append(row)
                    cues.append((start, end))
                    likely.append(probability)
        return np.array(rows, dtype=np.int64), np.array(cues, dtype=np.int64), likely
