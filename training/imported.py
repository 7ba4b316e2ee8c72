"""The package's int8 ONNX files as arrays again, for the scripts that train on from what is shipped."""

from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

_PARTS = ("qkv", "out", "up", "down")
"""Matrix products of a layer in the order in which the network uses them."""


def trunk_of(file: Path) -> dict[str, np.ndarray]:
    """Return the trunk's arrays by their names in `common.Trunk`; what int8 rounded away is lost."""
    graph = onnx.load(file).graph
    stored = {one.name.removeprefix("trunk."): numpy_helper.to_array(one) for one in graph.initializer}
    arrays = {name: a for name, a in stored.items() if name.startswith(("norm.", "layers."))}
    for name in ("words", "positions", "features"):
        arrays[f"{name}.weight"] = _floats(stored, f"{name}.weight")
    products = [n.input[1].removesuffix("_quantized") for n in graph.node if n.op_type == "MatMulInteger"]
    for number, name in enumerate(products):
        layer, part = divmod(number, len(_PARTS))
        arrays[f"layers.{layer}.{_PARTS[part]}.weight"] = _floats(stored, name).T
    return arrays


def heads_of(file: Path, outputs: tuple[str, ...]) -> dict[str, np.ndarray]:
    """Return the weights and biases of the layers named, which stay in float32 beside the trunk."""
    graph = onnx.load(file).graph
    stored = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    arrays = {f"{name}.bias": stored[f"heads.{name}.bias"] for name in outputs}
    nodes = [node for node in graph.node if node.op_type == "MatMul"]
    products = {node.name.strip("/").split("/")[0]: node.input[1] for node in nodes}
    return arrays | {f"{name}.weight": stored[products[name]].T for name in outputs}


def _floats(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    whole = stored[f"{name}_quantized"].astype(np.float32)
    zero = stored[f"{name}_zero_point"].astype(np.float32)
    return np.ascontiguousarray((whole - zero) * stored[f"{name}_scale"])
