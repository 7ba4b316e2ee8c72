"""Mark who says what in unmarked news with a larger network, for the package's to learn from.

    python training/attribution_taught.py --minilm mpnet --weights teacher/average.pt --corpora FOLDER
        --out told.tsv

Reads `news.jsonl` without the articles of marked passages kept for measuring, and writes passages in the
form of `attribution_marked.tsv`; as that holds no text it could be kept, but it can be made again.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from attribution import MARKED, trained
from common import tensor_of
from onrecord.encoder.attribution import AttributionEncoder, LinkedSpans
from onrecord.encoder.linking import LinkingHead
from onrecord.encoder.windows import Batch
from onrecord.encoder.words import load_tokenizer

LONGEST = 20_000
"""Characters of an article that are read."""


def main() -> None:
    """Read the arguments and mark every `--of`-th article."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the published network")
    parser.add_argument("--weights", type=Path, required=True, help="trained weights (.pt)")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with news.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--part", type=int, default=0, help="number of this part, from 0")
    parser.add_argument("--of", type=int, default=1, help="how many parts run side by side")
    args = parser.parse_args()
    encoder = loaded(args.minilm, args.weights)
    articles = list(unmarked(args.corpora, MARKED))[args.part :: args.of]
    with args.out.open("w", encoding="utf-8") as file:
        for name, text in articles:
            marks = ";".join(map(_told, encoder.attributions(text)))
            file.write(f"train\t{name}\t0-{len(text)}\t{marks}\n")


def unmarked(corpora: Path, marked: Path) -> Iterator[tuple[str, str]]:
    """Give name and text of the articles of `news.jsonl` that `marked` has no passage to measure on of."""
    rows = (line.split("\t") for line in marked.open(encoding="utf-8"))
    measured = {row[1] for row in rows if row[0] == "dev"}
    for line in (corpora / "news.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        name = f"news:{article['id']}"
        if name not in measured:
            yield name, article["text"][:LONGEST]


def loaded(published: Path, weights: Path) -> AttributionEncoder:
    """Return the package's encoder around a network in torch."""
    trunk, heads = trained(published, weights)
    trunk.eval()
    heads.eval()

    def scorer(batch: Batch) -> dict[str, NDArray[np.float32]]:
        with torch.no_grad():
            spread = heads.spread(trunk(tensor_of(batch.pieces), tensor_of(batch.features)))
        return {name: value.float().cpu().numpy() for name, value in spread.items()}

    head = LinkingHead(
        _array(heads.place.weight),
        _array(heads.cue_tags.weight.T),
        _array(heads.cue_tags.bias),
        _array(heads.cue_field.moves()),
    )
    tokenizer = load_tokenizer(published / "vocab.txt")
    return AttributionEncoder(scorer, _array(heads.all_field.moves()), head, tokenizer, weights.stem)


def _array(values: nn.Parameter | torch.Tensor) -> NDArray[np.float32]:
    return np.ascontiguousarray(values.detach().cpu().numpy(), dtype=np.float32)


def _told(one: LinkedSpans) -> str:
    parts = (one.source, one.cue, one.content)
    return "|".join(",".join(f"{start}-{end}" for start, end in part) for part in parts)


if __name__ == "__main__":
    main()
