import hashlib

import numpy as np
import pytest

from onrecord.encoder.weights import load_arrays, open_weights
from onrecord.errors import WeightsError


@pytest.fixture
def folder(tmp_path):
    content = b"a network"
    (tmp_path / "attribution.onnx").write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    listed = f'[attribution.files."attribution.onnx"]\nsha256 = "{digest}"\nbytes = {len(content)}\n'
    (tmp_path / "weights.toml").write_text(listed, encoding="utf-8")
    return tmp_path


def test_listed_weights_are_found_and_named_after_their_network(folder):
    weights = open_weights("attribution", folder)
    assert weights.path("attribution.onnx").read_bytes() == b"a network"
    assert weights.name == "attribution-" + hashlib.sha256(b"a network").hexdigest()[:8]


def test_weights_other_than_the_listed_ones_are_refused(folder):
    (folder / "attribution.onnx").write_bytes(b"another one")
    with pytest.raises(WeightsError, match=r"attribution\.onnx has SHA-256 .* 11 bytes, .* lists .* and 9"):
        open_weights("attribution", folder)


def test_missing_weights_tell_how_to_go_on_without(folder):
    (folder / "attribution.onnx").unlink()
    with pytest.raises(WeightsError, match="--encoder none"):
        open_weights("attribution", folder)


def test_missing_list_of_weights_is_named(tmp_path):
    with pytest.raises(WeightsError, match=r"weights\.toml cannot be read"):
        open_weights("attribution", tmp_path)


def test_unlisted_set_of_weights_is_named_with_those_there_are(folder):
    with pytest.raises(WeightsError, match=r"lists no \[relations\], only attribution"):
        open_weights("relations", folder)


def test_arrays_that_would_run_code_on_loading_are_refused(tmp_path):
    np.savez(tmp_path / "a.npz", harmless=np.ones(2), pickled=np.array([{"a": 1}], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        load_arrays(tmp_path / "a.npz")
