"""Articles into a ledger: read what it does not know yet, and reconcile what that touches."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from onrecord.intake.options import IntakeOptions
from onrecord.intake.sources import open_articles
from onrecord.ledger import Ledger
from onrecord.progress import Progress, silent
from onrecord.records import Article, ArticleState, Decision
from onrecord.runners.inline import run_inline
from onrecord.runners.outcome import Outcome
from onrecord.runners.processes import run_processes
from onrecord.workflow.read import ReadingOptions, article_of, build_reader
from onrecord.workflow.reconcile import keys_for, reconcile_ledger

if TYPE_CHECKING:
    from onrecord.reading.reader import Reading

__all__ = ["AddOptions", "Report", "add_articles", "add_sources"]


class _Reader(Protocol):
    version: str

    def reading(self, article: Article) -> "Reading": ...


MakeReader = Callable[[ReadingOptions], _Reader]


@dataclass(frozen=True, slots=True)
class AddOptions:
    """How to add.

    Attributes:
        reading: How to read.
        again: Whether articles that the ledger has already are read anew.
        workers: Processes that read; 1 reads in this one.
    """

    reading: ReadingOptions = field(default_factory=ReadingOptions)
    again: bool = False
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """What adding changed.

    Attributes:
        run: id of the run.
        added: Articles added, or new versions of them.
        known: Articles that changed nothing.
        claims: Claims added.
        withdrawn: Claims withdrawn.
        set_aside: Articles that could not be read, each with its reason, known ones too.
        unfit: Decision → why it does not fit what was read (any more); it was passed over.
    """

    run: str
    added: int = 0
    known: int = 0
    claims: int = 0
    withdrawn: int = 0
    set_aside: tuple[Article, ...] = ()
    unfit: Mapping[Decision, str] = field(default_factory=dict)


def add_sources(
    ledger: Ledger,
    sources: Sequence[str | Path],
    intake: IntakeOptions,
    options: AddOptions,
    *,
    clock: Callable[[], datetime],
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> Report:
    """Add the articles of some sources to a ledger, and return what that changed.

    Killed at any moment it can be called again, and ends with the same ledger.

    Args:
        ledger: Where to.
        sources: Files, folders, https addresses, or "-" for JSON lines on standard input.
        intake: What the caller knows of the articles.
        options: How to add.
        clock: Gives the moment, with a time zone.
        stdin: Read for "-".
        progress: Told after each article.

    Raises:
        UsageError: A source is not there; before anything is written.
        LedgerError: The ledger cannot be written; what was added before stays.
    """
    articles = open_articles(sources, options=intake, stdin=stdin)
    return add_articles(ledger, articles, options, clock=clock, progress=progress)


def add_articles(
    ledger: Ledger,
    articles: Iterable[Article],
    options: AddOptions,
    *,
    clock: Callable[[], datetime],
    progress: Progress = silent,
    make_reader: MakeReader = build_reader,
) -> Report:
    """Add articles to a ledger, and return what that changed; the parameters are those of `add_sources`.

    Args:
        make_reader: Builds the reader; called once here and once in each process that reads.
    """
    reader = make_reader(options.reading)
    run = ledger.writer.start_run("add", reader.version, clock())
    report = Report(run)
    fresh = _Fresh(ledger, articles, options.again)
    for done, outcome in enumerate(_outcomes(reader, fresh, options, make_reader), start=1):
        report = _add(ledger, outcome, report, options.again, clock())
        progress(done + fresh.known, None, outcome.item.title or outcome.item.id)
    reconciled = reconcile_ledger(ledger, clock=clock)
    ledger.writer.end_run(run, clock())
    return replace(
        report,
        known=report.known + fresh.known,
        set_aside=(*report.set_aside, *fresh.set_aside),
        unfit=reconciled.unfit,
    )


class _Fresh:
    """The articles a ledger does not know yet; counts those it does while they pass.

    Attributes:
        known: Articles passed over so far.
        set_aside: Those of them that are in the ledger as set aside.
    """

    def __init__(self, ledger: Ledger, articles: Iterable[Article], again: bool) -> None:
        self._ledger = ledger
        self._articles = articles
        self._again = again
        self.known = 0
        self.set_aside: list[Article] = []

    def __iter__(self) -> Iterator[Article]:
        for article in self._articles:
            if self._again or not self._ledger.reader.knows(article):
                yield article
                continue
            self.known += 1
            if article.state is ArticleState.SET_ASIDE:
                self.set_aside.append(article)


def _outcomes(
    reader: _Reader, articles: Iterable[Article], options: AddOptions, make_reader: MakeReader
) -> Iterator[Outcome[Article, "Reading"]]:
    if options.workers == 1:
        return run_inline(reader.reading, articles)
    return run_processes(partial(_make_read, make_reader, options.reading), articles, options.workers)


def _make_read(make_reader: MakeReader, options: ReadingOptions) -> Callable[[Article], "Reading"]:
    return make_reader(options).reading


def _add(
    ledger: Ledger,
    outcome: Outcome[Article, "Reading"],
    report: Report,
    again: bool,
    at: datetime,
) -> Report:
    article = article_of(outcome)
    claims = () if outcome.value is None else outcome.value.claims
    vectors = {} if outcome.value is None else outcome.value.vectors
    with ledger.writing():
        keys = keys_for(claims, ledger.reader.decisions_about([claim.anchor for claim in claims]))
        added = ledger.writer.add_article(
            article, claims, run=report.run, at=at, again=again, keys=keys, vectors=vectors
        )
    set_aside = (article,) if article.state is ArticleState.SET_ASIDE else ()
    changed = added.version is not None
    return replace(
        report,
        added=report.added + (changed and not set_aside),
        known=report.known + (not changed),
        claims=report.claims + len(added.added),
        withdrawn=report.withdrawn + len(added.withdrawn),
        set_aside=report.set_aside + set_aside,
    )
