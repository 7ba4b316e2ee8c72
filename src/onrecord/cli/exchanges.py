"""`onrecord exchanges`: what passes between two parties."""

from datetime import date

import click

from onrecord.cli.ledger_options import as_of_option, ledger_option
from onrecord.cli.options import json_option

__all__ = ["exchanges"]


@click.command()
@click.argument("left", metavar="PARTY")
@click.argument("right", metavar="PARTY")
@ledger_option
@as_of_option
@json_option
def exchanges(left: str, right: str, ledger: str, as_of: date | None, as_json: bool) -> None:
    """Show what two parties give each other, both ways: item, how many, how far it has come, who says so.

    A PARTY is a code (PRK, NATO), a country, its capital or people: `onrecord exchanges PRK Russia`. The
    stage is the furthest that somebody tells: feared, demanded, promised, under way or delivered.
    """
    from onrecord.cli.print_events import print_exchanges, say_none
    from onrecord.records import to_line
    from onrecord.workflow.exchanges import ask_exchanges

    found, names = ask_exchanges(ledger, left, right, as_of)
    if as_json:
        for one in found:
            click.echo(to_line(one))
    elif not found:
        say_none(f"Nothing in the ledger passes between {left} and {right}.")
    else:
        print_exchanges(found, names)
