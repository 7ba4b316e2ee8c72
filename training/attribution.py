"""Train the attribution encoder on PolNeAR and on passages of other news: who says what, tagged and linked.

    python training/attribution.py --minilm FOLDER --corpora FOLDER --out FOLDER

One trunk, two heads. The first tags sources, cues and contents word by word. The second looks at
the words around one cue, knowing which cue it is, and tags the source and content of that cue alone,
so that its spans come linked. Both are trained together, each with a conditional random field.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from common import DEVICE, MovingAverage, Trunk, make_optimizer, set_rate
from examples import batches, cut_articles, epoch_examples
from heads import Heads, losses
from mpnet import MpnetTrunk, new_trunk
from onrecord.encoder.words import FEATURE_COUNT
from onrecord.evaluation.marked_sayings import read_marked_sayings
from onrecord.evaluation.polnear import read_polnear
from stances_examples import DISPATCHES

MARKED = Path(__file__).parent / "attribution_marked.tsv"


def train(args: argparse.Namespace) -> None:
    """Train, and write the last weights after each epoch and their average at the end."""
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    vocabulary = args.minilm / "vocab.txt"
    articles = cut_articles(read_polnear(args.corpora / "polnear" / "train"), vocabulary)
    passages = read_marked_sayings(MARKED, args.corpora, dev=False, dispatches=DISPATCHES)
    own = cut_articles(passages, vocabulary) * args.marked
    for file in args.taught:
        own += cut_articles(read_marked_sayings(file, args.corpora, False, DISPATCHES), vocabulary)
    if args.start:
        trunk, heads = trained(args.minilm, args.start)
    else:
        trunk, heads = untrained(args.minilm, args.width)
    # Half of all weights, seen too rarely each to learn much from 840 articles; a tenth of the time saved.
    trunk.words.weight.requires_grad_(False)
    optimizer = make_optimizer(trunk, heads, args.trunk_rate, args.head_rate)
    drawn = [
        rng.sample(articles, args.articles or len(articles)) + rng.sample(own, len(own))
        for _ in range(args.epochs)
    ]
    epochs = [batches(epoch_examples(each, args.size, rng), args.pieces, rng) for each in drawn]
    total = sum(map(len, epochs))
    average = None
    step, began = 0, time.monotonic()
    args.out.mkdir(parents=True, exist_ok=True)
    for number, groups in enumerate(epochs, start=1):
        trunk.train()
        heads.train()
        seen = np.zeros(2)
        for group in groups:
            set_rate(optimizer, step / total)
            tagging, linking = losses(trunk, heads, group, args.mask_rate)
            optimizer.zero_grad(set_to_none=True)
            (args.tag_weight * tagging + args.link_weight * linking).backward()
            nn.utils.clip_grad_norm_([*trunk.parameters(), *heads.parameters()], 1.0)
            optimizer.step()
            step += 1
            if average is not None:
                average.update()
            elif step >= total * args.average_from:
                average = MovingAverage((trunk, heads), args.keep)
            seen += [tagging.item(), linking.item()]
            if step % 50 == 0:
                left = (time.monotonic() - began) / step * (total - step)
                print(
                    f"step {step}/{total}: {tagging.item():.3f} {linking.item():.2f}, {left:.0f} s left",
                    flush=True,
                )
        means = seen / len(groups)
        print(f"epoch {number}: loss a word {means[0]:.4f}, a cue {means[1]:.3f}", flush=True)
        save(args, trunk, heads, "last.pt")
    if average is not None:
        average.swap()
        save(args, trunk, heads, "average.pt")


def untrained(published: Path, width: int) -> tuple[Trunk | MpnetTrunk, Heads]:
    """Return a published network and heads on it that have learned nothing."""
    trunk = new_trunk(published, FEATURE_COUNT).to(DEVICE)
    return trunk, Heads(width, trunk.width).to(DEVICE)


def trained(published: Path, weights: Path) -> tuple[Trunk | MpnetTrunk, Heads]:
    """Return network and heads as `save` wrote them."""
    stored = torch.load(weights, weights_only=False, map_location=DEVICE)
    trunk, heads = untrained(published, stored["args"]["width"])
    trunk.load_state_dict(stored["trunk"])
    heads.load_state_dict(stored["heads"])
    return trunk, heads


def save(args: argparse.Namespace, trunk: Trunk | MpnetTrunk, heads: Heads, name: str) -> None:
    """Write the weights with the arguments they were trained with."""
    told = {**vars(args), "width": heads.word.out_features}
    stored = {"trunk": trunk.state_dict(), "heads": heads.state_dict(), "args": told}
    torch.save(stored, args.out / name)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--minilm", type=Path, required=True, help="folder with model.safetensors and vocab.txt"
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder with polnear/ and news.jsonl")
    parser.add_argument("--marked", type=int, default=1, help="times that our marked passages come an epoch")
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument(
        "--taught", type=Path, nargs="*", default=[], help="passages as attribution_taught.py marked them"
    )
    parser.add_argument("--start", type=Path, help="go on from these weights (.pt) instead of MiniLM's")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--articles", type=int, default=0, help="of PolNeAR, drawn each epoch; 0 for all")
    parser.add_argument("--size", type=int, default=256, help="most wordpieces a window holds")
    parser.add_argument("--pieces", type=int, default=4096, help="padded wordpieces in a batch")
    parser.add_argument("--width", type=int, default=192, help="size of the linking head's vectors")
    parser.add_argument("--trunk-rate", type=float, default=2e-4, help="highest learning rate of the trunk")
    parser.add_argument("--head-rate", type=float, default=1e-3, help="highest learning rate of the heads")
    parser.add_argument("--tag-weight", type=float, default=10.0, help="weight of the loss a word")
    parser.add_argument("--link-weight", type=float, default=0.1, help="weight of the loss a cue")
    parser.add_argument("--mask-rate", type=float, default=0.05, help="share of wordpieces hidden")
    parser.add_argument("--keep", type=float, default=0.995, help="share of the average kept at each step")
    parser.add_argument(
        "--average-from", type=float, default=0.5, help="average from this share of the steps"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
