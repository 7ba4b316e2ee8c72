"""Score what relates a marked pair of parties, in PLOVER's folded root types (PLV layout)."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.codebook.root_classes import quad_of
from onrecord.evaluation.plv import MarkedPair, read_plv
from onrecord.evaluation.result import EvaluationResult

__all__ = ["Predictor", "evaluate_frames", "macro_f1", "score_relations", "to_lines"]

Predictor = Callable[[Sequence[MarkedPair]], tuple[str | None, ...]]
"""Gives the root of each pair; None where it does not say."""


def evaluate_frames(file: Path) -> EvaluationResult:
    """Return the figures of frames alone on a PLV file."""
    from onrecord.evaluation.relations_frames import frames_predictor

    pairs = read_plv(file)
    return score_relations(pairs, frames_predictor()(pairs))


def score_relations(pairs: Sequence[MarkedPair], found: Sequence[str | None]) -> EvaluationResult:
    """Return precision on the pairs that were told, coverage, and macro-F1 over all pairs, in percent.

    A pair that was not told counts as missed in macro-F1. Pairs without a gold root are left out.
    `root`, `quad` and `binary` are the fifteen classes, the four quads, and cooperation or conflict.
    """
    scored = [(p.root, f) for p, f in zip(pairs, found, strict=True) if p.root is not None]
    told = [(gold, root) for gold, root in scored if root is not None]
    scores = {"coverage": _share(len(told), len(scored))}
    for name, level in _LEVELS.items():
        right = sum(level(gold) == level(root) for gold, root in told)
        scores[f"{name}_precision"] = _share(right, len(told))
        levelled = [(level(gold), None if root is None else level(root)) for gold, root in scored]
        scores[f"{name}_macro_f1"] = macro_f1(levelled)
    return EvaluationResult("relations", len(scored), scores)


def macro_f1(pairs: Sequence[tuple[object, object | None]]) -> float:
    """Return the mean F1 over the classes of the gold, in percent; None as found counts for no class.

    Args:
        pairs: Gold and found, one pair a text.
    """
    classes = {gold for gold, _ in pairs}
    if not classes:
        return 0.0
    total = 0.0
    for one in classes:
        hits = sum(gold == one == found for gold, found in pairs)
        sizes = sum(gold == one for gold, _ in pairs) + sum(found == one for _, found in pairs)
        total += 200.0 * hits / sizes
    return total / len(classes)


def to_lines(pairs: Sequence[MarkedPair], found: Sequence[str | None]) -> Iterator[str]:
    """Give "uid<TAB>root" for each pair; the root is empty where it was not told."""
    for pair, root in zip(pairs, found, strict=True):
        yield f"{pair.uid}\t{root or ''}"


_LEVELS: dict[str, Callable[[str], object]] = {
    "root": lambda root: root,
    "quad": quad_of,
    "binary": lambda root: quad_of(root) <= 2,
}


def _share(part: int, whole: int) -> float:
    return 100.0 * part / whole if whole else 0.0
