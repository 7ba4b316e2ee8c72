"""The two heads of the attribution encoder, and what they lose against the marks of people."""

import numpy as np
import torch
from torch import Tensor, nn

from common import WIDTH, LockedDropout, Trunk, mixed_precision, tensor_of
from crf import TagField
from examples import Example, gold_of
from onrecord.encoder.linking import LEFT, RIGHT, cue_windows
from onrecord.encoder.tags import tags_of_spans
from onrecord.encoder.windows import make_batch

OUTPUTS = ["tags", "word", "scale", "shift"]
"""What the network gives for each wordpiece, in this order."""

_MASK, _FIRST_WORD = 103, 998
"""Ids of BERT's mask piece and of its last special piece."""


class Heads(nn.Module):
    """Tagging of all spans, and tagging of the spans of one cue.

    The second head sees a word's vector scaled and shifted by what the cue asks for (Perez et al.
    2018), and how far the word is from the cue.

    Args:
        width: Size of the vectors the second head works on.
        inner: Size of the trunk's vectors.
    """

    def __init__(self, width: int, inner: int = WIDTH) -> None:
        super().__init__()
        self.dropout = LockedDropout(0.1)
        self.all_tags = nn.Linear(inner, 13)
        self.all_field = TagField(3)
        self.word = nn.Linear(inner, width)
        self.cue_scale = nn.Linear(inner, width)
        self.cue_shift = nn.Linear(inner, width)
        self.place = nn.Embedding(LEFT + 1 + RIGHT, width)
        self.cue_tags = nn.Linear(width, 9)
        self.cue_field = TagField(2)
        nn.init.normal_(self.place.weight, std=0.02)

    def spread(self, states: Tensor) -> dict[str, Tensor]:
        """Return, for each piece, its tag scores and the three vectors the second head needs."""
        states = self.dropout(states)
        values = (self.all_tags(states), self.word(states), self.cue_scale(states), self.cue_shift(states))
        return dict(zip(OUTPUTS, values, strict=True))


def losses(trunk: Trunk, heads: Heads, group: list[Example], mask_rate: float) -> tuple[Tensor, Tensor]:
    """Return the mean loss a word of the first head and the mean loss a cue of the second.

    Args:
        trunk: The encoder.
        heads: Its heads.
        group: Examples of one batch.
        mask_rate: Share of wordpieces hidden, so that no single word is relied upon.
    """
    batch = make_batch([one.words for one in group], [one.window for one in group])
    pieces = tensor_of(batch.pieces)
    if mask_rate:
        hidden = (torch.rand(pieces.shape, device=pieces.device) < mask_rate) & (pieces > _FIRST_WORD)
        pieces = torch.where(hidden, _MASK, pieces)
    with mixed_precision():
        spread = heads.spread(trunk(pieces, tensor_of(batch.features)))
    rows = torch.arange(len(group), device=pieces.device)[:, None]
    first = tensor_of(batch.word_pieces)
    vectors = {name: value[rows, first].float() for name, value in spread.items()}

    golds = [gold_of(one) for one in group]
    counts = tensor_of(batch.word_counts)
    wanted = np.zeros(first.shape, dtype=np.int64)
    for row, gold in enumerate(golds):
        wanted[row, : len(gold.tags)] = gold.tags
    tagging = heads.all_field.loss(vectors["tags"], tensor_of(wanted), counts).sum() / counts.sum()
    cues = [(row, cue, spans) for row, gold in enumerate(golds) for cue, spans in gold.cues]
    if not cues:
        return tagging, tagging.new_zeros(())
    return tagging, _linking_loss(heads, vectors, batch.word_counts, cues)


def _linking_loss(heads: Heads, vectors: dict[str, Tensor], counts: np.ndarray, cues: list) -> Tensor:
    rows = np.array([row for row, _, _ in cues])
    ranges = np.array([cue for _, cue, _ in cues])
    starts, sizes, places = cue_windows(ranges, counts[rows])
    width = int(sizes.max())
    columns = np.minimum(starts[:, None] + np.arange(width), counts[rows][:, None] - 1)

    def of_cue(name: str) -> Tensor:
        return ((vectors[name][rows, ranges[:, 0]] + vectors[name][rows, ranges[:, 1] - 1]) / 2)[:, None, :]

    words = vectors["word"][rows[:, None], columns]
    mixed = words * (1 + of_cue("scale")) + of_cue("shift") + heads.place(tensor_of(places[:, :width]))
    scores = heads.cue_tags(heads.dropout(torch.relu(mixed)))
    wanted = np.zeros((len(cues), width), dtype=np.int64)
    for number, (_, _, spans) in enumerate(cues):
        start, size = int(starts[number]), int(sizes[number])
        cut = [
            (max(a - start, 0), min(b - start, size), k)
            for a, b, k in spans
            if a < start + size and b > start
        ]
        wanted[number, :size] = tags_of_spans(size, cut)
    return heads.cue_field.loss(scores, tensor_of(wanted), tensor_of(sizes)).mean()
