"""Teach the deed encoder stances: a third stage on judged attributions, with what it knows rehearsed.

    python training/stances.py --minilm FOLDER --corpora FOLDER --deeds deeds/deeds.pt --out stances
    python training/stances.py … --folds 0 1 2 3 4 --starts run/fold0.pt …

Without `--folds` it learns from every judgement and writes `stances.pt` for `deeds_export.py`. With folds it
leaves out a fifth of the articles for each and prints how often rules and encoder are right on them; with
`--starts` also the same fifth of PLV (`relations_cv.folds_of`, seed `--plv-seed`), each from weights that did
not learn from it, and how well roots are told there before and after.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from common import descend, make_optimizer
from deeds import OWN_EXAMPLES, started
from deeds_examples import Mention, names_of, read_mentions, swapped, topic_batches
from deeds_heads import FINDING, DeedModel, likeness_loss, root_loss, stance_loss
from folds import FOLDS, folds_of
from onrecord.encoder.telling import STANCES
from onrecord.evaluation.plv import MarkedPair, read_plv
from onrecord.evaluation.relations_encoder import joined
from relations_cv import report
from stances_examples import JudgedTelling, read_judged

EPOCHS, BATCH, RATE, HEAD_RATE, KEEP = 5, 24, 2e-4, 1e-3, 0.98
"""Times over the judgements; attributions in a step; highest rates of trunk and heads; of the average."""

REHEARSED, MENTIONS, MENTIONS_EVERY = 24, 40, 3
"""Pairs of parties in each step; mentions of events in every third."""

NEW = ("telling", "stances", *FINDING)
"""Layers that this stage, or a later one, teaches first."""

SURE = (0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Read the arguments, train and score."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--deeds", type=Path, help="weights after the second stage (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="where weights and probabilities go")
    parser.add_argument("--folds", type=int, nargs="*", default=[], help="folds to leave out and score")
    parser.add_argument(
        "--starts", type=Path, nargs="*", default=[], help="for each fold, weights without it"
    )
    parser.add_argument("--plv-seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    judged = read_judged(args.corpora)
    pairs = read_plv(args.corpora / "plv" / "PLV_train.tsv")
    own = read_plv(OWN_EXAMPLES)
    if not args.folds:
        model = started(args.minilm, args.deeds, NEW)
        learn(model, judged, [*pairs, *own], read_mentions(args.corpora / "ecbplus"), 0)
        torch.save(model.state_dict(), args.out / "stances.pt")
        return
    of_article = article_folds(judged)
    plv = folds_of(pairs, args.plv_seed)
    for number, fold in enumerate(args.folds):
        start = args.starts[number] if args.starts else args.deeds
        kept = [pair for pair, of in zip(pairs, plv, strict=True) if not args.starts or of != fold]
        left = [pair for pair, of in zip(pairs, plv, strict=True) if args.starts and of == fold]
        model = started(args.minilm, start, NEW)
        if left:
            tell_roots("before", model, left)
        learn(
            model,
            [one for one, of in zip(judged, of_article, strict=True) if of != fold],
            [*kept, *own],
            [],
            fold,
        )
        if left:
            np.save(args.out / f"roots{fold}.npy", tell_roots("after", model, left))
        unseen = [one for one, of in zip(judged, of_article, strict=True) if of == fold]
        shares = scored(model, unseen)
        np.save(args.out / f"fold{fold}.npy", shares)
        tell_stances(fold, unseen, shares)


def article_folds(judged: Sequence[JudgedTelling]) -> list[int]:
    """Return the fold of each attribution; those of one article have the same."""
    articles = sorted({one.article for one in judged})
    random.Random(0).shuffle(articles)
    fold_of = {article: number % FOLDS for number, article in enumerate(articles)}
    return [fold_of[one.article] for one in judged]


def learn(
    model: DeedModel,
    judged: Sequence[JudgedTelling],
    pairs: Sequence[MarkedPair],
    mentions: Sequence[Mention],
    seed: int,
) -> None:
    """Train in place: in each step a batch of attributions, and one of what was learned before."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    batches = [group for _ in range(EPOCHS) for group in _batches(judged, rng)]
    names = names_of(pairs)
    likely = topic_batches(mentions, MENTIONS, rng) if mentions else None
    optimizer = make_optimizer(model.trunk, model.heads, RATE, HEAD_RATE)

    def backward(step: int, group: list[JudgedTelling]) -> tuple[float]:
        loss = stance_loss(model, group)
        loss.backward()
        root_loss(model, [swapped(pair, names, rng) for pair in rng.sample(pairs, REHEARSED)]).backward()
        if likely is not None and step % MENTIONS_EVERY == 0:
            likeness_loss(model, next(likely)).backward()
        return (loss.item(),)

    descend(model, optimizer, batches, backward, KEEP)


def _batches(judged: Sequence[JudgedTelling], rng: random.Random) -> list[list[JudgedTelling]]:
    """Return batches of attributions whose contents are about as long, in random order."""
    drawn = sorted(judged, key=lambda one: sum(b - a for a, b in one.telling.content) + rng.uniform(0, 150))
    groups = [drawn[i : i + BATCH] for i in range(0, len(drawn), BATCH)]
    rng.shuffle(groups)
    return groups


def scored(model: DeedModel, judged: Sequence[JudgedTelling]) -> np.ndarray:
    """Return the probability of each stance, shape (attributions, 18)."""
    with torch.no_grad():
        parts = [model.stance_scores(judged[i : i + 32]).softmax(1) for i in range(0, len(judged), 32)]
    return torch.cat(parts).cpu().numpy()


def tell_roots(when: str, model: DeedModel, pairs: Sequence[MarkedPair]) -> np.ndarray:
    """Print how well roots are told, and return their probabilities."""
    with torch.no_grad():
        parts = [model.scores(pairs[i : i + 32]).softmax(1) for i in range(0, len(pairs), 32)]
    found = torch.cat(parts).cpu().numpy()
    report(f"roots {when}", pairs, joined(found, [None] * len(pairs)))
    return found


def tell_stances(fold: int, judged: Sequence[JudgedTelling], shares: np.ndarray) -> None:
    """Print how often rules and encoder are right, and what changes where the encoder is sure."""
    rules = np.array([one.telling.stance in one.right for one in judged])
    print(f"fold {fold}: {len(judged)} attributions, rules right in {rules.mean():.3f}")
    columns = (*STANCES, None)
    for sure in SURE:
        taken = [
            columns[row.argmax()] if row.max() >= sure else one.telling.stance
            for row, one in zip(shares, judged, strict=True)
        ]
        right = np.array([stance in one.right for stance, one in zip(taken, judged, strict=True)])
        gained, lost = int((right & ~rules).sum()), int((rules & ~right).sum())
        print(f"  sure {sure}: right in {right.mean():.3f}, {gained} mended, {lost} spoilt", flush=True)


if __name__ == "__main__":
    main()
