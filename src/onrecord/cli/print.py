"""Print rows as people read them: a table on a terminal, its plain text elsewhere."""

import sys
from collections.abc import Mapping, Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import Article, Decision
from onrecord.views.claim_table import COLUMNS, ClaimRow

__all__ = ["console", "print_article", "print_claim_rows", "print_set_aside", "print_unfit"]

_NARROWEST = 120

_WIDTHS = {
    "said": (0, 10),
    "who": (4, 12),
    "stance": (0, 9),
    "what": (10, 24),
    "whom": (3, 9),
    "when": (3, 10),
    "how many": (3, 9),
}
"""Column → share of the width that is left, and its narrowest."""


def console() -> Console:
    """Return a console on standard output, at least as wide as a table needs where no terminal is."""
    console = Console(file=sys.stdout, highlight=False, soft_wrap=False)
    if not console.is_terminal and console.width < _NARROWEST:
        console = Console(file=sys.stdout, highlight=False, width=_NARROWEST)
    return console


def print_claim_rows(rows: Sequence[ClaimRow]) -> None:
    """Print claims as a table, the proving words under the deed; columns no row fills are left out."""
    shown = [name for name in COLUMNS if name != "words" and any(_cell(row, name).plain for row in rows)]
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1), expand=True)
    for name in shown:
        ratio, narrowest = _WIDTHS[name]
        table.add_column(
            name, ratio=ratio or None, min_width=narrowest, no_wrap=name == "said", overflow="fold"
        )
    for row in rows:
        table.add_row(*(_cell(row, name) for name in shown))
    console().print(table)


def _cell(row: ClaimRow, name: str) -> Text:
    text = Text(row.cells()[COLUMNS.index(name)])
    if name == "what":
        text = Text("\n" if text.plain else "").join([text, Text(row.words, style="dim italic")])
    return text


def print_article(article: Article, claims: int) -> None:
    """Print an article's heading line, and what in it was struck out as not its own."""
    day = article.published.isoformat() if article.published else "day of publication unknown"
    heading = (
        f"{article.title or article.id} · {article.outlet or 'outlet unknown'} · {day} · {claims} claims"
    )
    out = console()
    out.print(Text(heading, style="bold"))
    for part in article.inserted:
        line = Text("  not its own: ")
        line.append(" ".join(part.text.split()), style="strike")
        line.append(f" ({part.reason})")
        out.print(line)


def print_set_aside(article: Article) -> None:
    """Tell on standard error that an article was set aside, and why."""
    click.echo(f"set aside: {article.id}: {article.reason}", err=True)


def print_unfit(unfit: Mapping[Decision, str]) -> None:
    """Tell, on standard error, which decisions were passed over and why."""
    for decision, why in unfit.items():
        click.echo(
            f"{decision.id} ({decision.kind.value} {decision.field} by {decision.author}) "
            f"is passed over: {why}. Undo it with: onrecord correct undo {decision.id}",
            err=True,
        )
