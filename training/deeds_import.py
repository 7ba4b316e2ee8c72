"""From the package's int8 deed encoder back to torch weights, to train on from what is shipped.

    python training/deeds_import.py --minilm FOLDER --weights src/onrecord/encoder/weights --out deeds.pt

What int8 rounded away is lost; a stage of training mends it.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from deeds import new_model
from deeds_heads import HEADS
from imported import trunk_of


def main() -> None:
    """Read the arguments and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minilm", type=Path, required=True, help="folder with MiniLM")
    parser.add_argument("--weights", type=Path, required=True, help="folder of the package's weights")
    parser.add_argument("--out", type=Path, required=True, help="file to write (.pt)")
    args = parser.parse_args()
    state = new_model(args.minilm).state_dict()
    trunk = {f"trunk.{name}": array for name, array in trunk_of(args.weights / "deeds.onnx").items()}
    found = {**trunk, **heads_of(args.weights / "deeds.npz")}
    for name, array in found.items():
        if state[name].shape != array.shape:
            raise ValueError(f"{name} has shape {array.shape}, the model wants {tuple(state[name].shape)}")
        state[name] = torch.tensor(array)
    torch.save({name: state[name] for name in state if name in found}, args.out)
    print(f"{len(found)} of {len(state)} arrays; without: {sorted(set(state) - set(found))}")


def heads_of(file: Path) -> dict[str, np.ndarray]:
    """Return the heads' arrays by their names in `deeds_heads.DeedModel`."""
    stored = dict(np.load(file))
    arrays = {f"heads.{name}.weight": stored[name].T for name in HEADS if name in stored}
    arrays |= {f"heads.{name}.bias": stored[f"{name}_bias"] for name in HEADS if name in stored}
    return arrays


if __name__ == "__main__":
    main()
