"""`onrecord read`: articles in, claims out, nothing kept."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import intake_options, json_option, reading_options

if TYPE_CHECKING:
    from onrecord.workflow.read import ReadingOptions

__all__ = ["read"]


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@intake_options
@reading_options
@json_option
@click.pass_context
def read(
    context: click.Context,
    sources: tuple[str, ...],
    published: date | None,
    outlet: str | None,
    reading: "ReadingOptions",
    as_json: bool,
) -> None:
    """Read articles and print who says what, with the words that prove it.

    SOURCE is a file (.txt, .html, .jsonl, .warc, each also .gz), a folder, an https address, or - for
    JSON lines on standard input. Nothing is kept; `onrecord add` keeps a ledger. An article that cannot
    be read is set aside with its reason on standard error, the rest are read, and the exit code is 3.
    """
    from onrecord.cli.print import print_article, print_claim_rows, print_set_aside
    from onrecord.intake.options import IntakeOptions
    from onrecord.records import ArticleState, to_line
    from onrecord.views.claim_table import claim_row
    from onrecord.workflow.read import read_articles

    intake = IntakeOptions(published=published, outlet=outlet, today=date.today())
    set_aside = 0
    for article, claims in read_articles(sources, intake, reading, stdin=sys.stdin.buffer):
        if article.state is ArticleState.SET_ASIDE:
            set_aside += 1
            print_set_aside(article)
        elif as_json:
            for claim in claims:
                click.echo(to_line(claim))
        else:
            print_article(article, len(claims))
            print_claim_rows([claim_row(claim) for claim in claims])
            click.echo()
    if set_aside:
        context.exit(3)
