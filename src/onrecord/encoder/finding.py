"""Deeds word by word, as the deed encoder sees them in running text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.records import DeedVector, EventType, Status

__all__ = [
    "ACTOR",
    "KINDS",
    "NO_DEED",
    "OTHER",
    "RECIPIENT",
    "STATUSES",
    "TIES",
    "VECTOR",
    "WINDOW",
    "Finding",
    "FindingHeads",
    "beside",
    "shares_of",
    "word_at",
]

OTHER = "OTHER"
"""Name of the kind of deeds that have no type."""

KINDS = (*(str(kind) for kind in EventType), OTHER, "none")
"""What a word may name: PLOVER's types, a deed that has none, and no deed at all."""

NO_DEED = len(KINDS) - 1

STATUSES = tuple(Status)
"""How a deed may stand, in the order of the columns that tell it."""

ACTOR, RECIPIENT = 1, 2
"""Columns of the roles of a party; 0 is that it has none."""

TIES = (
    *("subject", "passive", "object", "dative", "possessor", "modifier"),
    *("by", "of", "to", "for", "on", "against", "with", "from", "in", "preposition"),
    *("above_subject", "above_passive", "above_object", "described_active", "described_passive"),
    *("verb_subject", "verb_passive", "verb_object", "verb_preposition", "far"),
)
"""How a party may hang on a deed in the parse; told by `reading.events.ties`."""

WINDOW = 160
"""Most wordpieces read at once, special pieces included."""

VECTOR = 128
"""Numbers in a vector of a deed."""


@dataclass(frozen=True, slots=True)
class FindingHeads:
    """The layers on top of the network that find deeds.

    Attributes:
        found, found_bias: From a word's state to what it may name, shapes (width, 256) and (256,).
        kinds, kinds_bias: From there to scores of `KINDS`, shapes (256, 18) and (18,).
        standing, standing_bias: From there to scores of `STATUSES`, and last of being told not to have
            happened, shapes (256, 7) and (7,).
        pair, pair_bias: From the states of a deed and of a party, their product and how they stand to each
            other, shapes (3 x width + 3 + ties, 256) and (256,).
        roles, roles_bias: From there to scores of none, actor and recipient, shapes (256, 3) and (3,).
        deed_mean: What the states of words that name deeds have in common, shape (width,).
        deed_axes: From what is left of a state to the vector of its deed, shape (width, VECTOR).
    """

    found: NDArray[np.float32]
    found_bias: NDArray[np.float32]
    kinds: NDArray[np.float32]
    kinds_bias: NDArray[np.float32]
    standing: NDArray[np.float32]
    standing_bias: NDArray[np.float32]
    pair: NDArray[np.float32]
    pair_bias: NDArray[np.float32]
    roles: NDArray[np.float32]
    roles_bias: NDArray[np.float32]
    deed_mean: NDArray[np.float32]
    deed_axes: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the words of a text name.

    Attributes:
        starts: First character of each word, shape (words,).
        kinds: How probable each of `KINDS` is, shape (words, 18); each row sums to 1.
        statuses: How probable each of `STATUSES` is where a word names a deed, shape (words, 6); each row
            sums to 1.
        negated: How probable it is that its deed is told not to have happened, shape (words,).
        states: The network's vectors of the words, shape (words, width).
        heads: The layers on top.
        weights: Names them.
    """

    starts: NDArray[np.int64]
    kinds: NDArray[np.float32]
    statuses: NDArray[np.float32]
    negated: NDArray[np.float32]
    states: NDArray[np.float32]
    heads: FindingHeads
    weights: str

    @classmethod
    def of(
        cls, starts: NDArray[np.int64], states: NDArray[np.float32], heads: FindingHeads, weights: str
    ) -> "Finding":
        """Return what the words of a text name.

        Args:
            starts: First character of each word, shape (words,).
            states: The network's vectors of the words, shape (words, width).
            heads: The layers on top.
            weights: Names them.
        """
        inner = np.maximum(states @ heads.found + heads.found_bias, 0)
        kinds = shares_of(inner @ heads.kinds + heads.kinds_bias)
        standing = inner @ heads.standing + heads.standing_bias
        negated: NDArray[np.float32] = 1 / (1 + np.exp(-standing[:, -1]))
        return cls(starts, kinds, shares_of(standing[:, :-1]), negated, states, heads, weights)

    def word_at(self, character: int) -> int:
        """Return the number of the word that a character stands in, or of the one before it."""
        return word_at(self.starts, character)

    def roles(self, deed: int, parties: Sequence[int], ties: Sequence[str]) -> NDArray[np.float32]:
        """Return how probable it is that each party has no role in a deed, does it, or receives it.

        Args:
            deed: Number of the word that names the deed.
            parties: Numbers of the words that head the parties.
            ties: How each hangs on the deed, of `TIES`.

        Returns:
            Shape (parties, 3); each row sums to 1.
        """
        other = self.states[list(parties)]
        own = np.broadcast_to(self.states[deed], other.shape)
        pairs = np.hstack([own, other, own * other, beside(deed, parties, ties)])
        inner = np.maximum(pairs @ self.heads.pair + self.heads.pair_bias, 0)
        return shares_of(inner @ self.heads.roles + self.heads.roles_bias)

    def vector(self, stretches: Iterable[tuple[int, int]]) -> DeedVector | None:
        """Return a vector of what the words of a deed name among the words around them.

        Args:
            stretches: Half-open ranges of characters: the words that name it.

        Returns:
            `VECTOR` numbers; None where there is no word.
        """
        state = self.state_of(stretches)
        if state is None:
            return None
        turned = (state - self.heads.deed_mean) @ self.heads.deed_axes
        scaled = turned / max(float(np.abs(turned).max()), 1e-9) * 127
        return DeedVector(self.weights, scaled.round().astype(np.int8).tobytes())

    def state_of(self, stretches: Iterable[tuple[int, int]]) -> NDArray[np.float32] | None:
        """Return the mean state of the words in some half-open ranges of characters; None for no word."""
        if not len(self.starts):
            return None
        ends = ((self.word_at(start), self.word_at(end - 1)) for start, end in stretches)
        words = sorted({word for first, last in ends for word in range(first, last + 1)})
        if not words:
            return None
        state: NDArray[np.float32] = self.states[words].mean(axis=0)
        return state


def word_at(starts: NDArray[np.int64], character: int) -> int:
    """Return the number of the word that a character stands in, or of the one before it."""
    return max(0, int(np.searchsorted(starts, character, side="right")) - 1)


def beside(deed: int, parties: Sequence[int], ties: Sequence[str]) -> NDArray[np.float32]:
    """Return how each party stands to a deed: side, words off, parties between, and how it hangs on it.

    Used by reading and by training alike.

    Args:
        deed: Number of the word that names it.
        parties: Numbers of the words that head the parties.
        ties: How each hangs on the deed, of `TIES`; empty where that is not told.

    Returns:
        Shape (parties, 3 + ties), about -2 to 2.
    """
    told = np.zeros((len(parties), 3 + len(TIES)), dtype=np.float32)
    for row, party in enumerate(parties):
        between = sum(min(party, deed) < other < max(party, deed) for other in parties)
        told[row, 0] = 2.0 if party < deed else -2.0
        told[row, 1] = min(abs(party - deed), _FAR) / _FAR * 2
        told[row, 2] = min(between, _MANY) / _MANY * 2
    for row, tie in enumerate(ties):
        told[row, 3 + TIES.index(tie)] = 2.0
    return told


_FAR, _MANY = 20, 4


def shares_of(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return scores as probabilities, row by row."""
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: NDArray[np.float32] = weights / weights.sum(axis=1, keepdims=True)
    return result
