"""Articles to claims without a ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.codebook import load_codebook
from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles
from onrecord.progress import Progress, silent
from onrecord.records import Article, ArticleState, Claim
from onrecord.runners.inline import run_inline
from onrecord.runners.outcome import Outcome

if TYPE_CHECKING:
    from onrecord.reading.reader import Reader, Reading

__all__ = ["ReadingOptions", "article_of", "build_reader", "read_articles"]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read.

    Attributes:
        encoder: "auto" for the shipped encoders, "none" for rules alone.
        codebooks: An analyst's own codebook files, laid over the shipped one.
        weights: Folder of weights to use in place of the package's.
        min_probability: Leave out claims less likely than this to be read rightly.
        sure: Leave a party, a deed or who says what untold that is less likely than this to be read rightly;
            0 tells all, None takes the reader's own measures.
    """

    encoder: str = "auto"
    codebooks: tuple[Path, ...] = ()
    weights: Path | None = None
    min_probability: float = 0.0
    sure: float | None = None


def build_reader(options: ReadingOptions) -> "Reader":
    """Return a reader; loading takes about two seconds.

    Raises:
        CodebookError: A codebook file is wrong.
        WeightsError: The encoder's weights are missing or not the listed ones.
    """
    from onrecord.encoder.attribution import AttributionEncoder
    from onrecord.encoder.deeds import DeedEncoder
    from onrecord.reading.reader import Reader

    by_rules = options.encoder == "none"
    return Reader(
        load_codebook(options.codebooks),
        None if by_rules else AttributionEncoder.load(options.weights),
        None if by_rules else DeedEncoder.load(options.weights),
        min_probability=options.min_probability,
        sure=options.sure,
    )


def read_articles(
    sources: Sequence[str | Path],
    intake: IntakeOptions,
    reading: ReadingOptions,
    *,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Return each article with its claims, in the order of the sources; none for one set aside.

    An article at which reading fails is set aside too, with the failure as its reason.

    Raises:
        UsageError: A source is not there.
    """
    articles = open_articles(sources, options=intake, stdin=stdin)
    reader = build_reader(reading)
    for done, outcome in enumerate(run_inline(reader.reading, articles), start=1):
        article = article_of(outcome)
        progress(done, None, article.title or article.id)
        yield article, () if outcome.value is None else outcome.value.claims


def article_of(outcome: "Outcome[Article, Reading]") -> Article:
    """Return the article of an outcome; set aside, with why, where reading it failed."""
    if outcome.failure is None:
        return outcome.item
    return replace(outcome.item, state=ArticleState.SET_ASIDE, reason=outcome.failure)
