"""`onrecord evaluate deeds`: which deeds real news tells, of what kind, and who does them to whom."""

from pathlib import Path

import click

from onrecord.cli.options import corpora_option, json_option

__all__ = ["deeds"]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="MARKED.tsv")
@corpora_option("Folder the texts are in: news.jsonl, clusters/ and polnear/.", exists=True)
@click.option(
    "--dispatches",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="File of the articles that MARKED.tsv names own:ID.",
)
@click.option(
    "--encoder",
    type=click.Choice(["auto", "none"]),
    default="auto",
    show_default=True,
    help="auto: as articles are read; none: by frames alone.",
)
@json_option
def deeds(file: Path, corpora: Path, dispatches: Path | None, encoder: str, as_json: bool) -> None:
    """Score the deeds found in the passages of MARKED.tsv that are kept for measuring ("dev").

    Deeds done with words (accusing, demanding, agreeing) are left out: they are read as who says what.
    deed: its word is found; kind: and its PLOVER type is right, or it rightly has none; actor and recipient:
    parties of the deeds whose kind is right. The marks of this project are training/finding_marked.tsv and,
    of its own dispatches (tests/error_card/dispatches.jsonl), training/finding_dispatches.tsv.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.deeds import evaluate_deeds
    from onrecord.workflow.read import ReadingOptions, build_reader

    reader = build_reader(ReadingOptions(encoder=encoder))
    print_result(evaluate_deeds(file, corpora, reader, dispatches), as_json)
