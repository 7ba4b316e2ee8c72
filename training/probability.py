"""Fit how likely a claim is read rightly on claims that people judged, and say how well that holds.

    python training/probability.py DRAW.claims.jsonl [more …] [--write]

Each file was written by benchmarks/error_card/draw.py; the verdicts stand in tests/error_card/verdicts.tsv
and name claims by draw and number (the draw is the file's name up to the first dot). Logistic regression
with a penalty on large weights, numpy alone. Printed are figures of ten-fold cross-validation over
articles: the Brier score beside that of always saying the share, and how many of the claims given a
probability were right.
"""

import argparse
import json
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.reading.claims.probability import claim_features
from onrecord.records import Claim, from_json
from regression import fit_logistic, logistic

ROOT = Path(__file__).parents[1]
VERDICTS = ROOT / "tests" / "error_card" / "verdicts.tsv"
WEIGHTS = ROOT / "src" / "onrecord" / "reading" / "claims" / "probability.json"
COUNTED = frozenset({"source", "stance", "type", "actors", "recipients", "against", "event"})
"""Fields whose being wrong makes a claim count as wrong here: the contract names them."""

PENALTY = 3.0
FOLDS = 10
STEPS = 60
BINS = (0.0, 0.5, 0.65, 0.8, 0.9, 1.01)


def main() -> None:
    """Fit, print how well it holds, and write the weights where asked to."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("draws", type=Path, nargs="+")
    told.add_argument("--write", action="store_true", help="Write the package's weights.")
    options = told.parse_args()
    claims, right = judged(options.draws)
    names = sorted(claim_features(claims[0]))
    x = np.array([[1.0, *(claim_features(c)[n] for n in names)] for c in claims])
    folds = np.array([int(c.article.sha256[:8], 16) % FOLDS for c in claims])
    print_reliability(right, cross_validated(x, right, folds))
    weights = dict(zip(["always", *names], np.round(fit(x, right), 3).tolist(), strict=True))
    for name, weight in weights.items():
        print(f"{weight:+.2f} {name}")
    if options.write:
        WEIGHTS.write_text(json.dumps({"judged": len(claims), "weights": weights}, indent=1) + "\n")


def judged(draws: list[Path]) -> tuple[list[Claim], NDArray[np.float64]]:
    """Return the judged claims of some draws, and 1 for each that is right, 0 for each that is not.

    Of a claim that several judged, the first verdict counts.
    """
    verdicts: dict[tuple[str, int], bool] = {}
    for line in VERDICTS.read_text("utf-8").splitlines():
        if line.startswith(("#", "draw\t")):
            continue
        draw, number, _, _, _, _, wrong, _ = line.split("\t")
        verdicts.setdefault((draw, int(number)), COUNTED.isdisjoint(wrong.split(",")))
    claims: list[Claim] = []
    right: list[bool] = []
    for path in draws:
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            verdict = verdicts.get((path.name.split(".")[0], number))
            if verdict is not None:
                claims.append(from_json(Claim, json.loads(line)))
                right.append(verdict)
    return claims, np.array(right, dtype=np.float64)


def fit(x: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log-odds weights by Newton's method; the first column, which is always 1, is not penalised."""
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    return fit_logistic(x, right, penalty, steps=STEPS)


def cross_validated(
    x: NDArray[np.float64], right: NDArray[np.float64], folds: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Return the probability each claim gets from the claims of the other folds; articles stay together."""
    found = np.zeros(len(right))
    for fold in sorted(set(folds.tolist())):
        kept = folds != fold
        found[~kept] = logistic(x[~kept] @ fit(x[kept], right[kept]))
    return found


def print_reliability(right: NDArray[np.float64], found: NDArray[np.float64]) -> None:
    """Print the Brier score, the area under the curve and a table of said against seen."""
    share = right.mean()
    brier, plain = np.mean((found - right) ** 2), share * (1 - share)
    wins = found[right == 1][:, None] - found[right == 0][None, :]
    area = float(np.mean((wins > 0) + 0.5 * (wins == 0)))
    print(f"{len(right)} claims, {100 * share:.1f} % right")
    print(f"Brier {brier:.3f} (always the share: {plain:.3f}), area under the curve {area:.2f}")
    error = 0.0
    for low, high in pairwise(BINS):
        inside = (found >= low) & (found < high)
        if inside.any():
            said, seen = found[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(said - seen)
            stretch = f"{low:.2f} to {min(high, 1):.2f}"
            print(f"  {stretch}: {inside.sum():4} claims, said {said:.2f}, right {seen:.2f}")
    print(f"mean distance of said and right: {error:.3f}")


if __name__ == "__main__":
    main()
