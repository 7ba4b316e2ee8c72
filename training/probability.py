"""Fit how likely a claim and its parts are read rightly on claims that people judged; say how well it holds.

    export PYTHONPATH=src:training:benchmarks/error_card
    python training/probability.py CORPORA SIGNS [--write]

The verdicts stand in tests/error_card/verdicts.tsv. The articles of those that name a claim by a digest of
what it tells (benchmarks/error_card/draw.py) are read anew with everything told; the judged claims that the
reader still makes, but for sectors, are kept with what speaks for and against their parts. SIGNS is where
these go, and is read where it exists.

Logistic regression with a penalty on large weights, numpy alone. Printed are figures of ten-fold
cross-validation over articles: for each part how many that fall below a probability are right, what silence
below it leaves, and for claims the Brier score beside that of always saying the share, and how many of the
claims given a probability were right.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from judged_claims import Judged, judged, read_anew
from onrecord.reading.claims.probability import claim_features
from onrecord.reading.claims.signs import PARTS, log_odds
from onrecord.reading.claims.silence import SURE
from regression import fit_logistic, logistic

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "onrecord" / "reading" / "claims" / "probability.json"
COUNTED = frozenset({"source", "stance", "type", "actors", "recipients", "against", "event", "claim"})
"""Fields whose being wrong makes a claim count as wrong for `probability`: the contract names them."""

WRONG_IN = {
    "attribution": {"source", "stance", "content", "claim"},
    "voice": {"source", "stance", "claim"},
    "deed": {"type", "event"},
    "status": {"status", "negated"},
    "actors": {"actors"},
    "recipients": {"recipients"},
}
"""Fields whose being wrong makes a part wrong."""

PENALTY = 4.0
FOLDS = 10
STEPS = 60
BINS = (0.0, 0.5, 0.65, 0.8, 0.9, 1.01)

Array = NDArray[np.float64]
Features = Mapping[str, float]


def main() -> None:
    """Fit, print how well it holds, and write the weights where asked to."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("corpora", type=Path)
    told.add_argument("signs", type=Path)
    told.add_argument("--write", action="store_true", help="Write the package's weights.")
    options = told.parse_args()
    if not options.signs.exists():
        read_anew(options.corpora, options.signs)
    cases = list(judged(options.signs))
    print(f"{len(cases)} judged claims that the reader still makes")
    parts, likely = fit_parts(cases)
    print_silence(cases, likely)
    by_rules = fit_claims(cases, [claim_features(case.claim) for case in cases], "by rules")
    worth = [
        claim_features(case.claim)
        | {f"likely_{part}": log_odds(p[row]) for part, p in likely.items() if part in case.signs}
        for row, case in enumerate(cases)
    ]
    claims = fit_claims(cases, worth, "with signs")
    if options.write:
        found = {"judged": len(cases), "claim": claims, "by_rules": by_rules, "parts": parts}
        WEIGHTS.write_text(json.dumps(found, indent=1) + "\n")


def fold_of(case: Judged) -> int:
    """Return the fold of a claim's article."""
    return int(case.claim.article.sha256[:8], 16) % FOLDS


def fit_parts(cases: Sequence[Judged]) -> tuple[dict[str, dict[str, float]], dict[str, Array]]:
    """Return the weights of each part's signs, and how likely each claim's parts are by other articles."""
    weights, likely = {}, {}
    for part in PARTS:
        rows = [row for row, case in enumerate(cases) if part in case.signs]
        right = np.array([float(WRONG_IN[part].isdisjoint(cases[row].wrong)) for row in rows])
        folds = np.array([fold_of(cases[row]) for row in rows])
        fresh = np.array([cases[row].fresh for row in rows])
        names, x = table([cases[row].signs[part] for row in rows])
        found = cross_validated(x, right, folds, fresh)
        weights[part] = named(names, fit(x, right, fresh))
        likely[part] = np.ones(len(cases))
        likely[part][rows] = found
        below = found < SURE[part]
        print(
            f"{part}: {len(rows)}, {100 * right.mean():.1f} % right, area {area(right, found):.2f}; "
            f"below {SURE[part]} {below.sum()}, of them {right[below].sum():.0f} right; "
            f"of the rest {100 * right[~below].mean():.1f} %; fresh {fresh.sum()}, "
            f"{100 * right[fresh].mean():.1f} % right, area {area(right[fresh], found[fresh]):.2f}"
        )
    return weights, likely


def print_silence(cases: Sequence[Judged], likely: Mapping[str, Array]) -> None:
    """Print how many claims are right in every field where parts below some probabilities are not told."""
    uniform = {f"from {p}": dict.fromkeys(PARTS, p) for p in (0.0, 0.5, 0.6, 0.67, 0.75, 0.8, 0.85)}
    for way, least in (uniform | {"as shipped": dict(SURE)}).items():
        right, deeds, parties = [], 0, 0
        for row, case in ((row, case) for row, case in enumerate(cases) if case.fresh):
            event = case.claim.event
            if any(likely[part][row] < least[part] for part in ("attribution", "voice")):
                continue
            wrong = set(case.wrong)
            untold = event is not None and any(likely[p][row] < least[p] for p in ("deed", "status"))
            if untold and not case.claim.sources:
                continue
            if untold:
                wrong &= {"source", "stance", "content", "claim", "said", "via", "sector", "kind"}
            deeds += event is not None and not untold
            for part in ("actors", "recipients"):
                if part in case.signs and not untold and likely[part][row] < least[part]:
                    wrong -= {part}
                else:
                    parties += part in case.signs and not untold
            right.append(not wrong)
        print(
            f"told {way}: {len(right)} claims, {100 * np.mean(right):.1f} % right in every field; "
            f"{deeds} deeds, {parties} roles filled"
        )


def fit_claims(cases: Sequence[Judged], features: Sequence[Features], way: str) -> dict[str, float]:
    """Return the weights of a claim's features, and print how well they hold."""
    right = np.array([float(COUNTED.isdisjoint(case.wrong)) for case in cases])
    names, x = table(features)
    fresh = np.array([case.fresh for case in cases])
    found = cross_validated(x, right, np.array([fold_of(case) for case in cases]), fresh)
    print(f"claims, {way}: all, and those of fresh draws")
    print_reliability(right, found)
    print_reliability(right[fresh], found[fresh])
    return named(names, fit(x, right, fresh))


def table(features: Sequence[Features]) -> tuple[list[str], Array]:
    """Return the names of features, and their values, the first column always 1."""
    names = sorted({name for one in features for name in one})
    return names, np.array([[1.0, *(one.get(name, 0.0) for name in names)] for one in features])


def named(names: Sequence[str], weights: Array) -> dict[str, float]:
    """Return weights by name, to three decimals."""
    return dict(zip(["always", *names], np.round(weights, 3).tolist(), strict=True))


def fit(x: Array, right: Array, fresh: NDArray[np.bool_]) -> Array:
    """Return log-odds weights by Newton's method; the first column, which is always 1, is not penalised.

    Its weight, how often a case is right where no sign tells anything, is that of the fresh ones alone.
    """
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 1e-6
    weights = fit_logistic(x, right, penalty, steps=STEPS)
    if fresh.any():
        for _ in range(STEPS):
            p = logistic(x[fresh] @ weights)
            weights[0] += (right[fresh] - p).sum() / max((p * (1 - p)).sum(), 1e-6)
    return weights


def cross_validated(x: Array, right: Array, folds: NDArray[np.int64], fresh: NDArray[np.bool_]) -> Array:
    """Return the probability each case gets from those of the other folds; articles stay together."""
    found = np.zeros(len(right))
    for fold in sorted(set(folds.tolist())):
        kept = folds != fold
        found[~kept] = logistic(x[~kept] @ fit(x[kept], right[kept], fresh[kept]))
    return found


def area(right: Array, found: Array) -> float:
    """Return the area under the curve: how often a right case is given more than a wrong one."""
    wins = found[right == 1][:, None] - found[right == 0][None, :]
    return float(np.mean((wins > 0) + 0.5 * (wins == 0)))


def print_reliability(right: Array, found: Array) -> None:
    """Print the Brier score, the area under the curve and a table of said against seen."""
    share = right.mean()
    brier, plain = np.mean((found - right) ** 2), share * (1 - share)
    print(f"{len(right)} claims, {100 * share:.1f} % right")
    print(f"Brier {brier:.3f} (always the share: {plain:.3f}), area under the curve {area(right, found):.2f}")
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
