"""`onrecord reconcile`: bring events up to date with the claims."""

from datetime import UTC, datetime

import click

from onrecord.cli.ledger_options import ledger_option

__all__ = ["reconcile"]


@click.command()
@ledger_option
@click.option("--touched", is_flag=True, help="Only what changed since the last time, as `add` does it.")
def reconcile(ledger: str, touched: bool) -> None:
    """Group all claims of the ledger into events anew.

    `onrecord add` does this for what it adds, and the result is the same; a whole round is needed only
    after a new version of onrecord that compares claims differently.
    """
    from onrecord.cli.print import print_unfit
    from onrecord.cli.progress import progress_bar
    from onrecord.ledger import Ledger
    from onrecord.workflow.reconcile import reconcile_ledger

    with Ledger.open(ledger, create=False) as opened, progress_bar("reconcile") as progress:
        report = reconcile_ledger(
            opened, clock=lambda: datetime.now(UTC), whole=not touched, progress=progress
        )
    print_unfit(report.unfit)
    click.echo(f"{report.claims} claims in {report.events} events; {report.changed} rows changed.")
