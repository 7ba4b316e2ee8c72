"""Score which deeds are found in real news, of what kind, and who does them to whom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from spacy.tokens import Doc

from onrecord.codebook.plover import WORDS
from onrecord.encoder.finding import ACTOR, KINDS, OTHER, RECIPIENT, STATUSES
from onrecord.evaluation.passages import MarkedDeed, MarkedSentence, Passage, read_passages
from onrecord.evaluation.result import EvaluationResult, f1
from onrecord.reading.layers import Happening
from onrecord.reading.reader import Reader
from onrecord.records import Article, Party
from onrecord.workflow.read import ReadingOptions, build_reader

__all__ = ["evaluate_deeds", "evaluate_news", "score_passage"]


def evaluate_news(corpus: Path, file: Path) -> EvaluationResult:
    """Return the figures of the reader as users get it on the first passages marked in `news.jsonl`."""
    kept = [one for one in read_passages(file, corpus.parent) if one.dev]
    passages = [one for one in kept if one.article.startswith("news:")][:_FLOOR_PASSAGES]
    return _score(passages, build_reader(ReadingOptions()))


_FLOOR_PASSAGES = 80
"""Passages that a floor is measured on: whole articles are read for them, a second or two each."""


def evaluate_deeds(
    file: Path, corpora: Path, reader: Reader, dispatches: Path | None = None
) -> EvaluationResult:
    """Return the figures on the passages of a file that are kept for measuring.

    Deeds done with words are left out, marked or found. deed: the word that names it is found; kind: and
    its type is right, or it rightly has none; actor, recipient: parties of deeds whose kind is right; status:
    of these, how many stand as marked, negation included.

    Args:
        file: As `read_passages` reads it.
        corpora: Folder with the texts.
        reader: What reads.
        dispatches: File of the articles named "own:dp-1-1".
    """
    return _score([one for one in read_passages(file, corpora, dispatches) if one.dev], reader)


def _score(passages: Sequence[Passage], reader: Reader) -> EvaluationResult:
    counts: Counter[str] = Counter()
    for (article, text), own in groupby(passages, lambda one: (one.article, one.text)):
        doc, layers = reader.layers(Article(article, text))
        for passage in own:
            counts += score_passage(passage, doc, layers.happenings)
    scores = dict(_figures(counts))
    scores["deeds"] = float(counts["deed_wanted"])
    return EvaluationResult("deeds", len(passages), scores)


def _figures(counts: Counter[str]) -> Iterator[tuple[str, float]]:
    for name in ("deed", "kind", "actor", "recipient"):
        hits, found, wanted = (counts[f"{name}_{what}"] for what in ("hits", "found", "wanted"))
        yield f"{name}_precision", 100.0 * hits / found if found else 100.0
        yield f"{name}_recall", 100.0 * hits / wanted if wanted else 100.0
        yield f"{name}_f1", f1(hits, found, wanted)
    yield "status", 100.0 * counts["status_hits"] / counts["kind_hits"] if counts["kind_hits"] else 100.0


def score_passage(passage: Passage, doc: Doc, happenings: Sequence[Happening]) -> Counter[str]:
    """Return what is wanted, found and right in a passage, by name."""
    counts: Counter[str] = Counter()
    marked = [(s, d) for s in passage.sentences for d in s.deeds if KINDS[d.kind] not in WORDS]
    inside = [h for h in happenings if passage.start <= doc[h.head].idx < passage.end]
    inside = [h for h in inside if h.type not in WORDS]
    at = {i: h for h in inside for i in (doc[t].idx for t in (*h.trigger, h.head))}
    counts.update(deed_wanted=len(marked), deed_found=len(inside))
    counts.update(kind_wanted=len(marked), kind_found=len(inside))
    for sentence, deed in marked:
        told = at.get(deed.word[0])
        if told is None:
            continue
        counts["deed_hits"] += 1
        if KINDS[deed.kind] != (told.type or OTHER):
            continue
        counts["kind_hits"] += 1
        counts["status_hits"] += (STATUSES[deed.status], deed.negated) == (told.status, told.negated)
        for name, role, parties in (
            ("actor", ACTOR, told.actors),
            ("recipient", RECIPIENT, told.recipients),
        ):
            counts.update(_roles(name, sentence, deed, role, parties))
    return counts


def _roles(
    name: str, sentence: MarkedSentence, deed: MarkedDeed, role: int, parties: Sequence[Party]
) -> Counter[str]:
    wanted = [head for head, own in zip(sentence.parties, deed.roles, strict=True) if own == role]
    spans = [p.span for p in parties if p.span is not None and sentence.start <= p.span.start < sentence.end]
    hits = sum(any(span.start <= start < span.end for start, _ in wanted) for span in spans)
    return Counter({f"{name}_wanted": len(wanted), f"{name}_found": len(spans), f"{name}_hits": hits})
