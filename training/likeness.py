"""Make `likeness.npz`: how alike words are used, for linking. Run once; needs torch and the corpora.

Each word that stands in enough articles of `news.jsonl` is put through MiniLM alone; the vectors of the words
of one stem are averaged and turned to fewer dimensions by principal components. Only stems and numbers are
written, no text.

    python training/likeness.py --minilm DIR --news FILE --out src/onrecord/reconcile/likeness.npz
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from common import Trunk, load_minilm
from onrecord.reconcile.words import stem

ARTICLES, DIMENSIONS, BATCH = 4, 64, 256
WORD = re.compile(r"[a-z]{3,}")


def main() -> None:
    """Read, embed, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("minilm", "news", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    words = frequent_words(given.news)
    vectors = embed(words, given.minilm)
    stems, matrix = by_stem(words, vectors)
    matrix = shrink(matrix)
    scaled = np.round(matrix / np.abs(matrix).max() * 127).astype(np.int8)
    np.savez_compressed(given.out, stems=np.array(stems), vectors=scaled)
    print(f"{len(words)} words, {len(stems)} stems, {given.out.stat().st_size / 1e6:.1f} MB")


def frequent_words(news: Path) -> list[str]:
    """Return words in lower case that stand in at least `ARTICLES` articles."""
    found: Counter[str] = Counter()
    for line in news.open(encoding="utf-8"):
        found.update(set(WORD.findall(json.loads(line)["text"].lower())))
    return sorted(word for word, articles in found.items() if articles >= ARTICLES)


def embed(words: list[str], minilm: Path) -> np.ndarray:
    """Return MiniLM's mean vector of each word standing alone, shape (words, 384)."""
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_truncation()
    trunk = Trunk(dropout=0.0)
    load_minilm(trunk, minilm)
    trunk.eval()
    rows = []
    with torch.no_grad():
        for start in range(0, len(words), BATCH):
            tokenizer.enable_padding()
            encoded = tokenizer.encode_batch(words[start : start + BATCH])
            pieces = torch.tensor([e.ids for e in encoded])
            real = torch.tensor([e.attention_mask for e in encoded]).unsqueeze(2).float()
            rows.append(((trunk(pieces) * real).sum(1) / real.sum(1)).numpy())
    return np.concatenate(rows)


def by_stem(words: list[str], vectors: np.ndarray) -> tuple[list[str], np.ndarray]:
    """Return stems and the mean of their words' vectors, each first scaled to length 1."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    groups: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        groups.setdefault(stem(word), []).append(i)
    stems = sorted(groups)
    return stems, np.stack([unit[groups[s]].mean(0) for s in stems])


def shrink(matrix: np.ndarray) -> np.ndarray:
    """Return the rows in their first `DIMENSIONS` principal components, each of length 1."""
    centred = matrix - matrix.mean(0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    small = centred @ axes[:DIMENSIONS].T
    return small / np.linalg.norm(small, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
