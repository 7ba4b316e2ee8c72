"""`onrecord why`: why a claim is in an event."""

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import json_option

__all__ = ["why"]


@click.command()
@click.argument("event")
@click.argument("claim")
@ledger_option
@json_option
def why(event: str, claim: str, ledger: str, as_json: bool) -> None:
    """Tell why CLAIM belongs to EVENT: the claim that speaks most for it, and each reason with its weight.

    A weight is what the reason adds to the log-odds that the two are of one event; docs/linking.md tells
    what each means. If you disagree: onrecord correct split CLAIM --author YOU --reason WHY.
    """
    from onrecord.reconcile.explain import explain
    from onrecord.workflow.events import ask_why

    told = ask_why(ledger, event, claim)
    if as_json:
        click.echo(told)
        return
    for line in explain(told):
        click.echo(line)
