"""Fit the weights of typed deeds for linking to judged pairs, and write them into weights.json.

    python training/linking_typed.py --weights src/onrecord/reconcile/weights.json

`linking_judged.tsv` holds pairs of claims that the ledger compares, drawn from real articles, with what a
judge who saw only the two sentences said of the words that name the deeds: `same` deed; parts of one `scene`;
`linked` (another deed of the same story); `other`. Its features are those of `typed_features`; no text is in
it, and groups of articles are digests.

The weights are those laid by hand, moved as far as the judgements carry: logistic regression whose ridge
draws to the hand's weights. Printed first: how well weights fitted without a group do on that group.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from onrecord.reconcile.group import THRESHOLD
from regression import fit_logistic, logistic

JUDGED = Path(__file__).with_name("linking_judged.tsv")

LAID = {
    "start": -3.2, "type_same": 1.2, "type_other": -9.0, "mode_other": -0.8, "word_same": 0.8,
    "word_like": 0.5, "near": 1.2, "topic": 1.6, "same_article": -0.2, "same_sentence": -0.4,
    "refers_back": 1.6, "people_other": -7.0, "place_same": 1.0, "place_other": -6.5, "land_other": -2.0,
    "repeated_other": -1.5, "actors_match": 1.5, "actors_clash": -4.5, "recipients_match": 1.5,
    "recipients_clash": -3.5, "parties_crossed": -3.0, "untold_same_article": 2.0,
    "speaker_takes_part": 1.2, "items_match": 1.2, "items_clash": -6.0, "time_same": 0.8,
    "time_near": 0.4, "time_later": -0.3, "time_far": -1.5, "time_apart": -6.0, "time_clash": -1.5,
}  # fmt: skip
"""Log-odds laid by hand before pairs were judged, the constant term (`start`) first."""

LOOSE = frozenset({"word_like", "word_same", "untold_same_article", "actors_match", "refers_back"})
"""Features whose weight the judgements may move four times as easily: the hand's were guesses."""

RIDGE = 5.0
"""Strength with which a weight is drawn to the hand's; a third of it for `start`, a quarter for `LOOSE`."""
SCENE = 0.5
"""Weight of a pair judged `scene`, which nothing here tells from `linked`."""
SHIFT = 0.2
"""Added to the start: scenes counted half make all pairs look less likely than they are."""
STEPS = 30
"""Newton steps."""

Judged = tuple[np.ndarray, np.ndarray, np.ndarray]


def main() -> None:
    """Read, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True)
    given = parser.parse_args()
    names = list(LAID)
    groups, verdicts, values = read(names)
    report("laid by hand", verdicts, logistic(values @ np.array(list(LAID.values()))))
    found = np.zeros(len(verdicts))
    for group in sorted(set(groups)):
        inside = groups == group
        found[inside] = logistic(values[inside] @ fit(names, values[~inside], verdicts[~inside]))
    report("fitted, each group by the others", verdicts, found)
    weights = dict(zip(names, fit(names, values, verdicts).round(2).tolist(), strict=True))
    told = json.loads(given.weights.read_text(encoding="utf-8"))
    told["typed"] = weights
    given.weights.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(weights)


def read(names: list[str]) -> Judged:
    """Return of each judged pair its group of articles, its verdict and its features, 1 first."""
    groups, verdicts, rows = [], [], []
    for line in JUDGED.read_text(encoding="utf-8").splitlines()[1:]:
        _, group, _, _, verdict, features = line.split("\t")
        told = dict(one.split("=") for one in features.split())
        groups.append(group)
        verdicts.append(verdict)
        rows.append([1.0, *(float(told.get(name, 0)) for name in names[1:])])
    return np.array(groups), np.array(verdicts), np.array(rows)


def fit(names: list[str], values: np.ndarray, verdicts: np.ndarray) -> np.ndarray:
    """Return the weights that make the verdicts likeliest, drawn to those laid by hand."""
    laid = np.array(list(LAID.values()))
    ridge = np.array([RIDGE / (3 if n == "start" else 4 if n in LOOSE else 1) for n in names])
    same = np.isin(verdicts, ("same", "scene")).astype(float)
    counts = np.where(verdicts == "scene", SCENE, 1.0)
    weights = fit_logistic(values, same, ridge, centre=laid, counts=counts, steps=STEPS)
    weights[0] += SHIFT
    return weights


def report(name: str, verdicts: np.ndarray, found: np.ndarray) -> None:
    """Print how many pairs reach the threshold, how many of them rightly, and what is missed."""
    above = found >= THRESHOLD
    good = np.isin(verdicts, ("same", "scene"))
    same, scene = (100 * above[verdicts == one].mean() for one in ("same", "scene"))
    print(
        f"{name}: {above.sum()} of {len(found)} pairs; right {100 * good[above].mean():.0f} %; "
        f"found: {same:.0f} % of one deed, {scene:.0f} % of one scene"
    )


if __name__ == "__main__":
    main()
