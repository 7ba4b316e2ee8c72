"""Attributions whose stance was judged by readers, without their text: `stances_judged.tsv`."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.encoder.telling import STANCES, Telling
from onrecord.evaluation.passages import ranges_of, texts_of
from onrecord.records import Stance

JUDGED = Path(__file__).parent / "stances_judged.tsv"
DISPATCHES = Path(__file__).parents[1] / "tests" / "error_card" / "dispatches.jsonl"
SECOND = 0.35
"""Share of a judgement that names a second stance as equally right."""


@dataclass(frozen=True, slots=True)
class JudgedTelling:
    """One attribution with its judgement.

    Attributes:
        article: Its article, with the corpus ("news:ca79b84d8d0e", "own:dp-1-1").
        telling: What the encoder sees.
        right: The stances that are right, the better first; None for nobody on record.
    """

    article: str
    telling: Telling
    right: tuple[Stance | None, ...]

    def wanted(self) -> np.ndarray:
        """Return the share of each of the encoder's columns, shape (18,)."""
        shares = np.zeros(len(STANCES) + 1, dtype=np.float32)
        for stance in self.right:
            column = len(STANCES) if stance is None else STANCES.index(stance)
            first = 1.0 if len(self.right) == 1 else 1 - SECOND
            shares[column] += first if stance == self.right[0] else SECOND / (len(self.right) - 1)
        return shares


def read_judged(corpora: Path, file: Path = JUDGED) -> list[JudgedTelling]:
    """Return the judged attributions, in the order of the file.

    Args:
        corpora: Folder with `news.jsonl`, `clusters/` and `polnear/`.
        file: Tab-separated: article, ranges of cue, source and content, the rules' stance, flags, judgement.
    """
    rows = [line.rstrip("\n").split("\t") for line in file.open(encoding="utf-8") if not line.startswith("#")]
    texts = texts_of(file, corpora, {row[0] for row in rows}, DISPATCHES)
    return [_judged(row, texts[row[0]]) for row in rows]


def _judged(row: list[str], text: str) -> JudgedTelling:
    article, cue, source, content, stance, flags, right = row
    telling = Telling(
        text=text,
        cue=ranges_of(cue),
        source=ranges_of(source),
        content=ranges_of(content),
        stance=Stance(stance),
        quoted="q" in flags,
        clause="c" in flags,
        unnamed="u" in flags,
    )
    return JudgedTelling(
        article, telling, tuple(None if r == "nobody" else Stance(r) for r in right.split("/"))
    )
