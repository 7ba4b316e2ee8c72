"""What grounding (dates, places, figures) adds to reading: time and memory, as ratios.

    ONRECORD_CORPORA=... python benchmarks/grounding.py [ARTICLES]

Reads the first ARTICLES (default 60) of news.jsonl with the rules alone, once to warm up on the first few,
then stage by stage. Time is the processor's; memory is the peak of the process before and after the
grounding stages have run, the gazetteer included.
"""

import json
import os
import resource
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

from onrecord.codebook import load_codebook
from onrecord.reading.layers import Layers, set_layers
from onrecord.reading.parse import load_parser, parse
from onrecord.reading.reader import Reader
from onrecord.records import Article

GROUNDING = frozenset({"dates", "places", "figures", "groundings"})


def articles(count: int) -> list[Article]:
    """Return the first articles of the corpus."""
    folder = Path(os.environ.get("ONRECORD_CORPORA", "../shared/data"))
    out = []
    with (folder / "news.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            day = row.get("published") or row.get("date")
            published = date.fromisoformat(day[:10]) if day else None
            out.append(Article(id=str(len(out)), text=row["text"], published=published))
            if len(out) == count:
                break
    return out


def peak_mb() -> float:
    """Return the most memory this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run(reader: Reader, texts: list[Article], stages: frozenset[str] | None) -> Counter[str]:
    """Return seconds a stage; only `stages` run after the parse where they are given."""
    spent: Counter[str] = Counter()
    for article in texts:
        start = time.process_time()
        doc = parse(load_parser(), article)
        spent["parse"] += time.process_time() - start
        layers = Layers(article)
        set_layers(doc, layers)
        for stage in reader.stages:
            if stages is not None and stage.name not in stages:
                continue
            start = time.process_time()
            layers = stage.run(doc, layers)
            set_layers(doc, layers)
            spent[stage.name] += time.process_time() - start
    return spent


def main() -> None:
    """Measure and print."""
    texts = articles(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    reader = Reader(load_codebook())
    names = frozenset(stage.name for stage in reader.stages)
    run(reader, texts, names - GROUNDING)
    without = peak_mb()
    run(reader, texts[:5], None)
    spent = run(reader, texts, None)
    total, added = sum(spent.values()), sum(spent[name] for name in GROUNDING)
    words = sum(len(article.text.split()) for article in texts)
    print(f"{len(texts)} articles, {words} words, {total:.1f} s of processor time")
    for name, seconds in spent.most_common():
        print(
            f"  {name:<14} {1000 * seconds / len(texts):7.2f} ms an article  {100 * seconds / total:5.1f} %"
        )
    print(f"time with grounding / without: {total / (total - added):.3f}")
    print(f"peak memory with / without: {peak_mb():.0f} / {without:.0f} MB = {peak_mb() / without:.3f}")


if __name__ == "__main__":
    main()
