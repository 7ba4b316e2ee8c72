"""Learn the weights of untyped deeds for linking from ECB+'s training topics, into weights.json.

Twice: for deeds told by their words alone, and for those that the deed encoder has read too.

Logistic regression by Newton's method on the features that the ledger computes, over the pairs of mentions of
one topic, and over those of two topics that look alike. A topic holds two stories alike; pairs across them,
and across topics, teach what the ledger, too, has to keep apart. The other weights of the file are left as
they are. Needs numpy and the package only.

    python training/linking.py --corpus DIR --weights src/onrecord/reconcile/weights.json
"""

import json
from dataclasses import replace
from itertools import combinations, product

import numpy as np

from ecbplus import training_documents
from onrecord.evaluation.linking import score_linking, stories_of
from onrecord.evaluation.linking_tellings import rarity, tellings_of, topics_of
from onrecord.evaluation.linking_vectors import shipped_vectors
from onrecord.reconcile.features import word_features
from onrecord.reconcile.weights import linking_weights
from onrecord.reconcile.words import product as inner
from regression import fit_logistic

RIDGE, STEPS = 3.0, 12
ACROSS = 0.4
"""Weight of a pair of two stories. With much less the ledger joins events of unlike news (`clusters`); with 1
less is found within a story."""
ALIKE = 0.5
"""Least likeness, of words or of deeds, of a pair of two topics that teaches: the rest is easily told."""
LAID = {"days_clash": -8.0}
"""Log-odds laid by hand: the corpus's mentions come without days."""


def main() -> None:
    """Read, compare, fit, write, and print how well it does on the training topics."""
    documents, file = training_documents(__doc__)
    before = linking_weights()
    words = learned(documents, {}, before)
    seen = learned(documents, shipped_vectors(documents), before)
    told = json.loads(file.read_text(encoding="utf-8"))
    told |= {"words": words, "words_seen": seen}
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(words, seen, sep="\n")
    weights = replace(before, words=words, words_seen=seen)
    print("train:", score_linking(documents, weights)[0].scores)


def learned(documents, seen, before):
    """Return feature → weight, with what the deed encoder sees of each mention or, given nothing, without."""
    names, values, same, counts = compared(documents, seen, before)
    fitted = {n: round(float(w), 3) for n, w in zip(names, fit(values, same, counts), strict=True)}
    return fitted | LAID


def compared(documents, seen, weights):
    """Return names of features, their values, shape (pairs, features), which pairs are one event, weights."""
    cluster = {m.id: m.cluster for d in documents for m in d.mentions}
    rows, same, counts = [], [], []
    for left, right, together in pairs_of(documents, seen, weights):
        found = word_features(left, right, weights)
        rows.append([1.0, *found.values()])
        same.append(cluster[left.id] == cluster[right.id])
        counts.append(1.0 if same[-1] or together else ACROSS)
    return ["start", *found], np.array(rows), np.array(same, dtype=float), np.array(counts)


def pairs_of(documents, seen, weights):
    """Give pairs of mentions and whether they are of one story: all of a topic, those alike of two."""
    rare = rarity(documents)
    of_topic = []
    for topic in sorted({d.topic for d in documents}):
        part = [d for d in documents if d.topic == topic]
        topics = topics_of(part, rare)
        of_topic.append(tellings_of(part, rare, topics, seen))
        story = stories_of(part, topics)
        for left, right in combinations(of_topic[-1], 2):
            yield left, right, story[left.article] == story[right.article]
    for some, others in combinations(of_topic, 2):
        for left, right in product(some, others):
            if are_alike(left, right, weights):
                yield left, right, False


def are_alike(left, right, weights):
    """Tell whether the words of two tellings are used alike, or their deeds look alike."""
    return weights.likeness(left.head, right.head) > ALIKE or (
        bool(left.seen) and inner(left.seen, right.seen) > ALIKE
    )


def fit(values, same, counts):
    """Return the weights that make the pairs likeliest, drawn to 0 by a ridge; the start is not."""
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 0.0
    return fit_logistic(values, same, ridge, counts=counts, steps=STEPS)


if __name__ == "__main__":
    main()
