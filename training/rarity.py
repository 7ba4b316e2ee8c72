"""Make `rarity.npz`: how much words tell of what an article is about, for linking.

Of each stem that stands in enough articles of `news.jsonl`, the logarithm of all articles over those that
have it (Sparck Jones 1972). Only stems and numbers are written, no text.

    python training/rarity.py --news FILE --out src/onrecord/reconcile/rarity.npz
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np

from onrecord.reconcile.words import rareness, stems

ARTICLES = 3
"""Articles a stem stands in at least to be listed; those not listed count as if they stood in one."""


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    texts = [json.loads(line)["text"] for line in given.news.open(encoding="utf-8")]
    having = Counter(stem for text in texts for stem in set(stems(text)))
    known = sorted(stem for stem, articles in having.items() if articles >= ARTICLES)
    rare = [rareness(having[stem], len(texts)) for stem in known]
    np.savez_compressed(
        given.out,
        stems=np.array(known),
        rare=np.array(rare, dtype=np.float16),
        unknown=np.float16(rareness(1, len(texts))),
    )
    print(f"{len(texts)} articles, {len(known)} stems, {given.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
