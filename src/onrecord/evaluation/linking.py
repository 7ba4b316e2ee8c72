"""Which mentions are one event, on ECB+, by the comparison and grouping that the ledger uses.

The ledger finds what to compare by parties and weeks; ECB+ has neither for most of its mentions, so here
articles are first grouped by the same `group`: into subjects, then each subject's into stories by what sets
them apart from each other. Only mentions of one story are compared.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

from onrecord.evaluation.linking_ecbplus import DEV_TOPICS, EcbDocument, read_ecbplus
from onrecord.evaluation.linking_metrics import conll
from onrecord.evaluation.linking_tellings import rarity, shared_rarity, tellings_of, topics_of
from onrecord.evaluation.linking_vectors import shipped_vectors
from onrecord.evaluation.result import EvaluationResult
from onrecord.reconcile.compare import likelihood
from onrecord.reconcile.group import group
from onrecord.reconcile.telling import Telling
from onrecord.reconcile.weights import LinkingWeights, linking_weights
from onrecord.reconcile.words import cosine
from onrecord.records import DeedVector

__all__ = ["evaluate_linking", "link_mentions", "score_linking", "stories_of"]

SUBJECT = 0.1
"""Mean likeness of articles on one subject, such as earthquakes of one island."""

STORY = 0.08
"""Mean likeness of a subject's articles that are one story, such as one earthquake; both chosen on ECB+'s
training and development topics."""

LINK = 0.35
"""Mean probability of mentions that are one event; chosen on ECB+'s training and development topics. Lower
than the ledger's own, for which a false merge costs more than a missed one."""


def stories_of(documents: Sequence[EcbDocument], topics: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Return document name → its story, named by its first document.

    Args:
        documents: Articles.
        topics: For each of them, by name, weights of what it is about, among all articles at hand.
    """
    by_name = {document.name: document for document in documents}
    found: dict[str, str] = {}
    for members in _alike(topics, SUBJECT):
        subject = [by_name[name] for name in members]
        stories = _alike(topics_of(subject, shared_rarity(subject)), STORY)
        found |= {name: story[0] for story in stories for name in story}
    return found


def _alike(topics: Mapping[str, Mapping[str, float]], least: float) -> tuple[tuple[str, ...], ...]:
    """Return the names of articles in groups whose mean likeness reaches the least."""
    names = sorted(topics)
    likely = {(a, b): cosine(topics[a], topics[b]) for a, b in combinations(names, 2)}
    return group(names, likely, threshold=least)


def _pairs_of(tellings: Sequence[Telling], stories: Mapping[str, str]) -> list[tuple[Telling, Telling]]:
    """Return the pairs of tellings whose articles are of one story."""
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        found.setdefault(stories[telling.article], []).append(telling)
    return [pair for members in found.values() for pair in combinations(members, 2)]


def link_mentions(
    documents: Sequence[EcbDocument],
    rare: Mapping[str, float],
    seen: Mapping[str, DeedVector],
    weights: LinkingWeights | None = None,
) -> dict[str, str]:
    """Return mention → cluster, named by its first mention.

    Args:
        documents: Articles that may share events.
        rare: How much each stem tells, among all articles at hand.
        seen: Mention → what the deed encoder sees of it; empty for words alone.
        weights: Of the reasons; those shipped by default.
    """
    weights = weights or linking_weights()
    topics = topics_of(documents, rare)
    tellings = tellings_of(documents, rare, topics, seen)
    pairs = _pairs_of(tellings, stories_of(documents, topics))
    likely = {(a.id, b.id): likelihood(a, b, weights) for a, b in pairs}
    groups = group([t.id for t in tellings], likely, threshold=LINK)
    return {mention: members[0] for members in groups for mention in members}


def evaluate_linking(folder: Path) -> EvaluationResult:
    """Return the scores within ECB+'s development topics.

    Args:
        folder: Holds `xml/` and `coreference_sentences.csv`.

    Raises:
        UsageError: The folder has not that layout.
    """
    return score_linking(read_ecbplus(folder, DEV_TOPICS))[0]


def score_linking(
    documents: Sequence[EcbDocument], weights: LinkingWeights | None = None, *, whole: bool = False
) -> tuple[EvaluationResult, dict[str, str]]:
    """Return MUC, B³, CEAFe and CoNLL F1 in percent, and the clusters found.

    Args:
        documents: Articles with gold mentions.
        weights: Of the reasons; those shipped by default.
        whole: Look for links over all topics at once, not within each.
    """
    topics = sorted({d.topic for d in documents})
    parts = [documents] if whole else [[d for d in documents if d.topic == topic] for topic in topics]
    rare, seen = rarity(documents), shipped_vectors(documents)
    found: dict[str, str] = {}
    for part in parts:
        found |= link_mentions(part, rare, seen, weights)
    gold = {mention.id: mention.cluster for d in documents for mention in d.mentions}
    scores = {name: 100 * value for name, value in conll(gold, found).items()}
    return EvaluationResult("linking", len(documents), scores | {"mentions": float(len(gold))}), found
