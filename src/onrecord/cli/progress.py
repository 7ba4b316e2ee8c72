"""A progress bar on standard error, on a terminal only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from onrecord.progress import Progress, silent

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(doing: str) -> Iterator[Progress]:
    """Give a callback that moves the bar; one that does nothing where standard error is no terminal.

    Args:
        doing: What is being done, in a word or two ("Reading").
    """
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}", markup=False),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None, what="")

        def told(done: int, total: int | None, what: str) -> None:
            bar.update(task, completed=done, total=total, what=what[:60])

        yield told
