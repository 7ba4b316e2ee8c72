"""Claims that people judged, as the reader makes them now: what `probability.py` fits on."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from draw import articles_by_id, digest_of
from tqdm import tqdm

from onrecord.reading.claims.signs import Signs
from onrecord.records import Claim, from_json, to_json
from onrecord.workflow.read import ReadingOptions, build_reader

__all__ = ["Judged", "judged", "read_anew"]

VERDICTS = Path(__file__).parents[1] / "tests" / "error_card" / "verdicts.tsv"

FRESH = frozenset({"twelfth", "thirteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"})
"""Draws whose errors were not mended yet. Of the wrong claims of others many are gone, so that too many of
those still made are right: all tell which signs count, these alone how often a part is right.
"""


@dataclass(frozen=True)
class Judged:
    """A judged claim that the reader still makes.

    Attributes:
        claim: As it makes it now.
        signs: What speaks for and against its parts.
        wrong: Fields judged wrong; a sector or kind does not count, as most are left empty since.
        fresh: Nothing was mended since that was wrong in its draw.
    """

    claim: Claim
    signs: Signs
    wrong: frozenset[str]
    fresh: bool


@dataclass(frozen=True)
class Verdict:
    """What a judge found in a claim."""

    draw: str
    article: str
    told: str
    wrong: frozenset[str]


def verdicts() -> Iterator[Verdict]:
    """Give the verdicts that name their claim by a digest of what it tells."""
    with VERDICTS.open(encoding="utf-8") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            if row["told"] != "-":
                wrong = frozenset(row["wrong"].split(",")) - {"-"}
                yield Verdict(row["draw"], row["article"], row["told"], wrong)


def read_anew(corpora: Path, out: Path) -> None:
    """Write the claims that the reader makes of the judged articles, each with its signs, as JSON lines."""
    wanted = {verdict.article for verdict in verdicts()}
    reader = build_reader(ReadingOptions(sure=0.0))
    with out.open("w", encoding="utf-8") as file:
        for article in tqdm(articles_by_id(corpora, wanted), total=len(wanted), unit=" articles"):
            for claim, signs in reader.with_signs(article):
                row = {"claim": to_json(claim), "signs": {part: dict(told) for part, told in signs.items()}}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def judged(signs: Path) -> Iterator[Judged]:
    """Give the judged claims that are still made; of several verdicts the first counts."""
    found: dict[str, Verdict] = {}
    for verdict in verdicts():
        found.setdefault(verdict.told, verdict)
    with signs.open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            verdict = found.pop(digest_of(row["claim"]), None)
            if verdict is not None:
                claim = from_json(Claim, row["claim"])
                yield Judged(claim, row["signs"], verdict.wrong, verdict.draw in FRESH)
