"""The weights that comparison uses, and the likeness of words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from onrecord.errors import WeightsError

__all__ = ["LinkingWeights", "linking_weights"]

_FILE = Path(__file__).with_name("weights.json")
_LIKENESS = Path(__file__).with_name("likeness.npz")


@dataclass(frozen=True)
class LinkingWeights:
    """Log-odds of each reason, and how alike words are.

    Attributes:
        typed: Feature → weight, for two deeds that both have a PLOVER type; fitted to judged pairs.
        words: Feature → weight, for the others; learned on ECB+'s training topics.
        rare: Stem → how much it tells of what a text is about; empty where nothing is known.
        vectors: Stem → a vector of length 1; words used alike have a large product.
    """

    typed: Mapping[str, float]
    words: Mapping[str, float]
    rare: Mapping[str, float] = field(default_factory=dict)
    vectors: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def likeness(self, left: str, right: str) -> float:
        """Return how alike two stems are used, 0 to 1; 1 for the same, 0 where one is not known."""
        if left == right:
            return 1.0
        a, b = self.vectors.get(left), self.vectors.get(right)
        if a is None or b is None:
            return 0.0
        return _product(a, b)


@lru_cache(maxsize=200_000)
def _product(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    return max(0.0, min(1.0, sum(x * y for x, y in zip(left, right, strict=True))))


@cache
def linking_weights() -> LinkingWeights:
    """Return the weights On Record ships, read once.

    Raises:
        WeightsError: A file is missing or is not what is expected.
    """
    try:
        told = json.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, json.JSONDecodeError) as error:
        raise WeightsError(f"{_FILE.name} cannot be read: {error}. Reinstall onrecord.") from error
    return LinkingWeights(told["typed"], told["words"], vectors=_vectors())


def _vectors() -> dict[str, tuple[float, ...]]:
    import numpy as np

    if not _LIKENESS.is_file():
        raise WeightsError(f"{_LIKENESS.name} is missing beside {_FILE.name}. Reinstall onrecord.")
    with np.load(_LIKENESS, allow_pickle=False) as stored:
        stems = stored["stems"].tolist()
        numbers = stored["vectors"].astype(np.float32)
    numbers /= np.linalg.norm(numbers, axis=1, keepdims=True) + 1e-9
    return {stem: tuple(row) for stem, row in zip(stems, numbers.tolist(), strict=True)}
