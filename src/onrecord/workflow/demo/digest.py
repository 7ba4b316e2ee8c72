"""Read the bundled dispatches into a fresh ledger, and what to show of it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.intake.options import IntakeOptions
from onrecord.ledger import Ledger
from onrecord.progress import Progress, silent
from onrecord.workflow.add import AddOptions, Report, add_sources
from onrecord.workflow.demo.dispatches import dispatches_path

__all__ = ["Digest", "demo_digest"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What a fresh ledger of the bundled dispatches holds.

    Attributes:
        url: The ledger's SQLAlchemy URL.
        report: What adding them did.
        stances: Stance → number of claims, most first.
    """

    url: str
    report: Report
    stances: dict[str, int]


def demo_digest(
    path: Path,
    options: AddOptions,
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
) -> Digest:
    """Read the bundled dispatches into a fresh SQLite ledger at `path`, and return what it holds.

    A demonstration ledger that lies there is replaced; anything else is left alone.

    Raises:
        UsageError: A file lies at `path` that no demonstration made.
    """
    _clear(path)
    url = f"sqlite:///{path}"
    with Ledger.open(url, now=clock()) as ledger:
        report = add_sources(
            ledger, [dispatches_path()], IntakeOptions(), options, clock=clock, progress=progress
        )
        stances = Counter(claim.stance.value for claim in ledger.reader.claims())
    return Digest(url, report, dict(stances.most_common()))


def _clear(path: Path) -> None:
    if not path.exists():
        return
    if "demo" not in path.name:
        raise UsageError(f"{path} is there already and its name does not hold 'demo'. Name another file.")
    for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        part.unlink(missing_ok=True)
