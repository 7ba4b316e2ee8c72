"""Read the bundled dispatches into a fresh ledger, and what to show of it."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from onrecord.errors import LedgerError, UsageError
from onrecord.intake.options import IntakeOptions
from onrecord.ledger import Ledger, look_at
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

    A ledger that lies there and holds only bundled dispatches is replaced; anything else is left alone.

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
    own = _not_of_the_demonstration(path)
    if own is not None:
        raise UsageError(
            f"{path} is there already and {own}; only a ledger of the demonstration's own dispatches is "
            "replaced. Name another file with --ledger, or move this one away."
        )
    for part in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        part.unlink(missing_ok=True)


def _not_of_the_demonstration(path: Path) -> str | None:
    """Return what a file holds that no demonstration wrote; None for an older demonstration."""
    url = f"sqlite:///{path}"
    try:
        if look_at(url).schema is None:
            return "is no ledger"
    except LedgerError as error:
        return f"is no ledger that can be read ({error})"
    bundled = {json.loads(line)["id"] for line in dispatches_path().read_text(encoding="utf-8").splitlines()}
    with Ledger.open(url, create=False) as ledger:
        held = (one.id for one in (*ledger.reader.articles(), *ledger.reader.set_aside()))
        own = next((one for one in held if one not in bundled), None)
    return None if own is None else f"holds the article {own}"
