"""How well a clustering of mentions matches the gold one: MUC, B³, CEAFe and their mean, CoNLL F1."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

__all__ = ["Score", "b_cubed", "ceaf_e", "conll", "muc"]

Clustering = Mapping[str, Hashable]
"""Mention → its cluster."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean, 0 when both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(gold: Clustering, found: Clustering) -> Score:
    """Return the link-based score of Vilain et al. 1995; clusters of one weigh nothing."""
    return Score(precision=_muc_recall(gold, found), recall=_muc_recall(found, gold))


def b_cubed(gold: Clustering, found: Clustering) -> Score:
    """Return the mention-based score of Bagga & Baldwin 1998."""
    both = Counter((gold[m], found[m]) for m in gold)
    in_gold, in_found = Counter(gold.values()), Counter(found[m] for m in gold)
    mentions = len(gold)
    precision = sum(n * n / in_found[f] for (_, f), n in both.items()) / mentions
    recall = sum(n * n / in_gold[g] for (g, _), n in both.items()) / mentions
    return Score(precision, recall)


def ceaf_e(gold: Clustering, found: Clustering) -> Score:
    """Return the entity-based score of Luo 2005, with similarity 2|G∩F| / (|G|+|F|)."""
    import numpy as np

    from onrecord.evaluation.assignment import best_pairs

    in_gold, in_found = Counter(gold.values()), Counter(found[m] for m in gold)
    row = {cluster: i for i, cluster in enumerate(in_gold)}
    column = {cluster: i for i, cluster in enumerate(in_found)}
    similar = np.zeros((len(row), len(column)))
    for (g, f), n in Counter((gold[m], found[m]) for m in gold).items():
        similar[row[g], column[f]] = 2 * n / (in_gold[g] + in_found[f])
    rows, columns = best_pairs(similar)
    best = float(similar[rows, columns].sum())
    return Score(best / len(column), best / len(row))


def conll(gold: Clustering, found: Clustering) -> dict[str, float]:
    """Return precision, recall and F1 of the three scores, and the mean of the F1s, as `conll_f1`.

    Args:
        gold: Mention → gold cluster; at least one mention.
        found: Mention → cluster found, for every mention of `gold`.
    """
    scores: dict[str, float] = {}
    for name, measure in (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf_e)):
        score = measure(gold, found)
        scores |= {f"{name}_p": score.precision, f"{name}_r": score.recall, f"{name}_f1": score.f1}
    scores["conll_f1"] = (scores["muc_f1"] + scores["b3_f1"] + scores["ceafe_f1"]) / 3
    return scores


def _muc_recall(partition: Clustering, key: Clustering) -> float:
    """Return Σ(|K| − parts of K) / Σ(|K| − 1) over the clusters K of `key`, cut by `partition`."""
    sizes = Counter(key.values())
    parts = Counter(cluster for cluster, _ in {(key[m], partition[m]) for m in key})
    links = sum(size - 1 for size in sizes.values())
    return sum(sizes[c] - parts[c] for c in sizes) / links if links else 0.0
