"""Compare two tellings: how likely they are of one event, with every reason and its weight.

The score is a sum of log-odds, one term a reason. There are four tables of weights: for deeds that both have
a PLOVER type and for the rest, and of either for those that the deed encoder has read and those it has not.
How they were laid and learned is told in docs/linking.md.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.reconcile.features import barred, typed_features, word_features
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.weights import LinkingWeights, linking_weights

__all__ = ["Comparison", "Reason", "compare", "likelihood"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One term of a score.

    Attributes:
        name: Of the feature ("actors_match").
        value: Of the feature, mostly 0 to 1.
        weight: Log-odds a value of 1 adds.
    """

    name: str
    value: float
    weight: float

    @property
    def adds(self) -> float:
        """Return the log-odds it adds to the score."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two tellings compare.

    Attributes:
        left, right: ids of the tellings, the earlier one first.
        score: Log-odds that they are of one event.
        reasons: The terms of the score, the heaviest first.
    """

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """Return the probability that the two are of one event, 0 to 1, as the weights have it."""
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, self.score))))


def compare(left: Telling, right: Telling, weights: LinkingWeights | None = None) -> Comparison:
    """Return how likely two tellings are of one event; the same in either order.

    Args:
        left, right: Two tellings.
        weights: Of the reasons; those shipped by default.
    """
    weights = weights or linking_weights()
    first, second = sorted((left, right), key=lambda telling: telling.order)
    table, found = _weighed(first, second, weights)
    reasons = [Reason(name, value, table[name]) for name, value in found.items() if value and name in table]
    reasons.append(Reason("start", 1.0, table["start"]))
    reasons.sort(key=lambda reason: (-abs(reason.adds), reason.name))
    return Comparison(first.id, second.id, sum(r.adds for r in reasons), tuple(reasons))


def likelihood(left: Telling, right: Telling, weights: LinkingWeights) -> float:
    """Return only the probability of `compare`, for comparing many; 0 where the deeds cannot be one."""
    if barred(left, right):
        return 0.0
    table, found = _weighed(left, right, weights)
    score = table["start"] + sum(value * table[name] for name, value in found.items() if name in table)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def _weighed(
    left: Telling, right: Telling, weights: LinkingWeights
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    if left.type is not None and right.type is not None:
        found = typed_features(left, right, weights)
        return weights.typed_seen if "deed_like" in found else weights.typed, found
    found = word_features(left, right, weights)
    return weights.words_seen if "deed_like" in found else weights.words, found
