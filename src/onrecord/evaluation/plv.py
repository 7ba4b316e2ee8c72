"""Read PLV: sentences with a marked source and target, and the PLOVER root that relates them."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from onrecord.codebook.root_classes import ROOTS
from onrecord.errors import UsageError

__all__ = ["MarkedPair", "read_plv"]

_MARK = re.compile(r"</?([st])>")


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """One sentence with a pair of parties.

    Attributes:
        uid: As in the file, else the row's number from 0.
        text: The sentence without its marks.
        source: Half-open character ranges of the source in `text`; none where the file marks none.
        target: The same for the target.
        root: The class a person gave; None where the file has none.
    """

    uid: str
    text: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    root: str | None


def read_plv(file: Path) -> tuple[MarkedPair, ...]:
    """Return the rows of a TSV file with a column `marked_sentence`, in order.

    Columns `uid` and `gold_root` are read where there are any; others are left alone.

    Raises:
        UsageError: The column is missing, or a root is none of `ROOTS`.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or "marked_sentence" not in rows[0]:
        found = ", ".join(rows[0]) if rows else "no rows"
        raise UsageError(f"{file}: found {found}; expected a TSV file with a column marked_sentence.")
    return tuple(_pair(file, number, row) for number, row in enumerate(rows))


def _pair(file: Path, number: int, row: dict[str, str]) -> MarkedPair:
    text, spans = _without_marks(row["marked_sentence"])
    root = row.get("gold_root") or None
    if root in ("CONCEDE", "RETREAT"):
        root = "YIELD"
    if root is not None and root not in ROOTS:
        raise UsageError(
            f"{file}, line {number + 2}: gold_root is {root!r}; expected one of {', '.join(ROOTS)}."
        )
    return MarkedPair(row.get("uid") or str(number), text, tuple(spans["s"]), tuple(spans["t"]), root)


def _without_marks(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the text without marks and the ranges they enclosed, white space at their ends left out."""
    pieces: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {"s": [], "t": []}
    opened: dict[str, int] = {}
    length = at = 0
    for mark in _MARK.finditer(marked):
        pieces.append(marked[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if not mark.group().startswith("</"):
            opened[mark[1]] = length
        elif mark[1] in opened:
            start = opened.pop(mark[1])
            inner = "".join(pieces)[start:length]
            left = len(inner) - len(inner.lstrip())
            if inner.strip():
                spans[mark[1]].append((start + left, start + left + len(inner.strip())))
    pieces.append(marked[at:])
    return "".join(pieces), spans
