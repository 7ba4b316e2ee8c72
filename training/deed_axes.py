"""Learn the axes of deeds' vectors from ECB+'s training topics, and put them into the deed encoder's weights.

Principal components of the encoder's states at event mentions, the mean taken off: the directions in which
words that name deeds differ most. No cluster of the corpus is used.

    python training/deed_axes.py --corpus DIR --weights src/onrecord/encoder/weights
"""

import argparse
from pathlib import Path

import numpy as np

from export import write_list
from onrecord.encoder.deeds import DeedEncoder
from onrecord.encoder.finding import VECTOR
from onrecord.evaluation.linking_ecbplus import DEV_TOPICS, read_ecbplus
from onrecord.evaluation.linking_vectors import places_of, text_of


def main() -> None:
    """Read, take the components, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    given = parser.parse_args()
    documents = [d for d in read_ecbplus(given.corpus) if d.topic not in DEV_TOPICS]
    states = mention_states(documents, DeedEncoder.load(given.weights))
    mean = states.mean(axis=0)
    _, sizes, axes = np.linalg.svd(states - mean, full_matrices=False)
    kept = (sizes[:VECTOR] ** 2).sum() / (sizes**2).sum()
    print(f"{len(states)} mentions; {VECTOR} axes keep {100 * kept:.0f} % of how they differ")
    file = given.weights / "deeds.npz"
    arrays = dict(np.load(file)) | {"deed_mean": mean, "deed_axes": np.ascontiguousarray(axes[:VECTOR].T)}
    np.savez(file, **arrays)
    write_list(given.weights, "deeds", ["deeds.onnx", "deeds.npz", "vocab.txt"])


def mention_states(documents, encoder):
    """Return the mean state of the words of each mention, shape (mentions, width)."""
    rows = []
    for document in documents:
        found = encoder.finding(text_of(document)) if document.mentions else None
        for mention in document.mentions:
            words = sorted(
                {i for start, end in places_of(document, mention) for i in found.words_in(start, end)}
            )
            rows.append(found.states[words].mean(axis=0))
    return np.array(rows, dtype=np.float32)


if __name__ == "__main__":
    main()
