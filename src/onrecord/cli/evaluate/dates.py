"""`onrecord evaluate dates`: time expressions, on TimeML or MEANTIME."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["dates"]


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write what was found to FILE: file, start, end, type, value, tab-separated.  "
    "[default: not written]",
)
@json_option
def dates(folder: Path, predictions: Path | None, as_json: bool) -> None:
    """Score time expressions on a folder DIR of TimeML (*.tml) or MEANTIME (CAT XML) files.

    Relaxed F1 counts any overlap, strict F1 the same words, value F1 overlap with the same TIMEX3 value, as
    TempEval-3 did. Of MEANTIME sentences 0 and 2 to 5 count. Offsets in FILE are half-open: characters of
    <TEXT> in TimeML, t_id of tokens in MEANTIME.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.dates import predict_dates, read_dated, score_dates, to_rows
    from onrecord.evaluation.grounding_predictors import date_predictor

    texts = read_dated(folder)
    found = predict_dates(texts, date_predictor())
    if predictions is not None:
        predictions.write_text("".join(f"{row}\n" for row in to_rows(texts, found)), encoding="utf-8")
    print_result(score_dates(texts, found), as_json)
