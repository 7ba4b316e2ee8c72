"""What intake makes of real news pages, against what a reader should get out of them.

A folder holds pages as `NAME_YYYY_MM_DD.html.gz` and, for each NAME, `NAME.json` with one entry a page in
the order of their days: `title`, `authors`, `publishing_date`, and `body` with a summary and sections of
headlines and paragraphs.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.errors import IntakeError, UsageError
from onrecord.evaluation.result import EvaluationResult, with_intervals
from onrecord.intake.finish import finish, put_aside
from onrecord.intake.options import IntakeOptions
from onrecord.intake.pages import read_page
from onrecord.records import Article

__all__ = ["GoldPage", "evaluate_pages", "read_article", "read_gold_pages", "score_pages", "token_scores"]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page and what should be got out of it.

    Attributes:
        name: The page's file.
        raw: The page.
        title: Headline.
        authors: Names.
        published: Day, in the zone the page tells it in.
        body: Summary, section headlines and paragraphs, one a line.
    """

    name: str
    raw: bytes
    title: str
    authors: tuple[str, ...]
    published: date
    body: str


def evaluate_pages(folder: Path) -> EvaluationResult:
    """Return how well title, day, authors and body of a folder of pages are found.

    Raises:
        UsageError: The folder holds no pages with their gold.
    """
    pages = read_gold_pages(folder)
    return score_pages(pages, [read_article(page) for page in pages])


def read_gold_pages(folder: Path) -> list[GoldPage]:
    """Return the pages of a folder with their gold, sorted by file.

    Raises:
        UsageError: The folder holds none, or a gold file has another number of entries than pages.
    """
    pages = []
    for path in sorted(folder.glob("*.json")):
        gold = list(json.loads(path.read_text(encoding="utf-8")).values())
        files = sorted(folder.glob(f"{path.stem}_*.html.gz"))
        if len(gold) != len(files):
            raise UsageError(f"{path} tells of {len(gold)} pages, but {len(files)} are beside it.")
        pages += [_gold(file, told) for file, told in zip(files, gold, strict=True)]
    if not pages:
        raise UsageError(f"{folder} holds no pages. Expected NAME.json beside NAME_YYYY_MM_DD.html.gz.")
    return pages


def _gold(file: Path, told: dict[str, Any]) -> GoldPage:
    body = list(told["body"]["summary"])
    for section in told["body"]["sections"]:
        body += [*section["headline"], *section["paragraphs"]]
    return GoldPage(
        name=file.name,
        raw=gzip.decompress(file.read_bytes()),
        title=told["title"],
        authors=tuple(told["authors"]),
        published=date.fromisoformat(told["publishing_date"][:10]),
        body="\n".join(body),
    )


def read_article(page: GoldPage) -> Article:
    """Return the article intake makes of a page, set aside where it finds none."""
    try:
        draft = read_page(page.raw, page.name)
    except IntakeError as error:
        return put_aside(page.name, error)
    return finish(draft, IntakeOptions())


def score_pages(pages: Sequence[GoldPage], articles: Sequence[Article]) -> EvaluationResult:
    """Return the scores over pages, in percent.

    `body_*` compares words of the stored text with the gold body; `read_*` the same without what is
    marked as inserted, which is what claims are read from. `title_exact` and `authors_exact` ignore
    case and punctuation; `day_exact` is the day of publication.
    """
    counts = [_compare(page, article) for page, article in zip(pages, articles, strict=True)]
    return EvaluationResult("pages", len(pages), with_intervals(counts, _mean))


def _compare(page: GoldPage, article: Article) -> dict[str, float]:
    read = list(article.text)
    for span in article.inserted:
        read[span.start : span.end] = " " * (span.end - span.start)
    body = token_scores(article.text, page.body)
    kept = token_scores("".join(read), page.body)
    return {
        **{f"body_{name}": value for name, value in body.items()},
        **{f"read_{name}": value for name, value in kept.items()},
        "title_exact": 100.0 * (_words(article.title or "") == _words(page.title)),
        "title_f1": token_scores(article.title or "", page.title)["f1"],
        "day_exact": 100.0 * (article.published == page.published),
        "authors_exact": 100.0 * (_words(article.byline or "") == _words(" ".join(page.authors))),
    }


def token_scores(found: str, wanted: str) -> dict[str, float]:
    """Return precision, recall and F1 in percent of the words of one text against another, as bags."""
    left, right = Counter(_words(found)), Counter(_words(wanted))
    shared = (left & right).total()
    precision = 100.0 * shared / left.total() if left else 0.0
    recall = 100.0 * shared / right.total() if right else 0.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _mean(counts: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: sum(count[name] for count in counts) / len(counts) for name in counts[0]}
