"""Write the attributions that the package reads in unmarked news, for `unmarked.py`.

    python training/tellings.py --corpora ../shared/data --out tellings.jsonl

Reads `news.jsonl` and PolNeAR's train split without the articles of marked passages kept for measuring and
those whose attributions were judged. Writes one JSON object an attribution with the text around its cue, as
the encoder sees it. What it writes is text of the corpora and stays out of the repository.
"""

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.codebook import load_codebook
from onrecord.encoder.attribution import AttributionEncoder
from onrecord.encoder.deeds import DeedEncoder
from onrecord.encoder.marks import SOURCE, TARGET, TRIGGER
from onrecord.encoder.telling import Telling, around
from onrecord.reading.reader import Reader
from onrecord.records import Article
from stances_examples import JUDGED

MARKED = [Path(__file__).parent / name for name in ("attribution_marked.tsv", "finding_marked.tsv")]
LONGEST = 9_000
"""Characters of an article beyond which it is not read."""


class Recorder(DeedEncoder):
    """The package's deed encoder, which keeps every attribution it is asked about in `seen`."""

    seen: list[Telling]

    def stances(self, tellings: Sequence[Telling]) -> NDArray[np.float32]:
        """Return what the encoder does, having noted what it was asked."""
        self.seen += tellings
        return super().stances(tellings)


def main() -> None:
    """Read the arguments, read articles in random order and write their attributions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, required=True, help="folder with news.jsonl and polnear/")
    parser.add_argument("--out", type=Path, required=True, help="file to write")
    parser.add_argument("--articles", type=int, default=800, help="how many are read")
    args = parser.parse_args()
    recorder = Recorder.load()
    reader = Reader(load_codebook(), AttributionEncoder.load(), recorder, sure=0.0)
    articles = list(unjudged(args.corpora))
    random.Random(5).shuffle(articles)
    with args.out.open("w", encoding="utf-8") as out:
        for article in articles[: args.articles]:
            recorder.seen = []
            reader.read(article)
            out.writelines(json.dumps(_told(article.id, one)) + "\n" for one in recorder.seen)


def unjudged(corpora: Path) -> Iterator[Article]:
    """Give the articles of which no attribution was judged and no passage is kept for measuring."""
    rows = [line.split("\t") for file in MARKED for line in file.open(encoding="utf-8")]
    left = {row[1] for row in rows if row[0] == "dev"}
    left |= {line.split("\t")[0] for line in JUDGED.open(encoding="utf-8")}
    texts = [json.loads(line) for line in (corpora / "news.jsonl").open(encoding="utf-8")]
    articles = [Article(f"news:{told['id']}", told["text"]) for told in texts]
    for path in sorted((corpora / "polnear" / "train" / "text").glob("*.txt")):
        articles.append(Article(f"polnear:{path.stem}", path.read_text(encoding="utf-8")))
    yield from (one for one in articles if one.id not in left and len(one.text) <= LONGEST)


def _told(article: str, one: Telling) -> dict:
    text, marks = around(one)
    ranges = dict(marks)
    return {
        "article": article,
        "text": text,
        "cue": ranges[TRIGGER],
        "source": ranges[SOURCE],
        "content": ranges[TARGET],
        "stance": one.stance,
        "quoted": one.quoted,
        "clause": one.clause,
        "unnamed": one.unnamed,
    }


if __name__ == "__main__":
    main()
