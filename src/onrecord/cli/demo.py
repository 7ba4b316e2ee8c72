"""`onrecord demo`: the bundled dispatches in a fresh ledger, and the page on it."""

from datetime import UTC, datetime
from pathlib import Path

import click

from onrecord.cli.options import encoder_option

__all__ = ["demo"]


@click.command()
@click.option(
    "--ledger",
    "path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("onrecord-demo.db"),
    show_default=True,
    help="SQLite file to write; an older demonstration there is replaced.",
)
@click.option("--once", is_flag=True, help="Stop after printing instead of serving the page.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port of the page."
)
@encoder_option
@click.pass_context
def demo(
    context: click.Context, path: Path, once: bool, port: int, encoder: str, codebooks: tuple[Path, ...]
) -> None:
    """Read two weeks of bundled dispatches into a fresh ledger, print a digest, serve the page.

    The dispatches were written for On Record: most of their incidents and all of their outlets are
    invented. Takes a few seconds.
    """
    from onrecord.cli.events import print_events
    from onrecord.cli.progress import progress_bar
    from onrecord.settings import load_settings
    from onrecord.workflow.add import AddOptions
    from onrecord.workflow.demo.digest import demo_digest
    from onrecord.workflow.read import ReadingOptions

    options = AddOptions(ReadingOptions(encoder, codebooks, load_settings().weights))
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
