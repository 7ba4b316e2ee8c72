"""`onrecord evaluate floors`: refuse figures below those pinned."""

from pathlib import Path

import click

from onrecord.cli.options import corpora_option

__all__ = ["floors"]


@click.command()
@click.argument(
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("tests/floors/floors.toml"),
    metavar="[FILE]",
)
@corpora_option("Folder the corpora are in; a floor whose corpus is not there is skipped by name.")
@click.option("--task", "tasks", multiple=True, help="Check the floors of this task alone; may be repeated.")
@click.pass_context
def floors(context: click.Context, file: Path, corpora: Path, tasks: tuple[str, ...]) -> None:
    """Measure every task in FILE and exit with 1 when a figure is below its floor.

    FILE is a TOML file with one [[floor]] for each task and corpus, by default this project's own,
    tests/floors/floors.toml. A corpus that differs from the one
    a floor was measured on is an error: its figures would compare with nothing.
    """
    from onrecord.evaluation.floors import check_floors, read_floors

    wanted = tuple(floor for floor in read_floors(file) if not tasks or floor.task in tasks)
    below = 0
    for held in check_floors(wanted, corpora):
        name = f"{held.floor.task} on {held.floor.corpus}"
        if held.reached is None:
            click.echo(f"skipped  {name}: not below {corpora}")
            continue
        below += not held.holds
        verdict = "holds  " if held.holds else "BELOW  "
        click.echo(f"{verdict}  {name}: {held.score} {held.reached:.2f}, floor {held.least:.2f}")
    if below:
        context.exit(1)
