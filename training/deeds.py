"""Start the deed encoder: the root between two parties, and vectors of events, on one trunk.

    python training/deeds.py --minilm FOLDER --corpora FOLDER --weak FILE --out FOLDER

On pairs that the codebook's frames marked in running news (`relations_weak.py`); batches of ECB+'s mentions
come between. Writes `weak.pt`, from which `together.py` and `relations_cv.py` go on.
"""

import argparse
import copy
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from common import DEVICE, descend, make_optimizer, training_arguments
from deeds_examples import Mention, names_of, read_mentions, read_weak, swapped, topic_batches
from deeds_heads import DeedModel, likeness_loss, root_loss
from mpnet import new_trunk
from onrecord.encoder.marks import ROLE_COUNT
from onrecord.encoder.words import load_tokenizer
from onrecord.evaluation.plv import MarkedPair

OWN_EXAMPLES = Path(__file__).parent / "relations_examples.tsv"


@dataclass(frozen=True)
class Plan:
    """How long and how fast one stage trains.

    Attributes:
        epochs: Times over the pairs.
        trunk_rate: Highest learning rate of the trunk.
        head_rate: The same for the heads.
        batch: Pairs in a step.
        mentions: Mentions in a step's batch for likeness.
        every: A batch of mentions comes every so many steps; 0 for never.
        keep: Share of the weights' moving average kept at each step.
    """

    epochs: int
    trunk_rate: float
    head_rate: float = 1e-3
    batch: int = 32
    mentions: int = 40
    every: int = 2
    keep: float = 0.98


WEAK = Plan(epochs=1, trunk_rate=2e-4, every=2)
FINE = Plan(epochs=6, trunk_rate=2.5e-4, every=2)


def fit(
    model: DeedModel, pairs: Sequence[MarkedPair], mentions: Sequence[Mention], plan: Plan, seed: int
) -> None:
    """Train a model in place; it ends with the average of its weights over the last steps."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    names = names_of(pairs)
    batches = [group for _ in range(plan.epochs) for group in _batches(pairs, names, plan.batch, rng)]
    likely = topic_batches(mentions, plan.mentions, rng) if plan.every else None
    optimizer = make_optimizer(model.trunk, model.heads, plan.trunk_rate, plan.head_rate)

    def backward(step: int, group: list[MarkedPair]) -> tuple[float, float]:
        loss = root_loss(model, group)
        loss.backward()
        if likely is None or step % plan.every:
            return loss.item(), 0.0
        unlike = likeness_loss(model, next(likely))
        unlike.backward()
        return loss.item(), unlike.item() * plan.every

    descend(model, optimizer, batches, backward, plan.keep)


def mean_of_runs(
    start: DeedModel,
    pairs: Sequence[MarkedPair],
    mentions: Sequence[Mention],
    plan: Plan,
    seeds: Iterable[int],
) -> DeedModel:
    """Return a model whose weights are the mean of runs from one start, which errs less than any of them.

    Source:
        Model soups, Wortsman et al. 2022.
    """
    runs = []
    for seed in seeds:
        model = copy.deepcopy(start)
        fit(model, pairs, mentions, plan, seed)
        runs.append(model.state_dict())
    mean = copy.deepcopy(start)
    mean.load_state_dict({name: torch.stack([run[name] for run in runs]).mean(0) for name in runs[0]})
    return mean.eval()


def _batches(
    pairs: Sequence[MarkedPair], names: Sequence[str], size: int, rng: random.Random
) -> list[list[MarkedPair]]:
    """Return batches of pairs of like length, in random order, with some of their parties swapped."""
    drawn = [swapped(pair, names, rng) for pair in pairs]
    drawn.sort(key=lambda pair: len(pair.text) + rng.uniform(0, 60))
    groups = [drawn[i : i + size] for i in range(0, len(drawn), size)]
    rng.shuffle(groups)
    return groups


def new_model(published: Path) -> DeedModel:
    """Return a model that starts from MiniLM, or from MPNet to teach it, its word embeddings held fast."""
    trunk = new_trunk(published, ROLE_COUNT)
    model = DeedModel(load_tokenizer(published / "vocab.txt"), trunk).to(DEVICE)
    # Half of all weights, each seen too rarely to learn much here; a tenth of the time saved.
    model.trunk.words.weight.requires_grad_(False)
    return model


def started(minilm: Path, weights: Path, new: Sequence[str]) -> DeedModel:
    """Return a model with the weights of an earlier stage; the layers named in `new` may be untaught."""
    model = new_model(minilm)
    missing = model.load_state_dict(torch.load(weights, map_location=DEVICE), strict=False).missing_keys
    if any(not name.startswith(("trunk.words", *(f"heads.{layer}." for layer in new))) for name in missing):
        raise ValueError(f"{weights} lacks {missing}")
    return model


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weak", type=Path, required=True, help="what relations_weak.py wrote")
    parser.add_argument("--most", type=int, default=400, help="pairs a root from the weak file")
    args = training_arguments(parser)
    model = new_model(args.minilm)
    pairs = read_weak(args.weak, args.most, random.Random(0))
    fit(model, pairs, read_mentions(args.corpora / "ecbplus"), WEAK, 0)
    torch.save(model.state_dict(), args.out / "weak.pt")


if __name__ == "__main__":
    main()
