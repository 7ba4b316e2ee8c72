"""`onrecord who`: who is on record about an event."""

from datetime import date

import click

from onrecord.cli.ledger_options import as_of_option, ledger_option
from onrecord.cli.options import json_option

__all__ = ["who"]


@click.command()
@click.argument("event")
@ledger_option
@as_of_option
@json_option
def who(event: str, ledger: str, as_of: date | None, as_json: bool) -> None:
    """Show who says, denies, fears or will not confirm an event, and who has not been heard.

    EVENT is the id of an event or of one of its claims. What a party has since gone beyond stands in
    brackets. With --json each claim of the event is one line.
    """
    from onrecord.cli.print import print_claim_rows
    from onrecord.cli.print_events import print_voices
    from onrecord.records import to_line
    from onrecord.views.claim_table import claim_row
    from onrecord.workflow.events import ask_event

    found = ask_event(ledger, event, as_of)
    if as_json:
        for claim in found.claims:
            click.echo(to_line(claim))
        return
    click.echo(found.event.title)
    print_voices(found.event, found.names)
    click.echo()
    print_claim_rows([claim_row(claim) for claim in found.claims])
