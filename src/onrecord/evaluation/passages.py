"""Passages of real news whose deeds were marked by readers; the text stays with its corpora."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from onrecord.encoder.finding import ACTOR, KINDS, RECIPIENT, STATUSES
from onrecord.errors import UsageError
from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles
from onrecord.records import Status

__all__ = ["MarkedDeed", "MarkedSentence", "Passage", "ranges_of", "read_passages", "texts_of"]


@dataclass(frozen=True, slots=True)
class MarkedDeed:
    """A deed in a sentence.

    Attributes:
        word: Half-open range of the word that names it, in characters of the article.
        kind: Number of its kind in `KINDS`.
        roles: For each party of the sentence its role, 0 where it has none.
        status: Number of its status in `STATUSES`.
        negated: Whether it is told not to have happened.
    """

    word: tuple[int, int]
    kind: int
    roles: tuple[int, ...]
    status: int
    negated: bool


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with its deeds; all ranges are half-open, in characters of the article.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        parties: Heads of the parties in it.
        deeds: What it tells; may be empty.
    """

    start: int
    end: int
    parties: tuple[tuple[int, int], ...]
    deeds: tuple[MarkedDeed, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that follow each other.

    Attributes:
        article: Their article, with the corpus ("news:ca79b84d8d0e").
        text: The whole article.
        sentences: At least one.
        dev: Whether the article is kept for measuring.
    """

    article: str
    text: str
    sentences: tuple[MarkedSentence, ...]
    dev: bool

    @property
    def start(self) -> int:
        """Where the first sentence begins."""
        return self.sentences[0].start

    @property
    def end(self) -> int:
        """Where the last sentence ends."""
        return self.sentences[-1].end


def read_passages(file: Path, corpora: Path, dispatches: Path | None = None) -> list[Passage]:
    """Return the marked passages of a file, in its order.

    Args:
        file: Tab-separated: "dev" or "train", article, number of the passage, range of the sentence, heads of
            its parties, its deeds (word|kind|actors|recipients|status), separated by semicolons.
        corpora: Folder with `news.jsonl` and `polnear/`.
        dispatches: File of the articles named "own:dp-1-1".

    Raises:
        UsageError: An article is not in the corpora.
    """
    rows = [line.rstrip("\n").split("\t") for line in file.open(encoding="utf-8") if not line.startswith("#")]
    wanted = {row[1] for row in rows}
    texts = texts_of(file, corpora, wanted, dispatches)
    return [
        Passage(article, texts[article], tuple(_sentence(row[3:]) for row in own), part == "dev")
        for (part, article, _), own in groupby(rows, lambda row: (row[0], row[1], row[2]))
    ]


def texts_of(file: Path, corpora: Path, wanted: set[str], dispatches: Path | None = None) -> dict[str, str]:
    """Return the texts of articles by their names, corpus and id.

    Args:
        file: The marks that name them.
        corpora: Folder with `news.jsonl`, `clusters/` and `polnear/`.
        wanted: Names such as "news:ca79b84d8d0e".
        dispatches: File of the articles named "own:dp-1-1".

    Raises:
        UsageError: An article is not there.
    """
    texts = dict(_texts(corpora, wanted, dispatches))
    if missing := sorted(wanted - texts.keys()):
        where = dispatches or "--dispatches" if missing[0].startswith("own:") else corpora
        raise UsageError(f"{where} lacks {len(missing)} of the articles of {file}, first {missing[0]}.")
    return texts


def _texts(corpora: Path, wanted: set[str], dispatches: Path | None) -> Iterator[tuple[str, str]]:
    """Give the texts wanted; a corpus of which none is wanted need not be there."""
    of = {name.partition(":")[0] for name in wanted}
    files = {"own": dispatches, "news": corpora / "news.jsonl"}
    for corpus, file in files.items():
        for article in open_articles([file], options=IntakeOptions()) if file and corpus in of else ():
            if f"{corpus}:{article.id}" in wanted:
                yield f"{corpus}:{article.id}", article.text
    if "clusters" in of:
        with (corpora / "clusters" / "articles.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                told = json.loads(line)
                if f"clusters:{told['id']}" in wanted:
                    yield f"clusters:{told['id']}", told["text"]
    for path in (corpora / "polnear" / "train" / "text").glob("*.txt"):
        if f"polnear:{path.stem}" in wanted:
            yield f"polnear:{path.stem}", path.read_text(encoding="utf-8")


def ranges_of(told: str) -> tuple[tuple[int, int], ...]:
    """Return ranges told as "3-7,9-14"; none of an empty text."""
    return tuple(_range(part) for part in told.split(",") if part)


def _sentence(row: list[str]) -> MarkedSentence:
    sentence, parties, deeds = row
    heads = ranges_of(parties)
    start, end = _range(sentence)
    return MarkedSentence(start, end, heads, tuple(_deeds(deeds, len(heads))))


def _deeds(told: str, parties: int) -> Iterator[MarkedDeed]:
    for deed in filter(None, told.split(";")):
        word, kind, actors, recipients, status = deed.split("|")
        roles = [0] * parties
        for numbers, role in ((recipients, RECIPIENT), (actors, ACTOR)):
            for number in filter(None, numbers.split(",")):
                roles[int(number)] = role
        standing = STATUSES.index(Status(status.removeprefix("not ")))
        yield MarkedDeed(_range(word), KINDS.index(kind), tuple(roles), standing, status.startswith("not "))


def _range(told: str) -> tuple[int, int]:
    start, end = told.split("-")
    return int(start), int(end)
