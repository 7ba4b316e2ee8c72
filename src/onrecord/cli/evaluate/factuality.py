"""`onrecord evaluate factuality`: certain or not, done or not done, future or not."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["factuality"]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@json_option
def factuality(folder: Path, as_json: bool) -> None:
    """Score how deeds are told, on the event mentions of MEANTIME files below DIR.

    certainty: certain against probable or possible; polarity: done against not done; time: future
    against the rest. majority_… is what always saying the commonest value gets.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.factuality import evaluate_factuality

    print_result(evaluate_factuality(folder), as_json)
