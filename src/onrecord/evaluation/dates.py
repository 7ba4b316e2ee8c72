"""Score time expressions as TempEval-3 does: relaxed, strict and value F1."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onrecord.evaluation.meantime import SCORED, MeantimeText, read_meantime
from onrecord.evaluation.result import EvaluationResult, f1, with_intervals
from onrecord.evaluation.spans import match_spans
from onrecord.evaluation.timeml import TimemlText, read_timeml

__all__ = ["DatePredictor", "DatedText", "FoundTime", "predict_dates", "read_dated", "score_dates", "to_rows"]


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression, marked or found.

    Attributes:
        start: First character, or t_id of the first token in a MEANTIME file.
        end: One past the last character or t_id.
        type: TIMEX3 type.
        value: TIMEX3 value; "" when it cannot be told.
    """

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class DatedText:
    """An article with its marked time expressions.

    Attributes:
        name: File name.
        text: The article.
        published: Day it was written; None when the file does not tell.
        wanted: The marked expressions that count, with offsets as in the file.
        place: From half-open characters of `text` to offsets as in the file; None for what does not count.
    """

    name: str
    text: str
    published: date | None
    wanted: tuple[FoundTime, ...]
    place: Callable[[int, int], tuple[int, int] | None]


DatePredictor = Callable[[str, date | None], Sequence[FoundTime]]
"""From a text and its day to its time expressions, by characters."""


def read_dated(folder: Path) -> tuple[DatedText, ...]:
    """Return the articles of a folder of TimeML (*.tml) or MEANTIME (CAT XML) files.

    Of MEANTIME only sentences 0 and 2 to 5 count: the others are not fully annotated, or the date line.

    Raises:
        UsageError: The folder holds neither.
    """
    if any(folder.rglob("*.tml")):
        return tuple(_of_timeml(text) for text in read_timeml(folder))
    return tuple(_of_meantime(text) for text in read_meantime(folder))


def _of_timeml(text: TimemlText) -> DatedText:
    wanted = tuple(FoundTime(mark.start, mark.end, mark.type, mark.value) for mark in text.times)
    return DatedText(text.name, text.text, text.published, wanted, lambda start, end: (start, end))


def _of_meantime(text: MeantimeText) -> DatedText:
    wanted = tuple(
        FoundTime(mark.start + 1, mark.end + 1, mark.type, mark.value)
        for mark in text.times
        if text.sentences[mark.start] in SCORED
    )

    def place(start: int, end: int) -> tuple[int, int] | None:
        reach = text.token_range(start, end)
        if reach is None or text.sentences[reach[0]] not in SCORED:
            return None
        return (reach[0] + 1, reach[1] + 1)

    return DatedText(text.name, text.text, text.published, wanted, place)


def predict_dates(texts: Sequence[DatedText], predict: DatePredictor) -> list[tuple[FoundTime, ...]]:
    """Return what is found in each text, with offsets as in its file."""
    out = []
    for text in texts:
        found = []
        for one in predict(text.text, text.published):
            place = text.place(one.start, one.end)
            if place is not None:
                found.append(FoundTime(*place, one.type, one.value))
        out.append(tuple(found))
    return out


Tally = Mapping[str, float]


def score_dates(texts: Sequence[DatedText], found: Sequence[Sequence[FoundTime]]) -> EvaluationResult:
    """Return relaxed, strict and value F1 in percent with 95 % intervals, and how many were marked and found.

    Relaxed: any overlap. Strict: the same words. Value: overlap and the same TIMEX3 value.
    Source: UzZaman et al. 2013 (TempEval-3), section 4.
    """
    tallies = [_tally(text.wanted, times) for text, times in zip(texts, found, strict=True)]
    scores = with_intervals(tallies, _scores)
    scores |= {"marked": sum(t["wanted"] for t in tallies), "found": sum(t["found"] for t in tallies)}
    return EvaluationResult("dates", len(texts), scores)


def _tally(wanted: Sequence[FoundTime], found: Sequence[FoundTime]) -> Tally:
    matched = match_spans([(w.start, w.end) for w in wanted], [(f.start, f.end) for f in found])
    valued = sum(wanted[i].value == found[j].value for i, j in matched.pairs)
    typed = sum(wanted[i].type == found[j].type for i, j in matched.pairs)
    return {
        "wanted": len(wanted),
        "found": len(found),
        "relaxed": len(matched.pairs),
        "strict": matched.exact,
        "value": valued,
        "type": typed,
    }


def _scores(tallies: Sequence[Tally]) -> dict[str, float]:
    total = {key: sum(tally[key] for tally in tallies) for key in tallies[0]} if tallies else {}
    found, wanted = total.get("found", 0.0), total.get("wanted", 0.0)
    return {
        f"{name}_f1": f1(total.get(name, 0.0), found, wanted)
        for name in ("relaxed", "strict", "value", "type")
    }


def to_rows(texts: Sequence[DatedText], found: Sequence[Sequence[FoundTime]]) -> list[str]:
    """Return one line an expression: file, start, end, type and value, tab-separated."""
    return [
        f"{text.name}\t{one.start}\t{one.end}\t{one.type}\t{one.value}"
        for text, times in zip(texts, found, strict=True)
        for one in times
    ]
