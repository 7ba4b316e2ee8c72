"""Score the numbers found against MEANTIME's VALUE marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.evaluation.meantime import SCORED, MeantimeText
from onrecord.evaluation.result import EvaluationResult, f1, with_intervals
from onrecord.evaluation.spans import match_spans

__all__ = ["FoundNumber", "NumberPredictor", "predict_numbers", "score_numbers", "to_rows"]


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number that was found.

    Attributes:
        start: First character, or t_id of the first token once placed in a file.
        end: One past the last.
        type: QUANTITY, MONEY or PERCENT, as MEANTIME divides them.
        value: The value named, or "low..high"; "" when untold.
        unit: What is counted.
    """

    start: int
    end: int
    type: str
    value: str
    unit: str


NumberPredictor = Callable[[MeantimeText], Sequence[FoundNumber]]
"""From an article to its numbers, by characters of its text."""


def predict_numbers(texts: Sequence[MeantimeText], predict: NumberPredictor) -> list[tuple[FoundNumber, ...]]:
    """Return the numbers found in the sentences that count, with t_ids as in the file."""
    out = []
    for text in texts:
        found = []
        for one in predict(text):
            reach = text.token_range(one.start, one.end)
            if reach is not None and text.sentences[reach[0]] in SCORED:
                found.append(FoundNumber(reach[0] + 1, reach[1] + 1, one.type, one.value, one.unit))
        out.append(tuple(found))
    return out


def score_numbers(texts: Sequence[MeantimeText], found: Sequence[Sequence[FoundNumber]]) -> EvaluationResult:
    """Return relaxed, strict and type F1, and recall and precision of the relaxed kind, in percent.

    MEANTIME also marks ages, sizes of screens, ordinals and names of models ("15''", "5th"), which are no
    figure here: precision tells more than recall.
    """
    tallies = [_tally(text, numbers) for text, numbers in zip(texts, found, strict=True)]
    scores = with_intervals(tallies, _scores)
    scores |= {"marked": sum(t["wanted"] for t in tallies), "found": sum(t["found"] for t in tallies)}
    return EvaluationResult("numbers", len(texts), scores)


def _tally(text: MeantimeText, found: Sequence[FoundNumber]) -> dict[str, float]:
    wanted = [value for value in text.values if text.sentences[value.start] in SCORED]
    matched = match_spans([(w.start + 1, w.end + 1) for w in wanted], [(f.start, f.end) for f in found])
    typed = sum(wanted[i].type == found[j].type for i, j in matched.pairs)
    return {
        "wanted": len(wanted),
        "found": len(found),
        "relaxed": len(matched.pairs),
        "strict": matched.exact,
        "type": typed,
    }


def _scores(tallies: Sequence[dict[str, float]]) -> dict[str, float]:
    def total(name: str) -> float:
        return sum(tally[name] for tally in tallies)

    found, wanted, hits = total("found"), total("wanted"), total("relaxed")
    scores = {f"{name}_f1": f1(total(name), found, wanted) for name in ("relaxed", "strict", "type")}
    scores["relaxed_precision"] = 100.0 * hits / found if found else 100.0
    scores["relaxed_recall"] = 100.0 * hits / wanted if wanted else 100.0
    return scores


def to_rows(texts: Sequence[MeantimeText], found: Sequence[Sequence[FoundNumber]]) -> list[str]:
    """Return one line a number: file, start, end, type, value and unit, tab-separated."""
    return [
        f"{text.name}\t{one.start}\t{one.end}\t{one.type}\t{one.value}\t{one.unit}"
        for text, numbers in zip(texts, found, strict=True)
        for one in numbers
    ]
