"""Print rows as people read them: a table on a terminal, its plain text elsewhere."""

import sys
from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.records import Article
from onrecord.views.claim_table import COLUMNS, ClaimRow

__all__ = ["print_article", "print_claim_rows", "print_set_aside"]

_NARROWEST = 100


def _console() -> Console:
    """Return a console on standard output, at least as wide as a table needs where no terminal is."""
    console = Console(file=sys.stdout, highlight=False, soft_wrap=False)
    if not console.is_terminal and console.width < _NARROWEST:
        console = Console(file=sys.stdout, highlight=False, width=_NARROWEST)
    return console


def print_claim_rows(rows: Sequence[ClaimRow]) -> None:
    """Print claims as a table; columns that no row fills are left out."""
    filled = [i for i in range(len(COLUMNS)) if any(row.cells()[i] for row in rows)]
    table = Table(box=None, pad_edge=False, show_lines=False, header_style="bold", padding=(0, 1))
    weights = {"said": 0, "stance": 0, "who": 3, "what": 4, "whom": 2, "when": 2, "how many": 2, "words": 6}
    for i in filled:
        name = COLUMNS[i]
        table.add_column(
            name, no_wrap=name == "said", overflow="fold", ratio=weights[name] or None, min_width=6
        )
    table.expand = True
    for row in rows:
        table.add_row(*(Text(row.cells()[i]) for i in filled))
    _console().print(table)


def print_article(article: Article, claims: int) -> None:
    """Print an article's heading line, and what in it was struck out as not its own."""
    day = article.published.isoformat() if article.published else "day of publication unknown"
    heading = (
        f"{article.title or article.id} · {article.outlet or 'outlet unknown'} · {day} · {claims} claims"
    )
    console = _console()
    console.print(Text(heading, style="bold"))
    for part in article.inserted:
        line = Text("  not its own: ")
        line.append(" ".join(part.text.split()), style="strike")
        line.append(f" ({part.reason})")
        console.print(line)


def print_set_aside(article: Article) -> None:
    """Tell on standard error that an article was set aside, and why."""
    click.echo(f"set aside: {article.id}: {article.reason}", err=True)
