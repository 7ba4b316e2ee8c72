"""The heads of the deed encoder, and what they lose against the marks of people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from common import WIDTH, Trunk, mixed_precision
from deeds_examples import Mention
from onrecord.codebook.root_classes import ROOTS
from onrecord.encoder.finding import KINDS, NO_DEED, STATUSES, TIES, VECTOR, WINDOW, beside, word_at
from onrecord.encoder.marks import ROLE_COUNT, SOURCE, TARGET, TRIGGER, mark, stack
from onrecord.encoder.telling import STANCES, around, told
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

_MASK, _FIRST_WORD = 103, 998
"""Ids of BERT's mask piece and of its last special piece."""


class DeedHeads(nn.Module):
    """Roots from the marks of two parties, vectors from a trigger, stances from a cue and what is its."""

    def __init__(self) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.1)
        self.hidden = nn.Linear(3 * WIDTH, WIDTH)
        self.roots = nn.Linear(WIDTH, len(ROOTS))
        self.vector = nn.Linear(2 * WIDTH, VECTOR)
        self.telling = nn.Linear(4 * WIDTH + len(STANCES) + KNOWN, TELLING)
        self.stances = nn.Linear(TELLING, len(STANCES) + 1)
        self.found = nn.Linear(WIDTH, FOUND)
        self.kinds = nn.Linear(FOUND, len(KINDS))
        self.standing = nn.Linear(FOUND, len(STATUSES) + 1)
        self.pair = nn.Linear(3 * WIDTH + 3 + len(TIES), FOUND)
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
    def of(cls, rows: Iterable["RoleRow"]) -> "RolePairs":
        """Return rows, of which there is at least one, as columns."""
        deeds, parties, known, roles = zip(*rows, strict=True)
        return cls(
            torch.stack(deeds), torch.stack(parties), torch.from_numpy(np.stack(known)), torch.tensor(roles)
        )

    def joined(self) -> Tensor:
        """Return what the layers of roles see of each pair, shape (pairs, 3 x width + 3 + ties)."""
        return torch.cat([self.deeds, self.parties, self.deeds * self.parties, self.known], dim=1)


RoleRow = tuple[Tensor, Tensor, np.ndarray, int]
"""A pair: the states of deed and party, how it stands to the deed, its marked role."""


def role_rows(
    deed: MarkedDeed, at: int, heads: Sequence[int], ties: Sequence[str], states: Tensor
) -> Iterator[RoleRow]:
    """Give a deed with each party of its sentence that stands in the window.

    Args:
        deed: The deed with the roles of the parties.
        at: Number of the word that names it, in the window.
        heads: Numbers of the words that head the parties.
        ties: As `beside` takes them.
        states: Those of the window's words.
    """
    for head, known, role in zip(heads, beside(at, heads, ties), deed.roles, strict=True):
        if head < len(states):
            yield states[at], states[head], known, role


def pooled(states: Tensor, where: Tensor) -> Tensor:
    """Return the mean vector of the pieces where it is true, 0 where there are none."""
    share = where.float()
    return (states * share[:, :, None]).sum(1) / share.sum(1, keepdim=True).clamp(min=1)


class DeedModel(nn.Module):
    """Trunk and heads; texts go in as they are."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        super().__init__()
        self.trunk = Trunk(ROLE_COUNT)
        self.heads = DeedHeads()
        self.tokenizer = tokenizer

    def states(self, marked: list) -> tuple[Tensor, Tensor]:
        """Return the states of marked sentences in float32, and the role of each piece."""
        batch = stack(marked)
        features = torch.from_numpy(batch.features)
        return self._run(torch.from_numpy(batch.pieces), features), features

    def word_states(self, passages: Sequence[Passage]) -> list[tuple[Words, Tensor]]:
        """Return the words of each passage, as many as fit a window, and their states."""
        words = [split_words(one.text[one.start : one.end], self.tokenizer) for one in passages]
        windows = [cut_windows(own, WINDOW)[0] for own in words]
        batch = make_batch(words, windows)
        pieces = torch.from_numpy(batch.pieces)
        states = self._run(pieces, torch.zeros_like(pieces))
        firsts = torch.from_numpy(batch.word_pieces)
        return [
            (own, states[row, firsts[row, : stop - start]])
            for row, (own, (start, stop)) in enumerate(zip(words, windows, strict=True))
        ]

    def _run(self, pieces: Tensor, features: Tensor) -> Tensor:
        """Return the trunk's states in float32; in training some pieces are hidden from it."""
        if self.training:
            hidden = (torch.rand(pieces.shape) < MASK_RATE) & (pieces > _FIRST_WORD)
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
        marked = [mark(*around(one.telling), self.tokenizer) for one in judged]
        known = torch.tensor([told(one.telling) for one in judged])
        return self.heads.stance_scores(*self.states(marked), known)


def root_loss(model: DeedModel, pairs: Sequence[MarkedPair]) -> Tensor:
    """Return the mean cross entropy against the marked roots, smoothed."""
    wanted = torch.tensor([ROOTS.index(str(pair.root)) for pair in pairs])
    return nn.functional.cross_entropy(model.scores(pairs), wanted, label_smoothing=SMOOTHING)


def likeness_loss(model: DeedModel, mentions: Sequence[Mention]) -> Tensor:
    """Return how little each mention tells the others of its event from the rest of the batch.

    Source:
        Supervised contrastive loss, Khosla et al. 2020, the form with the sum outside the logarithm.
    """
    vectors = model.embedded(mentions)
    numbers = {cluster: n for n, cluster in enumerate(dict.fromkeys(m.cluster for m in mentions))}
    events = torch.tensor([numbers[m.cluster] for m in mentions])
    itself = torch.eye(len(mentions), dtype=torch.bool)
    same = (events[:, None] == events[None, :]) & ~itself
    scores = (vectors @ vectors.T / TEMPERATURE).masked_fill(itself, -1e4)
    told = same.any(1)
    likely = scores.log_softmax(1)
    return -((likely * same).sum(1)[told] / same.sum(1)[told]).mean()


def stance_loss(model: DeedModel, judged: Sequence[JudgedTelling]) -> Tensor:
    """Return the mean cross entropy against the judged stances, smoothed."""
    wanted = torch.tensor(np.stack([one.wanted() for one in judged]))
    return nn.functional.cross_entropy(model.stance_scores(judged), wanted, label_smoothing=SMOOTHING)


def finding_loss(model: DeedModel, passages: Sequence[Passage]) -> tuple[Tensor, Tensor, Tensor]:
    """Return how badly words, the standing of deeds and the roles of parties are told against the marks.

    Roles are told without the parse here, only to shape the states; `roles.py` learns them with it.
    """
    kinds, wanted_kinds, standing, wanted_standing, negated = [], [], [], [], []
    rows: list[RoleRow] = []
    for passage, (words, states) in zip(passages, model.word_states(passages), strict=True):
        scores, told = model.heads.named(states)
        wanted = torch.full((len(states),), NO_DEED)
        for sentence in passage.sentences:
            heads = [word_at(words.starts, start - passage.start) for start, _ in sentence.parties]
            for deed in sentence.deeds:
                at = word_at(words.starts, deed.word[0] - passage.start)
                if at >= len(states):
                    continue
                wanted[at] = deed.kind
                standing.append(told[at])
                wanted_standing.append(deed.status)
                negated.append(float(deed.negated))
                rows += role_rows(deed, at, heads, (), states)
        kinds.append(scores)
        wanted_kinds.append(wanted)
    kind_loss = nn.functional.cross_entropy(torch.cat(kinds), torch.cat(wanted_kinds), reduction="sum") / max(
        1, len(standing)
    )
    if not rows:
        return kind_loss, kind_loss * 0, kind_loss * 0
    all_standing = torch.stack(standing)
    standing_loss = nn.functional.cross_entropy(all_standing[:, :-1], torch.tensor(wanted_standing))
    standing_loss = standing_loss + nn.functional.binary_cross_entropy_with_logits(
        all_standing[:, -1], torch.tensor(negated)
    )
    pairs = RolePairs.of(rows)
    role_loss = nn.functional.cross_entropy(model.heads.role_scores(pairs), pairs.roles)
    return kind_loss, standing_loss, 2 * role_loss
