"""`onrecord doctor`: what is installed, which ledger, and what is wrong."""

import json
from dataclasses import asdict

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import json_option

__all__ = ["doctor"]


@click.command()
@ledger_option
@json_option
@click.pass_context
def doctor(context: click.Context, ledger: str, as_json: bool) -> None:
    """Tell what is installed, which weights, which ledger, and what is wrong and what to do.

    Changes nothing. The exit code is 1 when something is wrong; a note hinders nothing.
    """
    from onrecord.settings import load_settings
    from onrecord.workflow.doctor import Verdict, examine

    settings = load_settings()
    wrong = False
    for check in examine(ledger, settings.weights, settings.file):
        wrong = wrong or check.verdict is Verdict.WRONG
        if as_json:
            click.echo(json.dumps(asdict(check), ensure_ascii=False))
            continue
        click.echo(f"{check.verdict.value:<6}{check.name}: {check.found}")
        if check.todo is not None:
            click.echo(f"      → {check.todo}")
    if wrong:
        context.exit(1)
