"""`onrecord claims`: ask the ledger who said what."""

from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.ledger_options import filter_options, ledger_option, since_until
from onrecord.cli.options import json_option

if TYPE_CHECKING:
    from onrecord.ledger import ClaimFilter

__all__ = ["claims"]

ROWS = 50
"""Claims in a table, unless told otherwise."""


@click.command()
@ledger_option
@filter_options
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    help=f"At most so many.  [default: {ROWS} in a table, all with --json]",
)
@click.option(
    "--set-aside", is_flag=True, help="List the articles that were set aside instead, with the reason."
)
@json_option
def claims(
    ledger: str,
    filters: dict[str, Any],
    limit: int | None,
    set_aside: bool,
    as_json: bool,
) -> None:
    """Ask the ledger who said what, newest first.

    All filters given must hold. Each claim is printed with the words that prove it; with --json each
    is one line, as docs/codebook.md describes it.
    """
    from onrecord.ledger import ClaimFilter

    if set_aside:
        _print_set_aside(ledger, limit, as_json)
        return
    since_until(filters)
    wanted = ClaimFilter(
        **filters,
        newest_first=True,
        limit=limit,
    )
    _print_claims(ledger, wanted, as_json)


def _print_claims(ledger: str, wanted: "ClaimFilter", as_json: bool) -> None:
    from onrecord.cli.print import print_claim_rows
    from onrecord.records import to_line
    from onrecord.views.claim_table import claim_row
    from onrecord.workflow.ask import ask_claims

    found = ask_claims(ledger, wanted)
    if as_json:
        for claim in found:
            click.echo(to_line(claim))
        return
    shown = list(islice(found, wanted.limit or ROWS))
    if not shown:
        click.echo("No claim in the ledger fits all of that.", err=True)
        return
    print_claim_rows([claim_row(claim) for claim in shown])
    if wanted.limit is None and next(found, None) is not None:
        click.echo(f"The newest {ROWS} are shown; ask for more with --limit.", err=True)


def _print_set_aside(ledger: str, limit: int | None, as_json: bool) -> None:
    from onrecord.records import to_line
    from onrecord.workflow.ask import ask_set_aside

    none = True
    for article in islice(ask_set_aside(ledger), limit):
        none = False
        click.echo(to_line(article) if as_json else f"{article.id}: {article.reason}")
    if none and not as_json:
        click.echo("No article was set aside.", err=True)
