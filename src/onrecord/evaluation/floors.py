"""Hold figures to their pinned floors: a change that makes the program worse is refused.

A file of floors lists what was reached, on which corpus, told by its digest:

    [[floor]]
    task = "attribution"
    corpus = "polnear/dev"
    sha256 = "…"
    scores = { source_exact_f1 = 80.0 }

A task whose marks are not in the corpus itself names their file too, from the file of floors: `marks = "…"`.
"""

import hashlib
import importlib
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.errors import UsageError
from onrecord.evaluation.result import EvaluationResult

__all__ = ["TASKS", "Floor", "Held", "check_floors", "corpus_digest", "read_floors"]

TASKS = {
    "attribution": "onrecord.evaluation.attribution_encoder:evaluate_encoder",
    "attribution-passages": "onrecord.evaluation.attribution_encoder:evaluate_passages",
    "attribution-reader": "onrecord.evaluation.attribution_reader:evaluate_reader",
    "attribution-rules": "onrecord.evaluation.attribution_reader:evaluate_rules",
    "deeds": "onrecord.evaluation.deeds:evaluate_news",
    "dates": "onrecord.evaluation.grounding_floors:evaluate_dates",
    "numbers": "onrecord.evaluation.grounding_floors:evaluate_numbers",
    "places": "onrecord.evaluation.grounding_floors:evaluate_places",
    "factuality": "onrecord.evaluation.factuality:evaluate_factuality",
    "relations-frames": "onrecord.evaluation.relations:evaluate_frames",
    "linking": "onrecord.evaluation.linking:evaluate_linking",
    "inserted": "onrecord.evaluation.inserted:evaluate_inserted",
    "pages": "onrecord.evaluation.pages:evaluate_pages",
}
"""Task of a floor → "module:function": from the corpus, and its marks if they stand apart, to a result."""

_KEYS = {"task", "corpus", "sha256", "scores"}


@dataclass(frozen=True, slots=True)
class Floor:
    """What one task must reach on one corpus.

    Attributes:
        task: Name in `TASKS`.
        corpus: File or folder below the folder of corpora.
        sha256: Its `corpus_digest`.
        scores: Name of a figure → the least it may be.
        marks: File of marks, where they are not in the corpus itself.
    """

    task: str
    corpus: str
    sha256: str
    scores: Mapping[str, float]
    marks: Path | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One figure beside its floor.

    Attributes:
        floor: The floor.
        score: Name of the figure; None where the corpus is not there and nothing was measured.
        least: The least it may be; None likewise.
        reached: What it is; None likewise.
    """

    floor: Floor
    score: str | None = None
    least: float | None = None
    reached: float | None = None

    @property
    def holds(self) -> bool:
        """True when the figure is not below its floor, or nothing could be measured."""
        return self.reached is None or self.least is None or self.reached >= self.least


def corpus_digest(path: Path) -> str:
    """Return a SHA-256 over a file, or over the names and contents of all files in a folder."""
    digest = hashlib.sha256()
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for file in files:
        name = file.relative_to(path).as_posix() if path.is_dir() else ""
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{name}\0{content}\n".encode())
    return digest.hexdigest()


def read_floors(path: Path) -> tuple[Floor, ...]:
    """Return the floors of a TOML file, in its order.

    Raises:
        UsageError: A floor lacks a key, has an unknown one, or names an unknown task.
    """
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("floor", [])
    return tuple(_floor(path, number, row) for number, row in enumerate(rows, start=1))


def _floor(path: Path, number: int, row: dict[str, Any]) -> Floor:
    if set(row) - {"marks"} != _KEYS:
        raise UsageError(
            f"{path}, floor {number}: has the keys {', '.join(sorted(row))}; "
            f"expected {', '.join(sorted(_KEYS))}."
        )
    if row["task"] not in TASKS:
        raise UsageError(
            f"{path}, floor {number}: task {row['task']!r} is none of {', '.join(sorted(TASKS))}."
        )
    marks = path.parent / row.pop("marks") if "marks" in row else None
    return Floor(**row, marks=marks)


def check_floors(floors: tuple[Floor, ...], corpora: Path) -> Iterator[Held]:
    """Measure each floor's task and return its figures beside their floors, as they are reached.

    A floor whose corpus is not below `corpora` gives one `Held` without figures.

    Raises:
        UsageError: A corpus is there but is not the one the floor was measured on, or a floor names a
            figure its task does not give.
    """
    for floor in floors:
        path = corpora / floor.corpus
        if not path.exists():
            yield Held(floor)
            continue
        found = corpus_digest(path)
        if found != floor.sha256:
            raise UsageError(
                f"{path} has digest {found[:12]}, but the floor of {floor.task} was measured on "
                f"{floor.sha256[:12]}. Measure anew and pin the new digest with the new figures."
            )
        apart = () if floor.marks is None else (floor.marks,)
        scores = _evaluator(floor.task)(path, *apart).scores
        for score, least in floor.scores.items():
            if score not in scores:
                raise UsageError(f"{floor.task} gives no {score!r}; it gives {', '.join(sorted(scores))}.")
            yield Held(floor, score, least, scores[score])


def _evaluator(task: str) -> Callable[..., EvaluationResult]:
    module, _, name = TASKS[task].partition(":")
    evaluator: Callable[..., EvaluationResult] = getattr(importlib.import_module(module), name)
    return evaluator
