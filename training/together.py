"""Teach the deed encoder all it does at once: roots, stances, likeness, and deeds in running text.

    python training/together.py --minilm mpnet --corpora FOLDER --rate 6e-5 --out teacher
    python training/unmarked.py --minilm mpnet --weights teacher/together.pt … --out taught
    python training/together.py --minilm minilm --corpora FOLDER --deeds weak.pt --taught taught … --out deeds

It learns from every mark but those kept for measuring; with `--taught` also from what a larger network makes
of unmarked news (`unmarked.py`). Writes `together.pt` for `roles.py`, and prints how well the deeds of the
passages marked "dev" are found. `--leave-out` leaves out a fifth of PLV and a fifth of the articles whose
attributions were judged, and tells how well roots and stances are told there; their probabilities are kept.
"""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch

from common import descend, make_optimizer, training_arguments
from deeds import OWN_EXAMPLES, new_model, started
from deeds_examples import names_of, read_marked, read_mentions, swapped, topic_batches
from deeds_heads import FINDING, DeedModel, finding_loss, likeness_loss, root_loss, stance_loss, stance_shares
from folds import article_folds, folds_of, parted
from left_out import tell_deeds, tell_roots, tell_stances
from onrecord.evaluation.passages import Passage
from onrecord.evaluation.plv import MarkedPair, read_plv
from stances_examples import JudgedTelling, read_judged
from unmarked import Taught, read_taught, taught_losses

STEPS, RATE, HEAD_RATE, KEEP = 800, 2e-4, 2e-3, 0.99
"""Steps; highest rates of trunk and heads; share of the weights' average kept at each step."""

PASSAGES, TAUGHT_PASSAGES, PAIRS, TELLINGS, MENTIONS, MENTIONS_EVERY = 16, 28, 12, 8, 40, 4
"""Marked and taught passages, pairs of parties and attributions in a step; mentions in every fourth."""

PLV_TIMES = 3
"""How often PLV's pairs count beside our own, of which there are twice as many."""

NEW = ("hidden", "roots", "vector", "telling", "stances", *FINDING)
"""Layers that may be untaught before."""

One = TypeVar("One")


def main() -> None:
    """Read the arguments, train and score."""
    args = read_arguments()
    passages = read_marked(args.corpora)
    plv = read_plv(args.corpora / "plv" / "PLV_train.tsv")
    judged = read_judged(args.corpora)
    pairs = parted(plv, folds_of(plv, args.plv_seed), args.leave_out)
    told = parted(judged, article_folds(judged), args.leave_out)
    model = started(args.minilm, args.deeds, NEW) if args.deeds else new_model(args.minilm)
    learn(model, [one for one in passages if not one.dev], pairs[0], told[0], args)
    torch.save(model.state_dict(), args.out / "together.pt")
    if args.leave_out is not None:
        np.save(args.out / "roots.npy", tell_roots("left out", model, pairs[1]))
        shares = stance_shares(model, told[1])
        np.save(args.out / "stances.npy", shares)
        tell_stances(args.leave_out, told[1], shares)
    tell_deeds(model, [one for one in passages if one.dev])


def read_arguments() -> argparse.Namespace:
    """Return the arguments; threads are set, the folder made."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deeds", type=Path, help="weights to start from (.pt); else the published network")
    parser.add_argument("--taught", type=Path, help="folder that unmarked.py wrote")
    parser.add_argument("--tellings", type=Path, help="what tellings.py wrote; with --taught")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--rate", type=float, default=RATE, help="highest rate of the trunk")
    parser.add_argument("--leave-out", type=int, help="a fifth of PLV to leave out and score")
    parser.add_argument("--plv-seed", type=int, default=0, help="which division of PLV")
    parser.add_argument("--seed", type=int, default=0)
    return training_arguments(parser)


def learn(
    model: DeedModel,
    passages: Sequence[Passage],
    plv: Sequence[MarkedPair],
    told: Sequence[JudgedTelling],
    args: argparse.Namespace,
) -> None:
    """Train in place: in each step some of everything."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    pairs = [*list(plv) * PLV_TIMES, *read_plv(OWN_EXAMPLES)]
    names = names_of(pairs)
    judged = endless(told, TELLINGS, telling_length, rng)
    found = endless(passages, PASSAGES, lambda one: one.end - one.start, rng)
    rooted = endless(pairs, PAIRS, lambda one: len(one.text), rng)
    likely = topic_batches(read_mentions(args.corpora / "ecbplus"), MENTIONS, rng)
    optimizer = make_optimizer(model.trunk, model.heads, args.rate, HEAD_RATE)
    taught = taught_batches(args, rng) if args.taught else None

    def backward(step: int, _: int) -> tuple[float, ...]:
        parts = [
            *finding_loss(model, next(found)),
            root_loss(model, [swapped(pair, names, rng) for pair in next(rooted)]),
            stance_loss(model, next(judged)),
        ]
        if step % MENTIONS_EVERY == 0:
            parts.append(likeness_loss(model, next(likely)))
        sum(parts).backward()
        lost = parts[:5]
        if taught is not None:
            more = taught_losses(model, next(taught))
            sum(more).backward()
            lost += more
        return tuple(torch.stack([part.detach() for part in lost]).tolist())

    descend(model, optimizer, range(args.steps), backward, KEEP)


def taught_batches(args: argparse.Namespace, rng: random.Random) -> Iterator[Taught]:
    """Give batches, without end, of what a larger network makes of unmarked news."""
    taught = read_taught(args.taught, args.corpora, args.tellings)
    found = endless(taught.passages, TAUGHT_PASSAGES, lambda one: one[0].end - one[0].start, rng)
    told = taught.tellings
    judged = endless(told, TELLINGS, lambda one: telling_length(one[0]), rng) if told else repeat([])
    while True:
        yield Taught(next(found), next(judged))


def endless(
    examples: Sequence[One], size: int, length: Callable[[One], float], rng: random.Random
) -> Iterator[list[One]]:
    """Give batches of examples about as long, in random order, all of them again and again."""
    longest = max(map(length, examples))
    while True:
        drawn = sorted(examples, key=lambda one: length(one) + rng.uniform(0, longest / 8))
        groups = [drawn[i : i + size] for i in range(0, len(drawn), size)]
        rng.shuffle(groups)
        yield from groups


def telling_length(one: JudgedTelling) -> int:
    """Return how long what is said is."""
    return sum(b - a for a, b in one.telling.content)


if __name__ == "__main__":
    main()
