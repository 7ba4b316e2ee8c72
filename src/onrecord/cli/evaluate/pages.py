"""`onrecord evaluate pages`: what is got out of news pages."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["pages"]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@json_option
def pages(folder: Path, as_json: bool) -> None:
    """Score title, day, authors and body of news pages in DIR.

    DIR holds NAME_YYYY_MM_DD.html.gz and NAME.json with what a reader should get out of each. body_f1
    compares the words of the stored text with the marked body, read_f1 the same without what is marked
    as inserted.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.pages import evaluate_pages

    print_result(evaluate_pages(folder), as_json)
