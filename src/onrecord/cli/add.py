"""`onrecord add`: articles into a ledger."""

import json
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import intake_options, json_option, reading_options

if TYPE_CHECKING:
    from onrecord.workflow.add import Report
    from onrecord.workflow.read import ReadingOptions

__all__ = ["add"]


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@ledger_option
@intake_options
@reading_options
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Processes that read; each takes about 600 MB of memory.",
)
@click.option("--again", is_flag=True, help="Read articles anew that the ledger has already.")
@json_option
@click.pass_context
def add(
    context: click.Context,
    sources: tuple[str, ...],
    ledger: str,
    published: date | None,
    outlet: str | None,
    reading: "ReadingOptions",
    workers: int,
    again: bool,
    as_json: bool,
) -> None:
    """Read articles and record who is reported to have said what.

    SOURCE is a file (.txt, .html, .jsonl, .warc, each also .gz), a folder, an https address, or - for
    JSON lines on standard input. Articles already in the ledger are skipped, so an interrupted run can
    simply be started again. An article that cannot be read is kept as set aside, with its reason, and
    the exit code is 3.
    """
    from onrecord.cli.progress import progress_bar
    from onrecord.intake.options import IntakeOptions
    from onrecord.ledger import Ledger
    from onrecord.workflow.add import AddOptions, add_sources

    intake = IntakeOptions(published=published, outlet=outlet, today=date.today())
    options = AddOptions(reading, again=again, workers=workers)
    stdin = sys.stdin.buffer
    with Ledger.open(ledger, now=_now()) as opened, progress_bar("Reading") as progress:
        report = add_sources(opened, sources, intake, options, clock=_now, stdin=stdin, progress=progress)
    _print(report, as_json)
    if report.set_aside:
        context.exit(3)


def _now() -> datetime:
    return datetime.now(UTC)


def _print(report: "Report", as_json: bool) -> None:
    from onrecord.cli.print import print_set_aside, print_unfit

    for article in report.set_aside:
        print_set_aside(article)
    print_unfit(report.unfit)
    if as_json:
        told = {
            "run": report.run,
            "added": report.added,
            "known": report.known,
            "claims": report.claims,
            "withdrawn": report.withdrawn,
            "set_aside": [{"id": article.id, "reason": article.reason} for article in report.set_aside],
        }
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    withdrawn = f", {report.withdrawn} withdrawn" if report.withdrawn else ""
    click.echo(
        f"{report.added} articles added, {report.known} known already, {len(report.set_aside)} set aside; "
        f"{report.claims} claims added{withdrawn}."
    )
