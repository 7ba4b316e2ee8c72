"""Cross-validate frames and classifier on PLV's training file, five folds.

    onrecord evaluate relations PLV_train.tsv --encoder none --predictions frames.tsv
    python training/relations_cv.py --minilm FOLDER --corpora FOLDER --start weak.pt --frames frames.tsv
        --out cv

Folds are drawn by class. Our own examples are in every training part and are never scored. What a frame's
word weighs is chosen, for each fold, on the others. Starts from the weights of the first stage, which saw no
label of PLV. Only roots are taught here, not what the encoder does besides. Folds that are done are not done
again; several processes may take some of them each (`--folds`). What two divisions gave is kept, one run of
eight epochs a fold from the published weights with the first 1,420 sentences of our own, so that frames of
now can be tried without training:

    python training/relations_cv.py --minilm FOLDER --corpora FOLDER --frames frames.tsv --seeds 2
        --out training/relations_folds
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from common import DEVICE, training_arguments
from deeds import FINE, OWN_EXAMPLES, mean_of_runs, new_model
from deeds_heads import DeedModel, root_shares
from folds import FOLDS, folds_of, parted
from onrecord.codebook.root_classes import ROOTS
from onrecord.evaluation.plv import MarkedPair, read_plv
from onrecord.evaluation.relations import score_relations
from onrecord.evaluation.relations_encoder import joined

WEIGHTS = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)
"""What a frame's word may weigh."""


def main() -> None:
    """Read the arguments, train and score; prints a row a seed and way."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--start", type=Path, help="weights after the first stage (.pt); else the published ones"
    )
    parser.add_argument("--own", type=int, help="how many of our own sentences, from the first; else all")
    parser.add_argument("--frames", type=Path, required=True, help="uid and root by frames alone")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--runs", type=int, default=2, help="runs for each fold, averaged as for shipping")
    parser.add_argument("--times", type=int, default=3, help="how often PLV's pairs count beside our own")
    parser.add_argument("--epochs", type=int, default=FINE.epochs)
    parser.add_argument("--trunk-rate", type=float, default=FINE.trunk_rate)
    parser.add_argument("--folds", type=int, nargs="*", default=range(FOLDS), help="only these")
    args = training_arguments(parser)
    pairs = read_plv(args.corpora / "plv" / "PLV_train.tsv")
    frames = [line.split("\t")[1] or None for line in args.frames.read_text(encoding="utf-8").splitlines()]
    report("frames", pairs, frames)
    model = None
    for seed in range(args.seeds):
        folds = folds_of(pairs, seed)
        for fold in args.folds:
            if not (args.out / f"seed{seed}_fold{fold}.npy").exists():
                model = model or _started(args)
                learn_fold(model, pairs, folds, fold, seed, args)
        done = [args.out / f"seed{seed}_fold{fold}.npy" for fold in range(FOLDS)]
        if not all(file.exists() for file in done):
            continue
        found = np.zeros((len(pairs), len(ROOTS)), dtype=np.float32)
        for fold, file in enumerate(done):
            found[folds == fold] = np.load(file)
        report(f"classifier, seed {seed}", pairs, joined(found, [None] * len(pairs)))
        report(f"together, seed {seed}", pairs, weighed(pairs, found, frames, folds))


def _started(args: argparse.Namespace) -> DeedModel:
    model = new_model(args.minilm)
    if args.start is not None:
        model.load_state_dict(torch.load(args.start, map_location=DEVICE))
    return model


def learn_fold(
    start: DeedModel,
    pairs: Sequence[MarkedPair],
    folds: np.ndarray,
    fold: int,
    seed: int,
    args: argparse.Namespace,
) -> None:
    """Learn from the other folds, and write the probabilities of this fold's pairs, shape (pairs, 15)."""
    others, left = parted(pairs, folds, fold)
    learned = [*others * args.times, *read_plv(OWN_EXAMPLES)[: args.own]]
    plan = replace(FINE, epochs=args.epochs, trunk_rate=args.trunk_rate, every=0)
    runs = range(seed * args.runs, (seed + 1) * args.runs)
    model = mean_of_runs(start, learned, [], plan, runs)
    np.save(args.out / f"seed{seed}_fold{fold}.npy", root_shares(model, left))


def weighed(
    pairs: Sequence[MarkedPair], found: np.ndarray, frames: Sequence[str | None], folds: np.ndarray
) -> list[str]:
    """Return the roots of both together, the frames' weight chosen for each fold on the others."""
    by_weight = {weight: joined(found, frames, weight) for weight in WEIGHTS}
    roots = [""] * len(pairs)
    for fold in range(FOLDS):
        others = np.flatnonzero(folds != fold)

        def reached(weight: float, others: np.ndarray = others) -> float:
            drawn = [pairs[row] for row in others]
            return score_relations(drawn, [by_weight[weight][row] for row in others]).scores["root_macro_f1"]

        best = max(WEIGHTS, key=reached)
        print(f"fold {fold}: a frame weighs {best}")
        for row in np.flatnonzero(folds == fold):
            roots[row] = by_weight[best][row]
    return roots


def report(way: str, pairs: Sequence[MarkedPair], roots: Sequence[str | None]) -> None:
    """Print the macro-F1 at each level."""
    scores = score_relations(pairs, roots).scores
    told = ", ".join(f"{level} {scores[f'{level}_macro_f1']:.1f}" for level in ("binary", "quad", "root"))
    print(f"{way}: {told}", flush=True)


if __name__ == "__main__":
    main()
