"""From the trained weights of the deed encoder to the int8 ONNX file of the package, with `weights.toml`.

python training/deeds_export.py --weights RUN/deeds.pt --minilm FOLDER --out src/onrecord/encoder/weights
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from common import DEVICE
from deeds import new_model
from deeds_heads import layers, plain_axes
from export import export_int8, write_list


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
    model.load_state_dict(torch.load(args.weights, map_location=DEVICE))
    model.eval()
    export_int8(model.trunk, ["states"], args.out / "deeds.onnx")
    np.savez(args.out / "deeds.npz", **layers(model), **plain_axes())
    write_list(args.out, "deeds", ["deeds.onnx", "deeds.npz", "vocab.txt"])


if __name__ == "__main__":
    main()
