"""Learn the weights of words for linking from ECB+'s training topics, and write them into weights.json.

Logistic regression by Newton's method on the features that the ledger computes, over the pairs of mentions of
one topic. A topic holds two stories alike; pairs across them teach what the ledger, too, has to keep apart.
The other weights of the file are left as they are. Needs numpy and the package only.

    python training/linking.py --corpus DIR --weights src/onrecord/reconcile/weights.json
"""

import argparse
import json
from itertools import combinations
from pathlib import Path

import numpy as np

from onrecord.evaluation.linking import score_linking, stories_of
from onrecord.evaluation.linking_ecbplus import DEV_TOPICS, read_ecbplus
from onrecord.evaluation.linking_tellings import rarity, tellings_of, topics_of
from onrecord.reconcile.features import word_features
from onrecord.reconcile.weights import LinkingWeights, linking_weights
from regression import fit_logistic

RIDGE, STEPS = 3.0, 12
ACROSS = 0.4
"""Weight of a pair of two stories. With 0.2 and less the ledger joins events of unlike news (`clusters`);
with 1 less is found within a story."""


def main() -> None:
    """Read, compare, fit, write, and print how well it does on the training topics."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    given = parser.parse_args()
    documents = [d for d in read_ecbplus(given.corpus) if d.topic not in DEV_TOPICS]
    before = linking_weights()
    names, values, same, counts = compared(documents, before)
    learned = fit(values, same, counts)
    words = {name: round(float(weight), 3) for name, weight in zip(names, learned, strict=True)}
    told = json.loads(given.weights.read_text(encoding="utf-8"))
    told["words"] = words
    given.weights.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    weights = LinkingWeights(before.typed, words, vectors=before.vectors)
    print(words)
    print("train:", score_linking(documents, weights)[0].scores)


def compared(documents, weights):
    """Return names of features, their values, shape (pairs, features), which pairs are one event, weights."""
    cluster = {m.id: m.cluster for d in documents for m in d.mentions}
    rows, same, counts = [], [], []
    rare = rarity(documents)
    for topic in sorted({d.topic for d in documents}):
        part = [d for d in documents if d.topic == topic]
        topics = topics_of(part, rare)
        tellings = tellings_of(part, rare, topics)
        story = stories_of(part, topics)
        for left, right in combinations(tellings, 2):
            found = word_features(left, right, weights)
            rows.append([1.0, *found.values()])
            same.append(cluster[left.id] == cluster[right.id])
            counts.append(1.0 if same[-1] or story[left.article] == story[right.article] else ACROSS)
    return ["start", *found], np.array(rows), np.array(same, dtype=float), np.array(counts)


def fit(values, same, counts):
    """Return the weights that make the pairs likeliest, drawn to 0 by a ridge; the start is not."""
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 0.0
    return fit_logistic(values, same, ridge, counts=counts, steps=STEPS)


if __name__ == "__main__":
    main()
