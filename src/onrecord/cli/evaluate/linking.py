"""`onrecord evaluate linking`: which mentions are one event, on ECB+."""

from pathlib import Path

import click

from onrecord.cli.options import json_option

__all__ = ["linking"]


def _topics(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> tuple[int, ...] | None:
    if value is None:
        return None
    try:
        return tuple(int(one) for one in value.split(","))
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not a list of topic numbers like 2,5,12") from error


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--topics",
    callback=_topics,
    metavar="N,N,...",
    help="Topics to score.  [default: all in the folder; the development topics are 2,5,12,18,21,23,34,35]",
)
@click.option("--whole", is_flag=True, help="Look for links over all topics at once, not within each.")
@click.option(
    "--predictions",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write mention<TAB>cluster to FILE.  [default: not written]",
)
@json_option
def linking(
    folder: Path, topics: tuple[int, ...] | None, whole: bool, predictions: Path | None, as_json: bool
) -> None:
    """Score linking on ECB+ in DIR (xml/ and coreference_sentences.csv), gold mentions given.

    Only validated sentences count. MUC, B3 and CEAFe as precision, recall and F1; conll_f1 is the mean of
    the three F1s. Mentions are compared and grouped by the functions that the ledger uses.
    """
    from onrecord.cli.evaluate.print import print_result
    from onrecord.evaluation.linking import score_linking
    from onrecord.evaluation.linking_ecbplus import read_ecbplus

    documents = read_ecbplus(folder, topics)
    result, found = score_linking(documents, whole=whole)
    if predictions is not None:
        lines = (f"{mention}\t{cluster}\n" for mention, cluster in found.items())
        predictions.write_text("".join(lines), encoding="utf-8")
    print_result(result, as_json)
