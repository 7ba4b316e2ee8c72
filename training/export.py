"""From trained torch weights to the int8 ONNX file of the package, with `weights.toml`.

python training/export.py --weights RUN/average.pt --minilm FOLDER --out src/onrecord/encoder/weights
"""

import argparse
import hashlib
import shutil
import tempfile
import tomllib
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer as fusion
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import Tensor, nn

from common import HEADS, WIDTH, Trunk
from heads import OUTPUTS, Heads
from onrecord.encoder.words import FEATURE_COUNT


class Network(nn.Module):
    """Trunk and a head's outputs as one graph."""

    def __init__(self, trunk: Trunk, heads: Heads) -> None:
        super().__init__()
        self.trunk = trunk
        self.heads = heads

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """Return the head's outputs in the order of its names."""
        return tuple(self.heads.spread(self.trunk(pieces, features)).values())


def export_int8(network: nn.Module, outputs: list[str], path: Path, keep_float: tuple[str, ...] = ()) -> None:
    """Write a network of inputs `pieces` and `features` as int8 ONNX.

    Attention, layer norm and activation are fused by onnxruntime's optimiser; weights of all matrix
    products are int8 (seven bits of it) by channel, activations are quantised as they come.

    Args:
        network: In evaluation mode.
        outputs: Names for what it returns.
        path: File to write.
        keep_float: Matrix products whose node name begins with one of these stay in float32.
    """
    pieces = torch.randint(1000, 2000, (2, 16))
    axes = {name: {0: "windows", 1: "pieces"} for name in ("pieces", "features", *outputs)}
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            network,
            (pieces, torch.ones_like(pieces)),
            str(plain),
            input_names=["pieces", "features"],
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        options = FusionOptions("bert")
        options.enable_embed_layer_norm = False
        model = fusion.optimize_model(
            str(plain), "bert", num_heads=HEADS, hidden_size=WIDTH, optimization_options=options, opt_level=0
        )
        print("fused:", model.get_fused_operator_statistics())
        model.save_model_to_file(str(fused))
        names = [node.name for node in onnx.load(fused).graph.node if node.name.startswith(keep_float)]
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            # Seven bits: with eight, processors without VNNI instructions overflow and read worse.
            reduce_range=True,
            nodes_to_exclude=names,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def list_file(path: Path) -> dict[str, str | int]:
    """Return what weights.toml says of one file."""
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


def write_list(folder: Path, name: str, files: list[str]) -> None:
    """Put the files of one set into `folder/weights.toml`, keeping the other sets listed there."""
    path = folder / "weights.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    listed[name] = {"files": {file: list_file(folder / file) for file in files}}
    lines = ["# Written by training/export.py: the weight files of each set, checked before they are used."]
    for each in sorted(listed):
        for file, facts in listed[each]["files"].items():
            lines += [
                "",
                f'[{each}.files."{file}"]',
                f'sha256 = "{facts["sha256"]}"',
                f"bytes = {facts['bytes']}",
            ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def load_trained(path: Path) -> tuple[Trunk, Heads]:
    """Return a trained model in evaluation mode."""
    stored = torch.load(path, weights_only=False)
    trunk, heads = Trunk(FEATURE_COUNT), Heads(stored["args"]["width"])
    trunk.load_state_dict(stored["trunk"])
    heads.load_state_dict(stored["heads"])
    return trunk.eval(), heads.eval()


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--weights", type=Path, required=True, help="trained weights (.pt)")
    parser.add_argument("--minilm", type=Path, required=True, help="folder with vocab.txt")
    parser.add_argument("--out", type=Path, required=True, help="folder for the package's weights")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    trunk, heads = load_trained(args.weights)
    network = Network(trunk, heads).eval()
    export_int8(
        network,
        OUTPUTS,
        args.out / "attribution.onnx",
        ("/all_tags", "/word", "/cue_scale", "/cue_shift"),
    )
    arrays = {
        "place": heads.place.weight,
        "weight": heads.cue_tags.weight.T,
        "bias": heads.cue_tags.bias,
        "all_moves": heads.all_field.moves(),
        "cue_moves": heads.cue_field.moves(),
    }
    held = {
        name: np.ascontiguousarray(value.detach().numpy(), dtype=np.float32) for name, value in arrays.items()
    }
    np.savez(args.out / "attribution.npz", **held)
    shutil.copy(args.minilm / "vocab.txt", args.out / "vocab.txt")
    write_list(args.out, "attribution", ["attribution.onnx", "attribution.npz", "vocab.txt"])


if __name__ == "__main__":
    main()
