"""From the trained weights of the deed encoder to the int8 ONNX file of the package, with `weights.toml`.

python training/deeds_export.py --weights RUN/deeds.pt --minilm FOLDER --out src/onrecord/encoder/weights
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from common import WIDTH
from deeds import new_model
from deeds_heads import DeedModel
from export import export_int8, write_list
from onrecord.encoder.finding import VECTOR

FINDING = ("found", "kinds", "standing", "pair", "roles")
HEADS = ("hidden", "roots", "telling", "stances", *FINDING)
"""Layers on top of the trunk as `deeds_heads.DeedHeads` and the package name them."""


def main() -> None:
    """Read the arguments and export; `vocab.txt` is there already, the attribution encoder's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True, help="trained weights (.pt)")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--out", type=Path, required=True, help="folder for the package's weights")
    args = parser.parse_args()
    model = new_model(args.minilm)
    model.load_state_dict(torch.load(args.weights))
    model.eval()
    export_int8(model.trunk, ["states"], args.out / "deeds.onnx")
    np.savez(args.out / "deeds.npz", **layers(model), **plain_axes())
    write_list(args.out, "deeds", ["deeds.onnx", "deeds.npz", "vocab.txt"])


def layers(model: DeedModel) -> dict[str, np.ndarray]:
    """Return the heads' arrays by the names of `onrecord.encoder.deeds.DeedHeads`."""
    arrays = {}
    for name in HEADS:
        layer = getattr(model.heads, name)
        arrays[name] = np.ascontiguousarray(layer.weight.detach().numpy().T, dtype=np.float32)
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float32)
    return arrays


def plain_axes() -> dict[str, np.ndarray]:
    """Return axes that keep the first numbers of a state, until `deed_axes.py` learns better ones."""
    return {
        "deed_mean": np.zeros(WIDTH, dtype=np.float32),
        "deed_axes": np.eye(WIDTH, VECTOR, dtype=np.float32),
    }


if __name__ == "__main__":
    main()
