"""Teach the deed encoder who does a deed and to whom: the last stage, on states that no longer change.

    python training/roles.py --minilm FOLDER --corpora FOLDER --deeds deeds/together.pt --out deeds

It learns from the passages marked "train", parsed as the package parses, writes `roles.pt` for
`deeds_export.py`, and prints how well the roles in the rest are told where their deeds are given.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from spacy.tokens import Doc
from torch import nn

from common import training_arguments
from deeds import started
from deeds_examples import read_marked
from deeds_heads import DeedModel, RolePairs, RoleRow, role_rows
from onrecord.encoder.finding import ACTOR, RECIPIENT, word_at
from onrecord.evaluation.passages import Passage
from onrecord.reading.events.ties import tie_between
from onrecord.reading.parse import load_parser

LAYERS = ("pair", "roles")
EPOCHS, BATCH, RATE, DECAY, DROPOUT, SMOOTHING = 10, 128, 1e-3, 0.01, 0.2, 0.03
"""Times over the pairs of deed and party; pairs in a step; highest rate; as in AdamW; share of inputs and of
what they join to that is dropped; share of each answer spread over all."""

PASSAGES = 16
"""Passages put through the network at once."""


def main() -> None:
    """Read the arguments, learn and score."""
    args = read_arguments()
    passages = read_marked(args.corpora)
    model = started(args.minilm, args.deeds, LAYERS)
    learn(model, pairs_of(model, [one for one in passages if not one.dev]), args.epochs, args.seed)
    torch.save(model.state_dict(), args.out / "roles.pt")
    tell(model, pairs_of(model, [one for one in passages if one.dev]))


def read_arguments() -> argparse.Namespace:
    """Return the arguments; threads are set, the folder made."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--deeds", type=Path, required=True, help="weights after the stage before (.pt)")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=0)
    return training_arguments(parser)


def pairs_of(model: DeedModel, passages: Sequence[Passage]) -> RolePairs:
    """Return the pairs of marked deeds and parties that stand in a window of the network."""
    model.eval()
    nlp = load_parser()
    parts: list[RolePairs] = []
    for first in range(0, len(passages), PASSAGES):
        group = passages[first : first + PASSAGES]
        docs = nlp.pipe(one.text[one.start : one.end] for one in group)
        with torch.no_grad():
            read = model.word_states(group)
        rows: list[RoleRow] = []
        seen = 0
        for passage, doc, (words, states) in zip(group, docs, read, strict=True):
            rows += _rows(passage, doc, words.starts, range(seen, seen + len(states)))
            seen += len(states)
        if rows:
            parts.append(RolePairs.of(rows, torch.cat([states for _, states in read])))
    return RolePairs.together(parts)


def _rows(passage: Passage, doc: Doc, starts: np.ndarray, words: range) -> Iterator[RoleRow]:
    tokens = np.array([token.idx for token in doc])
    for sentence in passage.sentences:
        places = [start - passage.start for start, _ in sentence.parties]
        heads = [word_at(starts, place) for place in places]
        for deed in sentence.deeds:
            place = deed.word[0] - passage.start
            at, token = word_at(starts, place), doc[word_at(tokens, place)]
            if at < len(words):
                ties = [tie_between(token, doc[word_at(tokens, there)]) for there in places]
                yield from role_rows(deed, at, heads, ties, words)


def learn(model: DeedModel, pairs: RolePairs, epochs: int, seed: int) -> None:
    """Train the two layers from scratch, in place; nothing else changes."""
    torch.manual_seed(seed)
    model.heads.pair.reset_parameters()
    model.heads.roles.reset_parameters()
    net = nn.Sequential(
        nn.Dropout(DROPOUT), model.heads.pair, nn.ReLU(), nn.Dropout(DROPOUT), model.heads.roles
    )
    inputs, count = pairs.joined(), len(pairs.roles)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = epochs * (count // BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(epochs):
        for batch in torch.randperm(count)[: count // BATCH * BATCH].view(-1, BATCH):
            scores = net(inputs[batch])
            loss = nn.functional.cross_entropy(scores, pairs.roles[batch], label_smoothing=SMOOTHING)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            rates.step()


def tell(model: DeedModel, pairs: RolePairs) -> None:
    """Print how many roles are told and how many of them rightly, at several probabilities."""
    model.eval()
    with torch.no_grad():
        shares = model.heads.role_scores(pairs).softmax(1)
    for name, role in (("actors", ACTOR), ("recipients", RECIPIENT)):
        wanted = pairs.roles == role
        for least in (0.5, 0.6, 0.7, 0.8):
            said = shares[:, role] >= least
            print(f"{name} at {least}: {int(wanted.sum())} marked, {int(said.sum())} told, "
                  f"{int((said & wanted).sum())} rightly")  # fmt: skip


if __name__ == "__main__":
    main()
