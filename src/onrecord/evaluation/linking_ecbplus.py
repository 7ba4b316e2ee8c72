"""Read ECB+: event mentions whose clusters across articles are known.

The layout is Cybulska & Vossen 2014: `xml/TOPIC/TOPIC_NAME.xml` with tokens, mentions and relations, beside
`coreference_sentences.csv`, which names the sentences whose annotation was validated. Only those are read.
"""

import csv
import xml.etree.ElementTree as ElementTree
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError

__all__ = ["DEV_TOPICS", "EcbDocument", "EcbMention", "read_ecbplus"]

DEV_TOPICS = frozenset({2, 5, 12, 18, 21, 23, 34, 35})
"""The development topics of Cybulska & Vossen's split; the other topics up to 35 are for training."""

_CROSS = "CROSS_DOC_COREF"
_EVENT = ("ACTION", "NEG_ACTION")


@dataclass(frozen=True, slots=True)
class EcbMention:
    """One gold event mention in a validated sentence.

    Attributes:
        id: Document name, a colon and the mention's number.
        cluster: What it corefers with; a name of its own when nothing.
        tokens: Positions of its words in `EcbDocument.tokens`, in order.
        sentence: Number of its sentence.
    """

    id: str
    cluster: str
    tokens: tuple[int, ...]
    sentence: int


@dataclass(frozen=True, slots=True)
class EcbDocument:
    """One article: its words by sentence, and its gold event mentions.

    Attributes:
        name: File name without its ending ("2_1ecb").
        topic: Number of its topic.
        tokens: Its words.
        sentences: Number of the sentence of each word, shape as `tokens`.
        mentions: Event mentions of its validated sentences, in reading order.
    """

    name: str
    topic: int
    tokens: tuple[str, ...]
    sentences: tuple[int, ...]
    mentions: tuple[EcbMention, ...]


def read_ecbplus(folder: Path, topics: Collection[int] | None = None) -> tuple[EcbDocument, ...]:
    """Return the articles that have validated sentences, by topic and name.

    Args:
        folder: Holds `xml/` and `coreference_sentences.csv`.
        topics: Topics to read; None for every topic there.

    Raises:
        UsageError: The folder has not that layout, or a topic is not in it.
    """
    valid = _validated(folder / "coreference_sentences.csv")
    there = {topic for topic, _ in valid}
    for topic in sorted(set(topics or ()) - there):
        raise UsageError(f"{folder} has no topic {topic}; it has {', '.join(map(str, sorted(there)))}")
    documents = []
    for (topic, name), sentences in sorted(valid.items()):
        if topics is None or topic in topics:
            path = folder / "xml" / str(topic) / f"{topic}_{name}.xml"
            documents.append(_document(path, topic, sentences))
    return tuple(documents)


def _validated(path: Path) -> dict[tuple[int, str], set[int]]:
    if not path.is_file():
        raise UsageError(f"{path} is missing: ECB+ lies in a folder with xml/ and coreference_sentences.csv")
    sentences: dict[tuple[int, str], set[int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            sentences.setdefault((int(row["Topic"]), row["File"]), set()).add(int(row["Sentence Number"]))
    return sentences


def _document(path: Path, topic: int, valid: set[int]) -> EcbDocument:
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise UsageError(f"{path}: expected an ECB+ document, {error}") from error
    tokens = root.findall("token")
    place = {token.attrib["t_id"]: i for i, token in enumerate(tokens)}
    sentences = tuple(int(token.attrib["sentence"]) for token in tokens)
    clusters = _clusters(root, path.stem)
    mentions = []
    for mark in root.find("Markables") or ():
        anchors = [place[a.attrib["t_id"]] for a in mark.findall("token_anchor")]
        if not anchors or not mark.tag.startswith(_EVENT) or sentences[anchors[0]] not in valid:
            continue
        number = mark.attrib["m_id"]
        cluster = clusters.get(number, f"{path.stem}:{number}")
        mentions.append(
            EcbMention(f"{path.stem}:{number}", cluster, tuple(sorted(anchors)), sentences[anchors[0]])
        )
    mentions.sort(key=lambda m: (m.tokens, m.id))
    words = tuple((token.text or "").strip() or "_" for token in tokens)
    return EcbDocument(path.stem, topic, words, sentences, tuple(mentions))


def _clusters(root: ElementTree.Element, name: str) -> dict[str, str]:
    """Return mention number → cluster; clusters inside one document keep its name before their number."""
    clusters = {}
    for relation in root.find("Relations") or ():
        crosses = relation.tag == _CROSS
        cluster = relation.attrib["note"] if crosses else f"{name}:relation:{relation.attrib['r_id']}"
        for source in relation.findall("source"):
            clusters[source.attrib["m_id"]] = cluster
    return clusters
