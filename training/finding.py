"""Teach the deed encoder to find deeds: a fourth stage on marked passages, with what it knows rehearsed.

    python training/finding.py --minilm FOLDER --corpora FOLDER --deeds deeds/stances.pt --out deeds

It learns from the passages marked "train", writes `finding.pt` for `roles.py`, and prints how well the
deeds of the rest are found. `--deeds` may also be what `deeds_import.py` made of the package's weights.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
import torch

from common import descend, make_optimizer
from deeds import OWN_EXAMPLES, started
from deeds_examples import names_of, read_mentions, swapped, topic_batches
from deeds_heads import (
    FINDING,
    DeedModel,
    finding_loss,
    layers,
    likeness_loss,
    plain_axes,
    root_loss,
    stance_loss,
)
from onrecord.encoder.finding import NO_DEED, Finding, FindingHeads
from onrecord.evaluation.passages import Passage, read_passages
from onrecord.evaluation.plv import read_plv
from stances_examples import JudgedTelling, read_judged

MARKED = Path(__file__).parent / "finding_marked.tsv"
MARKED_DISPATCHES = Path(__file__).parent / "finding_dispatches.tsv"
DISPATCHES = Path(__file__).parents[1] / "tests" / "error_card" / "dispatches.jsonl"

EPOCHS, BATCH, RATE, HEAD_RATE, KEEP = 3, 10, 2e-4, 2e-3, 0.98
"""Times over the passages; passages in a step; highest rates of trunk and heads; of the average."""

PAIRS, TELLINGS, REHEARSED_EVERY, MENTIONS, MENTIONS_EVERY = 20, 14, 4, 30, 8
"""Pairs of parties and attributions in every fourth step; mentions of events in every eighth."""

PLV_TIMES = 3
"""How often PLV's pairs count beside our own, which are six times as many."""


def main() -> None:
    """Read the arguments, train and score."""
    args = read_stage(__doc__, EPOCHS)
    passages = read_marked(args.corpora)
    model = started(args.minilm, args.deeds, (*FINDING, "vector"))
    learn(model, [one for one in passages if not one.dev], args.corpora, args.epochs, args.seed)
    torch.save(model.state_dict(), args.out / "finding.pt")
    tell(model, [one for one in passages if one.dev])


def read_marked(corpora: Path) -> list[Passage]:
    """Return the marked passages of real news and of our own dispatches."""
    own = read_passages(MARKED_DISPATCHES, corpora, DISPATCHES)
    return [*read_passages(MARKED, corpora), *own]


def read_stage(story: str | None, epochs: int) -> argparse.Namespace:
    """Return the arguments of a stage on the marked passages; its threads are set, its folder made.

    Args:
        story: What the script does, for its help.
        epochs: Times over the examples by default.
    """
    parser = argparse.ArgumentParser(description=story, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minilm", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--deeds", type=Path, required=True, help="weights after the stage before (.pt)")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    return args


def learn(model: DeedModel, passages: Sequence[Passage], corpora: Path, epochs: int, seed: int) -> None:
    """Train in place: in each step a batch of passages, in some also what was learned before."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    pairs = [*read_plv(corpora / "plv" / "PLV_train.tsv") * PLV_TIMES, *read_plv(OWN_EXAMPLES)]
    names = names_of(pairs)
    judged = read_judged(corpora)
    likely = topic_batches(read_mentions(corpora / "ecbplus"), MENTIONS, rng)
    batches = [group for _ in range(epochs) for group in _batches(passages, rng)]
    optimizer = make_optimizer(model.trunk, model.heads, RATE, HEAD_RATE)

    def backward(step: int, group: list[Passage]) -> tuple[float, ...]:
        losses = finding_loss(model, group)
        sum(losses).backward()
        if step % REHEARSED_EVERY == 0:
            root_loss(model, [swapped(pair, names, rng) for pair in rng.sample(pairs, PAIRS)]).backward()
            stance_loss(model, _alike_long(judged, rng)).backward()
        if step % MENTIONS_EVERY == 0:
            likeness_loss(model, next(likely)).backward()
        return tuple(loss.item() for loss in losses)

    descend(model, optimizer, batches, backward, KEEP)


def _batches(passages: Sequence[Passage], rng: random.Random) -> list[list[Passage]]:
    """Return batches of passages about as long, in random order."""
    drawn = sorted(passages, key=lambda one: one.end - one.start + rng.uniform(0, 100))
    groups = [drawn[i : i + BATCH] for i in range(0, len(drawn), BATCH)]
    rng.shuffle(groups)
    return groups


def _alike_long(judged: Sequence[JudgedTelling], rng: random.Random) -> list[JudgedTelling]:
    """Return attributions drawn at random among those of one length, as padding costs time."""
    drawn = rng.sample(judged, TELLINGS * 6)
    drawn.sort(key=lambda one: sum(b - a for a, b in one.telling.content))
    first = rng.randrange(5) * TELLINGS
    return drawn[first : first + TELLINGS]


def tell(model: DeedModel, passages: Sequence[Passage]) -> None:
    """Print how well deeds and their kinds are found."""
    arrays = {**layers(model), **plain_axes()}
    heads = FindingHeads(**{name: array for name, array in arrays.items() if name in _ARRAYS})
    told = [row for one in passages for row in _told(model, heads, one)]
    gold = sum(wanted != NO_DEED for _, wanted in told)
    for least in (0.3, 0.5, 0.7, 0.8, 0.9):
        sure = [(kinds, wanted) for kinds, wanted in told if 1 - kinds[NO_DEED] >= least]
        there = [(kinds, wanted) for kinds, wanted in sure if wanted != NO_DEED]
        typed = sum(kinds[:NO_DEED].argmax() == wanted for kinds, wanted in there)
        print(f"at {least}: {gold} deeds, {len(sure)} found, {len(there)} there, {typed} of the right kind",
              flush=True)  # fmt: skip


def _told(model: DeedModel, heads: FindingHeads, passage: Passage) -> Iterator[tuple[np.ndarray, int]]:
    """Give for each word what it names by the model, and the number of its kind by the mark."""
    with torch.no_grad():
        ((words, states),) = model.word_states([passage])
    found = Finding.of(words.starts[: len(states)], states.cpu().numpy(), heads, weights="training")
    marked = {found.word_at(d.word[0] - passage.start): d.kind for s in passage.sentences for d in s.deeds}
    for word, kinds in enumerate(found.kinds):
        yield kinds, marked.get(word, NO_DEED)


_ARRAYS = {field.name for field in fields(FindingHeads)}


if __name__ == "__main__":
    main()
