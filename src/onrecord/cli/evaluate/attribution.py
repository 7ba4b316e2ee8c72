"""`onrecord evaluate attribution`: who says what, on PolNeAR and on passages of other news."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import corpora_option, json_option

if TYPE_CHECKING:
    from onrecord.evaluation.attribution import Predictor

__all__ = ["attribution"]


@click.command()
@click.argument("marked", type=click.Path(exists=True, path_type=Path), metavar="DIR|MARKED.tsv")
@corpora_option("Folder the texts of MARKED.tsv are in: news.jsonl, clusters/ and polnear/.")
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write what was found in each text to FILE, as JSON lines.  [default: not written]",
)
@click.option(
    "--encoder",
    type=click.Choice(["auto", "none"]),
    default="auto",
    show_default=True,
    help="auto: the shipped attribution encoder; none: the rules alone.",
)
@click.option(
    "--reader",
    is_flag=True,
    help="Score what claims are made from, rules and encoder together.  [default: the encoder by itself]",
)
@json_option
def attribution(
    marked: Path, corpora: Path, predictions: Path | None, encoder: str, reader: bool, as_json: bool
) -> None:
    """Score who says what on one split of PolNeAR (a folder DIR with text/ and attributions/) or on passages.

    Of MARKED.tsv the passages kept for measuring ("dev") are scored, each read by itself; the marks of this
    project are training/attribution_marked.tsv.

    Exact F1 counts spans right to the character, token F1 the words inside them. linked_exact asks
    that source, cue and content be right together; linked_overlap that source and cue are and that
    the content shares 0.8 of its characters. Offsets in FILE count the characters of the text file as
    it stands; each line is {"file": ..., "attributions": [{"source": [[start, end], ...], "cue": ...,
    "content": ...}, ...]}.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.attribution import predict_all, score_attributions, to_lines
    from onrecord.evaluation.marked_sayings import read_marked_sayings
    from onrecord.evaluation.polnear import read_polnear

    texts = read_polnear(marked) if marked.is_dir() else read_marked_sayings(marked, corpora, dev=True)
    found = predict_all(texts, _predictor(encoder, reader))
    if predictions is not None:
        predictions.write_text("".join(f"{line}\n" for line in to_lines(texts, found)), encoding="utf-8")
    print_result(score_attributions(texts, found), as_json)


def _predictor(encoder: str, reader: bool) -> "Predictor":
    if encoder == "none":
        from onrecord.evaluation.attribution_reader import rules_predictor

        return rules_predictor()
    if reader:
        from onrecord.evaluation.attribution_reader import reader_predictor

        return reader_predictor()
    from onrecord.evaluation.attribution_encoder import encoder_predictor

    return encoder_predictor()
