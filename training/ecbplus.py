"""What the scripts that learn from ECB+ are given: its training topics, and the weights they write to."""

import argparse
from pathlib import Path

from onrecord.evaluation.linking_ecbplus import DEV_TOPICS, EcbDocument, read_ecbplus


def training_documents(description: str | None) -> tuple[list[EcbDocument], Path]:
    """Read the command line (`--corpus`, `--weights`); return the training topics' articles, and the weights.

    Args:
        description: Of the script, for its help.
    """
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    given = parser.parse_args()
    return [d for d in read_ecbplus(given.corpus) if d.topic not in DEV_TOPICS], given.weights
