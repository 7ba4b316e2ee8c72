"""How well pasted headlines are found: titles of other events, pasted between an article's paragraphs.

Nobody has marked a corpus for this, so it is made: from articles of several events, each gets 1 to 4
titles of articles on other events pasted in one place. What is then marked and was neither pasted nor
marked before the pasting is counted as wrong.
"""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.evaluation.result import EvaluationResult, with_intervals
from onrecord.intake.inserted import find_inserted
from onrecord.intake.inserted.lines import lines_of
from onrecord.text.normalise import normalise, one_line

__all__ = ["Report", "evaluate_inserted", "read_reports", "score_pasting"]

_SIZES = (1, 2, 3, 4)
_FEWEST_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Report:
    """One article of a corpus of events.

    Attributes:
        event: Which event it tells of.
        title: Headline.
        text: As stored.
    """

    event: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class _Pasted:
    """What became of one article's pasted headlines: how many there were, found, and wrongly marked."""

    size: int
    found: int
    wrong: int


def evaluate_inserted(path: Path) -> EvaluationResult:
    """Return how well pasted headlines are found in a file of JSON lines with `cluster, title, text`.

    Raises:
        UsageError: A line lacks one of the keys, or the file holds only one event.
    """
    return score_pasting(read_reports(path))


def read_reports(path: Path) -> list[Report]:
    """Return the articles of a file.

    Raises:
        UsageError: A line is not what is expected.
    """
    reports = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            told = json.loads(line)
            reports.append(Report(told["cluster"], one_line(told["title"]), normalise(told["text"])))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}, line {number}: expected cluster, title and text; {error}.") from error
    return reports


def score_pasting(reports: Sequence[Report], rounds: int = 3) -> EvaluationResult:
    """Return recall and precision in percent, over all sizes and for each number of pasted headlines.

    `marked_untouched` is how many headlines per 100 articles are marked with nothing pasted: false
    alarms, and headlines the articles came with.

    Args:
        reports: Articles of at least two events.
        rounds: How often each article gets headlines; the draws are always the same.
    """
    if len({report.event for report in reports}) < 2:
        raise UsageError("Pasting headlines needs articles of at least two events, found one.")
    pasted = [
        _paste(report, [other.title for other in reports if other.event != report.event], size, draw)
        for size in _SIZES
        for number in range(rounds)
        for report, draw in zip(reports, _draws(number, len(reports)), strict=True)
        if len(_paragraphs(report)) >= _FEWEST_PARAGRAPHS
    ]
    scores = with_intervals(pasted, _scores)
    marked = sum(_headlines(report.text, report.title) for report in reports)
    return EvaluationResult(
        "inserted", len(reports), {**scores, "marked_untouched": 100.0 * marked / len(reports)}
    )


def _draws(seed: int, count: int) -> list[random.Random]:
    return [random.Random(1000 * seed + number) for number in range(count)]


def _paragraphs(report: Report) -> list[int]:
    return [line.end for line in lines_of(report.text) if line.full]


def _paste(report: Report, titles: Sequence[str], size: int, draw: random.Random) -> _Pasted:
    chosen = draw.sample(sorted(set(titles)), size)
    at = draw.choice(_paragraphs(report)[1:-1])
    text = report.text[:at] + "".join(f"\n{title}" for title in chosen) + report.text[at:]
    before = {span.text for span in find_inserted(report.text, report.title)}
    after = [span.text for span in find_inserted(text, report.title)]
    return _Pasted(
        size=size,
        found=sum(title in after for title in chosen),
        wrong=sum(line not in before and line not in chosen for line in after),
    )


def _headlines(text: str, title: str) -> int:
    return sum(span.reason.startswith("headline") for span in find_inserted(text, title))


def _scores(pasted: Sequence[_Pasted]) -> Mapping[str, float]:
    scores = {"recall": _recall(pasted), "precision": _precision(pasted)}
    for size in _SIZES:
        scores[f"recall_{size}"] = _recall([one for one in pasted if one.size == size])
    return scores


def _recall(pasted: Sequence[_Pasted]) -> float:
    wanted = sum(one.size for one in pasted)
    return 100.0 * sum(one.found for one in pasted) / wanted if wanted else 100.0


def _precision(pasted: Sequence[_Pasted]) -> float:
    found = sum(one.found for one in pasted)
    marked = found + sum(one.wrong for one in pasted)
    return 100.0 * found / marked if marked else 100.0
