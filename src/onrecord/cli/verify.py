"""`onrecord verify`: prove every span of a ledger."""

import json
from dataclasses import asdict

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import json_option

__all__ = ["verify"]


@click.command()
@ledger_option
@json_option
@click.pass_context
def verify(context: click.Context, ledger: str, as_json: bool) -> None:
    """Prove that every span in the ledger is exactly those characters of its article.

    Looks at every version of every article and at every claim, withdrawn ones too. Prints what fails,
    with where it stands, what was found and what was expected; the exit code is then 1.
    """
    from onrecord.cli.progress import progress_bar
    from onrecord.ledger import Ledger
    from onrecord.workflow.verify import verify_ledger

    with Ledger.open(ledger, create=False) as opened, progress_bar("Verifying") as progress:
        proof = verify_ledger(opened, progress)
    if as_json:
        click.echo(json.dumps(asdict(proof), ensure_ascii=False))
    else:
        for one in proof.failures:
            click.echo(f"{one.where}: {one.path}: found {one.found}, expected {one.expected}")
        click.echo(
            f"{proof.spans} spans of {proof.claims} claims in {proof.articles} articles compared with their "
            f"text: {len(proof.failures) or 'none'} wrong."
        )
    if proof.failures:
        context.exit(1)
