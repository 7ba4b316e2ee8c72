"""Marked texts as training examples: windows of words with tags for all spans and spans for each cue."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.encoder.tags import tags_of_spans
from onrecord.encoder.windows import cut_windows
from onrecord.encoder.words import Words, load_tokenizer, split_words
from onrecord.evaluation.polnear import AnnotatedText

KINDS = {"source": 0, "cue": 1, "content": 2}
"""Kinds of span as the tags of all spans number them."""

Range = tuple[int, int]
Mark = dict[str, list[Range]]
"""One attribution: role → ranges of words."""


@dataclass(frozen=True)
class Article:
    """An article cut into words, with each annotator's attributions."""

    words: Words
    annotations: list[list[Mark]]


@dataclass(frozen=True)
class Example:
    """A window of an article as one annotator marked the article."""

    words: Words
    window: Range
    marks: list[Mark]

    @property
    def length(self) -> int:
        """Number of wordpieces, the two special ones included."""
        first, last = self.words.first_piece[list(self.window)]
        return int(last - first) + 2


@dataclass(frozen=True)
class Gold:
    """What should be found in a window.

    Attributes:
        tags: Tags of all spans, shape (words,).
        cues: For each cue its range and its spans as (first, one past the last, kind), kind 0 for
            the source and 1 for the content; ranges count from the window's first word.
    """

    tags: NDArray[np.int64]
    cues: list[tuple[Range, list[tuple[int, int, int]]]]


def cut_articles(texts: Iterable[AnnotatedText], vocabulary: Path) -> list[Article]:
    """Return marked texts cut into words."""
    tokenizer = load_tokenizer(vocabulary)
    articles = []
    for text in texts:
        words = split_words(text.text, tokenizer)
        annotations = [
            [{role: _word_ranges(words, getattr(mark, role)) for role in KINDS} for mark in marks]
            for marks in text.annotations
        ]
        articles.append(Article(words, annotations))
    return articles


def _word_ranges(words: Words, pieces: tuple[Range, ...]) -> list[Range]:
    ranges = []
    for start, end in pieces:
        first = int(np.searchsorted(words.ends, start, side="right"))
        last = int(np.searchsorted(words.starts, end, side="left"))
        if first < last:
            ranges.append((first, last))
    return ranges


def epoch_examples(articles: list[Article], size: int, rng: random.Random) -> list[Example]:
    """Return all windows once: cuts moved at random, one annotator drawn for each article.

    Drawing anew each epoch, the annotators of a text weigh alike, and a text counts once.
    """
    examples = []
    for article in articles:
        marks = rng.choice(article.annotations)
        for window in cut_windows(article.words, size, rng.randint(size // 4, size)):
            examples.append(Example(article.words, window, marks))
    return examples


def batches(examples: list[Example], pieces: int, rng: random.Random) -> list[list[Example]]:
    """Return examples of like length in groups of about `pieces` padded wordpieces, in random order."""
    groups: list[list[Example]] = []
    group: list[Example] = []
    for example in sorted(examples, key=lambda one: one.length + rng.random() * 24):
        if group and (len(group) + 1) * example.length > pieces:
            groups.append(group)
            group = []
        group.append(example)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def gold_of(example: Example) -> Gold:
    """Return what should be found in a window; spans are cut at its ends.

    Of spans that overlap (9 pairs in the whole corpus) the first stays.
    """
    start, stop = example.window

    def inside(ranges: list[Range]) -> list[Range]:
        return [(max(a, start) - start, min(b, stop) - start) for a, b in ranges if a < stop and b > start]

    taken = np.zeros(stop - start, dtype=bool)
    spans = []
    cues = []
    for mark in example.marks:
        for role in ("cue", "source", "content"):
            for first, last in inside(mark[role]):
                if not taken[first:last].any():
                    taken[first:last] = True
                    spans.append((first, last, KINDS[role]))
        for cue in inside(mark["cue"]):
            own = [(*one, 0) for one in inside(mark["source"])] + [
                (*one, 1) for one in inside(mark["content"])
            ]
            cues.append((cue, own))
    return Gold(tags_of_spans(stop - start, spans), cues)
