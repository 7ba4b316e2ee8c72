"""Score who-says-what against people's marks: spans of each kind, and whole linked attributions."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.evaluation.polnear import AnnotatedText, MarkedAttribution, Pieces
from onrecord.evaluation.result import EvaluationResult, f1, with_intervals

__all__ = ["KINDS", "Predictor", "predict_all", "score_attributions", "to_lines"]

KINDS = ("source", "cue", "content")

Predictor = Callable[[str], Sequence[MarkedAttribution]]
"""From a text, as it stands in its file, to its attributions."""

Tally = dict[str, tuple[float, float, float]]
"""Name of a measure → how many were right, found and wanted in one text."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENOUGH = 0.8
"""Share of content characters that must be common to both, of those in either, for the looser score."""


def predict_all(texts: Iterable[AnnotatedText], predict: Predictor) -> list[tuple[MarkedAttribution, ...]]:
    """Return what the predictor finds in each text, in order."""
    return [tuple(predict(text.text)) for text in texts]


def score_attributions(
    texts: Sequence[AnnotatedText], predicted: Sequence[Sequence[MarkedAttribution]]
) -> EvaluationResult:
    """Return exact and token F1 of each kind of span and F1 of linked attributions, with intervals.

    `<kind>_exact_f1` counts spans with the same first and last character; the pieces of a broken
    span count one by one, and a span shared by several attributions counts once. `<kind>_token_f1`
    counts the words and punctuation marks inside spans. `linked_exact_f1` counts attributions whose
    source, cue and content are all the same; `linked_overlap_f1` asks that of source and cue, and of
    the content that at least 0.8 of the characters in either are in both. A text marked by several
    people counts once: its counts are the mean over them.
    """
    tallies = [_tally(text, tuple(found)) for text, found in zip(texts, predicted, strict=True)]
    return EvaluationResult("attribution", len(texts), with_intervals(tallies, _scores))


def to_lines(
    texts: Iterable[AnnotatedText], predicted: Iterable[Sequence[MarkedAttribution]]
) -> Iterator[str]:
    """Return one line of JSON a text: its file name and what was found, offsets as in the file."""
    for text, found in zip(texts, predicted, strict=True):
        attributions = [{kind: getattr(one, kind) for kind in KINDS} for one in found]
        yield json.dumps({"file": f"{text.name}.txt", "attributions": attributions})


def _scores(tallies: Sequence[Tally]) -> dict[str, float]:
    return {
        f"{measure}_f1": f1(*(sum(tally[measure][part] for tally in tallies) for part in range(3)))
        for measure in tallies[0]
    }


def _tally(text: AnnotatedText, found: tuple[MarkedAttribution, ...]) -> Tally:
    tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(text.text)]
    each = [_tally_one(tokens, found, wanted) for wanted in text.annotations]
    return {
        measure: (
            sum(one[measure][0] for one in each) / len(each),
            sum(one[measure][1] for one in each) / len(each),
            sum(one[measure][2] for one in each) / len(each),
        )
        for measure in each[0]
    }


def _tally_one(
    tokens: list[tuple[int, int]],
    found: tuple[MarkedAttribution, ...],
    wanted: tuple[MarkedAttribution, ...],
) -> Tally:
    tally: Tally = {}
    for kind in KINDS:
        ours, theirs = _spans(found, kind), _spans(wanted, kind)
        tally[f"{kind}_exact"] = (len(ours & theirs), len(ours), len(theirs))
        ours, theirs = _tokens_in(tokens, ours), _tokens_in(tokens, theirs)
        tally[f"{kind}_token"] = (len(ours & theirs), len(ours), len(theirs))
    wholes, golds = set(found), set(wanted)
    tally["linked_exact"] = (len(wholes & golds), len(wholes), len(golds))
    tally["linked_overlap"] = (_overlapping(wholes, golds), len(wholes), len(golds))
    return tally


def _spans(attributions: Iterable[MarkedAttribution], kind: str) -> set[tuple[int, int]]:
    return {span for attribution in attributions for span in getattr(attribution, kind)}


def _tokens_in(tokens: list[tuple[int, int]], spans: set[tuple[int, int]]) -> set[tuple[int, int]]:
    covered = {place for start, end in spans for place in range(start, end)}
    return {(start, end) for start, end in tokens if start in covered or end - 1 in covered}


def _overlapping(found: set[MarkedAttribution], wanted: set[MarkedAttribution]) -> int:
    """Count the wanted attributions met, each found one used once, the exactly alike first."""
    left = sorted(found - wanted, key=_reading_order)
    hits = len(found & wanted)
    for gold in sorted(wanted - found, key=_reading_order):
        for number, one in enumerate(left):
            same = one.source == gold.source and one.cue == gold.cue
            if same and _shared(one.content, gold.content) >= _ENOUGH:
                hits += 1
                del left[number]
                break
    return hits


def _reading_order(attribution: MarkedAttribution) -> tuple[Pieces, Pieces, Pieces]:
    return attribution.cue, attribution.source, attribution.content


def _shared(left: Pieces, right: Pieces) -> float:
    ours = {place for start, end in left for place in range(start, end)}
    theirs = {place for start, end in right for place in range(start, end)}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
