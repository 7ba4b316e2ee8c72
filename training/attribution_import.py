"""From the package's int8 attribution encoder back to torch weights, for `attribution.py --start`.

    python training/attribution_import.py --weights src/onrecord/encoder/weights --out start.pt

What int8 rounded away is lost; a run of training mends it.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from common import Trunk
from heads import Heads
from imported import heads_of, trunk_of
from onrecord.encoder.words import FEATURE_COUNT

_IN_GRAPH = ("all_tags", "word", "cue_scale", "cue_shift")
"""Layers of the heads that are part of the network; the others are in `attribution.npz`."""


def main() -> None:
    """Read the arguments and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True, help="folder of the package's weights")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.pt)")
    args = parser.parse_args()
    network, apart = args.weights / "attribution.onnx", dict(np.load(args.weights / "attribution.npz"))
    width = apart["weight"].shape[0]
    trunk, heads = Trunk(FEATURE_COUNT), Heads(width)
    trunk.load_state_dict(_tensors(trunk_of(network)))
    found = heads_of(network, _IN_GRAPH) | {
        "place.weight": apart["place"],
        "cue_tags.weight": apart["weight"].T,
        "cue_tags.bias": apart["bias"],
    }
    for name, field in (("all", heads.all_field), ("cue", heads.cue_field)):
        legal = field.legal.numpy()
        found[f"{name}_field.legal"] = legal
        found[f"{name}_field.weights"] = np.where(legal == 0, apart[f"{name}_moves"], 0)
    heads.load_state_dict(_tensors(found))
    stored = {"trunk": trunk.state_dict(), "heads": heads.state_dict(), "args": {"width": width}}
    torch.save(stored, args.out)


def _tensors(arrays: dict[str, np.ndarray]) -> dict[str, torch.Tensor]:
    return {name: torch.tensor(np.ascontiguousarray(array)) for name, array in arrays.items()}


if __name__ == "__main__":
    main()
