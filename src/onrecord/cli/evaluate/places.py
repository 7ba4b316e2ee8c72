"""`onrecord evaluate places`: place names and where they lie, on LGL."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["places"]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option(
    "--gold-spans",
    is_flag=True,
    help="Take the marked names as given and only tell which place each is.",
)
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write what was found to FILE: article, start, end, GeoNames id, country, latitude, longitude, "
    "tab-separated.  [default: not written]",
)
@json_option
def places(file: Path, gold_spans: bool, predictions: Path | None, as_json: bool) -> None:
    """Score places on a FILE in LGL's layout.

    Shares are of all marked places that have a GeoNames id; what is not answered counts as wrong. In the
    predictions an article is its position from 0, and offsets are as in the file. For countries and other
    areas the middle is compared; claims carry no point for them.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.lgl import read_lgl
    from onrecord.evaluation.places import predict_places, predict_with_spans, score_places, to_rows
    from onrecord.gazetteer.gazetteer import Gazetteer

    texts = read_lgl(file)
    gazetteer = Gazetteer.load()
    if gold_spans:
        found = predict_with_spans(texts, gazetteer)
    else:
        from onrecord.evaluation.grounding_predictors import place_predictor

        found = predict_places(texts, place_predictor())
    if predictions is not None:
        predictions.write_text("".join(f"{row}\n" for row in to_rows(found)), encoding="utf-8")
    print_result(score_places(texts, found, gazetteer), as_json)
