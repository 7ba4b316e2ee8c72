"""`onrecord evaluate inserted`: headlines of other stories, pasted into articles."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["inserted"]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@json_option
def inserted(file: Path, as_json: bool) -> None:
    """Paste headlines into the articles of FILE and score how many are found.

    FILE holds JSON lines with cluster, title and text. Each article gets one to four titles of other
    clusters between two paragraphs; recall_3 is the share found when three stand together.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.inserted import evaluate_inserted

    print_result(evaluate_inserted(file), as_json)
