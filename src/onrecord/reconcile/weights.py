"""The weights that comparison uses, and the likeness of words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from onrecord.errors import WeightsError

__all__ = ["LinkingWeights", "linking_weights"]

_FILE = Path(__file__).with_name("weights.json")
_LIKENESS = Path(__file__).with_name("likeness.npz")
_RARITY = Path(__file__).with_name("rarity.npz")


@dataclass(frozen=True)
class LinkingWeights:
    """Log-odds of each reason, and how alike words are.

    Attributes:
        typed: Feature → weight, for two deeds that both have a PLOVER type; fitted to judged pairs.
        words: Feature → weight, for the others; learned on ECB+'s training topics.
        typed_seen, words_seen: The same for those of which the deed encoder has read both.
        rare: Stem → how much it tells of what an article is about.
        unknown: The same of a stem that is not in it.
        vectors: Stem → a vector of length 1; words used alike have a large product.
        groups: Stem → the commonest stem of those used like it.
    """

    typed: Mapping[str, float]
    words: Mapping[str, float]
    typed_seen: Mapping[str, float]
    words_seen: Mapping[str, float]
    rare: Mapping[str, float] = field(default_factory=dict)
    unknown: float = 1.0
    vectors: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    def rarity(self, stem: str) -> float:
        """Return how much a stem tells of what an article is about, 0 and up."""
        return self.rare.get(stem, self.unknown)

    def group_of(self, stem: str) -> str:
        """Return the commonest of the stems used like one, itself where none is known."""
        return self.groups.get(stem, stem)

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
    rare, unknown = _rarity()
    typed, words, typed_seen, words_seen = (
        told[name] for name in ("typed", "words", "typed_seen", "words_seen")
    )
    vectors, groups = _likeness()
    return LinkingWeights(typed, words, typed_seen, words_seen, rare, unknown, vectors, groups)


def _rarity() -> tuple[dict[str, float], float]:
    stored = _arrays(_RARITY)
    return dict(zip(stored["stems"].tolist(), stored["rare"].tolist(), strict=True)), float(stored["unknown"])


def _likeness() -> tuple[dict[str, tuple[float, ...]], dict[str, str]]:
    import numpy as np

    stored = _arrays(_LIKENESS)
    numbers = stored["vectors"].astype(np.float32)
    numbers /= np.linalg.norm(numbers, axis=1, keepdims=True) + 1e-9
    stems = stored["stems"].tolist()
    vectors = {stem: tuple(row) for stem, row in zip(stems, numbers.tolist(), strict=True)}
    groups = {stem: stems[first] for stem, first in zip(stems, stored["groups"].tolist(), strict=True)}
    return vectors, groups


def _arrays(path: Path) -> dict[str, Any]:
    import numpy as np

    if not path.is_file():
        raise WeightsError(f"{path.name} is missing beside {_FILE.name}. Reinstall onrecord.")
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}
