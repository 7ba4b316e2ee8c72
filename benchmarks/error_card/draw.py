"""Draw a random sample of claims for people to judge field by field.

Usage: python benchmarks/error_card/draw.py CORPORA OUT [--claims 200] [--seed 1] [--of news]

CORPORA holds `clusters/articles.jsonl`, `polnear/dev/text/*.txt` and `news.jsonl`; `own` are the dispatches
in our own words beside the verdicts. All are taken in as `onrecord read` takes them in. OUT gets JSON
lines: one claim with the text around its evidence, for judges (JUDGING.md). The text is the corpora's and
does not belong in the repository; verdicts name claims by article, anchor and a digest of what they tell.
"""

import argparse
import hashlib
import json
import random
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from onrecord.intake.draft import Draft
from onrecord.intake.finish import finish
from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles
from onrecord.records import Article, Claim, to_json
from onrecord.workflow.read import ReadingOptions, build_reader

AROUND = 700
"""Characters of context on either side of the evidence."""

_DISPATCHES = Path(__file__).parents[2] / "tests" / "error_card" / "dispatches.jsonl"


def main() -> None:
    """Draw the sample."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("corpora", type=Path)
    told.add_argument("out", type=Path)
    told.add_argument("--claims", type=int, default=200)
    told.add_argument("--articles", type=int, default=60)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--of", nargs="+", choices=sorted(_CORPORA), default=["clusters", "polnear"])
    options = told.parse_args()
    rng = random.Random(options.seed)
    articles = sorted((a for name in options.of for a in _CORPORA[name](options.corpora)), key=lambda a: a.id)
    reader = build_reader(ReadingOptions())
    drawn: list[tuple[Article, Claim]] = []
    for article in rng.sample(articles, min(options.articles, len(articles))):
        drawn += [(article, claim) for claim in reader.read(article)]
    sample = rng.sample(drawn, min(options.claims, len(drawn)))
    with options.out.open("w", encoding="utf-8") as out:
        for number, (article, claim) in enumerate(sample):
            out.write(json.dumps({"n": number, **_shown(article, claim)}, ensure_ascii=False) + "\n")
    print(f"{len(sample)} of {len(drawn)} claims of {options.articles} articles written to {options.out}")


def _clusters(corpora: Path) -> Iterator[Article]:
    yield from open_articles([corpora / "clusters" / "articles.jsonl"], options=IntakeOptions())


def _polnear(corpora: Path) -> Iterator[Article]:
    for path in sorted((corpora / "polnear" / "dev" / "text").glob("*.txt")):
        outlet, day, _ = path.stem.split("_", 2)
        text = path.read_text("utf-8")
        draft = Draft(path.name, text, path.stem, outlet=outlet, published=date.fromisoformat(day))
        yield finish(draft, IntakeOptions())


def _news(corpora: Path) -> Iterator[Article]:
    yield from open_articles([corpora / "news.jsonl"], options=IntakeOptions())


def _own(_corpora: Path) -> Iterator[Article]:
    yield from open_articles([_DISPATCHES], options=IntakeOptions())


_CORPORA: dict[str, Callable[[Path], Iterator[Article]]] = {
    "clusters": _clusters,
    "news": _news,
    "own": _own,
    "polnear": _polnear,
}


def articles_by_id(corpora: Path, wanted: Collection[str]) -> Iterator[Article]:
    """Give the articles of all corpora that have one of the ids."""
    for articles in _CORPORA.values():
        yield from (article for article in articles(corpora) if article.id in wanted)


def _shown(article: Article, claim: Claim) -> dict[str, object]:
    start = min(span.start for span in claim.evidence)
    end = max(span.end for span in claim.evidence)
    return {
        "article": article.id,
        "anchor": claim.anchor,
        "told": digest_of(to_json(claim)),
        "title": article.title,
        "published": None if article.published is None else article.published.isoformat(),
        "before": article.text[max(0, start - AROUND) : start],
        "evidence": article.text[start:end],
        "after": article.text[end : end + AROUND],
        "claim": {key: value for key, value in to_json(claim).items() if key not in _NOT_JUDGED},
    }


_NOT_JUDGED = ("schema", "id", "made_by", "attribution", "probability", "speech_act", "within", "about")
_NOT_TOLD = (*_NOT_JUDGED, "article")


def digest_of(claim: Mapping[str, object]) -> str:
    """Return a digest of what a claim tells: of its article's id and all fields that are judged, but sectors.

    A verdict holds for whatever reader makes a claim of the same digest.

    Args:
        claim: As JSON.
    """

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k != "sector"}
        return [plain(v) for v in value] if isinstance(value, list) else value

    article = claim["article"]
    assert isinstance(article, dict)
    told = {key: plain(value) for key, value in claim.items() if key not in _NOT_TOLD}
    return hashlib.sha256(json.dumps([article["id"], told], sort_keys=True).encode()).hexdigest()[:16]


if __name__ == "__main__":
    main()
