"""The heads of the deed encoder, and what they lose against the marks of people."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from common import DEVICE, WIDTH, Trunk, mixed_precision, tensor_of
from deeds_examples import Mention
from mpnet import MpnetTrunk
from onrecord.codebook.root_classes import ROOTS
from onrecord.encoder.finding import KINDS, NO_DEED, STATUSES, TIES, VECTOR, WINDOW, beside, word_at
from onrecord.encoder.marks import SOURCE, TARGET, TRIGGER, Marked, mark, stack
from onrecord.encoder.telling import STANCES, Telling, around, told
from onrecord.encoder.windows import cut_windows, make_batch
from onrecord.encoder.words import Words, split_words
from onrecord.evaluation.passages import MarkedDeed, Passage
from onrecord.evaluation.plv import MarkedPair
from stances_examples import JudgedTelling

SMOOTHING, TEMPERATURE, MASK_RATE = 0.05, 0.07, 0.05
"""Share of each answer spread over all roots; scale of likenesses; share of pieces hidden."""

KNOWN, TELLING = 4, 256
"""What is known of a telling beside the rules' stance; width of the layer that joins it with the states."""

FOUND = 256
"""Width of the layers between a word and what it names, and between a deed and a party and their role."""

FINDING = ("found", "kinds", "standing", "pair", "roles")
HEADS = ("hidden", "roots", "telling", "stances", *FINDING)
"""Layers on top of the trunk as `deeds_heads.DeedHeads` and the package name them."""

One = TypeVar("One")

_MASK, _FIRST_WORD = 103, 998
"""Ids of BERT's mask piece and of its last special piece."""


class DeedHeads(nn.Module):
    """Roots from the marks of two parties, vectors from a trigger, stances from a cue and what is its.

    Args:
        width: Numbers in the trunk's vectors.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.1)
        self.hidden = nn.Linear(3 * width, width)
        self.roots = nn.Linear(width, len(ROOTS))
        self.vector = nn.Linear(2 * width, VECTOR)
        self.telling = nn.Linear(4 * width + len(STANCES) + KNOWN, TELLING)
        self.stances = nn.Linear(TELLING, len(STANCES) + 1)
        self.found = nn.Linear(width, FOUND)
        self.kinds = nn.Linear(FOUND, len(KINDS))
        self.standing = nn.Linear(FOUND, len(STATUSES) + 1)
        self.pair = nn.Linear(3 * width + 3 + len(TIES), FOUND)
        self.roles = nn.Linear(FOUND, 3)

    def root_scores(self, states: Tensor, features: Tensor) -> Tensor:
        """Return a score for each root, shape (sentences, 15)."""
        parts = [states[:, 0], pooled(states, features == SOURCE + 3), pooled(states, features == TARGET + 3)]
        return self.roots(self.dropout(torch.relu(self.hidden(self.dropout(torch.cat(parts, dim=1))))))

    def vectors(self, states: Tensor, features: Tensor) -> Tensor:
        """Return a vector of length 1 for each trigger, shape (sentences, WIDTH)."""
        parts = [states[:, 0], pooled(states, (features == TRIGGER) | (features == TRIGGER + 3))]
        return nn.functional.normalize(self.vector(self.dropout(torch.cat(parts, dim=1))), dim=1)

    def stance_scores(self, states: Tensor, features: Tensor, known: Tensor) -> Tensor:
        """Return a score for each stance, and last for nobody, shape (sentences, 18)."""
        parts = [states[:, 0]]
        parts += [
            pooled(states, (features == role) | (features == role + 3)) for role in (TRIGGER, SOURCE, TARGET)
        ]
        joined = self.dropout(torch.cat([*parts, known], dim=1))
        return self.stances(self.dropout(torch.relu(self.telling(joined))))

    def named(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return a score for each kind of deed a word may name, and for each status and being negated."""
        inner = self.dropout(torch.relu(self.found(self.dropout(words))))
        return self.kinds(inner), self.standing(inner)

    def role_scores(self, pairs: "RolePairs") -> Tensor:
        """Return a score for no role, actor and recipient of each pair, shape (pairs, 3)."""
        return self.roles(self.dropout(torch.relu(self.pair(self.dropout(pairs.joined())))))


@dataclass(frozen=True, slots=True)
class RolePairs:
    """Pairs of a deed and a party of its sentence.

    Attributes:
        deeds: States of the words that name deeds, shape (pairs, width).
        parties: The same of the parties' heads.
        known: As `beside` tells, shape (pairs, 3 + ties).
        roles: The marked role of each, shape (pairs,).
    """

    deeds: Tensor
    parties: Tensor
    known: Tensor
    roles: Tensor

    @classmethod
    def of(cls, rows: Sequence["RoleRow"], states: Tensor) -> "RolePairs":
        """Return rows, of which there is at least one, as columns; `states` are those they number."""
        deeds, parties, known, roles = zip(*rows, strict=True)
        return cls(
            states[tensor_of(deeds)], states[tensor_of(parties)], tensor_of(np.stack(known)), tensor_of(roles)
        )

    @classmethod
    def together(cls, parts: Sequence["RolePairs"]) -> "RolePairs":
        """Return the pairs of several as one."""
        columns = zip(*((one.deeds, one.parties, one.known, one.roles) for one in parts), strict=True)
        return cls(*(torch.cat(column) for column in columns))

    def joined(self) -> Tensor:
        """Return what the layers of roles see of each pair, shape (pairs, 3 x width + 3 + ties)."""
        return torch.cat([self.deeds, self.parties, self.deeds * self.parties, self.known], dim=1)


RoleRow = tuple[int, int, np.ndarray, int]
"""A pair: the numbers of the deed's and the party's states, how it stands to the deed, its marked role."""


def role_rows(
    deed: MarkedDeed, at: int, heads: Sequence[int], ties: Sequence[str], words: range
) -> Iterator[RoleRow]:
    """Give a deed with each party of its sentence that stands in the window.

    Args:
        deed: The deed with the roles of the parties.
        at: Number of the word that names it, in the window.
        heads: Numbers of the words that head the parties.
        ties: As `beside` takes them.
        words: Numbers of the states of the window's words.
    """
    for head, known, role in zip(heads, beside(at, heads, ties), deed.roles, strict=True):
        if head < len(words):
            yield words[at], words[head], known, role


def pooled(states: Tensor, where: Tensor) -> Tensor:
    """Return the mean vector of the pieces where it is true, 0 where there are none."""
    share = where.float()
    return (states * share[:, :, None]).sum(1) / share.sum(1, keepdim=True).clamp(min=1)


class DeedModel(nn.Module):
    """Trunk and heads; texts go in as they are.

    Args:
        tokenizer: BERT's.
        trunk: MiniLM, or the larger network that teaches it, with `ROLE_COUNT` features.
    """

    def __init__(self, tokenizer: Tokenizer, trunk: Trunk | MpnetTrunk) -> None:
        super().__init__()
        self.trunk = trunk
        self.heads = DeedHeads(trunk.width)
        self.tokenizer = tokenizer

    def states(self, marked: list) -> tuple[Tensor, Tensor]:
        """Return the states of marked sentences in float32, and the role of each piece."""
        batch = stack(marked)
        features = tensor_of(batch.features)
        return self._run(tensor_of(batch.pieces), features), features

    def word_states(self, passages: Sequence[Passage]) -> list[tuple[Words, Tensor]]:
        """Return the words of each passage, as many as fit a window, and their states."""
        words = [_words(one.text[one.start : one.end], self.tokenizer) for one in passages]
        windows = [cut_windows(own, WINDOW)[0] for own in words]
        batch = make_batch(words, windows)
        pieces = tensor_of(batch.pieces)
        states = self._run(pieces, torch.zeros_like(pieces))
        firsts = tensor_of(batch.word_pieces)
        return [
            (own, states[row, firsts[row, : stop - start]])
            for row, (own, (start, stop)) in enumerate(zip(words, windows, strict=True))
        ]

    def _run(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Return the trunk's states in float32; in training some pieces are hidden from it."""
        if self.training:
            hidden = (torch.rand(pieces.shape, device=pieces.device) < MASK_RATE) & (pieces > _FIRST_WORD)
            pieces = torch.where(hidden, _MASK, pieces)
        with mixed_precision():
            return self.trunk(pieces, features).float()

    def scores(self, pairs: Sequence[MarkedPair]) -> Tensor:
        """Return the root scores of pairs."""
        marked = [mark(p.text, ((SOURCE, p.source), (TARGET, p.target)), self.tokenizer) for p in pairs]
        return self.heads.root_scores(*self.states(marked))

    def embedded(self, mentions: Sequence[Mention]) -> Tensor:
        """Return the vectors of mentions."""
        marked = [mark(m.text, ((TRIGGER, (m.trigger,)),), self.tokenizer) for m in mentions]
        return self.heads.vectors(*self.states(marked))

    def stance_scores(self, judged: Sequence[JudgedTelling]) -> Tensor:
        """Return the scores of the stances of attributions."""
        marked = [_marked(one.telling, self.tokenizer) for one in judged]
        known = tensor_of(np.array([told(one.telling) for one in judged], dtype=np.float32))
        return self.heads.stance_scores(*self.states(marked), known)


@cache
def _words(text: str, tokenizer: Tokenizer) -> Words:
    """Return the words of a passage, which comes again each epoch."""
    return split_words(text, tokenizer)


@cache
def _marked(telling: Telling, tokenizer: Tokenizer) -> Marked:
    """Return the marked pieces of an attribution, which comes again each epoch."""
    return mark(*around(telling), tokenizer)


def root_shares(model: DeedModel, pairs: Sequence[MarkedPair]) -> np.ndarray:
    """Return how probable a model finds each root of pairs, shape (pairs, 15)."""
    return _shares(model.scores, pairs)


def stance_shares(model: DeedModel, judged: Sequence[JudgedTelling]) -> np.ndarray:
    """Return how probable a model finds each stance, and nobody, shape (attributions, 18)."""
    return _shares(model.stance_scores, judged)


def _shares(scores: Callable[[Sequence[One]], Tensor], examples: Sequence[One]) -> np.ndarray:
    with torch.no_grad():
        parts = [scores(examples[i : i + 32]).softmax(1) for i in range(0, len(examples), 32)]
    return torch.cat(parts).cpu().numpy()


def root_loss(model: DeedModel, pairs: Sequence[MarkedPair]) -> Tensor:
    """Return the mean cross entropy against the marked roots, smoothed."""
    wanted = tensor_of([ROOTS.index(str(pair.root)) for pair in pairs])
    return nn.functional.cross_entropy(model.scores(pairs), wanted, label_smoothing=SMOOTHING)


def off(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the cross entropy of each row against shares."""
    return -(wanted * scores.log_softmax(1)).sum(1)


def likeness_loss(model: DeedModel, mentions: Sequence[Mention]) -> Tensor:
    """Return how little each mention tells the others of its event from the rest of the batch.

    Source:
        Supervised contrastive loss, Khosla et al. 2020, the form with the sum outside the logarithm.
    """
    vectors = model.embedded(mentions)
    numbers = {cluster: n for n, cluster in enumerate(dict.fromkeys(m.cluster for m in mentions))}
    events = tensor_of([numbers[m.cluster] for m in mentions])
    itself = torch.eye(len(mentions), dtype=torch.bool, device=DEVICE)
    same = (events[:, None] == events[None, :]) & ~itself
    scores = (vectors @ vectors.T / TEMPERATURE).masked_fill(itself, -1e4)
    told = same.any(1)
    likely = scores.log_softmax(1)
    return -((likely * same).sum(1)[told] / same.sum(1)[told]).mean()


def stance_loss(model: DeedModel, judged: Sequence[JudgedTelling]) -> Tensor:
    """Return the mean cross entropy against the judged stances, smoothed."""
    wanted = tensor_of(np.stack([one.wanted() for one in judged]))
    return nn.functional.cross_entropy(model.stance_scores(judged), wanted, label_smoothing=SMOOTHING)


def finding_loss(model: DeedModel, passages: Sequence[Passage]) -> tuple[Tensor, Tensor, Tensor]:
    """Return how badly words, the standing of deeds and the roles of parties are told against the marks.

    Roles are told without the parse here, only to shape the states; `roles.py` learns them with it.
    """
    read = model.word_states(passages)
    states = torch.cat([own for _, own in read])
    wanted = np.full(len(states), NO_DEED)
    deeds: list[tuple[int, MarkedDeed]] = []
    rows: list[RoleRow] = []
    first = 0
    for passage, (words, own) in zip(passages, read, strict=True):
        window = range(first, first + len(own))
        first = window.stop
        for sentence in passage.sentences:
            heads = [word_at(words.starts, start - passage.start) for start, _ in sentence.parties]
            for deed in sentence.deeds:
                at = word_at(words.starts, deed.word[0] - passage.start)
                if at < len(window):
                    wanted[window[at]] = deed.kind
                    deeds.append((window[at], deed))
                    rows += role_rows(deed, at, heads, (), window)
    kinds, standing = model.heads.named(states)
    kind_loss = nn.functional.cross_entropy(kinds, tensor_of(wanted), reduction="sum") / max(1, len(deeds))
    if not rows:
        return kind_loss, kind_loss * 0, kind_loss * 0
    pairs = RolePairs.of(rows, states)
    role_loss = nn.functional.cross_entropy(model.heads.role_scores(pairs), pairs.roles)
    return kind_loss, _standing_loss(standing, deeds), 2 * role_loss


def _standing_loss(standing: Tensor, deeds: Sequence[tuple[int, MarkedDeed]]) -> Tensor:
    """Return how badly status and negation of deeds, each with the number of its word, are told."""
    told = standing[tensor_of([at for at, _ in deeds])]
    statuses = tensor_of([deed.status for _, deed in deeds])
    negated = tensor_of(np.array([deed.negated for _, deed in deeds], dtype=np.float32))
    loss = nn.functional.cross_entropy(told[:, :-1], statuses)
    return loss + nn.functional.binary_cross_entropy_with_logits(told[:, -1], negated)


def layers(model: DeedModel) -> dict[str, np.ndarray]:
    """Return the heads' arrays by the names of `onrecord.encoder.deeds.DeedHeads`."""
    arrays = {}
    for name in HEADS:
        layer = getattr(model.heads, name)
        arrays[name] = np.ascontiguousarray(layer.weight.detach().cpu().numpy().T, dtype=np.float32)
        arrays[f"{name}_bias"] = layer.bias.detach().cpu().numpy().astype(np.float32)
    return arrays


def plain_axes() -> dict[str, np.ndarray]:
    """Return axes that keep the first numbers of a state, until `deed_axes.py` learns better ones."""
    return {
        "deed_mean": np.zeros(WIDTH, dtype=np.float32),
        "deed_axes": np.eye(WIDTH, VECTOR, dtype=np.float32),
    }
