"""Score how deeds are told: certain or not, done or not done, future or not (MEANTIME layout)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc, Token

from onrecord.codebook import load_codebook
from onrecord.evaluation.meantime import MeantimeText
from onrecord.evaluation.meantime_events import MarkedEvent, read_meantime_events
from onrecord.evaluation.relations import macro_f1
from onrecord.evaluation.result import EvaluationResult
from onrecord.reading.events.slots import noun_slots
from onrecord.reading.events.status import Telling, read_telling
from onrecord.reading.parse import load_parser, parse
from onrecord.records import Article, Status

__all__ = ["TRAITS", "evaluate_factuality", "score_factuality"]

TRAITS = ("certainty", "polarity", "time")

Traits = tuple[str | None, str | None, str | None]
"""Certainty (CERTAIN or UNCERTAIN), polarity (POS or NEG), time (FUTURE or NON_FUTURE)."""


def evaluate_factuality(folder: Path) -> EvaluationResult:
    """Return the figures on the event mentions of a MEANTIME folder.

    The mentions are given; what is scored is how their status and polarity are read.
    """
    modality, nlp = load_codebook().modality, load_parser()
    gold: list[Traits] = []
    found: list[Traits] = []
    articles = read_meantime_events(folder)
    for text, events in articles:
        doc = parse(nlp, Article(text.name, text.text))
        for event, head in _heads(doc, text, events):
            light = noun_slots(head, lambda _: False, modality).light if _is_noun(head) else None
            gold.append(_gold(event))
            found.append(_traits(head, read_telling(head, light, modality)))
    return EvaluationResult("factuality", len(articles), score_factuality(gold, found))


def score_factuality(gold: Sequence[Traits], found: Sequence[Traits]) -> dict[str, float]:
    """Return for each trait macro-F1 and accuracy, beside those of always saying the commonest value.

    A mention whose gold value of a trait is None is left out for that trait.
    """
    scores: dict[str, float] = {}
    for number, trait in enumerate(TRAITS):
        pairs = [(g[number], f[number]) for g, f in zip(gold, found, strict=True) if g[number] is not None]
        commonest = Counter(g for g, _ in pairs).most_common(1)[0][0] if pairs else None
        scores[f"{trait}_macro_f1"] = macro_f1(pairs)
        scores[f"{trait}_majority_macro_f1"] = macro_f1([(g, commonest) for g, _ in pairs])
        scores[f"{trait}_accuracy"] = _accuracy(pairs)
        scores[f"{trait}_majority_accuracy"] = _accuracy([(g, commonest) for g, _ in pairs])
    scores["mentions"] = float(len(gold))
    return scores


def _accuracy(pairs: Sequence[tuple[object, object]]) -> float:
    return 100.0 * sum(g == f for g, f in pairs) / len(pairs) if pairs else 0.0


def _gold(event: MarkedEvent) -> Traits:
    certainty = event.certainty and ("CERTAIN" if event.certainty == "CERTAIN" else "UNCERTAIN")
    return certainty, event.polarity, event.time


def _traits(head: Token, telling: Telling) -> Traits:
    uncertain = telling.status in (Status.POSSIBLE, Status.CONDITIONAL)
    future = telling.status in (Status.PLANNED, Status.DEMANDED, Status.CONDITIONAL, Status.POSSIBLE)
    perfect = any(c.dep_ == "aux" and c.lemma_ in ("have", "having") for c in head.children)
    return (
        "UNCERTAIN" if uncertain else "CERTAIN",
        "NEG" if telling.negated else "POS",
        "FUTURE" if future and not perfect and head.tag_ != "VBD" else "NON_FUTURE",
    )


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN")


def _heads(
    doc: Doc, text: MeantimeText, events: Sequence[MarkedEvent]
) -> Iterator[tuple[MarkedEvent, Token]]:
    for event in events:
        stretch = doc.char_span(
            text.tokens[event.start][0], text.tokens[event.end - 1][1], alignment_mode="expand"
        )
        if stretch is not None:
            yield event, stretch.root
