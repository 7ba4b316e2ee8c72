"""Learn the weights of typed deeds that the deed encoder has read from ECB+'s training topics.

Writes them into weights.json.

    python training/linking_typed_seen.py --corpus DIR --weights src/onrecord/reconcile/weights.json

The package reads the articles; a claim whose trigger lies in a gold mention tells that mention's event. Over
the pairs of such claims of one topic, logistic regression whose ridge draws to the weights of typed deeds
without vectors (`linking_typed.py`, run it first): what ECB+ does not tell, as days, stays as it is there.
"""

import json
from itertools import combinations

import numpy as np

from ecbplus import training_documents
from linking import ACROSS
from onrecord.evaluation.linking import stories_of
from onrecord.evaluation.linking_tellings import rarity, topics_of
from onrecord.evaluation.linking_vectors import places_of, text_of
from onrecord.reconcile.features import barred, typed_features
from onrecord.reconcile.telling import tellings_of
from onrecord.reconcile.weights import linking_weights
from onrecord.records import Article
from onrecord.workflow.read import ReadingOptions, build_reader
from regression import fit_logistic

RIDGE, RIDGE_NEW, STEPS = 10.0, 1.0, 20
"""Strength with which a weight is drawn to that without vectors (a third of it for `start`), and that of a
feature only the encoder gives to 0; Newton steps."""
SHARE = 0.5
"""How far the weights go from those without vectors to those fitted. With all of it, deeds told in other
words part that the project's own dispatches tell as one (shells "supplied", "a delivery"): ECB+ has few."""


def main() -> None:
    """Read, compare, fit, write."""
    documents, weights = training_documents(__doc__)
    typed = linking_weights().typed
    rows, same, counts = compared(documents)
    names = [*typed, *(name for name in rows[0] if name not in typed)]
    values = np.array([[row.get(name, float(name == "start")) for name in names] for row in rows])
    centre = np.array([typed.get(name, 0.0) for name in names])
    ridge = np.array([RIDGE if name in typed else RIDGE_NEW for name in names])
    ridge[names.index("start")] /= 3
    found = fit_logistic(values, np.array(same), ridge, centre=centre, counts=np.array(counts), steps=STEPS)
    found = centre + SHARE * (found - centre)
    told = json.loads(weights.read_text(encoding="utf-8"))
    told["typed_seen"] = dict(zip(names, found.round(2).tolist(), strict=True))
    weights.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs, {sum(same):.0f} of one event", told["typed_seen"], sep="\n")


def compared(documents):
    """Return of each pair its features, whether it tells one event, and how much it counts."""
    read = read_all([d for d in documents if d.mentions])
    weights, rare = linking_weights(), rarity(documents)
    rows, same, counts = [], [], []
    for topic in sorted({d.topic for d in documents}):
        part = [d for d in documents if d.topic == topic]
        story = stories_of(part, topics_of(part, rare))
        told = [pair for d in part for pair in read.get(d.name, ())]
        for (left, one), (right, other) in combinations(told, 2):
            if not barred(left, right):
                rows.append(typed_features(left, right, weights))
                same.append(float(one == other))
                counts.append(1.0 if same[-1] or story[left.article] == story[right.article] else ACROSS)
    return rows, same, counts


def read_all(documents):
    """Return document → typed tellings of its claims, each with the cluster of the mention it tells."""
    reader, found = build_reader(ReadingOptions()), {}
    for number, document in enumerate(documents, start=1):
        article = Article(document.name, text_of(document))
        reading = reader.reading(article)
        triggers = {claim.id: claim.event.trigger for claim in reading.claims if claim.event}
        tellings = tellings_of(reading.claims, reading.vectors, {article.id: article})
        gold = [(m.cluster, places_of(document, m)) for m in document.mentions]
        found[document.name] = [
            (telling, cluster)
            for one, telling in tellings.items()
            if telling.type is not None and (cluster := _cluster_at(triggers[one], gold)) is not None
        ]
        if number % 50 == 0:
            print(f"{number} of {len(documents)} articles read")
    return found


def _cluster_at(trigger, gold):
    """Return the cluster of the first mention that shares a character with a trigger, None for none."""
    return next(
        (c for c, places in gold if any(a < trigger.end and trigger.start < b for a, b in places)), None
    )


if __name__ == "__main__":
    main()
