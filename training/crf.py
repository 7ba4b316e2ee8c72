"""Linear-chain conditional random field over tags, with illegal moves ruled out (Lafferty et al. 2001)."""

import torch
from torch import Tensor, nn

from onrecord.encoder.tags import legal_moves


class TagField(nn.Module):
    """Scores of moving from tag to tag, learned; illegal moves stay impossible.

    Args:
        kinds: How many kinds of span the tags spell (see `onrecord.encoder.tags`).
    """

    def __init__(self, kinds: int) -> None:
        super().__init__()
        self.tags = 1 + 4 * kinds
        legal = torch.from_numpy(legal_moves(kinds))
        self.register_buffer("legal", legal)
        self.weights = nn.Parameter(torch.zeros_like(legal))

    def moves(self) -> Tensor:
        """Return the move scores with illegal ones forbidden, shape (tags + 2, tags + 2)."""
        return self.weights + self.legal

    def loss(self, scores: Tensor, gold: Tensor, counts: Tensor) -> Tensor:
        """Return the negative log probability of each gold tagging, shape (sequences,).

        Args:
            scores: Shape (sequences, words, tags).
            gold: Gold tags, shape (sequences, words); anything past a sequence's end.
            counts: Words in each sequence, at least 1.
        """
        return self._total(scores, counts) - self._gold(scores, gold, counts)

    def _gold(self, scores: Tensor, gold: Tensor, counts: Tensor) -> Tensor:
        moves = self.moves()
        inside = torch.arange(scores.shape[1], device=scores.device)[None, :] < counts[:, None]
        words = (scores.gather(2, gold[:, :, None])[:, :, 0] * inside).sum(1)
        between = (moves[gold[:, :-1], gold[:, 1:]] * inside[:, 1:]).sum(1)
        last = gold.gather(1, counts[:, None] - 1)[:, 0]
        return words + between + moves[self.tags, gold[:, 0]] + moves[last, self.tags + 1]

    def _total(self, scores: Tensor, counts: Tensor) -> Tensor:
        moves = self.moves()
        between = moves[None, : self.tags, : self.tags].transpose(1, 2)
        # Taken apart once: an index at every step would make the backward pass quadratic.
        columns = scores.unbind(1)
        paths = columns[0] + moves[self.tags, : self.tags]
        for place in range(1, len(columns)):
            step = torch.logsumexp(paths[:, None, :] + between, dim=2) + columns[place]
            paths = torch.where((place < counts)[:, None], step, paths)
        return torch.logsumexp(paths + moves[: self.tags, self.tags + 1], dim=1)
