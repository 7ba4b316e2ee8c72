"""What an evaluation gives back: one record, the same for every task."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["EvaluationResult", "f1", "with_intervals"]

Counts = TypeVar("Counts")


@dataclass(frozen=True, slots=True)
class EvaluationResult:
    """How well one task was done on one corpus.

    Attributes:
        task: The subcommand's name: "attribution", "dates" and so on.
        n: How many texts were scored.
        scores: Name → figure. Shares, F1 and the like are in percent, 0 to 100. A figure `x` may
            have `x_low` and `x_high` beside it: its 95 % interval over texts.
    """

    task: str
    n: int
    scores: Mapping[str, float]


def f1(hits: float, found: float, wanted: float) -> float:
    """Return the F1 in percent of `hits` right ones among `found`, where `wanted` should be found.

    Nothing wanted and nothing found is 100: nothing was missed and nothing made up.
    """
    return 100.0 * 2 * hits / (found + wanted) if found + wanted else 100.0


def with_intervals(
    texts: Sequence[Counts], scores: Callable[[Sequence[Counts]], Mapping[str, float]], rounds: int = 1000
) -> dict[str, float]:
    """Return the scores of all texts together, each with its 95 % interval over texts beside it.

    Args:
        texts: What was counted in each text.
        scores: From any number of such counts to figures by name.
        rounds: How many times texts are drawn anew, with replacement. The draws are always the same.

    Source:
        The bootstrap percentile interval, Efron & Tibshirani 1993, chapter 13.
    """
    import numpy as np

    whole = dict(scores(texts))
    draws = np.random.default_rng(0).integers(0, len(texts), size=(rounds, len(texts)))
    drawn = [scores([texts[number] for number in draw]) for draw in draws]
    for name in list(whole):
        low, high = np.percentile([one[name] for one in drawn], (2.5, 97.5))
        whole[f"{name}_low"], whole[f"{name}_high"] = float(low), float(high)
    return whole
