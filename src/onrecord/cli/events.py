"""`onrecord events`: what claims are about, and who stands behind it."""

from datetime import date
from itertools import islice
from typing import Any

import click

from onrecord.cli.ledger_options import as_of_option, filter_options, ledger_option, since_until
from onrecord.cli.options import json_option
from onrecord.records.vocabulary import Standing

__all__ = ["events", "print_events"]

ROWS = 50
"""Events in a table, unless told otherwise."""


@click.command()
@click.argument("event", required=False)
@ledger_option
@filter_options
@click.option(
    "--standing",
    type=click.Choice([standing.value for standing in Standing], case_sensitive=False),
    help="Who is on record for it; docs/standing.md has the rules.",
)
@as_of_option
@click.option("--limit", type=click.IntRange(min=1), help=f"At most so many.  [default: {ROWS} in a table]")
@json_option
def events(
    event: str | None,
    ledger: str,
    filters: dict[str, Any],
    standing: str | None,
    as_of: date | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """List events with their standing, the newest first; with EVENT, show that one in full.

    EVENT is the id of an event or of one of its claims. Standing is a summary of who is on record, by
    written rules, never a verdict on what is true.
    """
    from onrecord.ledger import EventFilter

    if event is not None:
        _show(ledger, event, as_of, as_json)
        return
    since_until(filters)
    wanted = EventFilter(
        standing=None if standing is None or as_of is not None else Standing(standing),
        **filters,
    )
    _list(ledger, wanted, standing, as_of, limit, as_json)


def print_events(ledger: str, limit: int) -> None:
    """Print the newest events of a ledger as a table.

    Args:
        ledger: URL of a ledger that is there.
        limit: At most so many.
    """
    from onrecord.ledger import EventFilter

    _list(ledger, EventFilter(), None, None, limit, False)


def _show(ledger: str, event: str, as_of: date | None, as_json: bool) -> None:
    from onrecord.cli.print_events import print_event
    from onrecord.records import to_line
    from onrecord.workflow.events import ask_event

    found = ask_event(ledger, event, as_of)
    if as_json:
        click.echo(to_line(found.event))
    else:
        print_event(found.event, found.claims, found.names)


def _list(
    ledger: str, wanted: object, standing: str | None, as_of: date | None, limit: int | None, as_json: bool
) -> None:
    from onrecord.cli.print_events import print_event_rows, say_none
    from onrecord.ledger import EventFilter
    from onrecord.records import to_line
    from onrecord.workflow.events import ask_events

    assert isinstance(wanted, EventFilter)
    asked = ask_events(ledger, wanted, as_of)
    found = (one for one in asked if standing is None or one.standing.value == standing)
    if as_json:
        for one in islice(found, limit):
            click.echo(to_line(one))
        return
    shown = list(islice(found, limit or ROWS))
    if not shown:
        say_none("No event in the ledger fits all of that.")
        return
    print_event_rows(shown)
    if limit is None and next(found, None) is not None:
        say_none(f"The newest {ROWS} are shown; ask for more with --limit.")
