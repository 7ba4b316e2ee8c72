"""`onrecord evaluate relations`: what relates a marked pair of parties."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import json_option

if TYPE_CHECKING:
    from onrecord.evaluation.relations import Predictor

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
@click.option(
    "--encoder",
    type=click.Choice(["auto", "none"]),
    default="auto",
    show_default=True,
    help="auto: the frames and the shipped deed encoder together, which answer every row; "
    "none: the frames alone.",
)
@json_option
def relations(file: Path, predictions: Path | None, encoder: str, as_json: bool) -> None:
    """Score the PLOVER root between a marked <s>source</s> and <t>target</t> (PLV layout).

    FILE.tsv needs a column marked_sentence; gold_root, where there is one, is what is scored against, rows
    are known by uid or, without that column, numbered from 0. CONCEDE and RETREAT count as YIELD. precision
    is over the pairs that were told, coverage their share of all pairs; macro_f1 counts the rest as missed.
    The shipped encoder was trained on PLV's training file: figures with it there tell nothing.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.plv import read_plv
    from onrecord.evaluation.relations import score_relations, to_lines

    pairs = read_plv(file)
    found = _predictor(encoder)(pairs)
    if predictions is not None:
        predictions.write_text("".join(f"{line}\n" for line in to_lines(pairs, found)), encoding="utf-8")
    print_result(score_relations(pairs, found), as_json)


def _predictor(encoder: str) -> "Predictor":
    if encoder == "none":
        from onrecord.evaluation.relations_frames import frames_predictor

        return frames_predictor()
    from onrecord.evaluation.relations_encoder import together_predictor

    return together_predictor()
