"""Passages of real news whose attributions were marked by readers; the text stays with its corpora."""

import re
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.evaluation.passages import ranges_of, texts_of
from onrecord.evaluation.polnear import AnnotatedText, MarkedAttribution, Pieces

__all__ = ["read_marked_sayings"]

_PIECES = r"(?:\d+-\d+(?:,\d+-\d+)*)?"
_MARK = rf"{_PIECES}\|{_PIECES}\|{_PIECES}"
_ROW = re.compile(rf"(dev|train)\t([^\t]+)\t(\d+-\d+)\t((?:{_MARK}(?:;{_MARK})*)?)")


def read_marked_sayings(
    file: Path, corpora: Path, dev: bool, dispatches: Path | None = None
) -> tuple[AnnotatedText, ...]:
    """Return the passages of a file, in its order, each as a text by itself with its attributions.

    Args:
        file: Tab-separated: "dev" or "train", article, range of the passage, its attributions
            (source|cue|content, each of ranges a-b joined by commas), separated by semicolons. All ranges
            are half-open, in characters of the article.
        corpora: Folder with `news.jsonl`, `clusters/` and `polnear/`.
        dev: Whether those kept for measuring are wanted, or those to learn from.
        dispatches: Texts of articles of `own:`.

    Raises:
        UsageError: A row is none, or an article is not in the corpora.
    """
    rows = [row[1:] for row in _rows(file) if (row[0] == "dev") == dev]
    wanted = {article for article, _, _ in rows}
    texts = texts_of(file, corpora, wanted, dispatches)
    return tuple(_passage(article, texts[article], *rest) for article, *rest in rows)


def _rows(file: Path) -> list[tuple[str, ...]]:
    lines = file.read_text(encoding="utf-8").splitlines()
    told = [(n, line) for n, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    found = [(n, _ROW.fullmatch(line)) for n, line in told]
    for n, row in found:
        if row is None:
            raise UsageError(
                f"{file}, line {n}: expected dev or train, an article, a range of characters a-b and "
                "attributions source|cue|content, separated by tabs."
            )
    return [row.groups() for _, row in found if row is not None]


def _passage(article: str, text: str, passage: str, marks: str) -> AnnotatedText:
    ((start, end),) = ranges_of(passage)
    told = tuple(
        MarkedAttribution(*(_pieces(part, start) for part in mark.split("|")))
        for mark in filter(None, marks.split(";"))
    )
    return AnnotatedText(f"{article}@{start}", text[start:end], (told,))


def _pieces(told: str, start: int) -> Pieces:
    """Return ranges of an article as ranges of a passage that starts there."""
    return tuple((a - start, b - start) for a, b in ranges_of(told))
