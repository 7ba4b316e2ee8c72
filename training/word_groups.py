"""Put stems used alike into groups, for finding what to compare; writes them into `likeness.npz`.

From the commonest stem to the rarest, each joins the nearest group whose first stem it is like enough, or
begins one. Run after `likeness.py` and `rarity.py`.

    python training/word_groups.py --weights src/onrecord/reconcile
"""

import argparse
from pathlib import Path

import numpy as np

LIKE = 0.55
"""Least likeness with a group's first stem. Chosen on `clusters`: with it 38 % of the pairs of articles of
one event share their main event, with 0.65 36 %, without groups 33 %; of different events none."""


def main() -> None:
    """Read, group, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True)
    given = parser.parse_args()
    file = given.weights / "likeness.npz"
    stored, rarity = dict(np.load(file)), np.load(given.weights / "rarity.npz")
    rare = dict(zip(rarity["stems"].tolist(), rarity["rare"].tolist(), strict=True))
    order = np.argsort([rare.get(stem, float(rarity["unknown"])) for stem in stored["stems"]], kind="stable")
    groups = grouped(stored["vectors"].astype(np.float32), order)
    np.savez_compressed(file, **stored | {"groups": groups})
    print(f"{len(groups)} stems in {len(set(groups.tolist()))} groups")


def grouped(vectors: np.ndarray, order: np.ndarray) -> np.ndarray:
    """Return for each stem the number of the first stem of its group, shape (stems,)."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    groups, first = np.zeros(len(unit), dtype=np.int32), []
    for one in order.tolist():
        like = unit[first] @ unit[one] if first else np.zeros(1)
        if like.max() >= LIKE:
            groups[one] = first[int(like.argmax())]
        else:
            first.append(one)
            groups[one] = one
    return groups


if __name__ == "__main__":
    main()
