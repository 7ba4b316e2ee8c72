"""Learn the axes of deeds' vectors from ECB+'s training topics, and put them into the deed encoder's weights.

Principal components of the encoder's states at event mentions, the mean taken off: the directions in which
words that name deeds differ most. No cluster of the corpus is used.

    python training/deed_axes.py --corpus DIR --weights src/onrecord/encoder/weights
"""

import numpy as np

from ecbplus import training_documents
from export import write_list
from onrecord.encoder.deeds import DeedEncoder
from onrecord.encoder.finding import VECTOR
from onrecord.evaluation.linking_vectors import places_of, text_of


def main() -> None:
    """Read, take the components, write."""
    documents, weights = training_documents(__doc__)
    states = mention_states(documents, DeedEncoder.load(weights))
    mean = states.mean(axis=0)
    _, sizes, axes = np.linalg.svd(states - mean, full_matrices=False)
    kept = (sizes[:VECTOR] ** 2).sum() / (sizes**2).sum()
    print(f"{len(states)} mentions; {VECTOR} axes keep {100 * kept:.0f} % of how they differ")
    file = weights / "deeds.npz"
    arrays = dict(np.load(file)) | {"deed_mean": mean, "deed_axes": np.ascontiguousarray(axes[:VECTOR].T)}
    np.savez(file, **arrays)
    write_list(weights, "deeds", ["deeds.onnx", "deeds.npz", "vocab.txt"])


def mention_states(documents, encoder):
    """Return the mean state of the words of each mention, shape (mentions, width)."""
    rows = []
    for document in documents:
        found = encoder.finding(text_of(document)) if document.mentions else None
        for mention in document.mentions:
            rows.append(found.state_of(places_of(document, mention)))
    return np.array(rows, dtype=np.float32)


if __name__ == "__main__":
    main()
