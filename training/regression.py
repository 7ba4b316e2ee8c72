"""Logistic regression by Newton's method, numpy alone, for every script that fits weights of reasons."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["fit_logistic", "logistic"]

_LEAST = 1e-6
"""Added to the curvature, so that a weight without penalty on a constant feature has a solution."""

Array = NDArray[np.float64]


def logistic(scores: Array) -> Array:
    """Return the probabilities of log-odds."""
    return 1 / (1 + np.exp(-np.clip(scores, -30, 30)))


def fit_logistic(
    values: Array,
    right: Array,
    penalty: Array,
    *,
    centre: Array | None = None,
    counts: Array | None = None,
    steps: int = 60,
) -> Array:
    """Return the weights that make the answers likeliest.

    Args:
        values: Features, shape (cases, features).
        right: 1 or 0 for each case.
        penalty: How strongly each weight is drawn to its centre.
        centre: Where weights are drawn to, and start; 0 by default.
        counts: What each case counts; 1 by default.
        steps: Newton steps.
    """
    centre = np.zeros(values.shape[1]) if centre is None else centre
    counts = np.ones(len(right)) if counts is None else counts
    weights = centre.copy()
    for _ in range(steps):
        p = logistic(values @ weights)
        slope = values.T @ (counts * (right - p)) - penalty * (weights - centre)
        bend = (values * (counts * p * (1 - p))[:, None]).T @ values + np.diag(penalty + _LEAST)
        weights = weights + np.linalg.solve(bend, slope)
    return weights
