"""`onrecord brief`: what is new since a day, to read or to send."""

from datetime import date

import click

from onrecord.cli.ledger_options import ledger_option
from onrecord.cli.options import to_day

__all__ = ["brief"]


@click.command()
@ledger_option
@click.option(
    "--since",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    callback=to_day,
    required=True,
    metavar="DATE",
    help="First day it tells of, by when it was said, as YYYY-MM-DD.",
)
@click.option("--party", metavar="PARTY", help="Only events in which it speaks, acts or is acted on.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "html"]),
    default="md",
    show_default=True,
    help="md: Markdown. html: one page with charts, without outside requests.",
)
def brief(ledger: str, since: date, party: str | None, form: str) -> None:
    """Write what is new, what changed, what is disputed and what to watch, each line with its claims.

    Save it with: onrecord brief --since 2024-11-18 --format html > brief.html
    """
    from onrecord.views.brief_html import brief_html
    from onrecord.views.brief_markdown import brief_markdown
    from onrecord.workflow.brief import ask_brief

    told = ask_brief(ledger, since, party)
    if form == "md":
        click.echo(brief_markdown(told), nl=False)
    else:
        click.echo(brief_html(told, _charts(told.charted)), nl=False)


def _charts(events: object) -> list[tuple[str, str]]:
    """Return caption and drawing of the numbers that several sources give for one thing."""
    from onrecord.records import Event
    from onrecord.views.charts import numbers_chart
    from onrecord.views.number_series import number_tables
    from onrecord.web.draw import draw_vegalite

    assert isinstance(events, tuple)
    drawn = []
    for event in events:
        assert isinstance(event, Event)
        for table in number_tables(event, {}):
            dated = [row for row in table.rows if row.day is not None and (row.best or row.low or row.high)]
            if len({row.party for row in dated}) > 1:
                drawn.append((f"{event.title}: {table.title}", draw_vegalite(numbers_chart(table))))
    return drawn
