"""`onrecord numbers`: whose numbers differ, and why."""

from datetime import date
from typing import Any

import click

from onrecord.cli.ledger_options import as_of_option, filter_options, ledger_option, since_until
from onrecord.cli.options import json_option

__all__ = ["numbers"]


@click.command()
@click.argument("event", required=False)
@ledger_option
@filter_options
@as_of_option
@json_option
def numbers(
    event: str | None,
    ledger: str,
    filters: dict[str, Any],
    as_of: date | None,
    as_json: bool,
) -> None:
    """Show each source's numbers about an event with its hedge, and the reason why two differ.

    Without EVENT all events with numbers are shown, those with real disagreements first. With --json each
    series is one line, with the event's id.
    """
    from onrecord.cli.print_events import print_numbers, say_none
    from onrecord.ledger import EventFilter
    from onrecord.workflow.events import ask_event, ask_events

    since_until(filters)
    if event is not None:
        full = ask_event(ledger, event, as_of)
        found, names = [full.event], full.names
    else:
        wanted = EventFilter(
            **filters,
        )
        found, names = [one for one in ask_events(ledger, wanted, as_of) if one.numbers], {}
    found.sort(key=lambda one: -_disagreements(one))
    if as_json:
        _print_lines(found)
    elif not any(one.numbers for one in found):
        say_none("No event in the ledger that fits has a number.")
    else:
        print_numbers(found, names)


def _disagreements(event: object) -> int:
    from onrecord.records import DifferenceReason, Event

    assert isinstance(event, Event)
    real = DifferenceReason.DISAGREEMENT
    return sum(difference.reason is real for series in event.numbers for difference in series.differences)


def _print_lines(events: object) -> None:
    import json

    from onrecord.records import Event, to_json

    assert isinstance(events, list)
    for event in events:
        assert isinstance(event, Event)
        for series in event.numbers:
            click.echo(json.dumps({"event": event.id, **to_json(series)}, ensure_ascii=False))
