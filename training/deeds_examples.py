"""What the deed encoder learns from: marked pairs of parties, mentions of events, and marked passages."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.evaluation.linking_ecbplus import DEV_TOPICS, EcbDocument, read_ecbplus
from onrecord.evaluation.passages import Passage, read_passages
from onrecord.evaluation.plv import MarkedPair
from stances_examples import DISPATCHES

MARKED = Path(__file__).parent / "finding_marked.tsv"
MARKED_DISPATCHES = Path(__file__).parent / "finding_dispatches.tsv"

SWAP_RATE = 0.3
"""Share of parties that are replaced by another, so that no root is read off a name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an event in its sentence.

    Attributes:
        text: The sentence.
        trigger: Half-open range of characters.
        cluster: The event.
        topic: Number of the topic; mentions of one topic are the hard ones to keep apart.
    """

    text: str
    trigger: tuple[int, int]
    cluster: str
    topic: int


def read_weak(file: Path, most: int, rng: random.Random) -> list[MarkedPair]:
    """Return at most `most` pairs a root that `relations_weak.py` wrote, drawn at random."""
    rows = [json.loads(line) for line in file.open(encoding="utf-8")]
    rng.shuffle(rows)
    kept: dict[str, list[MarkedPair]] = {}
    for number, (root, text, source, target) in enumerate(rows):
        of_root = kept.setdefault(root, [])
        if len(of_root) < most:
            of_root.append(MarkedPair(str(number), text, (tuple(source),), (tuple(target),), root))
    return [pair for root in sorted(kept) for pair in kept[root]]


def read_mentions(folder: Path, dev: bool = False) -> list[Mention]:
    """Return the event mentions of ECB+'s training topics, or of its development topics."""
    documents = [one for one in read_ecbplus(folder) if (one.topic in DEV_TOPICS) == dev]
    return [mention for one in documents for mention in _mentions(one)]


def _mentions(document: EcbDocument) -> Iterator[Mention]:
    for mention in document.mentions:
        inside = [i for i, sentence in enumerate(document.sentences) if sentence == mention.sentence]
        words = [document.tokens[i] for i in inside]
        starts = [sum(len(word) + 1 for word in words[:i]) for i in range(len(words))]
        first, last = (inside.index(mention.tokens[end]) for end in (0, -1))
        trigger = starts[first], starts[last] + len(words[last])
        yield Mention(" ".join(words), trigger, mention.cluster, document.topic)


def swapped(pair: MarkedPair, names: Sequence[str], rng: random.Random) -> MarkedPair:
    """Return a pair with its parties replaced, now and then, by others of the same material."""
    parts = [(start, end, "source") for start, end in pair.source]
    parts += [(start, end, "target") for start, end in pair.target]
    text, spans = pair.text, {"source": [], "target": []}
    shift = 0
    for start, end, role in sorted(parts):
        start, end = start + shift, end + shift
        if rng.random() < SWAP_RATE and start >= 0:
            name = rng.choice(names)
            text = text[:start] + name + text[end:]
            shift += len(name) - (end - start)
            end = start + len(name)
        spans[role].append((start, end))
    return replace(pair, text=text, source=tuple(spans["source"]), target=tuple(spans["target"]))


def names_of(pairs: Iterable[MarkedPair]) -> list[str]:
    """Return the words of every party marked, to swap with."""
    return sorted({p.text[a:b] for p in pairs for a, b in (*p.source, *p.target)})


def topic_batches(mentions: Sequence[Mention], size: int, rng: random.Random) -> Iterator[list[Mention]]:
    """Give batches of mentions without end, each of one topic: whole events first, for their pairs."""
    topics: dict[int, dict[str, list[Mention]]] = {}
    for mention in mentions:
        topics.setdefault(mention.topic, {}).setdefault(mention.cluster, []).append(mention)
    weights = [sum(map(len, clusters.values())) ** 0.5 for clusters in topics.values()]
    while True:
        (topic,) = rng.choices(sorted(topics), weights)
        clusters = [rng.sample(own, min(len(own), 6)) for own in topics[topic].values()]
        rng.shuffle(clusters)
        clusters.sort(key=lambda own: len(own) == 1)
        drawn = [mention for own in clusters for mention in own]
        yield drawn[:size]


def read_marked(corpora: Path) -> list[Passage]:
    """Return the marked passages of real news and of our own dispatches."""
    own = read_passages(MARKED_DISPATCHES, corpora, DISPATCHES)
    return [*read_passages(MARKED, corpora), *own]
