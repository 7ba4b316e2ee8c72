"""Parts of what is marked, for cross-validation."""

import random
from collections.abc import Sequence
from typing import TypeVar

import numpy as np

from onrecord.evaluation.plv import MarkedPair
from stances_examples import JudgedTelling

FOLDS = 5
"""How many parts there are."""

One = TypeVar("One")


def folds_of(pairs: Sequence[MarkedPair], seed: int) -> np.ndarray:
    """Return the fold of each pair; each fold has its share of every class."""
    rng = random.Random(1000 + seed)
    rows: list[int] = []
    for root in sorted({str(pair.root) for pair in pairs}):
        own = [row for row, pair in enumerate(pairs) if pair.root == root]
        rng.shuffle(own)
        rows += own
    folds = np.zeros(len(pairs), dtype=int)
    folds[rows] = np.arange(len(pairs)) % FOLDS
    return folds


def parted(examples: Sequence[One], folds: Sequence[int], fold: int | None) -> tuple[list[One], list[One]]:
    """Return the examples of the other folds, and those of this one."""
    parts: tuple[list[One], list[One]] = ([], [])
    for example, own in zip(examples, folds, strict=True):
        parts[int(own == fold)].append(example)
    return parts


def article_folds(judged: Sequence[JudgedTelling]) -> list[int]:
    """Return the fold of each attribution; those of one article have the same."""
    articles = sorted({one.article for one in judged})
    random.Random(0).shuffle(articles)
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    return [fold_of[one.article] for one in judged]
