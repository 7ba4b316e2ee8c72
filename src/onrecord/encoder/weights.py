"""Find the weights in the package, check that they are the ones listed, and open them."""

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import WeightsError

__all__ = ["Pieces", "Weights", "load_arrays", "load_session", "open_weights"]


class Pieces(Protocol):
    """What a network reads: two arrays of one shape, (texts, pieces)."""

    @property
    def pieces(self) -> NDArray[np.int64]:
        """Wordpiece ids, 0 where padded."""
        ...

    @property
    def features(self) -> NDArray[np.int64]:
        """What else the network is told of each piece."""
        ...


@dataclass(frozen=True, slots=True)
class Weights:
    """One checked set of weight files.

    Attributes:
        folder: Where the files are.
        name: Name of the set with the first eight digits of its network's SHA-256, for `made_by`.
    """

    folder: Path
    name: str

    def path(self, file: str) -> Path:
        """Return where a file of the set is."""
        return self.folder / file


def open_weights(name: str, folder: Path | None = None) -> Weights:
    """Return a set of weights after checking size and SHA-256 of each of its files.

    Args:
        name: Table of `weights.toml` that lists the set.
        folder: Where `weights.toml` and the files are; by default in the package.

    Raises:
        WeightsError: A file is missing or differs from what `weights.toml` lists.
    """
    folder = folder or Path(str(files("onrecord.encoder") / "weights"))
    try:
        listed = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))
    except OSError as error:
        raise WeightsError(
            f"{folder / 'weights.toml'} cannot be read ({error.strerror}). Reinstall onrecord, or read by "
            "rules alone with --encoder none."
        ) from error
    if name not in listed:
        raise WeightsError(f"{folder / 'weights.toml'} lists no [{name}], only {', '.join(sorted(listed))}.")
    for file, wanted in listed[name]["files"].items():
        _check(folder / file, wanted)
    return Weights(folder, f"{name}-{listed[name]['files'][name + '.onnx']['sha256'][:8]}")


def _check(path: Path, wanted: dict[str, Any]) -> None:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise WeightsError(
            f"{path} cannot be read ({error.strerror}). Reinstall onrecord, or read by rules alone with "
            "--encoder none."
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != wanted["sha256"]:
        raise WeightsError(
            f"{path.name} has SHA-256 {found[:12]} and {len(content)} bytes, but weights.toml lists "
            f"{wanted['sha256'][:12]} and {wanted['bytes']}. Reinstall onrecord, or read by rules alone with "
            "--encoder none."
        )


def load_arrays(path: Path) -> dict[str, NDArray[np.float32]]:
    """Return the arrays of an `.npz` file by name; nothing in it is run."""
    with np.load(path, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def load_session(path: Path) -> Callable[[Pieces], dict[str, NDArray[np.float32]]]:
    """Return a network as a function from a batch to its outputs by name.

    Each call works on one processor core; calls may run side by side in threads.

    Args:
        path: An ONNX file with the inputs `pieces` and `features`.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(batch: Pieces) -> dict[str, NDArray[np.float32]]:
        outputs = session.run(names, {"pieces": batch.pieces, "features": batch.features})
        return dict(zip(names, outputs, strict=True))

    return run
