"""`onrecord evaluate numbers`: quantities, on MEANTIME."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["numbers"]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write what was found to FILE: file, start, end, type, value, unit, tab-separated.  "
    "[default: not written]",
)
@json_option
def numbers(folder: Path, predictions: Path | None, as_json: bool) -> None:
    """Score numbers against the VALUE marks of a folder DIR of MEANTIME files.

    Relaxed F1 counts any overlap, strict F1 the same words, type F1 overlap with the same type (QUANTITY,
    MONEY, PERCENT). Sentences 0 and 2 to 5 count. Offsets in FILE are t_ids of tokens, half-open.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.grounding_predictors import number_predictor
    from onrecord.evaluation.meantime import read_meantime
    from onrecord.evaluation.numbers import predict_numbers, score_numbers, to_rows

    texts = read_meantime(folder)
    found = predict_numbers(texts, number_predictor())
    if predictions is not None:
        predictions.write_text("".join(f"{row}\n" for row in to_rows(texts, found)), encoding="utf-8")
    print_result(score_numbers(texts, found), as_json)
