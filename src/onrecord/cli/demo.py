"""`onrecord demo`: the bundled dispatches in a fresh ledger, and the page on it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import reading_options

if TYPE_CHECKING:
    from onrecord.workflow.read import ReadingOptions

__all__ = ["demo"]


@click.command()
@click.option(
    "--ledger",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("onrecord-demo.db"),
    show_default=True,
    help="SQLite file to write; an older demonstration there is replaced, any other file left alone.",
)
@click.option("--once", is_flag=True, help="Stop after printing instead of serving the page.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port of the page."
)
@reading_options
@click.pass_context
def demo(context: click.Context, path: Path, once: bool, port: int, reading: "ReadingOptions") -> None:
    """Read two weeks of bundled dispatches into a fresh ledger, print a digest, serve the page.

    The dispatches were written for On Record: most of their incidents and all of their outlets are
    invented. Takes a few seconds.
    """
    from onrecord.cli.events import print_events
    from onrecord.cli.progress import progress_bar
    from onrecord.workflow.add import AddOptions
    from onrecord.workflow.demo.digest import demo_digest

    options = AddOptions(reading)
    with progress_bar("Reading the dispatches") as progress:
        digest = demo_digest(path, options, clock=lambda: datetime.now(UTC), progress=progress)
    report = digest.report
    click.echo(f"{report.added} dispatches read into {path}: {report.claims} claims.")
    click.echo("  " + ", ".join(f"{n} {stance.replace('_', ' ')}" for stance, n in digest.stances.items()))
    print_events(digest.url, limit=12)
    click.echo("\nTry next:")
    for line in _next(path):
        click.echo(f"  {line}")
    if not once:
        from onrecord.cli.serve import serve

        context.invoke(serve, ledger=digest.url, port=port)


def _next(path: Path) -> tuple[str, ...]:
    return (
        f"onrecord claims --ledger {path} --stance denies",
        f"onrecord numbers --ledger {path}",
        f"onrecord exchanges BLR AZE --ledger {path}",
        f"onrecord brief --since 2024-11-18 --ledger {path}",
        f"onrecord serve --ledger {path}",
    )
