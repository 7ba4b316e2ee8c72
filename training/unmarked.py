"""What a larger network makes of unmarked news, for the deed encoder to learn from (`together.py --taught`).

    python training/unmarked.py --minilm mpnet --weights teacher/together.pt --corpora FOLDER
        --tellings tellings.jsonl --out taught

For passages drawn from `news.jsonl` it writes how probable each kind of deed is for each word and how each
stands, for the attributions of `tellings.py` how probable each stance is. Articles with passages kept for
measuring are left out. What it makes of pairs of parties was tried and taught nothing (docs/tried.md).

Source:
    Distillation, Hinton et al. 2015.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from attribution_taught import unmarked
from common import tensor_of
from deeds import started
from deeds_examples import MARKED
from deeds_heads import DeedModel, off, stance_shares
from onrecord.encoder.finding import NO_DEED
from onrecord.encoder.telling import Telling
from onrecord.evaluation.passages import MarkedSentence, Passage
from onrecord.records import Stance
from stances_examples import JudgedTelling

PASSAGES, SHORTEST, LONGEST = 30_000, 80, 700
"""Passages drawn; fewest and most characters of one."""

BATCH = 64

_FINE, _COARSE = 255, 8
"""Steps of the root of a share, and of a score of standing, as they are kept in a byte."""

Scores = tuple[np.ndarray, np.ndarray]
"""Of a passage: shares of the kinds of each word, shape (words, 18); scores of its standing, (words, 7)."""


@dataclass(frozen=True, slots=True)
class Taught:
    """Unmarked examples with what a larger network makes of them.

    Attributes:
        passages: Each with its scores.
        tellings: Each with the shares of the stances, shape (18,).
    """

    passages: list[tuple[Passage, Scores]]
    tellings: list[tuple[JudgedTelling, np.ndarray]]


def main() -> None:
    """Read the arguments, and write what the network makes of everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the published network")
    parser.add_argument("--weights", type=Path, required=True, help="trained weights (.pt)")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with news.jsonl")
    parser.add_argument("--tellings", type=Path, required=True, help="what tellings.py wrote")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    model = started(args.minilm, args.weights, ()).eval()
    read = [one for group in _groups(drawn_passages(args.corpora)) for one in passage_scores(model, group)]
    kinds, standing = (np.concatenate(column) for column in zip(*read, strict=True))
    np.savez_compressed(
        args.out / "passages.npz",
        words=np.array([len(own) for own, _ in read], dtype=np.uint16),
        kinds=np.round(np.sqrt(kinds) * _FINE).astype(np.uint8),
        standing=np.clip(np.round(standing * _COARSE), -127, 127).astype(np.int8),
    )
    np.save(args.out / "tellings.npy", stance_shares(model, read_tellings(args.tellings)))


def passage_scores(model: DeedModel, passages: Sequence[Passage]) -> Iterator[Scores]:
    """Give what a network makes of the words of passages."""
    with torch.no_grad():
        for _, states in model.word_states(passages):
            kinds, standing = model.heads.named(states)
            yield kinds.softmax(1).cpu().numpy(), standing.cpu().numpy()


def read_taught(folder: Path, corpora: Path, tellings: Path | None) -> Taught:
    """Return unmarked examples with what `folder` holds of them; without `tellings` no attributions."""
    arrays = np.load(folder / "passages.npz")
    ends = np.cumsum(arrays["words"].astype(np.int64))[:-1]
    kinds = (arrays["kinds"].astype(np.float32) / _FINE) ** 2
    kinds = (kinds / kinds.sum(1, keepdims=True)).astype(np.float16)
    standing = (arrays["standing"].astype(np.float32) / _COARSE).astype(np.float16)
    scores = zip(np.split(kinds, ends), np.split(standing, ends), strict=True)
    passages = list(zip(drawn_passages(corpora), scores, strict=True))
    if tellings is None:
        return Taught(passages, [])
    return Taught(passages, list(zip(read_tellings(tellings), np.load(folder / "tellings.npy"), strict=True)))


def taught_losses(model: DeedModel, taught: Taught) -> list[Tensor]:
    """Return how far what the model makes of a batch is from what the larger network made of it."""
    states = torch.cat([states for _, states in model.word_states([one for one, _ in taught.passages])])
    kinds, standing = model.heads.named(states)
    wanted = tensor_of(np.concatenate([shares for _, (shares, _) in taught.passages]).astype(np.float32))
    wanted_standing = tensor_of(np.concatenate([own for _, (_, own) in taught.passages]).astype(np.float32))
    deeds = 1 - wanted[:, NO_DEED]
    parts = [
        off(kinds, wanted).sum() / deeds.sum().clamp(min=1),
        (_off_standing(standing, wanted_standing) * deeds).sum() / deeds.sum().clamp(min=1),
    ]
    if taught.tellings:
        stances = tensor_of(np.stack([shares for _, shares in taught.tellings]))
        parts.append(off(model.stance_scores([one for one, _ in taught.tellings]), stances).mean())
    return parts


def _off_standing(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the cross entropy of each row's statuses, and of being negated, against scores."""
    negated = nn.functional.binary_cross_entropy_with_logits(
        scores[:, -1], wanted[:, -1].sigmoid(), reduction="none"
    )
    return off(scores[:, :-1], wanted[:, :-1].softmax(1)) + negated


def drawn_passages(corpora: Path) -> list[Passage]:
    """Return paragraphs of unmarked news, drawn at random, the same ones always."""
    lines = [
        Passage(name, text, (MarkedSentence(start, end, (), ()),), False)
        for name, text in unmarked(corpora, MARKED)
        for start, end in _lines(text)
    ]
    return random.Random(0).sample(lines, min(PASSAGES, len(lines)))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if SHORTEST <= len(line) <= LONGEST:
            yield start, start + len(line)
        start += len(line) + 1


def read_tellings(file: Path) -> list[JudgedTelling]:
    """Return attributions that nobody judged."""
    return [JudgedTelling(told["article"], _telling(told), ()) for told in map(json.loads, file.open("rb"))]


def _telling(told: dict) -> Telling:
    cue, source, content = (tuple(map(tuple, told[part])) for part in ("cue", "source", "content"))
    flags = (told[flag] for flag in ("quoted", "clause", "unnamed"))
    return Telling(told["text"], cue, source, content, Stance(told["stance"]), *flags)


def _groups(examples: Sequence) -> Iterator[Sequence]:
    for first in range(0, len(examples), BATCH):
        yield examples[first : first + BATCH]


if __name__ == "__main__":
    main()
