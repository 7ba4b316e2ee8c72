"""`onrecord evaluate relations`: what relates a marked pair of parties."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["relations"]


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.tsv")
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write uid<TAB>root for every row to FILE; root is empty where nothing was told."
    "  [default: not written]",
)
@json_option
def relations(file: Path, predictions: Path | None, as_json: bool) -> None:
    """Score the PLOVER root between a marked <s>source</s> and <t>target</t> (PLV layout).

    FILE.tsv needs a column marked_sentence; gold_root is what is scored against, rows are known by uid
    or, without that column, numbered from 0. CONCEDE and RETREAT count as YIELD. precision is over the
    pairs the frames speak of, coverage their share of all pairs; macro_f1 counts the rest as missed.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.plv import read_plv
    from onrecord.evaluation.relations import score_relations, to_lines
    from onrecord.evaluation.relations_frames import frames_predictor

    pairs = read_plv(file)
    found = frames_predictor()(pairs)
    if predictions is not None:
        predictions.write_text("".join(f"{line}\n" for line in to_lines(pairs, found)), encoding="utf-8")
    print_result(score_relations(pairs, found), as_json)
